"""What may be told of an attempt, and from when: by hand-made tables, and by what must hold of every plan."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.release import (
    Flaw,
    Moment,
    Part,
    When,
    awaited,
    flaws,
    moment_of,
    plan_of,
    stored_plan,
    told,
    usual,
)

HOUR = datetime.timedelta(hours=1)
START = datetime.datetime(2026, 12, 12, 9, 0, tzinfo=datetime.UTC)
EACH, HAND_IN, CLOSE, NEVER = (When(moment) for moment in (Moment.EACH, Moment.HAND_IN, Moment.CLOSE, Moment.NEVER))
MOMENTS = st.integers(-48, 48).map(lambda hours: START + hours * HOUR)
WHENS = st.sampled_from([EACH, HAND_IN, CLOSE, NEVER]) | MOMENTS.map(lambda at: When(Moment.DATE, at))
PLANS = st.fixed_dictionaries(dict.fromkeys(Part, WHENS))


def on(hours):
    return When(Moment.DATE, START + hours * HOUR)


def plan(*whens):
    return dict(zip(Part, whens, strict=True))


@pytest.mark.parametrize(
    ("whens", "handed_in", "closes", "expected"),
    [
        ((EACH, EACH, EACH, EACH), False, None, 4),
        ((HAND_IN, HAND_IN, HAND_IN, HAND_IN), False, None, 0),
        ((HAND_IN, HAND_IN, HAND_IN, HAND_IN), True, None, 4),
        ((EACH, EACH, CLOSE, CLOSE), False, -1, 2),  # never a key before the hand-in
        ((EACH, EACH, CLOSE, CLOSE), True, 1, 2),
        ((EACH, EACH, CLOSE, CLOSE), True, 0, 4),
        ((EACH, EACH, CLOSE, CLOSE), True, None, 2),
        ((HAND_IN, HAND_IN, on(-1), on(1)), True, None, 3),
        ((HAND_IN, HAND_IN, on(0), NEVER), True, None, 3),
        ((HAND_IN, NEVER, NEVER, NEVER), True, -5, 1),
        ((NEVER, HAND_IN, HAND_IN, HAND_IN), True, None, 0),  # a part gives away those before it
        ((HAND_IN, on(1), HAND_IN, EACH), True, None, 1),
    ],
)
def test_what_may_be_told(whens, handed_in, closes, expected):
    closed_at = None if closes is None else START + closes * HOUR
    here = told(plan(*whens), handed_in=handed_in, closed_at=closed_at, now=START)
    assert here == frozenset(list(Part)[:expected])


@pytest.mark.parametrize(
    ("whens", "each", "closes", "expected"),
    [
        ((EACH, EACH, EACH, EACH), True, None, {}),
        ((EACH, HAND_IN, CLOSE, NEVER), True, None, {}),
        ((HAND_IN, HAND_IN, HAND_IN, EACH), False, None, {Part.EXPLANATION: Flaw.NOT_EACH}),
        ((HAND_IN, HAND_IN, HAND_IN, EACH), True, None, {Part.EXPLANATION: Flaw.TOO_EARLY}),
        ((CLOSE, HAND_IN, CLOSE, CLOSE), False, 5, {Part.CORRECTNESS: Flaw.TOO_EARLY}),
        ((HAND_IN, HAND_IN, NEVER, CLOSE), False, 5, {Part.EXPLANATION: Flaw.TOO_EARLY}),
        ((HAND_IN, HAND_IN, CLOSE, on(4)), False, 5, {Part.EXPLANATION: Flaw.TOO_EARLY}),
        ((HAND_IN, HAND_IN, CLOSE, on(6)), False, 5, {}),
        ((HAND_IN, HAND_IN, on(6), CLOSE), False, 5, {Part.EXPLANATION: Flaw.TOO_EARLY}),
        ((HAND_IN, HAND_IN, on(2), on(1)), False, None, {Part.EXPLANATION: Flaw.TOO_EARLY}),
        (
            (HAND_IN, HAND_IN, When(Moment.DATE), HAND_IN),
            False,
            None,
            {Part.KEY: Flaw.NO_DATE, Part.EXPLANATION: Flaw.TOO_EARLY},
        ),
    ],
)
def test_a_plan_that_contradicts_itself_says_where(whens, each, closes, expected):
    closed_at = None if closes is None else START + closes * HOUR
    assert flaws(plan(*whens), each=each, closed_at=closed_at) == expected


@pytest.mark.parametrize("each", [True, False])
def test_where_nothing_is_said_all_is_told_at_once_or_at_the_hand_in(each):
    for handed_in in (True, False):
        here = told(plan_of(None, each=each), handed_in=handed_in, closed_at=None, now=START)
        assert here == (frozenset(Part) if each or handed_in else frozenset())


@given(PLANS, st.booleans(), st.none() | MOMENTS, MOMENTS)
def test_a_part_is_never_told_without_those_before_it(chosen, handed_in, closed_at, now):
    here = told(chosen, handed_in=handed_in, closed_at=closed_at, now=now)
    assert here == frozenset(list(Part)[: len(here)])


@given(PLANS, st.booleans(), st.none() | MOMENTS, MOMENTS, MOMENTS)
def test_what_was_told_stays_told(chosen, handed_in, closed_at, one, other):
    sooner = told(chosen, handed_in=False, closed_at=closed_at, now=min(one, other))
    later = told(chosen, handed_in=handed_in, closed_at=closed_at, now=max(one, other))
    assert sooner <= later


@given(PLANS, st.none() | MOMENTS, MOMENTS)
def test_before_the_hand_in_only_what_comes_after_each_answer_is_told(chosen, closed_at, now):
    here = told(chosen, handed_in=False, closed_at=closed_at, now=now)
    assert all(chosen[part].moment is Moment.EACH for part in here)


@given(PLANS, st.sampled_from(Part), MOMENTS)
def test_the_moment_that_is_announced_is_the_one_that_comes(chosen, part, closed_at):
    said = awaited(chosen, part, closed_at)
    at = moment_of(said, closed_at)

    def tells(now):
        return part in told(chosen, handed_in=True, closed_at=closed_at, now=now)

    if at is None:
        assert tells(START + 99 * HOUR) == (said.moment is not Moment.NEVER)
    else:
        assert tells(at)
        assert not tells(at - datetime.timedelta(microseconds=1))


@given(PLANS)
def test_what_is_stored_is_read_again(chosen):
    assert plan_of(stored_plan(chosen), each=True) == chosen


@pytest.mark.parametrize("each", [True, False])
def test_what_is_not_chosen_is_as_usual(each):
    assert plan_of(stored_plan(dict.fromkeys(Part)), each=each) == dict.fromkeys(Part, usual(each=each))


@given(PLANS, MOMENTS)
def test_answers_that_can_be_changed_are_never_told_before_the_hand_in(chosen, now):
    plan = plan_of(stored_plan(chosen), each=False)
    assert told(plan, handed_in=False, closed_at=now, now=now) == frozenset()
