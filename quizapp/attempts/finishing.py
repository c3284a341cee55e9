"""Closing what nobody hands in: every attempt whose time has run out, each in a transaction of its own."""

import datetime

from sqlalchemy.orm import Session

from quizapp.attempts import endings, queries, service
from quizapp.db import writing


def finalise(session: Session, now: datetime.datetime, assignment_id: int | None = None) -> int:
    """Close and mark the attempts past their end and the grace, of one assignment or of all; how many it closed.

    A second run closes none; one that is given more time meanwhile stays open.
    """
    return sum(_closed(session, attempt, now) for attempt in endings.overdue(session, now, assignment_id))


def _closed(session: Session, attempt: str, now: datetime.datetime) -> bool:
    with writing(session, attempt) as write:
        found = queries.by_public_id(write, attempt)
        return found is not None and service.close_if_over(write, found, now)
