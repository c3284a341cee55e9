"""What a student may be told of an attempt now: the plan of its assignment, read from rows."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, select, tuple_
from sqlalchemy.orm import Session

from quizapp.attempts.endings import BOUNDS, last_ends
from quizapp.attempts.models import OPEN, Attempt, Purpose, Slot
from quizapp.attempts.queries import SEQ
from quizapp.banks import queries as banks
from quizapp.banks.models import Item, ItemVersion
from quizapp.core.items import Item as CoreItem
from quizapp.core.release import ALL, PARTS, Moment, Part, Plan, When, awaited, moment_of, plan_of, told
from quizapp.core.timing import closed_for_all
from quizapp.db import plain_rows
from quizapp.plain import prepared
from quizapp.quizzes.models import Assignment, QuizEdition, QuizSlot
from quizapp.quizzes.queries import for_student, rules
from quizapp.quizzes.service import DEFERRED, IMMEDIATE

Told = frozenset[Part]
Ends = Mapping[int, datetime.datetime]
"""By assignment, when the last of those ends who still work though it has closed."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """A part that is not told yet; `at` None where its moment is not known.

    `working` where the quiz has closed and somebody still works who is granted more time.
    """

    part: Part
    when: When
    at: datetime.datetime | None
    working: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An attempt in a list of its student's; `scored` where its score may be seen, no title where it is of no quiz."""

    attempt: Attempt
    title: str | None
    lang: str | None
    scored: bool


def told_of(session: Session, attempt: Any, assignment: Any, now: datetime.datetime) -> Told:
    """The parts that the student may see; a row of `queries.slot_at` is both an attempt and its assignment."""
    return told_each(session, [(attempt, assignment)], now)[0]


def told_each(session: Session, pairs: Sequence[tuple[Any, Any]], now: datetime.datetime) -> list[Told]:
    """Of each attempt with its assignment the parts that the student may see; at most one statement for all."""
    working = _still_working(session, pairs, now)
    return [_told(attempt, assignment, now, working) for attempt, assignment in pairs]


def awaited_of(session: Session, attempt: Any, assignment: Any, now: datetime.datetime) -> list[Awaited]:
    """The parts that the student may not see yet, and when they come."""
    working = _still_working(session, [(attempt, assignment)], now)
    here = _told(attempt, assignment, now, working)
    if here == ALL:
        return []
    plan, closed_at = _plan(attempt, assignment), _closed_at(attempt, assignment, working)
    found = [(part, awaited(plan, part, closed_at)) for part in PARTS if part not in here]
    return [
        Awaited(part, when, None, working=True)
        if working and when.moment is Moment.CLOSE
        else Awaited(part, when, moment_of(when, closed_at))
        for part, when in found
    ]


def told_but(still: Iterable[Awaited]) -> Told:
    """The parts that may be seen where these are still awaited."""
    return ALL - {each.part for each in still}


def lines_of(session: Session, rows: Iterable[Any], now: datetime.datetime) -> list[Line]:
    """Rows of `queries.of_user` as lists show them; at most one statement however many they are."""
    found = list(rows)
    told = told_each(session, [(attempt, assignment) for attempt, _title, _lang, assignment in found], now)
    return [
        Line(attempt, title, lang, Part.SCORE in here)
        for (attempt, title, lang, _assignment), here in zip(found, told, strict=True)
    ]


def withheld_items(session: Session, user_id: int, now: datetime.datetime) -> frozenset[int]:
    """The ids of the items whose key a person is still kept from by a graded attempt: not to be practised yet."""
    rows = session.execute(
        select(Attempt, Assignment)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Attempt.user_id == user_id, Attempt.purpose == Purpose.GRADED.value)
    )
    found = [(row[0], row[1]) for row in rows]
    told = told_each(session, found, now)
    kept = [attempt.id for (attempt, _of), here in zip(found, told, strict=True) if Part.KEY not in here]
    wanted = select(ItemVersion.item_id).join(Slot, Slot.item_version_id == ItemVersion.id)
    return frozenset(session.scalars(wanted.where(Slot.attempt_id.in_(kept)))) if kept else frozenset()


def not_to_practise(session: Session, user_id: int, now: datetime.datetime) -> frozenset[int]:
    """The ids of the items that a person may not practise yet: their key is kept back, or an open graded attempt still
    asks them."""
    asked = (
        select(ItemVersion.item_id)
        .join(Slot, Slot.item_version_id == ItemVersion.id)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .where(
            Attempt.user_id == user_id,
            Attempt.state == OPEN,
            Attempt.purpose == Purpose.GRADED.value,
            (Attempt.feedback == DEFERRED) | (SEQ == 0),
        )
    )
    return withheld_items(session, user_id, now) | frozenset(session.scalars(asked))


def items_to_come(session: Session, user_id: int, now: datetime.datetime) -> frozenset[int]:
    """The ids of the items of the quizzes that a student was given and has not finished: practice would give them
    away."""
    finished = frozenset(
        session.scalars(
            select(Attempt.assignment_id).where(
                Attempt.user_id == user_id, Attempt.purpose == Purpose.GRADED.value, Attempt.state != OPEN
            )
        )
    )
    editions = {
        (given.quiz.id, given.assignment.edition)
        for given in for_student(session, user_id)
        if given.assignment.id not in finished and (given.closing is None or now < given.closing)
    }
    if not editions:
        return frozenset()
    pinned = select(QuizSlot.item_version_id).where(tuple_(QuizSlot.quiz_id, QuizSlot.edition).in_(editions))
    pools = session.scalars(
        select(QuizEdition.pools).where(tuple_(QuizEdition.quiz_id, QuizEdition.number).in_(editions))
    )
    drawn = {version for each in pools for pool in each.values() for version in pool}
    wanted = select(ItemVersion.item_id).where(ItemVersion.id.in_(pinned) | ItemVersion.id.in_(drawn))
    return frozenset(session.scalars(wanted))


_mine = (
    select(
        ItemVersion.item_id,
        Attempt.state,
        Attempt.feedback,
        Attempt.assignment_id,
        *BOUNDS,
        Assignment.release,
        SEQ.label("seq"),
    )
    .select_from(Attempt)
    .join(Slot, Slot.attempt_id == Attempt.id)
    .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
    .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
    .where(Attempt.user_id == bindparam("reader"))
    .subquery()
)
_later = prepared(banks.LATER.add_columns(*_mine.c).outerjoin(_mine, _mine.c.item_id == Item.id))


def later_items(
    session: Session, version_id: int, reader: int, now: datetime.datetime
) -> list[tuple[CoreItem, str | None]]:
    """What replaces the answer of an item, and why, but for items whose key the reader has to find or to wait for, in a
    quiz to come too."""
    rows = plain_rows(session, _later, {"version_id": version_id, "reader": reader}).all()
    asked = [row for row in rows if row.item_id is not None]
    working = _still_working(session, [(row, row) for row in asked if row.purpose == Purpose.GRADED], now)
    kept = {row.id for row in asked if _keeps_key(row, now, working)}
    told = {row.id: row for row in rows if row.id not in kept}
    if told:
        to_come = items_to_come(session, reader, now)
        told = {item: row for item, row in told.items() if item not in to_come}
    return [(banks.as_core(row.content, row.status), row.why) for row in told.values()]


def _keeps_key(row: Any, now: datetime.datetime, working: Ends) -> bool:
    """Whether an attempt still asks the item, unanswered or to be changed until hand-in, or does not tell its key."""
    asks = row.state == OPEN and (row.feedback == DEFERRED or not row.seq)
    return asks or (row.purpose == Purpose.GRADED and Part.KEY not in _told(row, row, now, working))


def _told(attempt: Any, assignment: Any, now: datetime.datetime, working: Ends) -> Told:
    plan = _plan(attempt, assignment)
    closed_at = _closed_at(attempt, assignment, working) if _asks_closing(plan) else None
    return told(plan, handed_in=attempt.state != OPEN, closed_at=closed_at, now=now)


def _closed_at(attempt: Any, assignment: Any, working: Ends = MappingProxyType({})) -> datetime.datetime | None:
    """When nobody works any more, those with more time included."""
    base = closed_for_all(rules(assignment)) if _bound(attempt, assignment) else None
    return base and max(base, working.get(attempt.assignment_id, base))


def _still_working(session: Session, pairs: Iterable[tuple[Any, Any]], now: datetime.datetime) -> Ends:
    """Of those pairs whose student waits for a closing that has come; nothing is asked where there is none."""
    waiting = {attempt.assignment_id for attempt, assignment in pairs if _waits(attempt, assignment, now)}
    found = last_ends(session, waiting) if waiting else {}
    return {assignment: end for assignment, end in found.items() if end > now}


def _waits(attempt: Any, assignment: Any, now: datetime.datetime) -> bool:
    if attempt.state == OPEN or not _asks_closing(_plan(attempt, assignment)):
        return False
    closed_at = _closed_at(attempt, assignment)
    return closed_at is not None and closed_at <= now


def _plan(attempt: Any, assignment: Any) -> Plan:
    stored = assignment.release if _bound(attempt, assignment) else None
    return plan_of(stored, each=attempt.feedback == IMMEDIATE)


def _asks_closing(plan: Plan) -> bool:
    return any(when.moment is Moment.CLOSE for when in plan.values())


def _bound(attempt: Any, assignment: Any) -> bool:
    """Practice is told at once, whatever the assignment that it came from."""
    return assignment is not None and bool(attempt.purpose == Purpose.GRADED)
