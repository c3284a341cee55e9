"""A figure to be typed: which figures may be asked, and what an answer may look like."""

from decimal import Decimal
from fractions import Fraction

import pytest

from quizapp.core.responses import Measured
from tests.extraction.families.make import drafts, item, one

FAMILY = "gap-typed-dated"
REST = "\nIl Senato di Roma ha votato la legge sui porti nel 2023.\nIl Po scorre a Cremona."
VOTES = "La Duma di Mosca ha ratificato il trattato sui porti con 397 voti nel 2024."


def mark(body, text, value):
    return body.mark(Measured(text, Decimal(value)))


def test_the_figure_leaves_the_sentence_and_its_unit_stays():
    draft = one(VOTES + REST, FAMILY)
    assert draft.stem.endswith("«La Duma di Mosca ha ratificato il trattato sui porti con _____ voti nel 2024.»")
    assert draft.own["unit"] == "voti"
    assert "397" not in draft.stem


def test_the_value_is_exact_and_only_it_is_right():
    body = item(VOTES + REST, FAMILY).body
    assert (mark(body, "397", "397"), mark(body, "396", "396"), mark(body, "397.5", "397.5")) == (1, 0, 0)


@pytest.mark.parametrize(("typed", "share"), [("1000", 1), ("960", 1), ("1040", 1), ("900", 0), ("1100", 0)])
def test_circa_gives_five_per_cent_of_room(typed, share):
    body = item("Il porto di Trieste ha ricevuto circa 1.000 navi nel 2023." + REST, FAMILY).body
    assert mark(body, typed, typed) == share


def test_a_figure_written_out_before_its_scale_is_right_and_says_why():
    body = item("La Banca di Torino ha speso 26 milioni di euro per il porto di Genova nel 2023." + REST, FAMILY).body
    assert mark(body, "26", "26") == Fraction(1)
    assert mark(body, "26000000", "26000000") == Fraction(1)
    assert "milioni" in body.matched(Measured("26000000", Decimal(26000000))).feedback
    assert body.unit.startswith("milioni")


def test_another_figure_of_the_article_is_foreseen_with_its_sentence():
    other = "\nLa Camera di Varsavia ha respinto il bilancio con 210 voti nel 2022."
    found = drafts(VOTES + other + REST, FAMILY)
    first = next(draft for draft in found if "Duma" in draft.stem)
    wrong = [each for each in first.own["numbers"] if each["fraction"] == 0 and each["value"] == 210]
    assert "210 voti" in wrong[0]["feedback"]


@pytest.mark.parametrize(
    "sentence",
    [
        "La frana di Cortina ha causato 14 morti nel villaggio di Rocca nel 2023.",
        "Il porto di Trieste, che conta 300 navi, ha chiuso il molo di levante nel 2023.",
        "Il governo di Roma ha chiuso 12 dei 40 porti della Sardegna nel 2023.",
        "Il ministro di Roma ha detto: “Abbiamo chiuso 12 porti della Sardegna”.",
        "Il museo di Torino ha aperto dopo 30 anni di lavori nella città di Torino.",
        "Il giudice di Torino incontrerà le parti alle 14 davanti al palazzo di Torino.",
        "Il porto di Trieste (300 navi l'anno) ha chiuso il molo di levante nel 2023.",
        "La polizia di Torino ha arrestato 12 persone accusate di rapina nel 2023.",
    ],
    ids=["casualties", "aside", "of a whole", "quotation", "duration", "clock", "brackets", "crime"],
)
def test_a_figure_that_may_not_be_asked_stays_in_its_sentence(sentence):
    assert [draft for draft in drafts(sentence + REST, FAMILY) if draft.facts[0].sentence.index == 0] == []


def test_english_keeps_the_sign_as_unit():
    text = (
        "The bank of Boston has paid $26 million for the harbour of Portland in 2023.\n"
        "The Senate in Washington voted on the bill in 2022.\nThe river Po flows."
    )
    draft = one(text, FAMILY, "en")
    assert "$_____ million" in draft.stem
    assert draft.own["numbers"][0] == {"value": 26, "fraction": 1}


def test_a_rough_percentage_has_two_points_of_room():
    text = "Il porto di Trieste ha venduto circa il 62 % dei moli di levante nel 2023."
    body = item(text + REST, FAMILY).body
    assert [mark(body, figure, figure) for figure in ("62", "64", "60", "65", "59")] == [1, 1, 1, 0, 0]


def test_a_word_that_only_begins_like_a_scale_is_none():
    text = (
        "The United States is home to 413 billionaires in the harbour cities of the Atlantic coast in 2023.\n"
        "The Senate in Washington voted on the bill in 2022.\nThe river Po flows."
    )
    assert 413_000_000_000 not in {each["value"] for each in one(text, FAMILY, "en").own["numbers"]}


@pytest.mark.parametrize(
    ("sentence", "unit", "figure"),
    [
        ("Il porto di Trieste ha ricevuto 310 nuove navi nel 2023.", None, "310"),
        ("Il porto di Trieste ha pagato 310 euro per ogni nave nel 2023.", "euro", "310 euro"),
        ("Il porto di Trieste ha perso il 31% delle navi di levante nel 2023.", "%", "31%"),
    ],
)
def test_only_a_unit_goes_with_the_figure(sentence, unit, figure):
    draft = one(sentence + REST, FAMILY)
    assert draft.own.get("unit") == unit
    assert draft.own["numbers"][-1]["feedback"] == f"L’articolo scrive {figure}."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Bank of Peru cut its main rate from 8% in March to help builders and farmers.",
        "The Bank of Peru held its main rate unchanged at between 5.25% and 5.5% in the spring.",
        "The Senate will protect farmers in light of punishing 50% tariffs on wheat and corn.",
    ],
)
def test_a_figure_that_has_been_or_is_the_setting_is_not_asked_for(sentence):
    assert [d for d in drafts(sentence + "\nThe river flows slowly.", "gap-typed-number", "en") if not d.flaws] == []
