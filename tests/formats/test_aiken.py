"""Aiken: every question or its refusal by line; of a richer one only what it can say, the rest named."""

import pytest
from hypothesis import given, settings

from quizapp.core.items import read_item
from quizapp.core.reading import Reader
from quizapp.formats.aiken import CARRIED, read_aiken, write_aiken
from tests.formats.items import items

PLAIN = (
    "Qual è la capitale d’Italia?\nA. Milano\nB) Roma\nC. Torino\nANSWER: B\n\n"
    "E di Francia?\nA. Parigi\nB. Lione\nANSWER: A\n"
)


def refused(text):
    found = read_aiken(text.encode())
    return [(each.problem.code, each.index, each.line) for each in found.problems]


def test_questions_with_lettered_options():
    found = read_aiken(PLAIN.encode())
    assert found.problems == ()
    assert [(item.stem, [o.text for o in item.body.options]) for item in found.items] == [
        ("Qual è la capitale d’Italia?", ["Milano", "Roma", "Torino"]), ("E di Francia?", ["Parigi", "Lione"]),
    ]  # fmt: skip
    assert [item.body.keys() for item in found.items] == [("Roma",), ("Parigi",)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chi?\nA. io\nB. tu\nANSWER: C", [("aiken-letter", 1, 4)]),
        ("Chi?\nA. io\nB. tu\nANSWER:", [("aiken-letter", 1, 4)]),
        ("Chi?\nA. io\nB. tu\n\nDove?\nA. qui\nB. là\nANSWER: A", [("aiken-no-answer", 1, 1)]),
        ("Chi?\nA. io\nB. tu", [("aiken-no-answer", 1, 1)]),
        ("Chi?\nA. io\nANSWER: A", [("aiken-few", 1, 1)]),
        ("ANSWER: A", [("aiken-no-question", 1, 1)]),
        ("Chi?\nA. io\nC. tu\nANSWER: A", [("aiken-order", 1, 1)]),
        ("", [("file-empty", None, None)]),
    ],
)
def test_what_cannot_be_taken_is_refused_by_question_and_line(text, said):
    assert refused(text) == said


@given(items(["choice"], titled=False))
@settings(max_examples=60, deadline=None)
def test_question_options_and_key_come_back_and_all_else_is_named(item):
    written = write_aiken([item])
    if any(each.severity == "error" for each in written.problems):
        assert written.data == b""
        return
    (again,) = read_aiken(written.data).items
    assert again.stem == " ".join(item.plain(item.stem).split())
    assert [o.text for o in again.body.options] == [" ".join(item.plain(o.text).split()) for o in item.body.options]
    assert [o.fraction == 1 for o in again.body.options] == [o.fraction == 1 for o in item.body.options]
    lost = {each.element for each in written.problems}
    assert ("explanation" in lost) == (item.explanation is not None)
    assert ("options.feedback" in lost) == any(o.feedback for o in item.body.options)


def test_other_types_are_errors():
    reader = Reader(
        {"id": "q1", "lang": "it", "stem": "Chi?", "type": "text", "answers": [{"text": "io", "fraction": 1}]}
    )
    written = write_aiken([read_item(reader, "it")])
    assert [(each.problem.code, each.severity) for each in written.problems] == [("type-not-carried", "error")]
    assert set(CARRIED) == {"choice"}


def test_a_question_of_one_sign_which_moodle_passes_over_is_refused():
    options = [{"text": "a", "fraction": 1}, {"text": "b", "fraction": 0}]
    reader = Reader({"id": "q1", "lang": "it", "stem": "9", "type": "choice", "options": options})
    assert [each.problem.code for each in write_aiken([read_item(reader, "it")]).problems] == ["aiken-short"]
