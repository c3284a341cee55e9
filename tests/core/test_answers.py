"""What a posted form counts as: an answer, or something to ask again."""

import pytest

from quizapp.core.reading import Reader
from quizapp.core.responses import MAX_TYPED, Chosen, ChosenSet, Placed, Submission, Typed, Unreadable
from quizapp.core.types import TYPES

IDS = {"x1": "o1", "x2": "o2", "y1": "c1", "y2": "c2", "z1": "s1", "z2": "s2"}
DATA = {
    "choice": {"options": [{"text": "a"}, {"text": "b"}]},
    "multiple": {"options": [{"text": "a"}, {"text": "b"}]},
    "text": {"answers": [{"text": "a"}]},
    "classify": {
        "categories": [{"text": "A"}, {"text": "B"}],
        "statements": [{"text": "1", "category": 0}, {"text": "2", "category": 1}],
    },
}
FORMS = [
    ("choice", {"answer": ["x2"]}, Chosen("o2")),
    ("choice", {}, Unreadable("empty")),
    ("choice", {"answer": [""]}, Unreadable("empty")),
    ("choice", {"answer": ["nothing-on-offer"]}, Unreadable("not-offered")),
    ("choice", {"answer": ["x1", "x2"]}, Unreadable("not-offered")),
    ("multiple", {"answer": ["x2", "x1"]}, ChosenSet(frozenset({"o1", "o2"}))),
    ("multiple", {}, Unreadable("empty")),
    ("multiple", {"answer": ["x1", "other"]}, Unreadable("not-offered")),
    ("text", {"answer": ["  Kazan "]}, Typed("Kazan")),
    ("text", {"answer": [" \t"]}, Unreadable("empty")),
    ("text", {"answer": ["a" * MAX_TYPED]}, Typed("a" * MAX_TYPED)),
    ("text", {"answer": ["a" * (MAX_TYPED + 1)]}, Unreadable("too-long")),
    ("classify", {"answer-z1": ["y2"], "answer-z2": ["y1"]}, Placed({"s1": "c2", "s2": "c1"})),
    ("classify", {"answer-z1": ["y2"]}, Unreadable("incomplete")),
    ("classify", {}, Unreadable("empty")),
    ("classify", {"answer-z1": ["z2"], "answer-z2": ["y1"]}, Unreadable("not-offered")),
]


@pytest.mark.parametrize(("kind", "form", "response"), FORMS)
def test_a_form_is_read_as_an_answer_or_asked_again(kind, form, response):
    assert TYPES[kind].read(Reader(DATA[kind])).parse(Submission(form, IDS)) == response


@pytest.mark.parametrize(
    ("kind", "response"), [(kind, response) for kind, _, response in FORMS if not isinstance(response, Unreadable)]
)
def test_the_fields_of_a_response_read_back_as_itself(kind, response):
    body = TYPES[kind].read(Reader(DATA[kind]))
    codes = {entry: code for code, entry in IDS.items()}
    assert body.parse(Submission(body.fields(response, codes.__getitem__), IDS)) == response
