"""How a question says which article its sentence is from, and the statements that need it."""

import datetime

import pytest

from quizapp.extraction.assembly import CANDIDATES
from quizapp.extraction.cues import cues
from quizapp.extraction.eligibility import reason_against
from quizapp.extraction.engine import draft_article
from quizapp.extraction.framing import gap_stem, headed, title_over
from quizapp.extraction.leaning import dangling
from quizapp.extraction.opposites import opposite_in
from quizapp.extraction.sentences import split
from quizapp.intake.article import Block
from quizapp.intake.blocks import blocks_of
from tests.extraction.make import context_of

_ARTICLE = (
    "Il Parlamento europeo approva il trattato sulla plastica\n\n"
    "Il Parlamento europeo ha approvato il 12 marzo 2024 il trattato sulla plastica con 412 voti favorevoli. "
    "Il trattato prevede controlli annuali nei porti della Francia e della Spagna a partire dal 2026.\n\n"
    "Ieri la Germania ha respinto la richiesta di rinvio presentata da tre governi dell'Unione europea.\n"
)


def drafted(published=datetime.date(2024, 3, 13)):
    """The drafts of an article whose second sentence leans on its title."""
    return draft_article(_ARTICLE, blocks_of(_ARTICLE, "it"), "it", published=published, proven=CANDIDATES).drafts


def test_a_statement_that_leans_on_the_title_is_asked_under_it():
    stems = [draft.stem for draft in drafted() if "prevede controlli" in draft.stem]
    assert stems
    assert all("intitolato «Il Parlamento europeo approva il trattato sulla plastica»" in stem for stem in stems)


def test_a_lead_that_stands_alone_is_asked_with_the_day_only():
    lead = "Ieri la Germania ha respinto a Bruxelles la richiesta di rinvio presentata da tre governi europei.\n"
    context = context_of(lead, title="Slitta il trattato sulla plastica", published="2024-03-13")
    assert title_over(context, context.facts[0], context.facts[0].sentence.capital, "") == ""


def test_the_title_is_not_shown_where_it_tells_what_is_asked_for():
    for draft in drafted():
        assert not (
            "intitolato" in draft.stem and draft.focus in "il parlamento europeo approva il trattato sulla plastica"
        )


def test_yesterday_stands_only_in_a_question_that_says_the_day():
    assert any("Ieri la Germania" in draft.stem for draft in drafted())
    assert not any("Ieri la Germania" in draft.stem for draft in drafted(None))


def test_a_country_exchanged_is_false_and_the_correction_is_the_sentence():
    (false,) = [draft for draft in drafted() if draft.family == "true-false-swap" and "Ieri" in draft.stem]
    assert "Ieri la Francia ha respinto" in false.stem
    assert "Ieri la Germania ha respinto" in false.own["correction"]
    assert [option["text"] for option in false.own["options"] if option["fraction"] == 1] == ["false"]


def test_an_outcome_turned_round_is_false_and_of_a_family_of_its_own():
    text = "Ieri il Senato ha respinto la richiesta di rinvio presentata da tre partiti al governo.\nIl Po scorre."
    article = draft_article(text, blocks_of(text, "it"), "it", published=datetime.date(2024, 3, 13))
    (false,) = [draft for draft in article.drafts if draft.family == "true-false-turned"]
    assert "ha accolto la richiesta" in false.stem
    assert "ha respinto la richiesta" in false.own["correction"]


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        ("it", "La Corte ha accolto il ricorso.", "respinto"),
        ("it", "Le vendite sono aumentate nel 2024.", "diminuite"),
        ("it", "La Corte non ha accolto il ricorso.", None),
        ("it", 'Il ministro ha detto: "Il ricorso è accolto".', None),
        ("it", "Il bilancio approvato è stato poi respinto.", None),
        ("it", "La legge è stata approvata, ma il decreto resta fermo.", None),
        ("it", "La Corea del Nord ha lanciato un missile.", None),
        ("en", "The court rejected the appeal in May.", "approved"),
        ("en", "The court never rejected the appeal in May.", None),
        ("en", "The Senate approved the bill, but the court stopped it.", None),
        ("fr", "Le tribunal a rejeté le recours.", None),
    ],
)
def test_the_opposite_of_one_word_alone_outside_quotations_and_negations(lang, text, word):
    found = opposite_in(text, lang)
    assert (found.text if found else None) == word


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("en", "Prime Minister Mary Jones said she was fighting corruption in Ohio.", None),
        ("en", "Reports named him on Sunday as a resident of the town of Reading.", "points-elsewhere"),
        ("en", "The Supreme Court decision stated they did so for a political reason.", "points-elsewhere"),
        ("en", "The government of Egypt took a similar measure in the spring of 2011.", "points-elsewhere"),
        ("en", "In Ohio workers said this factory was closing within a month.", "points-elsewhere"),
        ("it", "Papa Benedetto ha detto a Roma questa mattina che il viaggio si farà.", "relative-time"),
        ("it", "La Spagna fa parte della Nato dal 1982 con pieno diritto di voto.", None),
        ("it", "La Spagna è entrata nella Nato quaranta anni fa senza alcun voto.", "relative-time"),
        ("it", "Le regole della Spagna sono diverse da quelle della Francia e della Grecia.", None),
    ],
)
def test_what_points_at_the_day_or_inside_the_sentence_is_no_pointing_elsewhere(lang, text, reason):
    (sentence,) = split(text, [Block(0, len(text), "body")], cues(lang))
    assert reason_against(sentence, cues(lang)) == reason


def test_a_definite_noun_of_the_title_no_longer_points_elsewhere():
    text = "Con il voto di Roma il trattato resta fermo al Senato."
    (sentence,) = split(text, [Block(0, len(text), "body")], cues("it"))
    assert reason_against(sentence, cues("it")) == "points-elsewhere"
    assert reason_against(sentence, cues("it"), frozenset({"tratta"})) is None


def test_the_title_that_tells_the_key_is_left_out_of_the_frame():
    context = context_of(_LEANING, title="Il Parlamento approva il trattato sulla plastica", published="2024-03-13")
    fact = context.facts[0]
    title = title_over(context, fact, fact.sentence.capital, "2026")
    assert (
        headed(context, title)["day"] == "13 marzo 2024 intitolato «Il Parlamento approva il trattato sulla plastica»"
    )
    assert title_over(context, fact, fact.sentence.capital, "il Parlamento") == ""


def test_without_a_day_the_title_names_the_article():
    context = context_of(_LEANING, title="Il Parlamento approva il trattato sulla plastica")
    fact = context.facts[0]
    assert gap_stem(context, fact, "Il trattato entra in vigore nel _____.", "2026") == (
        "Completa la frase dell’articolo «Il Parlamento approva il trattato sulla plastica»: "
        "«Il trattato entra in vigore nel _____.»"
    )


def test_a_title_that_says_what_the_sentence_says_is_left_out():
    context = context_of(
        "Il Parlamento ha approvato ieri il trattato sulla plastica.",
        title="Il Parlamento approva il trattato sulla plastica",
        published="2024-03-13",
    )
    assert title_over(context, context.facts[0], context.facts[0].sentence.capital, "") == ""


def test_a_country_that_the_title_names_otherwise_is_told_by_it():
    text = "The recession in the United States hit the markets of the country."
    context = context_of(text, "en", title="Stocks plunge on US recession", published="2008-01-21")
    assert title_over(context, context.facts[0], text, "the United States") == ""
    assert title_over(context, context.facts[0], text, "India") == "Stocks plunge on US recession"


def test_a_noun_excused_by_the_title_dangles_until_the_title_is_shown():
    context = context_of(_LEANING, title="Il Parlamento approva il trattato sulla plastica", published="2024-03-13")
    fact = context.facts[0]
    assert fact.reason is None
    assert dangling(context, fact)
    assert not dangling(context, fact, context.title)


_LEANING = "Con il voto di Roma il trattato entra in vigore a partire dal 2026."


@pytest.mark.parametrize(
    ("day", "said"), [(8, "dell’8 marzo"), (11, "dell’11 marzo"), (18, "del 18 marzo"), (1, "del 1º marzo")]
)
def test_the_day_of_an_italian_article_is_elided_where_the_language_elides(day, said):
    stems = [draft.stem for draft in drafted(datetime.date(2024, 3, day)) if " articolo d" in draft.stem]
    assert stems
    assert all(said in stem for stem in stems)
