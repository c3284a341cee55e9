"""What a body writes of itself, what it shows of its options, and what it hides until it is answered."""

import pytest

from quizapp.core.reading import Reader
from quizapp.core.responses import Chosen
from quizapp.core.types import TYPES

USUAL = {"case": False, "accents": True, "punctuation": False, "spaces": False}
FALSE = {"options": [{"text": "true", "feedback": "No."}, {"text": "false", "fraction": 1}]}


def body(kind, data):
    reader = Reader(data)
    found = TYPES[kind].read(reader)
    assert reader.problems == []
    return found


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("number", {"numbers": [{"id": "n1", "value": 3, "fraction": 1}]}),
        ("number", {"numbers": [{"id": "n1", "value": 3, "fraction": 1}], "unit": "km"}),
        (
            "number",
            {"numbers": [{"id": "n1", "value": 3, "tolerance": "0.5", "tolerance_kind": "relative", "fraction": 1}]},
        ),
        ("number", {"numbers": [{"id": "n1", "value": 3, "tolerance": 2, "fraction": 1, "feedback": "Sì."}]}),
        ("text", {"answers": [{"id": "a1", "text": "x", "fraction": 1, "feedback": "Sì."}], "match": USUAL}),
        ("text", {"answers": [{"id": "a1", "text": "x", "fraction": 1}], "match": {**USUAL, "case": True}}),
        ("choice", {"options": [{"id": "o1", "text": "a", "fraction": 1, "pinned": True, "kind": "fact"}]}),
        ("choice", {"options": [{"id": "o1", "text": "a", "fraction": 0, "feedback": "No."}]}),
        ("true_false", {"options": [{"id": "o1", "text": "true", "fraction": 1}]}),
        ("true_false", {"options": [{"id": "o1", "text": "true", "fraction": 1}], "correction": "x"}),
    ],
)
def test_what_is_read_is_written_again_as_it_was(kind, data):
    assert body(kind, data).dump() == data


def test_a_text_is_compared_by_its_accents_alone_unless_it_says_otherwise():
    answers = [{"text": "x"}]
    assert body("text", {"answers": answers}).dump()["match"] == USUAL
    assert body("text", {"answers": answers, "match": {}}).dump()["match"] == USUAL
    for name, usual in USUAL.items():
        changed = body("text", {"answers": answers, "match": {name: not usual}}).dump()["match"]
        assert changed == {**USUAL, name: not usual}


def test_a_key_is_right_a_wrong_choice_wrong_and_what_nobody_chose_is_neither():
    found = body("choice", {"options": [{"text": "a", "fraction": 1}, {"text": "b"}, {"text": "c"}]})
    shown = {given: [found.state(option, given) for option in found.options] for given in (None, Chosen("o2"))}
    assert shown == {None: ["right", "other", "other"], Chosen("o2"): ["right", "wrong", "other"]}


def test_options_are_shuffled_but_for_the_pinned_ones_and_true_and_false_never():
    for kind in ("choice", "multiple"):
        (group,) = body(kind, {"options": [{"text": "a", "fraction": 1}, {"text": "b", "pinned": True}]}).groups()
        assert (group.shuffled, group.pinned) == (True, frozenset({"o2"}))
    (group,) = body("true_false", FALSE).groups()
    assert not group.shuffled


def test_what_is_hidden_are_feedback_correction_and_accepted_answers():
    assert body("true_false", FALSE).secrets() == ("No.",)
    assert body("true_false", {**FALSE, "correction": "È falso."}).secrets() == ("No.", "È falso.")
    numbers = [{"value": 3, "feedback": "Sì."}, {"value": None, "feedback": "No."}]
    assert body("number", {"numbers": numbers}).secrets() == ("3", "Sì.", "No.")
    assert body("text", {"answers": [{"text": "x"}, {"text": "y", "feedback": "No."}]}).secrets() == ("x", "y", "No.")


@pytest.mark.parametrize(("weight", "sound"), [(0, True), (1000, True), (1001, False), (-1, False)])
def test_a_gap_weighs_at_most_a_thousand(weight, sound):
    reader = Reader({"gaps": [{"type": "text", "weight": weight, "answers": [{"text": "x"}]}]})
    TYPES["cloze"].read(reader)
    assert (reader.problems == []) == sound


def test_pairs_and_steps_of_a_question_to_sort_are_shuffled():
    pairs = [{"left": "a", "right": "1"}, {"left": "b", "right": "2"}]
    assert [group.shuffled for group in body("matching", {"pairs": pairs}).groups()] == [True, True]
    (group,) = body("ordering", {"order": [{"text": "a"}, {"text": "b"}]}).groups()
    assert (group.shuffled, group.disordered) == (True, True)


def test_the_second_full_key_is_the_fault_and_its_place_is_named():
    options = [{"text": "a"}, {"text": "b", "fraction": 1}, {"text": "c", "fraction": 1}, {"text": "d", "fraction": 1}]
    (fault,) = body("choice", {"options": options}).faults()
    assert (fault.code, fault.path) == ("key-doubled", ("options", 2, "fraction"))
