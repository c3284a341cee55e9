"""Whom an act on an item is told: the students whose marks it changed, as far as they may know, and their teachers."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.attempts.models import Attempt, Purpose
from quizapp.attempts.releases import Told, told_each
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank, Item, ItemAct, ItemVersion
from quizapp.classes.models import Membership
from quizapp.core.items import Item as CoreItem
from quizapp.core.policy import Role
from quizapp.core.release import Part
from quizapp.corrections.practised import tell_practised
from quizapp.corrections.reach import Mark, Reached
from quizapp.notices.models import Kind
from quizapp.notices.service import of_question, tell
from quizapp.quizzes.models import Assignment, Quiz

_MARKS = frozenset({Part.SCORE, Part.CORRECTNESS})


@dataclass(frozen=True, slots=True)
class Seat:
    """A reached place of a graded attempt, with its quiz, and the parts that its student may see by now."""

    place: Reached
    assignment: Assignment
    quiz: Quiz
    told: Told


def seats(session: Session, places: Iterable[Reached], now: datetime.datetime) -> list[Seat]:
    """Those of graded attempts: three statements, however many."""
    graded = [place for place in places if place.attempt.purpose == Purpose.GRADED]
    ids = {place.attempt.assignment_id for place in graded}
    rows = session.execute(
        select(Assignment, Quiz).join(Quiz, Quiz.id == Assignment.quiz_id).where(Assignment.id.in_(ids))
    )
    given = {row[0].id: (row[0], row[1]) for row in rows} if ids else {}
    found = [(place, *given[place.attempt.assignment_id]) for place in graded if place.attempt.assignment_id]
    told = told_each(session, [(place.attempt, assignment) for place, assignment, _quiz in found], now)
    return [Seat(*each, here) for each, here in zip(found, told, strict=True)]


def corrected(
    session: Session,
    act: ItemAct,
    item: CoreItem,
    changed: Sequence[tuple[Reached, Mark]],
    met: Sequence[Reached],
    now: datetime.datetime,
) -> None:
    """A mark that has changed is told, with why, to who may see it by now; to the others it is never another.

    Whoever has `met` it in practice alone is told too, since a wrong key was shown there.
    """
    after = {place.key: mark for place, mark in changed}
    told = set()
    for seat in seats(session, [place for place, _mark in changed], now):
        before = seat.place.mark
        if seat.told >= _MARKS and before is not None:
            marks = {"before": str(before.mark), "after": str(after[seat.place.key].mark)}
            said = {**_about(item, seat), **marks, "maximum": str(seat.place.points), "why": act.why}
            _tell(session, seat, Kind.CORRECTED, said, now)
            told.add(seat.place.attempt.user_id)
    tell_practised(session, act.item_id, item, met, Kind.CORRECTED, {"why": act.why}, now, but=told)
    _tell_teachers(session, act, item, [place for place, _mark in changed], now)


def withdrawn(
    session: Session, act: ItemAct, item: CoreItem, places: Sequence[Reached], now: datetime.datetime
) -> None:
    """Every student who met it, in a quiz or in practice, is told so; nothing of any mark is said."""
    told = set()
    for seat in seats(session, places, now):
        _tell(session, seat, Kind.WITHDRAWN, {**_about(item, seat), "why": act.why}, now)
        told.add(seat.place.attempt.user_id)
    tell_practised(session, act.item_id, item, places, Kind.WITHDRAWN, {"why": act.why}, now, but=told)
    _tell_teachers(session, act, item, places, now)


def taken_back(session: Session, act: ItemAct, places: Sequence[Reached], now: datetime.datetime) -> None:
    """What was told of an act is told to be so no more: to those who were told of it."""
    version = session.get_one(ItemVersion, act.version_id)
    item = banks.as_core(version.content, version.status)
    told = set()
    for seat in seats(session, places, now):
        if act.act == "withdrawn" or seat.told >= _MARKS:
            _tell(session, seat, Kind.RESTORED, {**_about(item, seat), "act": act.act}, now)
            told.add(seat.place.attempt.user_id)
    tell_practised(session, act.item_id, item, places, Kind.RESTORED, {"act": act.act}, now, but=told)
    _tell_teachers(session, act, item, places, now)


def _about(item: CoreItem, seat: Seat) -> dict[str, Any]:
    return {
        **of_question(item),
        "quiz": seat.quiz.title,
        "attempt": seat.place.attempt.public_id,
        "n": seat.place.position,
    }


def _tell(session: Session, seat: Seat, kind: Kind, said: dict[str, Any], now: datetime.datetime) -> None:
    attempt: Attempt = seat.place.attempt
    made = tell(session, attempt.user_id, kind, said, now, subject=f"act {attempt.id} {seat.place.position}")
    made.kind = kind.value  # one that waits of the same place now says this


def _tell_teachers(
    session: Session, act: ItemAct, item: CoreItem, places: Iterable[Reached], now: datetime.datetime
) -> None:
    """The teachers of the classes that were reached, but for whoever did it."""
    touched: dict[int, set[int]] = defaultdict(set)
    for place in places:
        if place.attempt.purpose == Purpose.GRADED and place.attempt.assignment_id is not None:
            touched[place.attempt.assignment_id].add(place.attempt.id)
    counts: Counter[int] = Counter()
    for assignment, teacher in teachers_of(session, touched):
        counts[teacher] += len(touched[assignment])
    by = act.undone_by if act.undone_at is not None else act.by_id
    bank = session.scalar(select(Bank.public_id).join(Item, Item.bank_id == Bank.id).where(Item.id == act.item_id))
    said = {**of_question(item), "act": act.act, "why": act.why, "bank": bank}
    for teacher, count in counts.items():
        if teacher != by:
            about = {**said, "count": count, "undone": act.undone_at is not None}
            tell(session, teacher, Kind.TOUCHED, about, now, subject=f"touched {act.id}")


def teachers_of(session: Session, assignments: Collection[int]) -> list[tuple[int, int]]:
    """Each of these assignments with each teacher of its class."""
    if not assignments:
        return []
    wanted = (
        select(Assignment.id, Membership.user_id)
        .join(Membership, Membership.class_id == Assignment.class_id)
        .where(Assignment.id.in_(assignments), Membership.role == Role.TEACHER.value)
        .order_by(Assignment.id, Membership.user_id)
    )
    return [(row[0], row[1]) for row in session.execute(wanted)]
