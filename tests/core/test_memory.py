"""FSRS as the project uses it: the reference intervals of formula 10, the mapping of answers, and the daily portion."""

import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from fsrs import Rating
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory import (
    DAILY,
    Memory,
    Review,
    daily,
    minutes,
    portion,
    rating_of,
    remembered,
    retrievability,
    spread,
)
from quizapp.core.scoring import Certainty

DAY = datetime.date(2026, 11, 27)
ROME = ZoneInfo("Europe/Rome")
AGAIN, HARD, GOOD, EASY = Rating.Again, Rating.Hard, Rating.Good, Rating.Easy
moments = st.builds(
    lambda seconds: datetime.datetime.fromtimestamp(seconds, datetime.UTC), st.integers(1_700_000_000, 1_800_000_000)
)
ratings = st.sampled_from([AGAIN, HARD, GOOD])


def when_due(*given):
    """The memories after each review, every one exactly when it is due."""
    reviews, found = [], []
    for rating in given:
        reviews.append(Review(found[-1].due if found else DAY, rating))
        found.append(remembered(reviews))
    return found


@pytest.mark.parametrize(
    ("given", "intervals"),
    [
        ((GOOD, GOOD, GOOD, GOOD), [2, 11, 46, 163]),
        ((AGAIN,), [1]),
        ((HARD,), [1]),
        ((EASY,), [8]),
        ((GOOD, GOOD, AGAIN, GOOD), [2, 11, 2, 5]),
        ((GOOD, HARD), [2, 8]),
        ((GOOD, EASY), [2, 19]),
    ],
)
def test_the_intervals_are_those_of_reference(given, intervals):
    assert [memory.interval for memory in when_due(*given)] == intervals


def test_stability_and_difficulty_after_good_are_those_of_reference():
    (memory,) = when_due(GOOD)
    assert (memory.stability, round(memory.difficulty, 4)) == (2.3065, 2.1181)


@pytest.mark.parametrize(
    ("fraction", "more", "rating"),
    [
        (None, {}, AGAIN),
        (-1, {}, AGAIN),
        (0, {}, AGAIN),
        (Fraction(1, 3), {}, AGAIN),
        (0.49, {}, AGAIN),
        (0, {"unknown": True}, AGAIN),
        (1, {"unknown": True}, AGAIN),
        (0, {"certainty": Certainty.LOW}, AGAIN),
        (0.5, {}, HARD),
        (Fraction(1, 2), {}, HARD),
        (0.99, {"certainty": Certainty.HIGH}, HARD),
        (1, {"certainty": Certainty.LOW}, HARD),
        (1, {"helped": True}, HARD),
        (1, {}, GOOD),
        (1, {"certainty": Certainty.MIDDLE}, GOOD),
        (1, {"certainty": Certainty.HIGH}, GOOD),
    ],
)
def test_an_answer_leads_to_a_rating(fraction, more, rating):
    assert rating_of(fraction, **more) is rating


@given(
    st.one_of(st.none(), st.fractions(-1, 1)),
    st.booleans(),
    st.sampled_from([None, *Certainty]),
    st.booleans(),
)
def test_easy_is_never_automatic_and_a_failure_never_hard(fraction, unknown, certainty, helped):
    rating = rating_of(fraction, unknown=unknown, certainty=certainty, helped=helped)
    failed = fraction is None or unknown or fraction < Fraction(1, 2)
    assert rating is not EASY
    assert (rating is AGAIN) == failed


def test_the_first_answer_of_a_day_counts_by_the_clock_of_the_student():
    late, early = (datetime.datetime(2026, 11, 26, hour, 30, tzinfo=datetime.UTC) for hour in (22, 23))
    assert daily([(early, GOOD), (late, AGAIN)], ROME) == [
        Review(datetime.date(2026, 11, 26), AGAIN),
        Review(DAY, GOOD),
    ]
    assert daily([(early, GOOD), (late, AGAIN)], datetime.UTC) == [Review(datetime.date(2026, 11, 26), AGAIN)]


@given(st.lists(st.tuples(moments, ratings)))
def test_there_is_one_review_a_day_and_further_answers_of_it_change_nothing(answers):
    reviews = daily(answers, ROME)
    days = [review.day for review in reviews]
    assert days == sorted(set(days))
    again = [
        (datetime.datetime.combine(day, datetime.time(23, 59, 59, 999_999), ROME).astimezone(datetime.UTC), AGAIN)
        for day in days
    ]
    assert daily(answers + again, ROME) == reviews


@given(st.lists(st.tuples(st.integers(1, 400), ratings), min_size=1, max_size=12), st.integers(0, 2000))
def test_whatever_was_answered_leaves_a_date_and_a_likelihood_that_falls(steps, later):
    day, reviews = DAY, []
    for gap, rating in steps:
        day += datetime.timedelta(days=gap)
        reviews.append(Review(day, rating))
    memory = remembered(reviews)
    assert memory is not None
    assert memory.last == day
    assert memory.interval >= 1
    assert 1 <= memory.difficulty <= 10
    soon, late = (retrievability(memory, day + datetime.timedelta(days=each)) for each in (later, later + 1))
    assert 0 < late <= soon <= 1
    assert retrievability(memory, memory.due) == pytest.approx(0.9, abs=0.06) or memory.interval == 1


@given(st.lists(ratings, min_size=1, max_size=8))
def test_a_right_answer_when_due_is_asked_no_sooner_than_before(given):
    before, after = when_due(*given, GOOD)[-2:]
    assert after.interval >= before.interval
    assert when_due(*given, AGAIN)[-1].interval <= after.interval


@given(st.lists(st.tuples(st.floats(0.1, 400), st.integers(0, 900)), min_size=2, max_size=20))
def test_free_practice_follows_the_likelihood_of_still_knowing(rows):
    known = {each: Memory(days, 5.0, DAY - datetime.timedelta(days=ago), DAY) for each, (days, ago) in enumerate(rows)}
    likely = [retrievability(known[each], DAY) for each in portion(known, known, DAY, "")]
    assert likely == sorted(likely)


def memories(dues):
    return {
        each: Memory(5.0, 5.0, DAY - datetime.timedelta(days=30), DAY + datetime.timedelta(days=due))
        for each, due in enumerate(dues)
    }


@given(st.lists(st.integers(-60, 20), max_size=120), st.integers(0, 40))
def test_no_day_asks_for_more_than_fifteen_and_nothing_is_lost_or_asked_too_soon(dues, done):
    known = memories(dues)
    plan = spread(known, DAY, done=done, days=40)
    asked = [(day, each) for day, items in plan for each in items]
    assert all(len(items) <= DAILY for _day, items in plan)
    assert len(plan[0][1]) <= max(DAILY - done, 0)
    assert all(day >= known[each].due for day, each in asked)
    assert sorted(each for _day, each in asked) == list(known)
    for day, items in plan[1:]:  # a day with room leaves nothing waiting
        waiting = [each for later, each in asked if later > day and known[each].due <= day]
        assert not waiting or len(items) == DAILY


def test_what_is_likeliest_to_be_forgotten_comes_first():
    weak, strong = (Memory(days, 5.0, DAY - datetime.timedelta(days=9), DAY) for days in (2.0, 8.0))
    known = {**dict.fromkeys(range(DAILY), strong), 99: weak}
    assert spread(known, DAY, days=2) == [
        (DAY, [99, *range(DAILY - 1)]),
        (DAY + datetime.timedelta(days=1), [DAILY - 1]),
    ]


def test_free_practice_begins_with_what_was_never_met_and_goes_on_with_what_fades():
    weak, strong = (Memory(days, 5.0, DAY - datetime.timedelta(days=9), DAY) for days in (2.0, 8.0))
    known = {1: strong, 2: weak}
    drawn = portion(range(1, 6), known, DAY, "a")
    assert sorted(drawn[:3]) == [3, 4, 5]
    assert drawn[3:] == [2, 1]
    assert portion(range(1, 6), known, DAY, "a") == drawn
    assert {tuple(portion(range(3, 6), known, DAY, seed)) for seed in "abcdefghij"} != {tuple(drawn[:3])}
    assert len(portion(range(40), known, DAY, "a")) == DAILY


def test_nothing_to_remember_leads_to_empty_days():
    assert remembered([]) is None
    assert daily([], ROME) == []
    assert [items for _day, items in spread({}, DAY)] == [[]] * 7


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, 1), (2, 1), (3, 2), (15, 8)])
def test_a_portion_is_told_in_minutes(count, told):
    assert minutes(count) == told
