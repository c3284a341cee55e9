"""`classify`: what is told of each statement, what makes an item unusable, and ids that follow the texts."""

import pytest

from quizapp.core.reading import Reader
from quizapp.core.responses import Placed, Submission, Unreadable
from quizapp.core.types import ClassifyBody

SPAN = {"start": 0, "end": 3, "quote": "uno"}
DATA = {
    "categories": [{"text": "Dati", "kind": "fact"}, {"text": "Altro"}],
    "statements": [
        {"text": "uno", "category": 0, "feedback": "Lo dice.", "evidence": [SPAN]},
        {"text": "due", "category": 1},
        {"text": "tre", "category": 1, "feedback": "Lo spera."},
    ],
}
RIGHT = Placed({"s1": "c1", "s2": "c2", "s3": "c2"})


def _body(data=DATA):
    reader = Reader(data)
    body = ClassifyBody.read(reader)
    assert reader.problems == []
    return body


def _of(places, texts=("A", "B"), statements="xyzw"):
    return _body({
        "categories": [{"text": text} for text in texts],
        "statements": [{"text": text, "category": at} for text, at in zip(statements, places, strict=False)],
    })  # fmt: skip


def test_an_outcome_says_of_each_statement_whether_it_was_placed_rightly():
    body = _body()
    first, second, _third = body.statements
    assert [body.state(each, RIGHT) for each in body.statements] == ["right"] * 3
    assert body.state(first, Placed({"s1": "c2"})) == "wrong"
    assert body.state(first, None) == "missed"
    assert body.placed(second, RIGHT).text == "Altro"
    assert body.placed(second, None) is None
    assert body.words(RIGHT) == ["uno → Dati", "due → Altro", "tre → Altro"]
    assert [(each.entry, each.text) for each in body.remarks(RIGHT)] == [("s1", "Lo dice."), ("s3", "Lo spera.")]


def test_keys_and_words_are_those_of_every_statement_that_has_a_category():
    assert _body().keys() == ("uno → Dati", "due → Altro", "tre → Altro")
    assert _of([0, 2, -1]).keys() == ("x → A",)
    assert _body().texts() == ("Dati", "Altro", "uno", "due", "tre")
    assert _body().secrets() == ("Lo dice.", "Lo spera.")
    assert [span.quote for span in _body().spans()] == ["uno"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_of([0, 1]), []),
        (_of([1, 1]), []),
        (_of([0, 0], texts="A"), ["categories-too-few"]),
        (_of([0]), ["statements-too-few"]),
        (_of([0, 2]), ["category-out-of-range"]),
        (_of([-1, 1]), ["category-out-of-range"]),
    ],
)
def test_what_makes_a_classify_item_unusable_is_found(body, found):
    assert [problem.code for problem in body.faults()] == found


def test_a_category_that_is_not_there_is_named_with_its_place():
    (problem,) = _of([0, 7]).faults()
    assert (problem.path, problem.values) == (("statements", 1, "category"), {"number": 7})


def test_what_is_read_is_written_as_it_stood():
    written = _body().dump()
    assert [each.pop("id") for each in written["statements"]] == ["s1", "s2", "s3"]
    assert [each.pop("id") for each in written["categories"]] == ["c1", "c2"]
    assert written == DATA
    assert _body().restore(_body().store(RIGHT)) == RIGHT


def test_a_form_places_every_statement_among_the_categories_alone():
    body = _body()
    codes = {entry: f"k{entry}" for entry in ("s1", "s2", "s3", "c1", "c2")}
    fields = body.fields(RIGHT, codes.__getitem__)
    ids = {code: entry for entry, code in codes.items()}
    assert body.parse(Submission(fields, ids)) == RIGHT
    assert fields[body.field("ks1")] == ["kc1"]
    assert isinstance(body.parse(Submission({**fields, body.field("ks1"): ["ks2"]}, ids)), Unreadable)
    del fields[body.field("ks2")]
    assert isinstance(body.parse(Submission(fields, ids)), Unreadable)
