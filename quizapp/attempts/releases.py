"""What a student may be told of an attempt now: the plan of its assignment, read from rows."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from quizapp.attempts.endings import BOUNDS
from quizapp.attempts.models import OPEN, Attempt, Purpose, Slot
from quizapp.attempts.queries import SEQ
from quizapp.banks import queries as banks
from quizapp.banks.models import Item, ItemVersion
from quizapp.core.items import Item as CoreItem
from quizapp.core.release import Part, Plan, When, awaited, moment_of, plan_of, told
from quizapp.core.timing import closed_for_all
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.queries import rules
from quizapp.quizzes.service import DEFERRED, IMMEDIATE

Told = frozenset[Part]


@dataclass(frozen=True, slots=True)
class Awaited:
    """A part that is not told yet; `at` None where its moment is not known."""

    part: Part
    when: When
    at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Line:
    """An attempt in a list of its student's; `scored` where its score may be seen."""

    attempt: Attempt
    title: str
    lang: str
    scored: bool


def told_of(attempt: Any, assignment: Any, now: datetime.datetime) -> Told:
    """The parts that the student may see; a row of `queries.slot_at` is both an attempt and its assignment."""
    closed_at = closed_for_all(rules(assignment)) if _bound(attempt, assignment) else None
    return told(_plan(attempt, assignment), handed_in=attempt.state != OPEN, closed_at=closed_at, now=now)


def awaited_of(attempt: Any, assignment: Any, now: datetime.datetime) -> list[Awaited]:
    """The parts that the student may not see yet, and when they come."""
    here, plan = told_of(attempt, assignment, now), _plan(attempt, assignment)
    closed_at = closed_for_all(rules(assignment)) if _bound(attempt, assignment) else None
    found = [(part, awaited(plan, part, closed_at)) for part in Part if part not in here]
    return [Awaited(part, when, moment_of(when, closed_at)) for part, when in found]


def lines_of(rows: Iterable[Any], now: datetime.datetime) -> list[Line]:
    """Rows of `queries.of_user` as lists show them."""
    return [
        Line(attempt, title, lang, Part.SCORE in told_of(attempt, assignment, now))
        for attempt, title, lang, assignment in rows
    ]


def withheld_items(session: Session, user_id: int, now: datetime.datetime) -> frozenset[int]:
    """The ids of the items whose key a person is still kept from by a graded attempt: not to be practised yet."""
    rows = session.execute(
        select(Attempt, Assignment)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Attempt.user_id == user_id, Attempt.purpose == Purpose.GRADED.value)
    )
    kept = [attempt.id for attempt, assignment in rows if Part.KEY not in told_of(attempt, assignment, now)]
    wanted = select(ItemVersion.item_id).join(Slot, Slot.item_version_id == ItemVersion.id)
    return frozenset(session.scalars(wanted.where(Slot.attempt_id.in_(kept)))) if kept else frozenset()


_mine = (
    select(ItemVersion.item_id, Attempt.state, Attempt.feedback, *BOUNDS, Assignment.release, SEQ.label("seq"))
    .select_from(Attempt)
    .join(Slot, Slot.attempt_id == Attempt.id)
    .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
    .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
    .where(Attempt.user_id == bindparam("reader"))
    .subquery()
)
_later = banks.LATER.add_columns(*_mine.c).outerjoin(_mine, _mine.c.item_id == Item.id)


def later_items(session: Session, version_id: int, reader: int, now: datetime.datetime) -> list[CoreItem]:
    """What replaces the answer of an item, but for items whose key the reader has to find or to wait for."""
    found: dict[int, CoreItem] = {}
    kept: set[int] = set()
    for row in session.execute(_later, {"version_id": version_id, "reader": reader}):
        found.setdefault(row.id, banks.as_core(row.content, row.status))
        if row.item_id is not None and _keeps_key(row, now):
            kept.add(row.id)
    return [item for identifier, item in found.items() if identifier not in kept]


def _keeps_key(row: Any, now: datetime.datetime) -> bool:
    """Whether an attempt still asks the item, unanswered or to be changed until hand-in, or does not tell its key."""
    asks = row.state == OPEN and (row.feedback == DEFERRED or not row.seq)
    return asks or (row.purpose == Purpose.GRADED and Part.KEY not in told_of(row, row, now))


def _plan(attempt: Any, assignment: Any) -> Plan:
    stored = assignment.release if _bound(attempt, assignment) else None
    return plan_of(stored, each=attempt.feedback == IMMEDIATE)


def _bound(attempt: Any, assignment: Any) -> bool:
    """Practice is told at once, whatever the assignment that it came from."""
    return assignment is not None and bool(attempt.purpose == Purpose.GRADED)
