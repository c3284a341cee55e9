"""How much is kept of a person: what the page of their own data says in short; and the list of erasures."""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User, UserSession
from quizapp.attempts.models import Attempt, Response
from quizapp.classes.models import Membership, SchoolClass
from quizapp.notices.models import Notice
from quizapp.personal.models import Erasure
from quizapp.personal.plan import asking_of
from quizapp.reports.models import Report


@dataclass(frozen=True, slots=True)
class Summary:
    """The account, the names of the classes with the nickname used there, and how many rows of each thing there are."""

    user: User
    classes: list[tuple[str, str | None]]
    attempts: int
    answers: int
    reports: int
    notices: int
    sessions: int


def summary(session: Session, user_id: int) -> Summary:
    """What is kept of a person: three statements."""
    classes = (
        select(SchoolClass.name, Membership.nickname)
        .join(Membership, Membership.class_id == SchoolClass.id)
        .where(Membership.user_id == user_id)
        .order_by(SchoolClass.name)
    )
    counted = [
        select(func.count()).select_from(table).where(table.user_id == user_id).scalar_subquery()
        for table in (Attempt, Report, Notice, UserSession)
    ]
    answers = (
        select(func.count())
        .select_from(Response)
        .join(Attempt, Attempt.id == Response.attempt_id)
        .where(Attempt.user_id == user_id)
        .scalar_subquery()
    )
    attempts, reports, notices, sessions, given = tuple(session.execute(select(*counted, answers)).one())
    rows = [(row[0], row[1]) for row in session.execute(classes)]
    return Summary(session.get_one(User, user_id), rows, attempts, given, reports, notices, sessions)


def asked_at(session: Session, user_id: int) -> datetime.datetime | None:
    """When a person asked for their data to be erased, as long as an administrator has not read it."""
    wanted = select(func.min(Notice.created_at)).where(Notice.subject == asking_of(user_id), Notice.read_at.is_(None))
    return session.scalar(wanted)


def erasures(session: Session, school_id: int, most: int) -> list[Any]:
    """The newest erasures of a school, each with who did it."""
    wanted = (
        select(Erasure, User.name)
        .outerjoin(User, User.id == Erasure.by_id)
        .where(Erasure.school_id == school_id)
        .order_by(Erasure.id.desc())
        .limit(most)
    )
    return list(session.execute(wanted).all())
