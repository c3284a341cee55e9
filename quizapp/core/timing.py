"""When an attempt ends: pure reckoning with aware moments; what time it is comes in as an argument."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

GRACE = datetime.timedelta(seconds=60)
"""How long after its end an answer that was on its way is still taken."""
_WHOLE = 100
_SECOND = datetime.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Extra:
    """What one student is granted: a percentage of the limit (150: half as much again), minutes on top, and attempts.

    `percent` from 100, `minutes` and `attempts` from 0.
    """

    percent: int = _WHOLE
    minutes: int = 0
    attempts: int = 0


NO_EXTRA = Extra()


def most_of(one: Extra, other: Extra) -> Extra:
    """Of each part of what is granted, the larger."""
    return Extra(max(one.percent, other.percent), max(one.minutes, other.minutes), max(one.attempts, other.attempts))


@dataclass(frozen=True, slots=True)
class Rules:
    """What bounds an attempt: its own time, the closing, which cuts that short only where it says so, and a stop.

    A stop by the teacher's hand ends whatever runs.
    """

    limit: datetime.timedelta | None = None
    closes_at: datetime.datetime | None = None
    closing_cuts: bool = False
    stopped_at: datetime.datetime | None = None


class Standing(StrEnum):
    """Where a moment lies: before the end, in the grace after it, or past both."""

    RUNNING = "running"
    GRACE = "grace"
    OVER = "over"


def allowed_time(limit: datetime.timedelta, extra: Extra = NO_EXTRA) -> datetime.timedelta:
    """The time of one student, rounded up to whole seconds."""
    longer = limit * extra.percent / _WHOLE
    return -(-longer // _SECOND) * _SECOND + datetime.timedelta(minutes=extra.minutes)


def extra_time(limit: datetime.timedelta | None, extra: Extra) -> datetime.timedelta:
    """What a student has on top of everybody's time; without a limit the minutes alone, since a share is of nothing."""
    return datetime.timedelta(minutes=extra.minutes) if limit is None else allowed_time(limit, extra) - limit


def deadline(started_at: datetime.datetime, rules: Rules, extra: Extra = NO_EXTRA) -> datetime.datetime | None:
    """The moment at which an attempt ends, in UTC; None where nothing bounds it.

    Everybody's end is start + limit: no due date cuts it, and the closing only where the rules say so. Without a limit
    it is the closing. What is extra comes after that end, whatever made it; a stop alone comes before all of it.
    """
    own = None if rules.limit is None else started_at.astimezone(datetime.UTC) + rules.limit
    everybodys = _first(own, rules.closes_at if rules.limit is None or rules.closing_cuts else None)
    mine = None if everybodys is None else everybodys + extra_time(rules.limit, extra)
    return _first(mine, rules.stopped_at)


def closed_for_all(rules: Rules) -> datetime.datetime | None:
    """When nobody works any more who has no extra: the last to begin in time has had the whole limit; None if never."""
    waits = datetime.timedelta(0) if rules.limit is None or rules.closing_cuts else rules.limit
    return _first(None if rules.closes_at is None else rules.closes_at + waits, rules.stopped_at)


def _first(*moments: datetime.datetime | None) -> datetime.datetime | None:
    return min((each.astimezone(datetime.UTC) for each in moments if each is not None), default=None)


def remaining(end: datetime.datetime, now: datetime.datetime) -> datetime.timedelta:
    """What is left until the end, never less than nothing."""
    return max(end - now, datetime.timedelta(0))


def standing(end: datetime.datetime | None, now: datetime.datetime) -> Standing:
    """Where `now` lies; an end itself belongs to the grace."""
    if end is None or now < end:
        return Standing.RUNNING
    return Standing.GRACE if now < end + GRACE else Standing.OVER


def seconds_late(end: datetime.datetime | None, now: datetime.datetime) -> int:
    """How many seconds after the end, begun ones counted; 0 before it."""
    return 0 if end is None or now < end else max(1, -(-(now - end) // _SECOND))


def ended_at(end: datetime.datetime | None, now: datetime.datetime) -> datetime.datetime:
    """When an attempt that is closed now was finished: now, or its end where that and the grace have passed."""
    return end if end is not None and standing(end, now) is Standing.OVER else now
