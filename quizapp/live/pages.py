"""What the live page and the wall show, made of plain values."""

import datetime
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from quizapp.attempts.endings import end_of
from quizapp.attempts.models import OPEN, SUBMITTED
from quizapp.attempts.pages import granted
from quizapp.core.items import Item
from quizapp.core.presentation import Shown, draw_order
from quizapp.core.timing import Standing, remaining, standing
from quizapp.live.queries import Tally
from quizapp.progress.queries import Share
from quizapp.quizzes.queries import Given
from quizapp.quizzes.service import bounds as bounds_of

LEAST_SHOWN = 5
"""With fewer answers a share on the wall would point at somebody."""
_BEAT = datetime.timedelta(seconds=30)
"""How often the words about time may change: between two beats an idle class costs no page."""
_EPOCH = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_OFFERED = frozenset({"choice", "multiple", "true_false"})
_TYPED = frozenset({"text", "number", "cloze"})
_MINUTES, _HOURS = 60, 48


class Stage(StrEnum):
    """How far one student is with an assignment."""

    NOT_BEGUN = "not begun"
    WORKING = "working"
    ENDED = "ended"
    HANDED_IN = "handed in"


@dataclass(frozen=True, slots=True)
class Line:
    """One student of the live page; `place` None where every question has an answer."""

    name: str
    stage: Stage
    place: int | None = None
    size: int = 0
    answered: int = 0
    since: str = ""
    left: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """The live page's moving part: `overdue` counts what may be handed in for students, `seen` names all it says."""

    lines: tuple[Line, ...]
    counts: Counter[Stage]
    overdue: int
    seen: str


def board(rows: Sequence[Any], given: Given, now: datetime.datetime) -> Board:
    """The board of rows of `queries.students`."""
    lines = tuple(_line(row, now) for row in rows)
    overdue = sum(row.state == OPEN and standing(end_of(row), now) is Standing.OVER for row in rows)
    bounds = (given.assignment.edition, bounds_of(given.assignment), given.open_at(now))
    said = repr((lines, overdue, bounds)).encode()
    return Board(lines, Counter(line.stage for line in lines), overdue, hashlib.sha256(said).hexdigest()[:16])


def _line(row: Any, now: datetime.datetime) -> Line:
    if row.state is None:
        return Line(row.name, Stage.NOT_BEGUN, time=granted(row))
    if row.state == SUBMITTED:
        return Line(row.name, Stage.HANDED_IN, None, row.size, row.answered)
    end = end_of(row)
    if standing(end, now) is not Standing.RUNNING:
        return Line(row.name, Stage.ENDED, row.place, row.size, row.answered)
    left = remaining(end, _beat_after(now)) if end is not None and row.time_limit_s is not None else None
    return Line(
        row.name,
        Stage.WORKING,
        row.place,
        row.size,
        row.answered,
        ago(_beat_before(now) - row.last_at) if row.answered else "",
        "" if left is None else _left(left),
        granted(row),
    )


def _beat_before(now: datetime.datetime) -> datetime.datetime:
    return now - (now - _EPOCH) % _BEAT


def _beat_after(now: datetime.datetime) -> datetime.datetime:
    return now + (_EPOCH - now) % _BEAT


def ago(gone: datetime.timedelta) -> str:
    """`3 minuti fa`: begun minutes are not counted."""
    minutes = max(0, int(gone.total_seconds())) // 60
    if not minutes:
        return str(_("less than a minute ago"))
    if minutes < _MINUTES:
        return str(ngettext("%(num)s minute ago", "%(num)s minutes ago", minutes))
    hours = minutes // 60
    if hours < _HOURS:
        return str(ngettext("%(num)s hour ago", "%(num)s hours ago", hours))
    return str(ngettext("%(num)s day ago", "%(num)s days ago", hours // 24))


def _left(time: datetime.timedelta) -> str:
    minutes = int(time.total_seconds()) // 60
    if not minutes:
        return str(_("less than a minute"))
    return str(ngettext("%(num)s minute", "%(num)s minutes", minutes))


@dataclass(frozen=True, slots=True)
class Choice:
    """An option on the wall, with its letter in the order of the wall and how the class chose."""

    letter: str
    option: Any
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Wall:
    """One question for everybody: `choices` where options are offered, else `given`, the answers of several."""

    shown: Shown
    choices: tuple[Choice, ...]
    given: tuple[Share, ...]
    others: int
    answered: int

    @property
    def enough(self) -> bool:
        """Whether so many have answered that a share says nothing of one of them."""
        return self.answered >= LEAST_SHOWN


def wall(item: Item, shares: Sequence[Share], answered: int, seed: str) -> Wall:
    """A question as the wall shows it: in an order of its own, the same at every look."""
    shown = Shown(draw_order(item.body.groups(), seed), seed)
    if item.type in _OFFERED:
        return Wall(shown, _choices(item, shown, shares), (), 0, answered)
    told = [each for each in shares if each.is_key or each.count > 1] if item.type in _TYPED else list(shares)
    told = [each for each in told if each.count]
    return Wall(shown, (), tuple(told), sum(each.count for each in shares) - sum(e.count for e in told), answered)


def _choices(item: Item, shown: Shown, shares: Sequence[Share]) -> tuple[Choice, ...]:
    options = getattr(item.body, "options", ())
    found = {each.text: each for each in shares}
    return tuple(
        Choice(shown.letter(options, option.id), option, found[option.text].count, found[option.text].share)
        for option in shown.arrange(options)
    )


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the quiz on the wall; `version` None where every student draws their own."""

    version: int | None
    before: int | None
    after: int | None


def stop_at(tallies: Sequence[Tally], n: int) -> Stop | None:
    """The place with this number, and the places before and after it."""
    for index, each in enumerate(tallies):
        if each.position == n:
            before = tallies[index - 1].position if index else None
            after = tallies[index + 1].position if index + 1 < len(tallies) else None
            return Stop(each.version, before, after)
    return None
