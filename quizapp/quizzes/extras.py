"""What a student is granted on top of everybody's time and attempts: by the assignment, or else by the class."""

from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from quizapp.classes.models import Membership
from quizapp.core.timing import NO_EXTRA, Extra
from quizapp.quizzes.models import Assignment, AssignmentExtra

_EXTRA = tuple(
    func.coalesce(here, in_class, usual).label(f"extra_{name}")
    for name, here, in_class, usual in (
        ("percent", AssignmentExtra.percent, Membership.extra_percent, NO_EXTRA.percent),
        ("minutes", AssignmentExtra.minutes, Membership.extra_minutes, NO_EXTRA.minutes),
        ("attempts", AssignmentExtra.attempts, Membership.extra_attempts, NO_EXTRA.attempts),
    )
)


def with_extra(statement: Any, user_id: Any) -> Any:
    """A statement that has `Assignment`, with the columns that `extra_of` reads for the student of each row."""
    in_class = and_(Membership.class_id == Assignment.class_id, Membership.user_id == user_id)
    here = and_(AssignmentExtra.assignment_id == Assignment.id, AssignmentExtra.user_id == user_id)
    return statement.add_columns(*_EXTRA).outerjoin(Membership, in_class).outerjoin(AssignmentExtra, here)


def extra_of(row: Any) -> Extra:
    """What the student of a row of `with_extra` is granted."""
    return Extra(row.extra_percent, row.extra_minutes, row.extra_attempts)


def extra_in(session: Session, assignment_id: int, user_id: int) -> Extra:
    """What a student is granted in an assignment."""
    return extra_of(
        session.execute(with_extra(select(Assignment.id), user_id).where(Assignment.id == assignment_id)).one()
    )


def extras_of_student(session: Session, user_id: int, assignments: list[int]) -> dict[int, Extra]:
    """What a student is granted in each of these assignments."""
    rows = session.execute(with_extra(select(Assignment.id), user_id).where(Assignment.id.in_(assignments)))
    return {row.id: extra_of(row) for row in rows}
