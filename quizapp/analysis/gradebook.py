"""The gradebook of a class: students × assignments, three statements whatever their number."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.attempts.models import SUBMITTED, Attempt, Purpose
from quizapp.classes.models import SchoolClass
from quizapp.classes.queries import register
from quizapp.core.marking import GradeRule, grade
from quizapp.core.tenths import mark_of
from quizapp.progress.marks import scale_of
from quizapp.progress.queries import counting
from quizapp.quizzes.models import Assignment, Quiz


@dataclass(frozen=True, slots=True)
class Column:
    """An assignment of the class."""

    public_id: str
    title: str
    lang: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark out of ten, the share of the maximum that earns it, the attempt that counts and when it was handed in."""

    tenths: Fraction
    share: Fraction
    attempt: str
    handed_in: datetime.datetime


@dataclass(frozen=True, slots=True)
class Row:
    """A student's marks in the order of the columns; None where nothing was handed in."""

    student: User
    marks: Sequence[Mark | None]

    @property
    def mean(self) -> Fraction | None:
        """The mean of the marks given."""
        given = [mark.tenths for mark in self.marks if mark is not None]
        return sum(given, Fraction(0)) / len(given) if given else None


@dataclass(frozen=True, slots=True)
class Book:
    """Columns, the oldest first, and rows by name."""

    columns: Sequence[Column]
    rows: Sequence[Row]


def gradebook(session: Session, found: SchoolClass) -> Book:
    """Every student that was let into the class, and everything the class was given."""
    given = session.execute(
        select(Assignment.id, Assignment.public_id, Assignment.grade_rule, Quiz.title, Quiz.lang)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(Assignment.class_id == found.id)
        .order_by(Assignment.created_at, Assignment.id)
    ).all()
    handed_in = _handed_in(session, found.id)
    scale = scale_of(found)

    def mark(student: int, assignment: Any) -> Mark | None:
        mine = [each for each in handed_in.get((student, assignment.id), []) if each.maximum]
        rule = GradeRule(assignment.grade_rule)
        share = grade([each.mark / each.maximum for each in mine], rule)
        best = counting(mine, rule)
        if share is None or best is None:
            return None
        return Mark(mark_of(share, scale), share, best.public_id, best.finished_at)

    students = [user for user, membership in register(session, found.id) if membership.approved]
    return Book(
        [Column(each.public_id, each.title, each.lang) for each in given],
        [Row(student, [mark(student.id, each) for each in given]) for student in students],
    )


def _handed_in(session: Session, class_id: int) -> dict[tuple[int, int], list[Any]]:
    rows = session.execute(
        select(
            Attempt.user_id,
            Attempt.assignment_id,
            Attempt.public_id,
            Attempt.mark,
            Attempt.maximum,
            Attempt.share,
            Attempt.finished_at,
        )
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.purpose == Purpose.GRADED.value, Attempt.state == SUBMITTED)
        .order_by(Attempt.number)
    )
    found = defaultdict(list)
    for row in rows:
        found[row.user_id, row.assignment_id].append(row)
    return found
