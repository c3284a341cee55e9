"""When an attempt ends: by hand-reckoned tables, and by what must hold of every start, limit and extra."""

import datetime
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.timing import (
    GRACE,
    Extra,
    Rules,
    Standing,
    allowed_time,
    closed_for_all,
    deadline,
    ended_at,
    extra_time,
    most_of,
    remaining,
    seconds_late,
    standing,
)

MINUTE, SECOND = datetime.timedelta(minutes=1), datetime.timedelta(seconds=1)
START = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
MOMENTS = st.integers(10**9, 7 * 10**9).map(lambda seconds: datetime.datetime.fromtimestamp(seconds, datetime.UTC))
LIMITS = st.integers(1, 600).map(lambda minutes: minutes * MINUTE)
EXTRAS = st.builds(Extra, st.integers(100, 400), st.integers(0, 600))


def after(minutes):
    return START + minutes * MINUTE


@pytest.mark.parametrize(
    ("limit", "extra", "minutes"),
    [
        (30, Extra(), 30),
        (30, Extra(200), 60),
        (30, Extra(minutes=15), 45),
        (30, Extra(150, 10), 55),
        (1, Extra(133), 1 + 20 / 60),  # 79.8 seconds, rounded up
        (20, Extra(125), 25),
    ],
)
def test_the_time_of_a_student_is_the_limit_and_what_is_granted(limit, extra, minutes):
    assert allowed_time(limit * MINUTE, extra) == minutes * MINUTE


@pytest.mark.parametrize(
    ("limit", "closes", "cuts", "extra", "expected"),
    [
        (None, None, False, Extra(), None),
        (None, 45, False, Extra(), 45),
        (None, 45, True, Extra(300), 45),  # a share is of a limit, and there is none
        (None, 45, True, Extra(300, 99), 144),
        (30, None, False, Extra(), 30),
        (30, None, True, Extra(200), 60),
        (30, 45, False, Extra(), 30),
        (30, 45, True, Extra(), 30),
        (30, 20, False, Extra(), 30),
        (30, 20, True, Extra(), 20),
        (30, 45, False, Extra(200), 60),
        (30, 45, True, Extra(200), 60),
        (30, 20, True, Extra(200), 50),  # the closing cuts what everybody has, never what is granted
        (30, 45, False, Extra(150, 10), 55),
    ],
)
def test_an_attempt_ends_with_its_own_time_or_at_the_closing_where_that_cuts(limit, closes, cuts, extra, expected):
    rules = Rules(limit and limit * MINUTE, closes and after(closes), cuts)
    assert deadline(START, rules, extra) == (expected and after(expected))


@pytest.mark.parametrize(
    ("limit", "closes", "cuts", "stopped", "expected"),
    [
        (None, None, False, 10, 10),
        (None, 45, False, 10, 10),
        (None, 5, False, 10, 5),  # closed already
        (30, None, False, 10, 10),
        (30, 45, False, 10, 10),
        (30, 45, True, 40, 30),
        (30, None, False, -5, -5),  # begun as it was being closed
    ],
)
def test_a_stop_ends_whatever_has_not_ended_before(limit, closes, cuts, stopped, expected):
    rules = Rules(limit and limit * MINUTE, closes and after(closes), cuts, after(stopped))
    assert deadline(START, rules) == after(expected)


@pytest.mark.parametrize(
    ("seconds", "where", "left", "late"),
    [
        (-61, Standing.RUNNING, 61, 0),
        (-0.5, Standing.RUNNING, 0.5, 0),
        (0, Standing.GRACE, 0, 1),
        (3.2, Standing.GRACE, 0, 4),
        (4, Standing.GRACE, 0, 4),
        (GRACE.total_seconds() - 0.1, Standing.GRACE, 0, 60),
        (GRACE.total_seconds(), Standing.OVER, 0, 60),
        (86400, Standing.OVER, 0, 86400),
    ],
)
def test_around_the_end(seconds, where, left, late):
    now = START + seconds * SECOND
    assert standing(START, now) is where
    assert remaining(START, now) == left * SECOND
    assert seconds_late(START, now) == late
    assert ended_at(START, now) == (START if where is Standing.OVER else now)


def test_without_an_end_there_is_always_time():
    assert standing(None, START) is Standing.RUNNING
    assert seconds_late(None, START) == 0
    assert ended_at(None, START) == START


RULES = st.builds(Rules, st.none() | LIMITS, st.none() | MOMENTS, st.booleans(), st.none() | MOMENTS)


@given(MOMENTS, LIMITS, EXTRAS, st.none() | MOMENTS, st.booleans())
def test_a_closing_that_cuts_takes_of_everybodys_time_and_nothing_of_what_is_granted(start, limit, extra, closes, cuts):
    granted = allowed_time(limit, extra) - limit
    own = start + limit
    assert granted >= datetime.timedelta(0)
    assert deadline(start, Rules(limit, closes, cuts), extra) == (
        (min(own, closes) if cuts and closes else own) + granted
    )


@given(MOMENTS, RULES, EXTRAS)
def test_only_a_stop_shortens_what_is_granted(start, rules, extra):
    end, everybodys = deadline(start, rules, extra), deadline(start, replace(rules, stopped_at=None))
    if everybodys is None:
        assert end == rules.stopped_at
    elif rules.stopped_at is None or end < rules.stopped_at:
        assert end - everybodys == extra_time(rules.limit, extra)
    else:
        assert end == rules.stopped_at


@given(MOMENTS, RULES, EXTRAS, EXTRAS)
def test_more_extra_never_ends_an_attempt_earlier(start, rules, one, other):
    more = most_of(one, other)
    sooner, later = deadline(start, rules, one), deadline(start, rules, more)
    assert (sooner is None) == (later is None)
    assert sooner is None or later >= sooner


@given(RULES, st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=3)))
def test_it_is_closed_for_all_only_when_who_began_in_time_has_ended(rules, before):
    closed = closed_for_all(rules)
    if closed is not None and rules.closes_at is not None:
        assert deadline(rules.closes_at - before, rules) <= closed
    assert (closed is None) == (rules.closes_at is None and rules.stopped_at is None)


@given(MOMENTS, MOMENTS)
def test_what_is_left_and_where_it_stands_agree(end, now):
    assert (remaining(end, now) > datetime.timedelta(0)) == (standing(end, now) is Standing.RUNNING)
    assert (seconds_late(end, now) > 0) == (standing(end, now) is not Standing.RUNNING)
    assert ended_at(end, now) <= now


@given(MOMENTS, LIMITS, EXTRAS)
def test_an_attempt_over_a_change_of_the_clock_lasts_as_long_as_any(start, limit, extra):
    rome = ZoneInfo("Europe/Rome")
    assert deadline(start.astimezone(rome), Rules(limit), extra) == deadline(start, Rules(limit), extra)


def test_an_hour_begun_before_the_clock_is_put_back_is_an_hour():
    rome = ZoneInfo("Europe/Rome")
    start = datetime.datetime(2026, 10, 25, 2, 30, tzinfo=rome)  # summer time, 00:30 UTC
    end = deadline(start, Rules(60 * MINUTE))
    assert end == datetime.datetime(2026, 10, 25, 1, 30, tzinfo=datetime.UTC)
    assert end.astimezone(rome).strftime("%H:%M %Z") == "02:30 CET"


@pytest.mark.parametrize(
    ("limit", "cuts", "stopped", "minutes"),
    [
        (None, False, None, 45),
        (30, False, None, 75),  # the last to begin has the whole limit
        (30, True, None, 45),
        (30, False, 50, 50),
    ],
)
def test_everybody_without_extra_is_done_when_the_last_to_begin_has_had_the_limit(limit, cuts, stopped, minutes):
    rules = Rules(
        limit=None if limit is None else limit * MINUTE,
        closes_at=after(45),
        closing_cuts=cuts,
        stopped_at=None if stopped is None else after(stopped),
    )
    assert closed_for_all(rules) == after(minutes)
