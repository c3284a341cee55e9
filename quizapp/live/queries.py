"""Reads of an assignment that is being worked on: one statement for the students, one for the questions."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import User
from quizapp.attempts.endings import BOUNDS
from quizapp.attempts.models import WITHDRAWN, Attempt, Outcome, Purpose, Response, Slot
from quizapp.attempts.queries import NEWEST_OUTCOME, PLACE, last_given
from quizapp.banks.models import Item, ItemVersion
from quizapp.banks.queries import same_item
from quizapp.classes.models import Membership
from quizapp.classes.queries import IS_STUDENT
from quizapp.quizzes.extras import with_extra
from quizapp.quizzes.models import Assignment, AssignmentStudent, QuizEdition, QuizSlot
from quizapp.quizzes.queries import Given, slots


@dataclass(frozen=True, slots=True)
class Tally:
    """How a place of the quiz went in the first attempts; `version` None where every student draws their own."""

    position: int
    version: int | None
    answered: int
    unknown: int
    marked: int
    right: int

    @property
    def share(self) -> float:
        """The right ones among those that are marked."""
        return self.right / self.marked if self.marked else 0.0


_GRADED = Attempt.purpose == Purpose.GRADED.value
_has_answer = exists().where(Response.attempt_id == Slot.attempt_id, Response.position == Slot.position)
_newest_seq = (
    select(func.count())
    .where(Response.attempt_id == Slot.attempt_id, Response.position == Slot.position)
    .correlate(Slot)
    .scalar_subquery()
)
_says_unknown = exists().where(
    Response.attempt_id == Slot.attempt_id,
    Response.position == Slot.position,
    Response.seq == _newest_seq,
    Response.given["unknown"].as_boolean(),
)
_is_withdrawn = exists().where(NEWEST_OUTCOME, Outcome.reason == WITHDRAWN)
_shown = func.coalesce(ItemVersion.marked_with_id, QuizSlot.item_version_id)
"""The version of a place with which answers are marked; none where every student draws their own."""
_last_place = (
    select(Response.position)
    .where(Response.attempt_id == Attempt.id)
    .order_by(Response.at.desc(), Response.position.desc())
    .limit(1)
    .correlate(Attempt)
    .scalar_subquery()
)


def _first_open(*conditions: Any) -> Any:
    return (
        select(func.min(Slot.position))
        .where(Slot.attempt_id == Attempt.id, ~_has_answer.correlate(Slot), ~_is_withdrawn.correlate(Slot), *conditions)
        .correlate(Attempt)
        .scalar_subquery()
    )


def students(session: Session, given: Given) -> list[Any]:
    """Every student with their newest attempt, by name; `place` is the question that comes after the last answer."""
    again = aliased(Attempt)
    newest = (
        select(func.max(again.number))
        .where(
            again.user_id == User.id,
            again.assignment_id == given.assignment.id,
            again.purpose == Purpose.GRADED.value,
        )
        .correlate(User)
        .scalar_subquery()
    )
    mine = and_(
        Attempt.user_id == User.id,
        Attempt.assignment_id == given.assignment.id,
        _GRADED,
        Attempt.number == newest,
    )
    wanted = (
        select(
            User.id.label("user_id"),
            User.name,
            Attempt.state,
            Attempt.size,
            Attempt.answered,
            Attempt.last_at,
            Attempt.finished_at,
            *BOUNDS,
            func.coalesce(_first_open(Slot.position > _last_place), _first_open()).label("place"),
        )
        .select_from(User)
        .outerjoin(Attempt, mine)
        .join(Assignment, Assignment.id == given.assignment.id)
        .where(User.id.in_(_members(given)))
        .order_by(User.name, User.id)
    )
    return list(session.execute(with_extra(wanted, User.id)))


def tallies(session: Session, given: Given) -> list[Tally]:
    """Every place of the quiz with how its question went in the students' first attempts."""
    asked = and_(
        Slot.attempt_id == Attempt.id,
        QuizSlot.position == PLACE,
        or_(QuizSlot.item_version_id.is_(None), same_item(Slot.item_version_id, QuizSlot.item_version_id)),
    )
    wanted = (
        select(
            QuizSlot.position,
            _shown,
            func.count(case((_has_answer.correlate(Slot), 1))),
            func.count(case((_says_unknown.correlate(Slot), 1))),
            func.count(case((Outcome.reason != WITHDRAWN, 1))),
            func.count(case(((Outcome.share >= 1) & (Outcome.reason != WITHDRAWN), 1))),
        )
        .select_from(QuizSlot)
        .outerjoin(ItemVersion, ItemVersion.id == QuizSlot.item_version_id)
        .outerjoin(Attempt, _first_of(given))
        .outerjoin(Slot, asked)
        .outerjoin(Outcome, NEWEST_OUTCOME)
        .where(QuizSlot.quiz_id == given.quiz.id, QuizSlot.edition == given.assignment.edition)
        .group_by(QuizSlot.position, _shown)
        .order_by(QuizSlot.position)
    )
    return [Tally(*row) for row in session.execute(wanted)]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question that students drew at a place, or at another of the same draw: how many did, and have answered."""

    version: int
    key: str
    """By which addresses name it: the item's public id and the number of the version."""
    students: int
    answered: int


@dataclass(frozen=True, slots=True)
class Draw:
    """The places that draw from the same questions, and the versions that these are."""

    places: tuple[int, ...]
    versions: tuple[int, ...]


def draw_at(session: Session, given: Given, n: int) -> Draw:
    """The draw that a place belongs to."""
    edition = given.assignment.edition
    found = {slot.position: slot.draw for slot in slots(session, given.quiz.id, edition)}
    mine = found[n] or {}
    pools = session.get_one(QuizEdition, (given.quiz.id, edition)).pools
    return Draw(tuple(place for place, draw in found.items() if draw == mine), tuple(pools[mine["pool"]]))


def drawn(session: Session, given: Given, draw: Draw) -> list[Drawn]:
    """What the first attempts drew of a draw, what most students have first."""
    students = func.count()
    wanted = (
        select(
            Slot.item_version_id,
            Item.public_id,
            ItemVersion.number,
            students.label("students"),
            func.count(case((_has_answer.correlate(Slot), 1))).label("answered"),
        )
        .select_from(Slot)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .join(ItemVersion, ItemVersion.id == Slot.item_version_id)
        .join(Item, Item.id == ItemVersion.item_id)
        .where(_first_of(given), PLACE.in_(draw.places), _of_same_items(draw.versions))
        .group_by(Slot.item_version_id, Item.public_id, ItemVersion.number)
        .order_by(students.desc(), Slot.item_version_id)
    )
    return [
        Drawn(row.item_version_id, f"{row.public_id}.{row.number}", row.students, row.answered)
        for row in session.execute(wanted)
    ]


def answers_at(session: Session, given: Given, places: Collection[int], version: int) -> list[str | None]:
    """The last answer of every first attempt that asks this version at one of these places, nobody named; None where
    none is given."""
    wanted = (
        select(last_given(Slot))
        .select_from(Slot)
        .join(Attempt, Attempt.id == Slot.attempt_id)
        .where(_first_of(given), PLACE.in_(places), same_item(Slot.item_version_id, version))
    )
    return list(session.scalars(wanted))


def _of_same_items(versions: Collection[int]) -> Any:
    again = aliased(ItemVersion)
    return ItemVersion.item_id.in_(select(again.item_id).where(again.id.in_(versions)))


def _first_of(given: Given) -> Any:
    return and_(
        Attempt.assignment_id == given.assignment.id,
        _GRADED,
        Attempt.number == 1,
        Attempt.user_id.in_(_members(given)),
    )


def _members(given: Given) -> Select[Any]:
    """Those to whom it is given: the class's students, and the ones named."""
    of_class = select(Membership.user_id).where(
        Membership.class_id == given.assignment.class_id,
        IS_STUDENT,
    )
    named = select(AssignmentStudent.user_id).where(AssignmentStudent.assignment_id == given.assignment.id)
    return of_class.union(named)  # type: ignore[return-value]
