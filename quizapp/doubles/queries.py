"""Reads of two accounts that are one student: what both have, and how their attempts come together."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from quizapp.accounts.models import User
from quizapp.attempts.models import OPEN, Attempt, Purpose
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.marking import GradeRule
from quizapp.core.policy import Identity, Role
from quizapp.doubles.models import MergedStudent
from quizapp.notices.models import Notice
from quizapp.quizzes.models import Assignment, AssignmentExtra, AssignmentStudent, Quiz
from quizapp.reports.models import Report


@dataclass(frozen=True, slots=True)
class Series:
    """The attempts of both at one assignment, as they are numbered afterwards: in the order they were begun.

    Of several open ones the one worked on last goes on; `closed` are the others. Where the first attempt counts they
    come last: what was left for another account is no first attempt beside the one that goes on.
    """

    attempts: tuple[Attempt, ...]
    closed: tuple[Attempt, ...]

    def of(self, user_id: int) -> int:
        """How many of them this account made."""
        return sum(attempt.user_id == user_id for attempt in self.attempts)


@dataclass(frozen=True, slots=True)
class Shared:
    """An assignment that both have attempted, as the teacher is shown it."""

    title: str
    lang: str
    grade_rule: str
    series: Series


@dataclass(frozen=True, slots=True)
class Moving:
    """How much of an account goes to the other one."""

    attempts: int
    reports: int
    notices: int
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """An account that became another: how it was called, who said so, and when."""

    name: str
    nickname: str | None
    by: str
    at: datetime.datetime


def series(session: Session, kept: int, former: int) -> list[Series]:
    """All attempts of both by assignment and purpose; one of no assignment is a series of its own."""
    attempts = list(session.scalars(select(Attempt).where(Attempt.user_id.in_((kept, former)))))
    first_counts = frozenset(
        session.scalars(
            select(Assignment.id).where(
                Assignment.id.in_({each.assignment_id for each in attempts}),
                Assignment.grade_rule == GradeRule.FIRST.value,
            )
        )
    )
    return list(_series_of(attempts, first_counts))


def _series_of(attempts: Iterable[Attempt], first_counts: Collection[int]) -> Iterable[Series]:
    for (assignment, _purpose), group in groupby(sorted(attempts, key=_place), key=lambda each: _place(each)[:2]):
        mine = tuple(group)
        if not assignment:
            yield from (Series((each,), ()) for each in mine)
            continue
        running = sorted((each for each in mine if each.state == OPEN), key=lambda each: (each.last_at, each.id))
        closed = tuple(running[:-1])
        begun = mine if assignment not in first_counts else (*(each for each in mine if each not in closed), *closed)
        yield Series(begun, closed)


def _place(attempt: Attempt) -> tuple[Any, ...]:
    return attempt.assignment_id or 0, attempt.purpose, attempt.started_at, attempt.id


def shared(session: Session, kept: int, former: int) -> list[Shared]:
    """The assignments that both have a graded attempt at, by title."""
    found = {
        each.attempts[0].assignment_id: each
        for each in series(session, kept, former)
        if each.attempts[0].purpose == Purpose.GRADED and each.of(kept) and each.of(former)
    }
    rows = session.execute(
        select(Assignment.id, Quiz.title, Quiz.lang, Assignment.grade_rule)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(Assignment.id.in_(found))
        .order_by(Quiz.title, Assignment.id)
    )
    return [Shared(row.title, row.lang, row.grade_rule, found[row.id]) for row in rows]


def moving(session: Session, former: int) -> Moving:
    """How much of an account would go to the other."""

    def count(model: Any) -> int:
        return session.scalar(select(func.count()).where(model.user_id == former)) or 0

    names = (
        select(SchoolClass.name)
        .join(Membership, Membership.class_id == SchoolClass.id)
        .where(Membership.user_id == former)
        .order_by(SchoolClass.name)
    )
    return Moving(count(Attempt), count(Report), count(Notice), tuple(session.scalars(names)))


def in_a_strange_class(session: Session, former: int, who: Identity) -> bool:
    """Whether an account is in a class that this person does not teach, so that it is not theirs to dispose of."""
    if who.role is Role.ADMIN:
        return False
    mine = select(Membership.class_id).where(Membership.user_id == who.id, Membership.role == Role.TEACHER.value)
    wanted = select(Membership.class_id).where(Membership.user_id == former, Membership.class_id.not_in(mine))
    return session.scalar(wanted.limit(1)) is not None


def of_user(session: Session, model: Any, user_id: int) -> list[Any]:
    """The rows of a table that are a person's."""
    return list(session.scalars(select(model).where(model.user_id == user_id)))


def granted_in(session: Session, users: Iterable[int]) -> list[int]:
    """The assignments in which somebody of these is granted something of their own."""
    wanted = select(AssignmentExtra.assignment_id).where(AssignmentExtra.user_id.in_(users))
    return sorted(set(session.scalars(wanted)))


def is_named(session: Session, assignment_id: int, user_id: int) -> bool:
    """Whether an assignment was given to a person by name."""
    return session.get(AssignmentStudent, (assignment_id, user_id)) is not None


def merged_into(session: Session, kept: int) -> list[Merged]:
    """The accounts that became this one, in the order they did."""
    former, by = aliased(User), aliased(User)
    rows = session.execute(
        select(former.name, MergedStudent.nickname, by.name, MergedStudent.at)
        .join(former, former.id == MergedStudent.former_id)
        .join(by, by.id == MergedStudent.by_id)
        .where(MergedStudent.kept_id == kept)
        .order_by(MergedStudent.at)
    )
    return [Merged(*row) for row in rows]
