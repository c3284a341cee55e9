"""Reads of reports."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, true, union
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import item_of, last_given, load_items
from quizapp.banks.models import Bank, ItemVersion
from quizapp.banks.models import Item as ItemRow
from quizapp.classes.models import Membership
from quizapp.classes.queries import IS_STUDENT
from quizapp.core.items import Item
from quizapp.core.policy import Identity, Role, Thing
from quizapp.quizzes.models import Assignment, Quiz
from quizapp.reports.models import Report, State

SHOWN = 500
"""Reports that one page deals with: the newest ones."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report as a teacher reads it: who made it, in which quiz, about what, and what was answered there.

    No quiz where it was made in practice.
    """

    report: Report
    student: str
    quiz: Quiz | None
    question: ItemRow
    bank: Bank
    item: Item
    given: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one question."""

    reports: tuple[Told, ...]

    @property
    def newest(self) -> Told:
        """The one that came last."""
        return self.reports[0]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """How often each reason was given, the most frequent first."""
        return Counter(told.report.reason for told in self.reports).most_common()


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list of reports is narrowed to: a question, a quiz, a bank, by their public ids."""

    item: str | None = None
    quiz: str | None = None
    bank: str | None = None

    def clause(self) -> ColumnElement[bool]:
        """As SQL."""
        pairs = ((ItemRow, self.item), (Quiz, self.quiz), (Bank, self.bank))
        return and_(true(), *(table.public_id == value for table, value in pairs if value))


def of_place(session: Session, attempt_id: int, position: int) -> list[Report]:
    """What was reported at a place of an attempt, newest first."""
    wanted = select(Report).where(Report.attempt_id == attempt_id, Report.position == position)
    return list(session.scalars(wanted.order_by(Report.id.desc())))


def open_of_student(session: Session, user_id: int) -> int:
    """How many reports of a student wait for an answer."""
    wanted = select(func.count()).where(Report.user_id == user_id, Report.state == State.OPEN.value)
    return session.scalar(wanted) or 0


def for_teacher(session: Session, who: Identity, wish: Wish, *, waiting: bool) -> list[Told]:
    """The reports that a person answers for, newest first: those that wait, or those that were answered."""
    wanted = (
        _joined(select(Report, User.name, Quiz, ItemRow, Bank, last_given(Report)))
        .where(_hers(who), wish.clause(), _waits(waiting=waiting))
        .order_by(Report.id.desc())
        .limit(SHOWN)
    )
    rows = session.execute(wanted).all()
    load_items(session, {row[0].item_version_id for row in rows})
    return [
        Told(found, student, quiz, question, bank, item_of(session, found.item_version_id), given)
        for found, student, quiz, question, bank, given in rows
    ]


def grouped(reports: Sequence[Told]) -> list[Group]:
    """The same, question by question."""
    found: dict[int, list[Told]] = {}
    for told in reports:
        found.setdefault(told.question.id, []).append(told)
    return [Group(tuple(each)) for each in found.values()]


def waiting_count(session: Session, who: Identity, wish: Wish | None = None) -> int:
    """How many reports wait for an answer of this person."""
    wanted = _joined(select(func.count(Report.id))).where(_hers(who), (wish or Wish()).clause(), _waits(waiting=True))
    return session.scalar(wanted) or 0


def teachers(session: Session, report: Report) -> frozenset[int]:
    """Who answers for a report: the teachers of the class.

    Where the quiz was given to named students, its owner and whoever gave it; of practice the teachers of the student.
    """
    return _teachers(session, Attempt.id == report.attempt_id)


def thing(session: Session, item: str) -> Thing | None:
    """What the policy needs to know of a question's reports; None when there is none."""
    made = (
        select(Report.school_id, Report.attempt_id)
        .join(ItemVersion, ItemVersion.id == Report.item_version_id)
        .join(ItemRow, ItemRow.id == ItemVersion.item_id)
        .where(ItemRow.public_id == item)
    )
    first = session.execute(made.limit(1)).first()
    if first is None:
        return None
    places = made.with_only_columns(Report.attempt_id)
    return Thing(school=first.school_id, teachers=_teachers(session, Attempt.id.in_(places)))


def _teachers(session: Session, which: ColumnElement[bool]) -> frozenset[int]:
    """Who answers for the reports of some attempts; one statement."""
    of_class = (
        select(Membership.user_id)
        .join(Assignment, Assignment.class_id == Membership.class_id)
        .join(Attempt, Attempt.assignment_id == Assignment.id)
        .where(which, Membership.role == Role.TEACHER.value, Membership.approved)
    )
    owner, giver = (
        select(column)
        .select_from(Attempt)
        .join(Quiz, Quiz.id == Attempt.quiz_id)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .where(which, Assignment.class_id.is_(None))
        for column in (Quiz.owner_id, Assignment.created_by)
    )
    practised = select(Attempt.user_id).where(which, Attempt.assignment_id.is_(None))
    of_student = select(Membership.user_id).where(
        Membership.class_id.in_(select(Membership.class_id).where(IS_STUDENT, Membership.user_id.in_(practised))),
        Membership.role == Role.TEACHER.value,
        Membership.approved,
    )
    found = session.scalars(union(of_class, owner, giver, of_student))
    return frozenset(each for each in found if each is not None)


def question_of(session: Session, version_id: int) -> ItemRow:
    """The item that a version belongs to."""
    wanted = select(ItemRow).join(ItemVersion, ItemVersion.item_id == ItemRow.id).where(ItemVersion.id == version_id)
    return session.scalars(wanted).one()


def attempt_of(session: Session, report: Report) -> Attempt:
    """The attempt in which a report was made."""
    return session.get_one(Attempt, report.attempt_id)


def _joined(wanted: Any) -> Any:
    return (
        wanted.join(User, User.id == Report.user_id)
        .join(Attempt, Attempt.id == Report.attempt_id)
        .outerjoin(Quiz, Quiz.id == Attempt.quiz_id)
        .join(ItemVersion, ItemVersion.id == Report.item_version_id)
        .join(ItemRow, ItemRow.id == ItemVersion.item_id)
        .join(Bank, Bank.id == ItemRow.bank_id)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
        .select_from(Report)
    )


def _waits(*, waiting: bool) -> ColumnElement[bool]:
    return Report.state == State.OPEN.value if waiting else Report.state != State.OPEN.value


def _hers(who: Identity) -> ColumnElement[bool]:
    """As `teachers` and the policy have it, in SQL."""
    here = Report.school_id == who.school
    if who.role is Role.ADMIN:
        return here
    classes = select(Membership.class_id).where(
        Membership.user_id == who.id, Membership.role == Role.TEACHER.value, Membership.approved
    )
    own = and_(Assignment.class_id.is_(None), or_(Quiz.owner_id == who.id, Assignment.created_by == who.id))
    students = select(Membership.user_id).where(IS_STUDENT, Membership.class_id.in_(classes))
    practised = and_(Attempt.assignment_id.is_(None), Attempt.user_id.in_(students))
    return and_(here, or_(Assignment.class_id.in_(classes), own, practised))
