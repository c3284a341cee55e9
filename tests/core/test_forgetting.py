"""What stays of an answer whose student is forgotten: what was chosen, and words that are the item's own."""

import datetime

import pytest

from quizapp.core.forgetting import GONE, day_of, without_words
from tests.build import make_item

TEXT = make_item(
    type="text", options=None, answers=[{"text": "Vienna", "fraction": 1}, {"text": "*Wien*", "fraction": 1}]
).body
NUMBER = make_item(
    type="number", options=None, numbers=[{"value": "7", "tolerance": "0", "tolerance_kind": "absolute", "fraction": 1}]
).body
CHOICE = make_item().body
CLOZE = make_item(
    type="cloze",
    options=None,
    stem="A [[1]] o a [[2]].",
    gaps=[
        {"type": "text", "answers": [{"text": "Vienna", "fraction": 1}]},
        {"type": "choice", "options": [{"text": "Roma", "fraction": 1}, {"text": "Bari"}]},
    ],
).body


@pytest.mark.parametrize(
    ("body", "stored", "left"),
    [
        (TEXT, {"text": "  vienna "}, {"text": "Vienna"}),
        (TEXT, {"text": "Wien, sono Ada"}, {"text": GONE}),
        (TEXT, {"text": "sono Ada", "certainty": 2}, {"text": GONE, "certainty": 2}),
        (TEXT, {"unknown": True}, {"unknown": True}),
        (NUMBER, {"text": "7 per Ada", "number": "7"}, {"text": "7", "number": "7"}),
        (CHOICE, {"option": "o1"}, {"option": "o1"}),
        (
            CLOZE,
            {"gaps": {"g1": {"text": "sono Ada"}, "g2": {"option": "o1"}}},
            {"gaps": {"g1": {"text": GONE}, "g2": {"option": "o1"}}},
        ),
    ],
)
def test_typed_words_go_and_the_rest_stays(body, stored, left):
    before = repr(stored)
    assert without_words(body, stored) == left
    assert repr(stored) == before
    assert without_words(body, left) == left


def test_of_a_moment_its_day_in_utc_stays():
    rome = datetime.timezone(datetime.timedelta(hours=2))
    assert day_of(datetime.datetime(2026, 6, 2, 1, 30, tzinfo=rome)) == datetime.datetime(
        2026, 6, 1, tzinfo=datetime.UTC
    )
