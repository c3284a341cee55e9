"""Truth of swapped statements: a statement called false must not follow from what was said."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.extraction.verifying.logic import ABOUT, entailed, exchanged, falsifies, figures

NUMBERS = st.integers(1, 10_000).map(Decimal)
WORDS = {
    "it": {"lower": "almeno|oltre|più di", "upper": "meno di|al massimo|fino a", "about": "circa|quasi"},
    "en": {"lower": "at least|over|more than", "upper": "less than|at most|up to", "about": "about|nearly"},
    "es": {"lower": "al menos|más de", "upper": "menos de|hasta", "about": "unos|casi"},
    "fr": {"lower": "au moins|plus de", "upper": "moins de|au plus", "about": "environ|près de"},
}
SENTENCE = {
    "it": "Il porto ha ricevuto {bound} {number} navi nel mese di maggio.",
    "en": "The harbour received {bound} {number} ships in the month of May.",
    "es": "El puerto recibió {bound} {number} barcos en el mes de mayo.",
    "fr": "Le port a reçu {bound} {number} navires au mois de mai.",
}
CASES = [
    (lang, bound, word)
    for lang, bounds in WORDS.items()
    for bound, words in bounds.items()
    for word in words.split("|")
]


def holds(bound, limit, world):
    """Whether a sentence with a bound on `limit` is true in a world where the number is `world`."""
    return world >= limit if bound == "lower" else world <= limit if bound == "upper" else world == limit


@given(st.sampled_from(["lower", "upper", None]), NUMBERS, NUMBERS)
def test_a_swap_is_used_only_where_the_first_does_not_entail_the_second(bound, said, other):
    worlds = [said - 1, said, said + 1, other - 1, other, other + 1]
    entails = all(holds(bound, other, world) for world in worlds if holds(bound, said, world))
    if falsifies(bound, said, other):
        assert not entails
    if entails:
        assert not falsifies(bound, said, other)


@given(NUMBERS, NUMBERS)
def test_an_approximate_number_changes_by_a_third_or_not_at_all(said, other):
    assert falsifies("about", said, other) == (abs(other - said) >= ABOUT * said)


@given(st.sampled_from(["lower", "upper", "about", None]), NUMBERS)
def test_the_same_number_never_makes_a_statement_false(bound, said):
    assert not falsifies(bound, said, said)


@pytest.mark.parametrize(("lang", "bound", "word"), CASES)
def test_bounds_are_read_in_every_language(lang, bound, word):
    (figure,) = figures(SENTENCE[lang].format(bound=word, number=300))
    assert (figure.value, figure.bound) == (300, bound)


@given(st.sampled_from(CASES), NUMBERS, NUMBERS)
def test_a_false_statement_of_a_bounded_number_does_not_follow(case, said, other):
    assume(said != other and not 1900 <= said <= 2099)  # «fino a 1990» may be a year
    lang, bound, word = case
    one, two = (SENTENCE[lang].format(bound=word, number=number) for number in (said, other))
    assert entailed(one, two) != falsifies(bound, said, other)


@pytest.mark.parametrize(
    ("said", "stated", "follows"),
    [
        ("Il bilancio è di almeno 248 case.", "Il bilancio è di almeno 124 case.", True),
        ("Il bilancio è di almeno 124 case.", "Il bilancio è di almeno 248 case.", False),
        ("Ha escluso forniture prima del 2025.", "Ha escluso forniture prima del 2024.", True),
        ("Il porto ha accolto fino a 2 navi.", "Il porto ha accolto fino a 1 navi.", False),
        ("Il porto resta chiuso fino al 12 marzo.", "Il porto resta chiuso fino al 14 marzo.", True),
        ("La legge vale dal 2019 a Roma.", "La legge vale dal 2021 a Roma.", True),
        ("Il porto ha 300 navi.", "Il porto ha 200 navi.", False),
        ("Il porto ha 3,5 milioni di navi.", "Il porto ha 3,9 milioni di navi.", False),
        ("Il porto ha circa 1.000 navi.", "Il porto ha circa 1.100 navi.", True),
        ("Il porto ha circa 1.000 navi.", "Il porto ha circa 1.500 navi.", False),
    ],
)
def test_what_still_follows_is_told_from_what_is_false(said, stated, follows):
    assert entailed(said, stated) is follows


@given(st.integers(1000, 999_999_999))
def test_groups_of_three_are_thousands_in_every_writing(number):
    for mark in ",. \u00a0":
        (figure,) = figures(f"{number:,}".replace(",", mark))
        assert figure.value == number


def test_only_one_exchanged_number_is_a_swap():
    assert exchanged("Ha 3 navi e 4 moli.", "Ha 5 navi e 6 moli.") is None
    assert exchanged("Ha 3 navi.", "Ha tre navi.") is None
