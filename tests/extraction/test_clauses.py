"""What an Italian sentence lacks: a main clause, a subject of its own, what its pronouns stand for."""

import pytest

from quizapp.extraction.clauses import lacking
from tests.extraction.make import context_of, drafted


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Una rinuncia che costerà un miliardo di euro alle casse dello Stato.", "fragment"),
        ("Una proposta che il sindaco ha illustrato ieri e che la giunta ha approvato.", "fragment"),
        ("Durante le quali, per giunta, potrà lavorare da casa.", "fragment"),
        ("Secondo successo per la squadra al torneo in corso di svolgimento a Lisbona.", "fragment"),
        ("Una donna che viaggiava sul treno è stata soccorsa a Lisbona.", None),
        ("Una notizia che colpisce la città: il teatro è chiuso da mesi.", None),
        ("La squadra di Lisbona, che ha vinto il torneo, torna in campo a Porto.", None),
        ("E' iniziata a Lisbona la conferenza sul clima.", None),
        ("A differenza del Porto, il Benfica non se la può prendere con gli arbitri.", None),
        ("In Svizzera guadagnava 2500 euro al mese con il lavoro di meccanico.", "no-subject"),
        ("Negli Stati resta per diciassette anni, fino al ritiro.", "no-subject"),
        ("Per sfogare la rabbia ha afferrato delle griglie con dei fiori.", "no-subject"),
        ("Attacca Anna Bianchi, chiude alla patrimoniale, promette di restare.", "no-subject"),
        ("Cresce il prezzo del grano, cala il prezzo del riso.", None),
        ("In Svizzera Mario Rossi guadagnava 2500 euro al mese.", None),
        ("In Svizzera un operaio guadagnava 2500 euro al mese.", None),
        ("A Lisbona resta in vigore il divieto di parcheggio.", None),
        ("Per spegnere le fiamme sono intervenuti i vigili del fuoco di Lisbona.", None),
        ("Il leader del movimento li ha presentati in conferenza stampa.", "points-elsewhere"),
        ("La realizzerà la ditta che costruisce il centro commerciale.", "points-elsewhere"),
        ("Il premio lo ha vinto Anna Bianchi a Lisbona.", None),
        ("Il museo ha comprato tre quadri e li ha esposti a Lisbona.", None),
    ],
)
def test_what_a_sentence_lacks(sentence, reason):
    assert lacking(sentence) == reason


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("E’ stato il fautore del successo del Benfica in quattro anni di lavoro.", "no-subject"),
        ("È stata inaugurata ieri la storica Villa Trissino di Cornedo.", "relative-time"),
        ("È diventato il primo presidente di una grande banca di Lisbona.", "no-subject"),
        ("Il libro di Anna Bianchi ci racconta la storia di una banca di Lisbona.", "points-elsewhere"),
        ("A Lisbona ci sono due banche e tre grandi teatri di prosa.", None),
        ("Il Benfica gioca sempre a Lisbona in tra le mura di casa.", "damaged"),
        ("Tre anni più tardi Anna Bianchi lasciò la guida della banca di Lisbona.", "leans-on-context"),
        ("Tre anni dopo il terremoto Lisbona riapre il teatro e due musei.", None),
    ],
)
def test_why_an_italian_sentence_cannot_stand_alone(sentence, reason):
    assert context_of(sentence).facts[0].reason == reason


REST = "\nIl Portogallo ha scelto un altro porto.\nLa Grecia e la Spagna hanno firmato un patto sul grano."


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("Le pensioni di Lisbona crescono con i prezzi del grano, come avviene anche in Svezia.", False),
        ("Le pensioni di Lisbona crescono con i prezzi del grano, come ha deciso in Svezia la banca.", True),
    ],
)
def test_a_country_named_beside_others_is_not_asked_for(sentence, asked):
    found = drafted(sentence + REST, "it", "Pensioni, il patto", "2019-05-06").drafts
    assert any("Svezia" in each.focus.title() for each in found if each.family == "gap-country") is asked


@pytest.mark.parametrize(
    ("title", "doubted"),
    [("COMUNICATO STAMPA – Il porto di Lisbona cresce", True), ("Il porto di Lisbona cresce", False)],
)
def test_a_release_speaks_in_its_own_cause(title, doubted):
    text = "Il porto di Lisbona ha accolto nel 2018 più navi del porto di Atene." + REST
    found = [each for each in drafted(text, "it", title, "2019-05-06").drafts if each.type == "true_false"]
    assert found
    assert all(("attribution-lost" in each.doubts) is doubted for each in found)


def test_what_nobody_has_found_out_is_doubted():
    text = "Al momento gli investigatori di Lisbona non escludono alcuna pista sul rogo del porto." + REST
    found = drafted(text, "it", "Rogo nel porto di Lisbona", "2019-05-06").drafts
    assert all(each.doubts.get("vague") == 1 for each in found if "escludono" in each.stem)


@pytest.mark.parametrize(
    ("sentence", "harmed"),
    [
        ("Un quarantenne di Lisbona ha accoltellato la fidanzata nella casa di Porto.", True),
        ("La procura di Lisbona ottenne il sequestro dei beni della banca di Porto.", False),
    ],
)
def test_nobody_private_is_asked_about_in_a_grave_article(sentence, harmed):
    found = drafted(sentence + REST, "it", "Omicidio di Lisbona, gli arresti", "2019-05-06").drafts
    stated = [each for each in found if each.type == "true_false" and sentence[3:20] in each.stem]
    assert stated
    assert all(("harm" in each.flaws) is harmed for each in stated)


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ("È l'annuncio della ministra del porto di Lisbona.", "claim"),
        ("Questa è la tesi di chi difende il mercato di Porto.", "claim"),
        ("È il bilancio migliore della storia del mercato.", "fact"),
        ("La ministra del porto ha visitato il mercato.", "fact"),
    ],
)
def test_what_the_next_sentence_calls_an_announcement_is_no_fact_of_the_article(after, kind):
    text = f"Il porto di Lisbona ha accolto nel 2018 più navi del porto di Atene. {after}" + REST
    assert drafted(text, "it", "Il porto cresce", "2019-05-06").context.facts[0].reading.kind.value == kind


def test_a_sentence_without_a_main_clause_is_put_aside_for_that_even_where_its_day_is_loose():
    text = "Una scia bianca che attorno alle 23 di venerdì attraversa i cieli di Lisbona e di Porto." + REST
    assert drafted(text, "it", "Luci su Lisbona", "2019-05-06").context.facts[0].reason == "fragment"
