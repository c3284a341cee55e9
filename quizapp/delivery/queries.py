"""Reads of a given assignment: whether it has begun, and who is granted what."""

from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Purpose
from quizapp.classes.queries import IS_STUDENT
from quizapp.core.timing import Extra
from quizapp.quizzes.extras import extra_of, with_extra
from quizapp.quizzes.models import Assignment, AssignmentExtra, AssignmentStudent
from quizapp.quizzes.queries import Given


@dataclass(frozen=True, slots=True)
class Begun:
    """How far an assignment is: `most` attempts that one student has begun; 0 where nobody has."""

    most: int = 0

    def __bool__(self) -> bool:
        return self.most > 0


@dataclass(frozen=True, slots=True)
class Granted:
    """A student of an assignment with what they are granted; `here` where this assignment says so, not the class."""

    student: User
    extra: Extra
    here: bool


def begun(session: Session, assignment_id: int) -> Begun:
    """How far an assignment is."""
    graded = and_(Attempt.assignment_id == assignment_id, Attempt.purpose == Purpose.GRADED.value)
    return Begun(session.scalar(select(func.max(Attempt.number)).where(graded)) or 0)


def granted(session: Session, given: Given) -> list[Granted]:
    """Every student who has the assignment, by name."""
    named = select(AssignmentStudent.user_id).where(AssignmentStudent.assignment_id == given.assignment.id)
    wanted = (
        select(User, AssignmentExtra.user_id.is_not(None).label("here"))
        .select_from(User)
        .join(Assignment, Assignment.id == given.assignment.id)
    )
    rows = session.execute(
        with_extra(wanted, User.id).where(or_(IS_STUDENT, User.id.in_(named))).order_by(User.name, User.id)
    )
    return [Granted(row.User, extra_of(row), bool(row.here)) for row in rows]
