"""Local hours and their moments: Rome's changes by a table, and every zone over 2026, 2027 and a leap day."""

import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.wallclock import NoSuchTimeError, moment_of, shown_twice, wall

ROME = ZoneInfo("Europe/Rome")
ZONES = sorted(available_timezones())
LOCALS = st.integers(0, 820 * 24 * 60).map(
    lambda minutes: local("2026-01-01 00:00") + datetime.timedelta(minutes=minutes)
)


def local(written):
    return datetime.datetime.strptime(written, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - a wall clock has no zone


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        ("2026-03-29 01:59", "2026-03-29 00:59", None),
        ("2026-03-29 03:00", "2026-03-29 01:00", None),
        ("2026-10-25 01:59", "2026-10-24 23:59", None),
        ("2026-10-25 02:00", "2026-10-25 00:00", "2026-10-25 01:00"),
        ("2026-10-25 02:30", "2026-10-25 00:30", "2026-10-25 01:30"),
        ("2026-10-25 02:59", "2026-10-25 00:59", "2026-10-25 01:59"),
        ("2026-10-25 03:00", "2026-10-25 02:00", None),
        ("2026-11-24 09:00", "2026-11-24 08:00", None),
        ("2027-03-28 03:15", "2027-03-28 01:15", None),
        ("2027-10-31 02:30", "2027-10-31 00:30", "2027-10-31 01:30"),
        ("2028-02-29 12:00", "2028-02-29 11:00", None),
    ],
)
def test_rome(written, first, second):
    early, late = moment_of(local(written), ROME), moment_of(local(written), ROME, later=True)
    assert early == local(first).replace(tzinfo=datetime.UTC)
    assert late == local(second or first).replace(tzinfo=datetime.UTC)
    assert shown_twice(early, ROME) == shown_twice(late, ROME) == bool(second)


@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize("written", ["2026-03-29 02:00", "2026-03-29 02:30", "2026-03-29 02:59", "2027-03-28 02:15"])
def test_an_hour_that_rome_leaves_out_is_none(written, later):
    with pytest.raises(NoSuchTimeError):
        moment_of(local(written), ROME, later=later)


@given(LOCALS, st.sampled_from(ZONES), st.booleans())
def test_what_is_entered_is_what_is_shown(entered, name, later):
    zone = ZoneInfo(name)
    try:
        moment = moment_of(entered, zone, later=later)
    except NoSuchTimeError:
        return
    assert wall(moment, zone) == entered
    assert moment.tzinfo is datetime.UTC


@given(LOCALS, st.sampled_from(ZONES))
def test_every_moment_is_entered_by_what_the_clock_shows(naive, name):
    zone, moment = ZoneInfo(name), naive.replace(tzinfo=datetime.UTC)
    shown = wall(moment, zone)
    assert moment in {moment_of(shown, zone), moment_of(shown, zone, later=True)}
    assert shown_twice(moment, zone) == (moment_of(shown, zone) < moment_of(shown, zone, later=True))


@given(LOCALS, st.sampled_from(ZONES))
def test_an_hour_that_is_left_out_is_refused_whichever_is_meant(entered, name):
    zone = ZoneInfo(name)
    refused = []
    for later in (False, True):
        try:
            moment_of(entered, zone, later=later)
        except NoSuchTimeError:
            refused.append(later)
    assert len(refused) in {0, 2}
