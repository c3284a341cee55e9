"""When attempts end: the bounds of their assignment read from rows, and the attempts whose time has run out."""

import datetime
from collections.abc import Collection
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from quizapp.attempts.models import OPEN, Attempt, Purpose
from quizapp.core.timing import Standing, deadline, standing
from quizapp.quizzes.extras import extra_of, with_extra
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.queries import rules

BOUNDS = (
    Attempt.purpose,
    Attempt.started_at,
    Assignment.time_limit_s,
    Assignment.closes_at,
    Assignment.closing_cuts,
    Assignment.extra_s,
    Assignment.stopped_at,
)
"""The columns that `end_of` needs in a row of `with_extra`, of attempts outer-joined with their assignment."""


def end_of(row: Any) -> datetime.datetime | None:
    """When the attempt of a row with `BOUNDS` ends; None where nothing bounds it, as practice."""
    return deadline(row.started_at, rules(row), extra_of(row)) if row.purpose == Purpose.GRADED else None


def ends_at(session: Session, attempt_id: int) -> datetime.datetime | None:
    """When an attempt ends."""
    return end_of(session.execute(_bounded(Attempt.id == attempt_id)).one())


def overdue(session: Session, now: datetime.datetime, assignment_id: int | None = None) -> list[str]:
    """The public ids of the open attempts past their end and the grace, of one assignment or of all."""
    wanted = _bounded(
        Attempt.state == OPEN,
        Attempt.purpose == Purpose.GRADED.value,
        or_(*(each.is_not(None) for each in (Assignment.closes_at, Assignment.time_limit_s, Assignment.stopped_at))),
    )
    if assignment_id is not None:
        wanted = wanted.where(Attempt.assignment_id == assignment_id)
    rows = session.execute(wanted.order_by(Attempt.id))
    return [row.public_id for row in rows if standing(end_of(row), now) is Standing.OVER]


def last_ends(session: Session, assignments: Collection[int]) -> dict[int, datetime.datetime]:
    """When the last open attempt of each of these assignments ends; those without one, or without an end, are left
    out."""
    rows = session.execute(
        _bounded(Attempt.assignment_id.in_(assignments), Attempt.state == OPEN, Attempt.purpose == Purpose.GRADED.value)
    )
    found: dict[int, datetime.datetime] = {}
    for row in rows:
        end = end_of(row)
        if end is not None:
            found[row.assignment_id] = max(end, found.get(row.assignment_id, end))
    return found


def _bounded(*conditions: Any) -> Any:
    wanted = select(Attempt.public_id, Attempt.assignment_id, *BOUNDS).outerjoin(
        Assignment, Assignment.id == Attempt.assignment_id
    )
    return with_extra(wanted, Attempt.user_id).where(*conditions)
