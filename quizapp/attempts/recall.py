"""What a student remembers, derived from the answers that are stored anyway: nothing else is kept of it."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from fsrs import Rating
from sqlalchemy import Date, Text, bindparam, cast, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import School, User
from quizapp.attempts.models import RESTORED, WITHDRAWN, Attempt, Outcome, Purpose, Response, Slot
from quizapp.attempts.queries import UNKNOWN
from quizapp.banks.models import Bank, Item, ItemListing, ItemVersion
from quizapp.banks.queries import REPLACED
from quizapp.banks.search import selectable
from quizapp.classes.models import Membership, SchoolClass
from quizapp.classes.queries import IS_STUDENT
from quizapp.core.memory import Memory, daily, rating_of, remembered
from quizapp.core.scoring import Certainty
from quizapp.db import plain_rows
from quizapp.plain import prepared


class Answered(NamedTuple):
    """An answer to an item: when, how well it was known, and whether it was wholly right."""

    at: datetime.datetime
    rating: Rating
    right: bool


@dataclass(frozen=True, slots=True)
class Recall:
    """What a student remembers today, by item.

    `wrong` are the items whose last answer was not wholly right, the last one first; `done` is how many that were due
    have been answered today.
    """

    today: datetime.date
    memories: dict[int, Memory] = field(default_factory=dict)
    wrong: tuple[int, ...] = ()
    done: int = 0


class Return(NamedTuple):
    """The day on which an item comes again, and how many days away that is, at least 1."""

    day: datetime.date
    days: int


_clock = (
    select(SchoolClass.timezone)
    .join(Membership, Membership.class_id == SchoolClass.id)
    .where(
        Membership.user_id == User.id,
        IS_STUDENT,
        SchoolClass.archived_at.is_(None),
    )
    .order_by(Membership.joined_at, SchoolClass.id)
    .limit(1)
    .correlate(User)
    .scalar_subquery()
)
CLOCK = func.coalesce(_clock, School.timezone)
"""The time zone of a student: that of the first class, else of the school; beside `User` and `School`."""
_clock_of = (
    select(CLOCK).select_from(User).join(School, School.id == User.school_id).where(User.id == bindparam("user_id"))
)
_at = func.coalesce(Response.at, Attempt.finished_at, Outcome.at)
_answers = (
    select(
        ItemVersion.item_id,
        Outcome.attempt_id,
        Outcome.position,
        Outcome.seq,
        Outcome.share,
        Outcome.reason,
        _at.label("at"),
        cast(Response.given, Text).label("given"),
    )
    .select_from(Attempt)
    .join(Outcome, Outcome.attempt_id == Attempt.id)
    .join(ItemVersion, ItemVersion.id == Outcome.item_version_id)
    .outerjoin(
        Response,
        (Response.attempt_id == Outcome.attempt_id)
        & (Response.position == Outcome.position)
        & (Response.seq == Outcome.seq),
    )
    .where(Attempt.user_id == bindparam("user_id"), Attempt.purpose != Purpose.PREVIEW.value)
    .order_by(ItemVersion.item_id, _at, Outcome.number)
)
_every_answer = prepared(_answers.with_only_columns(*_answers.selected_columns))
_CERTAINTY = re.compile(r'"certainty":\s*([123])')
"""In a stored answer, as `UNKNOWN`."""
_SURE = {str(each.value): each for each in Certainty}
_asked = aliased(ItemVersion)
_of_attempt = (
    _answers.add_columns(_clock_of.scalar_subquery().label("clock"))
    .join(Item, Item.id == ItemVersion.item_id)
    .join(Bank, Bank.id == Item.bank_id)
    .join(ItemListing, ItemListing.item_id == Item.id)
    .where(
        ItemVersion.item_id.in_(
            select(_asked.item_id)
            .join(Slot, Slot.item_version_id == _asked.id)
            .where(Slot.attempt_id == bindparam("attempt_id"))
        ),
        selectable(bindparam("today", type_=Date)),
        ~REPLACED,
    )
)


def clock_of(session: Session, user_id: int) -> ZoneInfo:
    """The clock by which a person's days are told."""
    return ZoneInfo(session.scalars(_clock_of, {"user_id": user_id}).one())


def recall(session: Session, user_id: int, now: datetime.datetime) -> Recall:
    """What a person remembers of everything that they ever answered: two statements."""
    zone = clock_of(session, user_id)
    today = now.astimezone(zone).date()
    memories: dict[int, Memory] = {}
    wrong, done = [], 0
    for item, answers in _by_item(plain_rows(session, _every_answer, {"user_id": user_id})):
        reviews = daily([(each.at, each.rating) for each in answers], zone)
        if memory := remembered(reviews):
            memories[item] = memory
        if not answers[-1].right:
            wrong.append((answers[-1].at, item))
        if reviews[-1].day == today:
            before = remembered(reviews[:-1])
            done += before is not None and before.due <= today
    return Recall(today, memories, tuple(item for _at, item in sorted(wrong, reverse=True)), done)


def returns_of(session: Session, attempt_id: int, user_id: int, now: datetime.datetime) -> dict[int, Return]:
    """When the items of a person's attempt come again, by position: one statement.

    There is none where an item is due already, or is not asked any more.
    """
    given = {"user_id": user_id, "attempt_id": attempt_id, "today": now.date()}
    rows = session.execute(_of_attempt, given).all()
    if not rows:
        return {}
    zone = ZoneInfo(rows[0].clock)
    today = now.astimezone(zone).date()
    memories = {
        item: remembered(daily(((each.at, each.rating) for each in answers), zone)) for item, answers in _by_item(rows)
    }
    here = {row.position: memories.get(row.item_id) for row in rows if row.attempt_id == attempt_id}
    return {
        position: Return(memory.due, (memory.due - today).days)
        for position, memory in here.items()
        if memory is not None and memory.due > today
    }


def _by_item(rows: Iterable[Any]) -> Iterator[tuple[int, list[Answered]]]:
    """Each item with its answers, the last one last; of a place that was marked again the newest outcome counts, and
    one that was withdrawn says nothing."""
    for item, mine in groupby(rows, key=_item_of):
        every = list(mine)
        if len(every) > 1:
            every = list({(row.attempt_id, row.position): row for row in every}.values())
        counting = [_answered(row) for row in every if row.reason not in _NOT_COUNTING]
        if counting:
            yield item, counting


_NOT_COUNTING = frozenset({WITHDRAWN, RESTORED})
_item_of = attrgetter("item_id")


def _answered(row: Any) -> Answered:
    if row.seq is None:
        return Answered(row.at, rating_of(None), right=False)
    return Answered(row.at, *_known(row.share, row.given))


@lru_cache(maxsize=4096)
def _known(share: float, given: str) -> tuple[Rating, bool]:
    unknown = "unknown" in given and UNKNOWN.search(given) is not None
    rating = rating_of(share, unknown=unknown, certainty=certainty_of(given))
    return rating, share >= 1 and not unknown


def certainty_of(given: str) -> Certainty | None:
    """How sure the student was of a stored answer, where that was asked."""
    sure = _CERTAINTY.search(given) if "certainty" in given else None
    return _SURE[sure[1]] if sure else None
