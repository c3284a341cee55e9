"""What a body keeps of an answer, fills back into its form, says of it in words, and what of its data makes a fault."""

from decimal import Decimal

import pytest

from quizapp.core.presentation import Shown
from quizapp.core.reading import Reader
from quizapp.core.responses import ChosenSet, Ordered, Submission, Unreadable
from quizapp.core.types import TYPES
from quizapp.core.types.number import Accepted

LETTERS = {"options": [{"text": "a", "fraction": 1}, {"text": "b"}, {"text": "c", "fraction": 1}]}
STEPS = {"order": [{"text": "one"}, {"text": "two"}, {"text": "three"}]}
VERDICT = [{"text": "true", "fraction": 1}, {"text": "false"}]


def body(kind, data):
    return TYPES[kind].read(Reader(data))


def test_of_several_chosen_those_are_kept_shown_and_said():
    letters = body("multiple", LETTERS)
    response = ChosenSet(frozenset({"o3", "o1"}))
    assert letters.store(response) == {"options": ["o1", "o3"]}
    assert letters.restore(letters.store(response)) == response
    assert letters.fields(response, str.upper) == {"answer": ["O1", "O3"]}
    assert letters.words(response) == ["a", "c"]


def test_one_box_at_least_is_ticked():
    letters = body("multiple", LETTERS)
    ids = {"x1": "o1", "x2": "o2", "x3": "o3"}
    assert letters.parse(Submission({}, ids)) == Unreadable("empty")
    assert letters.parse(Submission({"answer": ["x2"]}, ids)) == ChosenSet(frozenset({"o2"}))


def test_each_step_says_whether_it_rightly_follows_the_one_before():
    steps = body("ordering", STEPS)
    given = steps.given(Ordered(("e2", "e3", "e1")))
    assert [(step.text, link) for step, link in given] == [("two", None), ("three", True), ("one", False)]


@pytest.mark.parametrize(
    ("options", "true", "correction", "faults"),
    [
        (VERDICT, True, None, []),
        ([{"text": "true"}, {"text": "false", "fraction": 1}], False, "It is four.", []),
        ([{"text": "true"}, {"text": "false", "fraction": 1}], False, None, ["correction-missing"]),
        (VERDICT[::-1], True, None, ["true-false-shape"]),
    ],
)
def test_a_statement_is_true_by_its_key_and_a_false_one_needs_its_correction(options, true, correction, faults):
    statement = body("true_false", {"options": options} | ({"correction": correction} if correction else {}))
    assert statement.statement_is_true is true
    assert [each.code for each in statement.faults()] == faults


def test_an_option_has_no_share_and_no_fixed_place_unless_it_says_so():
    (bare, told) = body("choice", {"options": [{"text": "a"}, {"text": "b", "fraction": 1, "pinned": True}]}).options
    assert (bare.fraction, bare.pinned) == (0, False)
    assert (told.fraction, told.pinned) == (1, True)


def test_a_gap_writes_its_weight_where_it_is_not_one():
    gap = {"type": "text", "answers": [{"text": "x", "fraction": 1}]}
    usual, heavy = body("cloze", {"gaps": [gap, {**gap, "weight": 2}]}).gaps
    assert "weight" not in usual.dump()
    assert heavy.dump()["weight"] == 2


def test_a_gap_shows_its_options_as_drawn_and_none_where_it_is_typed():
    choice = {"type": "choice", "options": [{"text": "a", "fraction": 1}, {"text": "b"}]}
    cloze = body("cloze", {"gaps": [choice, {"type": "text", "answers": [{"text": "x", "fraction": 1}]}]})
    first, second = cloze.gaps
    drawn = Shown(tuple(first.prefix + each for each in ("o2", "o1")), "s")
    assert [each.text for each in cloze.offered(first, drawn)] == ["b", "a"]
    assert cloze.offered(second, drawn) == ()


@pytest.mark.parametrize(
    ("wide", "narrow", "covers"),
    [
        ((5, 1), (5, 1), True),
        ((5, 2), (6, 1), True),
        ((5, 2), (4, 1), True),
        ((5, 1), (5, 2), False),
        ((None, 0), (5, 1), True),
    ],
)
def test_a_number_covers_what_lies_within_its_bounds_the_bounds_too(wide, narrow, covers):
    one, other = (
        Accepted("n", None if value is None else Decimal(value), Decimal(slack)) for value, slack in (wide, narrow)
    )
    assert one.covers(other) is covers


def test_a_number_takes_itself_alone_and_all_of_the_mark_unless_it_says_otherwise():
    plain = Accepted("n", Decimal(5))
    assert [plain.takes(Decimal(value)) for value in ("4.999", "5", "5.001")] == [False, True, False]
    assert plain.fraction == 1
