"""Numbers and dates: what can be asked for, and what it is swapped with."""

import re
from decimal import Decimal

import pytest

from quizapp.extraction.cues import cues
from quizapp.extraction.quantities import dates, quantities
from quizapp.extraction.swaps import Swap, allowed, date_swaps, number_swaps
from tests.extraction.make import context_of

ELIDED = re.compile(r"(?:8\d*|11)(?:[.,]\d+)*")  # «l’8», «l’11», «l’80»
NUMBERS = [
    ("it", "ha votato con 153 deputati", [("153", "number", "deputati")]),
    ("it", "è salito al 3,75% nel 2024", [("3,75", "percent", "%")]),
    ("it", "costa 26 milioni di euro", [("26", "money", "milioni di euro")]),
    ("it", "vale 1.500 tonnellate", [("1.500", "number", "tonnellate")]),
    ("it", "l’articolo 4 del trattato", []),
    ("it", "nel 2018 e nel 2019", []),
    ("it", "il volo 370 da Roma", []),
    ("en", "with 3,500 soldiers", [("3,500", "number", "soldiers")]),
    ("en", "about 46 percent of it", [("46", "percent", "percent")]),
    ("en", "a cost of $26 million in all", [("26", "money", "million")]),
    ("en", "Boeing 737 flights", []),
    ("en", "a profit of €2.7bn in 2024", [("2.7", "money", "bn")]),
    ("en", "a fine of $21m for it", [("21", "money", "m")]),
    ("en", "a race of 21m for it", []),
    ("en", "HR 6819 contains two stars", []),
    ("en", "a category 3 hurricane", []),
    ("it", "nella notte di lunedì 13 precipitazioni", []),
]


@pytest.mark.parametrize(("lang", "text", "expected"), NUMBERS)
def test_numbers_with_their_unit(lang, text, expected):
    found = quantities(text.replace("’", "'"), lang, cues(lang))
    assert [(each.text, each.type, each.unit) for each in found] == expected


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [("it", "1.234,5 tonnellate", "1234.5"), ("en", "1,234.5 tonnes", "1234.5"), ("it", "6.000 soldati", "6000")],
)
def test_numbers_are_read_in_the_language_of_the_article(lang, text, value):
    assert quantities(text, lang, cues(lang))[0].value == Decimal(value)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("it", "Il 12 giugno 2018 a Roma", [("12 giugno 2018", "day", False)]),
        ("it", "prima del marzo 2020", [("marzo 2020", "month", True)]),
        ("it", "Nel 1993 a Ginevra", [("1993", "year", False)]),
        ("it", "il 31 febbraio 2020", [("febbraio 2020", "month", False)]),
        ("en", "on 3 May 2024 in Rome", [("3 May 2024", "day", False)]),
        ("en", "on May 16, 2024 in Rome", [("May 16, 2024", "day", False)]),
        ("en", "by June 2025 at most", [("June 2025", "month", True)]),
    ],
)
def test_dates_with_their_grain_and_whether_they_are_a_limit(lang, text, expected):
    assert [(each.text, each.grain, each.bounded) for each in dates(text, cues(lang))] == expected


@pytest.mark.parametrize(
    ("text", "smaller", "larger"),
    [
        ("Servono almeno 400 voti.", False, True),
        ("Servono meno di 400 voti.", True, False),
        ("Servono 400 voti.", True, True),
    ],
)
def test_a_swap_never_leaves_a_limit_true(text, smaller, larger):
    focus = quantities(text, "it", cues("it"))[0]
    assert allowed(focus, Swap("300", None, Decimal(300))) is smaller
    assert allowed(focus, Swap("600", None, Decimal(600))) is larger


def test_about_wants_a_value_far_enough():
    focus = quantities("Servono circa 400 voti.", "it", cues("it"))[0]
    assert not allowed(focus, Swap("420", None, Decimal(420)))
    assert allowed(focus, Swap("600", None, Decimal(600)))


@pytest.mark.parametrize("figure", ["8", "11", "20", "153", "2.500", "3,75", "48", "1.500.000"])
def test_made_numbers_differ_keep_the_form_and_do_not_stand_in_the_text(figure):
    context = context_of(f"Il Senato di Roma ha contato {figure} tonnellate nel 2024.\n")
    fact = context.facts[0]
    swaps = number_swaps(context, fact, fact.quantities[0])
    assert len(swaps) >= 3 or ELIDED.fullmatch(figure)
    assert len({swap.value for swap in swaps} | {fact.quantities[0].value}) == len(swaps) + 1
    for swap in swaps:
        assert ("," in swap.text) == ("," in figure)
        assert f" {swap.text} " not in context.text
        assert bool(ELIDED.fullmatch(swap.text)) == bool(ELIDED.fullmatch(figure))


def test_percentages_stay_between_nought_and_a_hundred():
    for figure in ("2", "49", "97"):
        context = context_of(f"Il partito Alfa ha preso il {figure}% dei voti nel 2024.\n")
        for swap in number_swaps(context, context.facts[0], context.facts[0].quantities[0]):
            assert 0 < swap.value < 100


def test_made_dates_are_never_after_publication():
    context = context_of("La Duma di Mosca ha votato il 24 ottobre 2024.\n", published="2025-02-01")
    fact = context.facts[0]
    swaps = date_swaps(context, fact, fact.dates[0])
    assert len(swaps) >= 3
    for swap in swaps:
        (when,) = dates(swap.text, cues("it"))
        assert (when.year, when.month, when.day) <= (2025, 2, 1)


@pytest.mark.parametrize(("published", "made"), [("2024-11-01", False), ("2024-08-01", False), ("2025-06-01", True)])
def test_a_date_near_the_day_of_the_article_has_no_wrong_ones_as_the_question_shows_that_day(published, made):
    context = context_of("La Duma di Mosca ha votato il 24 ottobre 2024.\n", published=published)
    fact = context.facts[0]
    assert bool(date_swaps(context, fact, fact.dates[0])) is made
