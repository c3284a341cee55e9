"""What is found without a pattern is what the pattern finds."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.finding import apart, bounded, everywhere, figured, names, told

SIGNS = "aàB9٣²_ .,-'"
SAID = st.text(SIGNS, min_size=1, max_size=3)
TEXT = st.text(SIGNS, max_size=14)


def starts(pattern, text):
    return [match.start() for match in re.finditer(pattern, text)]


@given(SAID, TEXT)
@example("a a", "a a a a")
@example("a", "a")
def test_places_are_those_that_the_pattern_finds(said, text):
    plain = re.escape(said)
    assert list(everywhere(said, text)) == starts(plain, text)
    assert list(bounded(said, text)) == starts(rf"\b{plain}\b", text)
    assert list(apart(said, text)) == starts(rf"(?<!\w){plain}(?!\w)", text)


@given(SAID, TEXT)
@example("4", "14,5 e 4,5 e 4.")
def test_what_is_said_is_told_where_the_pattern_matches(said, text):
    plain = re.escape(said)
    assert names(said, text) is bool(starts(rf"\b{plain}\b", text))
    assert told(said, text) is bool(starts(rf"(?<![\w.,]){plain}(?!\w|[.,]\d)", text))
    assert figured(said, text) is bool(starts(rf"(?<![\d.,]){plain}(?!\d|[.,]\d)", text))


@pytest.mark.parametrize(
    ("said", "text", "is_told"), [("4", "il 4%", True), ("4", "4,5", False), ("Usa", "Usai", False)]
)
def test_part_of_a_longer_word_or_figure_is_not_told(said, text, is_told):
    assert told(said, text) is is_told
