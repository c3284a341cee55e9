"""What answers earn: certainty by Moodle's table over 3, a cost for wrong choices, nothing for not knowing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answers import Answer, DontKnow, Options, earns, own_mark, read, restore, store
from quizapp.core.responses import Chosen, Submission, Unreadable
from quizapp.core.scoring import Certainty, Scoring, cost_of, earned, total
from tests.build import ITEMS, make_item

F = Fraction
SHARES = st.fractions(-1, 1, max_denominator=60)
RULES = st.sampled_from(Scoring)
SURE = st.one_of(st.none(), st.sampled_from(Certainty))
CHOICE = make_item()
TYPED = make_item(**{**ITEMS[3], "options": None})
MOODLE = {1: (1, 0), 2: (2, -2), 3: (3, -6)}
"""The CBM marks of Moodle's `question_cbm`: right and wrong for each certainty."""


def test_certainty_is_said_in_three_steps_whose_numbers_stand_in_forms_and_rows():
    assert {each.name: each.value for each in Certainty} == {"LOW": 1, "MIDDLE": 2, "HIGH": 3}
    assert len(Certainty) == 3


@pytest.mark.parametrize("sure", Certainty)
@pytest.mark.parametrize("fraction", [F(1), F(3, 4), F(1, 2), F(1, 7), F(0), F(-1, 3), F(-1)])
def test_certainty_is_moodles_table_divided_by_three(sure, fraction):
    right, wrong = MOODLE[sure]
    expected = fraction * F(right, 3) if fraction > 0 else F(wrong, 3)
    assert earned(fraction, Scoring.CERTAINTY, certainty=sure) == expected


@pytest.mark.parametrize(
    ("chance", "best"), [(F(3, 5), Certainty.LOW), (F(7, 10), Certainty.MIDDLE), (F(9, 10), Certainty.HIGH)]
)
def test_the_honest_certainty_earns_most(chance, best):
    def hope(sure):
        win, lose = (earned(F(each), Scoring.CERTAINTY, certainty=sure) for each in (1, 0))
        return chance * win + (1 - chance) * lose

    assert max(Certainty, key=hope) is best


@pytest.mark.parametrize(
    ("scoring", "type_", "size", "cost"),
    [
        (Scoring.CHANCE, "choice", 4, F(1, 3)),
        (Scoring.CHANCE, "choice", 3, F(1, 2)),
        (Scoring.CHANCE, "true_false", 2, F(1)),
        (Scoring.CHANCE, "choice", 1, F(0)),
        (Scoring.QUARTER, "choice", 4, F(1, 4)),
        (Scoring.THIRD, "true_false", 2, F(1, 3)),
        (Scoring.HALF, "choice", 3, F(1, 2)),
        (Scoring.HALF, "multiple", 4, F(0)),
        (Scoring.CHANCE, "text", 0, F(0)),
        (Scoring.PLAIN, "choice", 4, F(0)),
        (Scoring.CERTAINTY, "choice", 4, F(0)),
    ],
)
def test_a_wrong_choice_costs_what_the_rule_says_and_other_types_nothing(scoring, type_, size, cost):
    assert cost_of(scoring, type_, size) == cost
    assert earned(F(0), scoring, type_=type_, size=size) == -cost


@given(st.integers(2, 20))
def test_guessing_earns_nothing_on_the_average(size):
    marks = [earned(F(each == 0), Scoring.CHANCE, type_="choice", size=size) for each in range(size)]
    assert sum(marks) == 0


@given(SHARES, RULES, SURE, st.sampled_from(["choice", "true_false", "text"]), st.integers(2, 9))
def test_what_is_earned_stays_within_its_bounds_and_never_above_the_items_own_mark(fraction, rule, sure, type_, size):
    found = earned(fraction, rule, certainty=sure, type_=type_, size=size)
    assert -2 <= found <= 1
    assert found <= max(fraction, 0)
    if fraction > 0:
        assert found > 0
    if fraction == 1 and (rule is not Scoring.CERTAINTY or sure in {None, Certainty.HIGH}):
        assert found == 1


@given(SHARES, SURE)
def test_without_options_the_items_own_mark_stands(fraction, sure):
    assert earned(fraction, Scoring.PLAIN, certainty=sure, type_="choice", size=3) == fraction


@given(RULES, SHARES)
def test_not_to_know_earns_nothing_and_loses_nothing(rule, fraction):
    assert earns(CHOICE, Answer(DontKnow()), fraction, rule) == 0
    assert own_mark(CHOICE.body, Answer(DontKnow())) == 0


@given(st.fractions(-9, 9), RULES)
def test_costs_never_take_an_attempt_below_zero(marks, rule):
    floored = rule not in {Scoring.PLAIN, Scoring.CERTAINTY}
    assert total(marks, rule) == (max(marks, 0) if floored else marks)


@given(st.sampled_from([option.id for option in CHOICE.body.options]), SURE)
def test_an_answer_comes_back_from_its_json_as_it_was(entry, sure):
    for answer in (Answer(Chosen(entry), sure), Answer(DontKnow())):
        assert restore(CHOICE.body, store(CHOICE.body, answer)) == answer


def test_an_answer_without_options_is_stored_as_ever():
    assert store(CHOICE.body, Answer(Chosen("o1"))) == {"option": "o1"}


FORM = {"answer": ["a"], "answer-certainty": ["2"], "answer-unknown": ["1"]}


@pytest.mark.parametrize(
    ("options", "fields", "found"),
    [
        (Options(), FORM, Answer(Chosen("o1"))),
        (Options(dont_know=True), FORM, Answer(DontKnow())),
        (Options(dont_know=True), {"answer-unknown": ["1"]}, Answer(DontKnow())),
        (Options(), {"answer-unknown": ["1"]}, Unreadable("empty")),
        (Options(scoring=Scoring.CERTAINTY), FORM, Answer(Chosen("o1"), Certainty.MIDDLE)),
        (Options(scoring=Scoring.CERTAINTY), {"answer": ["a"]}, Unreadable("no-certainty")),
        (Options(scoring=Scoring.CERTAINTY), {**FORM, "answer-certainty": ["4"]}, Unreadable("no-certainty")),
        (Options(scoring=Scoring.CERTAINTY), {"answer-certainty": ["1"]}, Unreadable("empty")),
        (Options(dont_know=True, scoring=Scoring.CERTAINTY), FORM, Answer(DontKnow())),
    ],
)
def test_a_form_is_read_by_what_the_assignment_lets_its_students_say(options, fields, found):
    assert read(CHOICE.body, Submission(fields, {"a": "o1"}), options) == found


def test_a_typed_answer_costs_nothing_where_a_choice_does():
    wrong = Answer(TYPED.body.restore({"text": "maggio"}))
    assert earns(TYPED, wrong, own_mark(TYPED.body, wrong), Scoring.HALF) == 0
