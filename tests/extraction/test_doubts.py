"""What a strict reader may hold against a draft: each doubt in a table, and what it does to the drawer."""

from dataclasses import replace

import pytest

from quizapp.extraction.doubts import asked, doubts
from quizapp.extraction.draft import Draft
from quizapp.extraction.families.openings import leads
from quizapp.extraction.families.statements import stated
from tests.extraction.make import context_of, drafted

TITLE = "Bosnia, il Parlamento europeo approva gli aiuti"
REST = (
    "\nIl fiume scorre lento tra i campi di grano della pianura bosniaca.\n"
    "Il ponte di Mostar attira ogni estate molti viaggiatori in Bosnia."
)
REST_IN_ENGLISH = (
    "\nThe river runs slowly between fields of wheat.\nThe bridge of Mostar draws many travellers each summer."
)
TOLD = "Il Parlamento europeo approva gli aiuti alla Bosnia a larga maggioranza"
PLAIN = "Il Parlamento europeo ha approvato gli aiuti alla Bosnia con una larga maggioranza."


def doubts_of(sentence, *, family="gap-typed-number", title=TITLE, rest=REST, lang="it", holder=None):
    context = context_of(sentence + rest, lang, title, "2024-11-20")
    fact = context.facts[0]
    stem = {
        "it": f"Completa la frase di un articolo del 20 novembre 2024: «{sentence}»",
        "en": f"Complete this sentence from an article of November 20, 2024: “{sentence}”",
    }[lang]
    draft = Draft(family, (fact,), "text", stem, {}, "", "x", None, holder)
    return doubts(context, draft)


def test_a_plain_sentence_that_says_what_the_title_says_has_none():
    assert doubts_of(PLAIN) == {}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Il Parlamento europeo ha approvato gli aiuti alla Bosnia dopo che il decreto è stato letto.", "dangling"),
        (
            "Il Parlamento europeo ha approvato gli aiuti alla Bosnia proposti da Ana Kovač a maggio.",
            "unexplained-name",
        ),
        (
            "Il Parlamento europeo ha approvato gli aiuti alla Bosnia chiesti dalla Zetamix a maggio.",
            "unexplained-name",
        ),
        ("Il Parlamento europeo ha approvato altri aiuti alla Bosnia, dopo quelli di maggio.", "linked"),
        ("Lo hanno annunciato Bosnia e Croazia: gli aiuti approvati dal Parlamento sono 12 milioni.", "linked"),
        (
            "Il Parlamento europeo ha approvato gli aiuti: treni, navi, camion, pane, acqua, sale per la Bosnia.",
            "heavy",
        ),
        ("Il Parlamento europeo ha approvato “larghi aiuti” alla Bosnia con molti voti in aula.", "vague"),
    ],
)
def test_each_doubt_has_its_sentence(sentence, code):
    assert code in doubts_of(sentence)


def test_a_person_with_an_office_beside_the_name_is_explained():
    sentence = "Il Parlamento europeo ha approvato gli aiuti alla Bosnia chiesti dalla ministra Ana Kovač a maggio."
    assert doubts_of(sentence) == {}


def test_a_statement_far_from_title_and_opening_is_beside_the_point():
    article = PLAIN + REST + "\nIl grano della Bosnia matura a luglio nei campi."
    context = context_of(article, "it", "Nuovi treni in Francia", "2024-11-20")
    fact = context.facts[-1]
    for family in ("true-false-verbatim", "gap-typed-number", "gap-date"):
        draft = Draft(family, (fact,), "text", fact.sentence.quote, {}, "", "x", None)
        assert "not-central" in doubts(context, draft), family


@pytest.mark.parametrize(
    ("title", "beside"), [("I campi di grano in Bosnia", False), ("I campi dell’Adige", True), ("", True)]
)
def test_a_sentence_after_the_opening_shares_two_words_with_its_title(title, beside):
    article = PLAIN + REST + "\nIl grano della Bosnia matura a luglio nei campi."
    context = context_of(article, "it", title, "2024-11-20")
    draft = Draft("gap-date", context.facts[-1:], "text", context.facts[-1].sentence.quote, {}, "", "x", None)
    assert ("not-central" in doubts(context, draft)) is beside


@pytest.mark.parametrize(
    ("lang", "hanging", "whole"),
    [
        (
            "it",
            "Una situazione che il Parlamento europeo ha già affrontato in Bosnia.",
            "Una legge che vale in Bosnia è stata votata dal Parlamento europeo.",
        ),
        (
            "en",
            "A move that the European Parliament has praised in Bosnia.",
            "A law that holds in Bosnia was passed by the European Parliament.",
        ),
    ],
)
def test_a_noun_that_only_names_what_stood_before_points_at_it(lang, hanging, whole):
    assert doubts_of(hanging, lang=lang).get("linked", 0) >= 1
    assert doubts_of(whole, lang=lang).get("linked", 0) < 1


def test_what_is_asked_leaves_day_and_title_out():
    context = context_of(PLAIN, "it", TITLE, "2024-11-20")
    stem = f"Secondo un articolo del 20 novembre 2024 intitolato «{TITLE}», quale organo ha approvato gli aiuti?"
    draft = Draft("short-answer", context.facts[:1], "text", stem, {}, "", "x", None)
    assert asked(context, draft) == "quale organo ha approvato gli aiuti?"


def test_a_doubtful_draft_is_not_sound_and_its_doubts_are_told():
    leaning = "Il Parlamento europeo ha approvato 30 milioni di euro per la Bosnia dopo che il decreto è stato letto."
    found = drafted(leaning + REST, "it", TITLE, "2024-11-20").drafts
    assert found
    assert not any(draft.sound for draft in found if draft.doubtful)
    assert any("dangling" in draft.doubts for draft in found)


def test_turning_an_outcome_round_is_refused_where_the_sentence_argues():
    argued = "Il Parlamento europeo ha approvato gli aiuti alla Bosnia perché il raccolto è stato scarso."
    assert "weak-turn" in doubts_of(argued, family="true-false-turned")


def test_a_forecast_in_nobodys_name_is_doubted_and_mr_somebody_is_nobody():
    title = "Peru to build a bridge with Chile"
    forecast = "Peru will build 12 bridges with Chile before the end of 2026."
    assert doubts_of(forecast, title=title, rest="\nThe river flows slowly.", lang="en") == {"attribution-lost": 0.5}
    polite = "Mr Diaz wants 12 bridges of stone between Peru and Chile."
    assert "unexplained-name" in doubts_of(polite, title=title, rest="\nThe river flows slowly.", lang="en")


@pytest.mark.parametrize(
    ("question", "weak"),
    [
        ("chi ha chiesto alla Bosnia di aprire il porto?", False),
        ("chi ha accolto con favore la richiesta della Bosnia?", True),
        ("chi ha chiesto di aprire il porto?", True),
    ],
)
def test_who_welcomed_something_and_who_did_what_anybody_may_are_not_worth_asking(question, weak):
    context = context_of(PLAIN, "it", TITLE, "2024-11-20")
    stem = f"Secondo un articolo del 20 novembre 2024, {question}"
    draft = Draft("short-answer", context.facts[:1], "text", stem, {}, "", "x", None)
    assert ("not-central" in doubts(context, draft)) is weak


@pytest.mark.parametrize(
    ("words", "idle"),
    [
        ("Il Parlamento europeo ha approvato gli aiuti alla Bosnia in due letture", False),
        ("Qualcuno ride degli aiuti alla Bosnia che il Parlamento europeo ha approvato", True),
        ("Non voglio entrare negli aiuti alla Bosnia approvati dal Parlamento europeo", True),
        ("Il Parlamento europeo ha approvato gli aiuti alla Bosnia per il vostro lavoro", True),
    ],
)
def test_words_said_instead_of_an_answer_or_to_those_who_listen_are_not_worth_giving_back(words, idle):
    context = context_of(PLAIN + REST, "it", TITLE, "2024-11-20")
    stem = f"A chi attribuisce queste parole un articolo del 20 novembre 2024? «{words}»"
    draft = Draft("who-quoted", context.facts[:1], "text", stem, {}, "", "x", None, "Ana Kovač")
    assert ("not-central" in doubts(context, draft)) is idle


@pytest.mark.parametrize(
    ("sentence", "code", "weight"),
    [
        ("The European Parliament backed the aid to Bosnia within the MTEF.", "unexplained-name", 0.5),
        ("Spokesman Ante Horvat said the European Parliament backed the aid to Bosnia.", "unexplained-name", 0.5),
        ("Not everyone in the European Parliament backed the aid to Bosnia in May.", "vague", 0.5),
        ("The European Parliament was to back the aid to Bosnia later in the day.", "vague", 0.5),
    ],
)
def test_letters_and_offices_that_nobody_spells_out_and_moments_of_no_day_are_doubted(sentence, code, weight):
    assert doubts_of(sentence, lang="en").get(code, 0) >= weight


@pytest.mark.parametrize(
    ("published", "place", "family"),
    [("2024-11-20", 0, "true-false-lead"), ("2024-11-20", 2, "true-false-verbatim"), (None, 0, "true-false-verbatim")],
)
def test_a_statement_of_the_opening_of_a_dated_article_is_of_a_family_of_its_own(published, place, family):
    context = context_of(PLAIN + REST + "\nIl grano della Bosnia matura a luglio nei campi.", "it", TOLD, published)
    assert [draft.family for draft in stated(context, context.facts[place])] == [family]


@pytest.mark.parametrize(
    "change", [{"index": 1}, {"cut": True}, {"lead": "Il treno"}], ids=["second", "cut", "opening with a pronoun"]
)
def test_a_second_sentence_a_part_of_the_first_or_one_that_opens_with_a_pronoun_does_not_tell_the_news(change):
    context = context_of(PLAIN + REST, "it", TOLD, "2024-11-20")
    fact = context.facts[0]
    assert leads(context, fact)
    assert not leads(context, replace(fact, sentence=replace(fact.sentence, **change)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Il prezzo dei biglietti dei treni in Bosnia potrebbe salire nel 2027.",
        "Dopo mesi di attesa e molte discussioni tra chi lo voleva e chi no il prezzo è cambiato in Bosnia.",
        f"Il prezzo dei treni in Bosnia è salito {'a Mostar e a Sarajevo ' * 5}del 3% in un anno.",
        "A Sarajevo in Bosnia è stato annunciato il premio nazionale per la fisica.",
    ],
    ids=["what nobody in particular foresees", "a name that comes late", "longer than a breath", "no name of a winner"],
)
def test_a_first_sentence_that_leaves_something_open_does_not_tell_the_news(sentence):
    context = context_of(sentence + REST, "it", sentence.rstrip("."), "2024-11-20")
    assert len(context.facts[0].stems) >= 4
    assert not leads(context, context.facts[0])


@pytest.mark.parametrize(
    ("sentence", "led"),
    [
        ("Ante Horvat, ex ministro dei trasporti della Bosnia, è stato eletto sindaco di Mostar.", True),
        ("Un ex ministro dei trasporti della Bosnia è stato eletto sindaco di Mostar.", False),
    ],
)
def test_a_lead_names_the_person_whom_its_title_names(sentence, led):
    title = "Ante Horvat, ex ministro dei trasporti della Bosnia, eletto sindaco di Mostar"
    context = context_of(sentence + " Ante Horvat ha 50 anni." + REST, "it", title, "2024-11-20")
    assert leads(context, context.facts[0]) is led


@pytest.mark.parametrize(
    ("title", "led"), [("Il Parlamento europeo aiuta la Bosnia", False), (TOLD, True), ("", False)]
)
def test_a_lead_says_what_its_title_says(title, led):
    context = context_of(PLAIN + REST, "it", title, "2024-11-20")
    assert leads(context, context.facts[0]) is led


@pytest.mark.parametrize(
    ("sentence", "led"),
    [
        ("Anna Larsen discussed the price of bread in Norway with bakers from Oslo.", False),
        ("Anna Larsen raised the price of bread in Norway with bakers from Oslo.", True),
        ("Anna Larsen answered a few questions of bakers from Oslo about the price of bread in Norway.", False),
        ("Anna Larsen spoke to bakers from Oslo about the price of bread in Norway.", False),
    ],
)
def test_a_talk_is_no_news(sentence, led):
    context = context_of(sentence + REST_IN_ENGLISH, "en", sentence.rstrip("."), "2024-11-20")
    assert leads(context, context.facts[0]) is led


def test_the_opening_may_be_doubted_more_than_another_sentence():
    fact = context_of(PLAIN + REST, "it", "Treni", "2024-11-20").facts[0]
    for family, doubtful in (("true-false-lead", False), ("true-false-verbatim", True)):
        draft = Draft(family, (fact,), "true_false", fact.sentence.quote, {}, "", "x", None)
        draft.doubts = {"heavy": 0.5, "unexplained-name": 0.75}
        assert draft.doubtful is doubtful
        draft.doubts |= {"dangling": 0.75}
        assert draft.doubtful


@pytest.mark.parametrize(
    ("sentence", "lang", "doubted"),
    [
        ("Fourth seed Coco Gauff came from a set and a break down to reach the final in China.", "en", True),
        ("World tennis number one Coco Gauff came from a set down to reach the China Open final.", "en", False),
        ("Xiao Guodong beat compatriot Si Jiahui 10-7 in the Wuhan Open final in China.", "en", True),
        ("Xiao Guodong beat compatriot Si Jiahui 10-7 in the final of the Wuhan snooker Open.", "en", False),
        ("La testa di serie Jannik Sinner ha vinto in due set la semifinale di Pechino in Cina.", "it", True),
        ("Il tennista Jannik Sinner ha vinto in due set la semifinale di Pechino in Cina.", "it", False),
    ],
)
def test_a_match_whose_sport_is_not_said_is_doubted(sentence, lang, doubted):
    found = doubts_of(sentence, family="true-false-first", lang=lang, title="", rest="")
    assert ({"unexplained-name", "vague"} <= found.keys()) is doubted
