"""Quotes found again in another version of their text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.anchoring import found_again, moved, nearest_sentence
from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.core.spans import Span
from tests.build import make_item

WORDS = st.text("abc .", max_size=30)


@given(WORDS, WORDS, st.text("abc", min_size=1, max_size=4), st.integers(0, 60))
def test_what_is_found_stands_there_and_nothing_as_near(before, after, quote, old):
    text = f"{before}{quote}{after}"
    found = found_again(Span(old, old + len(quote), quote), text)
    assert found.holds_in(text)
    places = [at for at in range(len(text)) if text.startswith(quote, at)]
    assert abs(found.start - old) == min(abs(at - old) for at in places)


@given(st.text("ab", max_size=20), st.integers(0, 20))
def test_what_is_not_there_is_not_found(text, old):
    assert found_again(Span(old, old + 1, "z"), text) is None


@pytest.mark.parametrize(("old", "found"), [(0, 0), (7, 10), (4, 0), (6, 10), (10, 10), (99, 20), (15, 10)])
def test_of_several_places_the_nearest_is_taken_and_of_two_as_near_the_first(old, found):
    text = "il ministro"[:10] * 3
    assert found_again(Span(old, old + 2, "il"), text).start == found


def test_the_nearest_sentence_shares_words_or_there_is_none():
    text = "A Vienna fu firmato l’accordo il 4 marzo 2024. Il tempo è bello."
    assert nearest_sentence("A Vienna fu firmato l’accordo il 3 marzo 2024.", text).quote.startswith("A Vienna")
    assert nearest_sentence("Tutt’altro argomento davvero.", text) is None
    assert nearest_sentence("Qualcosa.", "") is None


def test_an_item_is_moved_with_the_evidence_of_its_entries_and_nothing_else_changes():
    data = {
        "type": "matching",
        "stem": "Abbina.",
        "evidence": [{"start": 0, "end": 2, "quote": "Il"}],
        "pairs": [
            {"left": "a", "right": "x", "evidence": [{"start": 5, "end": 6, "quote": "q"}]},
            {"left": "b", "right": "y"},
            {"left": "c", "right": "z", "evidence": [{"start": 8, "end": 9, "quote": "r"}]},
        ],
    }
    item = read_item(Reader(data), "it")
    there = moved(item, {0: Span(10, 12, "Il"), 2: Span(18, 19, "r")})
    assert [(span.start, span.quote) for span in there.spans] == [(10, "Il"), (5, "q"), (18, "r")]
    assert moved(there, dict(enumerate(item.spans))) == item
    assert moved(make_item(), {}) == make_item()
