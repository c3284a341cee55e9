"""Which answers held on a day and which did not, and why: what the date switch of a bank says."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.items import CameTrue, Item, Source
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Timing

Replacement = tuple[datetime.date | None, str]
"""From when another answer holds, and what the question that asks for it is called."""

_DAY = datetime.timedelta(days=1)


class Why(StrEnum):
    """What is to be said of an answer on a day."""

    NOT_YET = "not yet"
    REPLACED = "replaced"
    UNCHECKED = "unchecked"
    OPEN = "open"
    CAME_TRUE = "came true"
    DID_NOT = "did not"


@dataclass(frozen=True, slots=True)
class Life:
    """The days of an answer: known from `as_of`, to be checked by `review_by`, replaced, told how it went."""

    as_of: datetime.date | None = None
    timing: Timing | None = None
    review_by: datetime.date | None = None
    forecast: bool = False
    came_true: CameTrue | None = None
    told_on: datetime.date | None = None
    replaced: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """Whether an answer held on a day; `day` and `by` belong to the reason."""

    holds: bool
    why: Why | None = None
    day: datetime.date | None = None
    by: str | None = None


def life_of(item: Item, replaced: Iterable[Replacement] = ()) -> Life:
    """The days of an item; `replaced` names the ready items that replace its answer."""
    return Life(
        item.as_of,
        item.timing,
        item.review_by,
        item.kind is Kind.FORECAST,
        item.came_true,
        told_on(item),
        in_order(replaced),
    )


def in_order(replaced: Iterable[Replacement]) -> tuple[Replacement, ...]:
    """Replacements as a life has them: by day, those without one first."""
    return tuple(sorted(replaced, key=lambda each: each[0] or datetime.date.min))


def told_on(item: Item) -> datetime.date | None:
    """From when it is known how a forecast went: the day of its last source, else its horizon; None while open."""
    return told_from(item.came_true, item.as_of, item.horizon, [source.date for source in item.sources])


def told_from(
    came_true: CameTrue | None,
    as_of: datetime.date | None,
    horizon: datetime.date | None,
    sources: Iterable[datetime.date | None],
) -> datetime.date | None:
    """As `told_on`, of the days alone; `sources` are those of the sources."""
    if came_true in {None, CameTrue.OPEN}:
        return None
    return max((day for day in sources if day and _after(day, as_of)), default=horizon or as_of)


def telling_sources(item: Item) -> tuple[Source, ...]:
    """The sources of a forecast that are of a later day than it: where it can be read how it went."""
    return tuple(each for each in item.sources if each.date and _after(each.date, item.as_of))


def _after(day: datetime.date, as_of: datetime.date | None) -> bool:
    return as_of is None or day > as_of


def held_on(life: Life, day: datetime.date) -> Held:
    """Whether the answer held on a day.

    What a dated question or a forecast says of its own day stays true: it goes on holding, with a remark.
    """
    if life.as_of is not None and day < life.as_of:
        return Held(holds=False, why=Why.NOT_YET, day=life.as_of)
    if life.forecast:
        return _forecast(life, day)
    later = [each for each in life.replaced if each[0] is None or each[0] <= day]
    if later:
        since, by = later[-1]
        return Held(holds=life.timing is not Timing.CURRENT, why=Why.REPLACED, day=since, by=by)
    if life.timing is Timing.CURRENT and life.review_by is not None and life.review_by < day:
        return Held(holds=False, why=Why.UNCHECKED, day=life.review_by)
    return Held(holds=True)


def _forecast(life: Life, day: datetime.date) -> Held:
    if life.told_on is None or day < life.told_on:
        return Held(holds=True, why=Why.OPEN)
    why = Why.CAME_TRUE if life.came_true is CameTrue.YES else Why.DID_NOT
    return Held(holds=True, why=why, day=life.told_on)


def turning_days(lives: Iterable[Life]) -> dict[datetime.date, int]:
    """Every day on which something different is to be said of one of these answers than on the day before.

    With it, how many of them begin or cease to hold.
    """
    found: dict[datetime.date, int] = {}
    for life in lives:
        days = {life.as_of, life.told_on, *(since for since, _by in life.replaced)}
        if life.review_by is not None and life.review_by < datetime.date.max:
            days.add(life.review_by + _DAY)
        for day in filter(None, days):
            now, before = held_on(life, day), held_on(life, _eve(day))
            if now != before:
                found[day] = found.get(day, 0) + (now.holds != before.holds)
    return found


def proposed_days(
    lives: Iterable[Life], article: datetime.date | None, today: datetime.date, most: int = 6
) -> list[datetime.date]:
    """Days worth looking at, in order: that of the article, today, and those between on which most changes."""
    turning = {day: weight for day, weight in turning_days(lives).items() if day < today}
    first = article or min(turning, default=today)
    between = sorted((day for day in turning if day > first), key=lambda day: (-turning[day], day))
    return sorted({min(first, today), today, *between[: max(0, most - 2)]})


def _eve(day: datetime.date) -> datetime.date:
    return max(day, datetime.date.min + _DAY) - _DAY
