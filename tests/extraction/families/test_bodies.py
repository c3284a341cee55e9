"""Institutions, governments and companies as subjects that a question asks for."""

import pytest

from tests.extraction.families.make import drafts, keys

REST = {"it": "\nIl fiume scorre lento tra i campi di grano.", "en": "\nThe river flows slowly between the fields."}


CASES = """
it | quale organo ha votato un | Consiglio dei ministri | Il Consiglio dei ministri ha votato un decreto sui mari.
it | quale istituto ha pubblicato | Istat | L’Istat ha pubblicato nuove stime sul lavoro dei giovani in Italia.
it | quale governo ha presentato un piano | Germania | Il governo tedesco ha presentato un piano per i treni notturni.
it | quale banca centrale ha alzato | Turchia | La banca centrale della Turchia ha alzato il tasso di interesse al 50%.
it | quale università ha aperto | Padova | L’Università di Padova ha aperto un museo della fisica in centro.
it | quale organo ha votato la | Parlamento europeo | Dopo ore, il Parlamento europeo ha votato la legge sui mari.
it | quale organo ha votato una | Parlamento europeo | Il Parlamento europeo, infatti, ha votato ieri una legge sui bus.
it | quale organo ha eletto | Bundestag | Il Bundestag (Parlamento tedesco) ha eletto Mario Verdi cancelliere a Berlino.
en | which country’s central bank raised | Ukraine | Ukraine's central bank raised its main rate to 7.5% from 6.5%.
en | which country’s central bank raised | Russia | The central bank of Russia raised its key rate from 8% to 9.5%.
en | which country’s government presented | Germany | The German government presented a plan for night trains in May.
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_body_is_asked_for_by_its_noun(case):
    lang, asks, answer, sentence = case.split(" | ")
    (draft,) = drafts(sentence + REST[lang], "short-answer", lang)
    assert asks in draft.stem
    assert answer in keys(draft)
    assert answer.lower() not in draft.stem.lower()


@pytest.mark.parametrize(
    "sentence",
    [
        "Il Parlamento europeo ha approvato una direttiva che l’Europarlamento stesso aveva chiesto.",
        "La Camera di commercio ha aperto uno sportello per le imprese del porto.",
        "La Regione Lombardia ha aperto due porti nuovi sulle rive dei laghi lombardi.",
        "Il consiglio comunale ha approvato un piano per i treni notturni.",
    ],
)
def test_a_body_that_the_rest_names_or_no_table_knows_is_not_asked_for(sentence):
    assert drafts(sentence + REST["it"], "short-answer") == []


def test_who_tells_it_stays_in_the_question():
    text = (
        "Il presidente tedesco Frank-Walter Steinmeier ha nominato un nuovo ministro dei trasporti, riferisce Spiegel."
    )
    (draft,) = drafts(text + REST["it"], "short-answer")
    assert "chi, secondo quanto scrive Spiegel, ha nominato un nuovo ministro dei trasporti?" in draft.stem
