"""Reads of jobs."""

import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import Setting, User
from quizapp.core.policy import Thing
from quizapp.jobs.models import UNFINISHED, Job, Kind, State

SEEN = "jobs_seen"
"""The setting that holds when a worker last looked for what is due."""
SILENT = datetime.timedelta(seconds=60)
"""After this long without a word from its worker, a job is taken up by another."""
SHOWN = 30


def next_up(session: Session, now: datetime.datetime) -> Job | None:
    """The job to take up now: the first that is due, or whose worker has fallen silent.

    One of a kind that only a newer release knows, whose server works on the same database, waits for that one's worker.
    """
    waits = and_(Job.state == State.WAITING.value, Job.due_at <= now)
    left = and_(Job.state == State.RUNNING.value, Job.beat_at <= now - SILENT)
    known = Job.kind.in_([kind.value for kind in Kind])
    return session.scalars(select(Job).where(known, or_(waits, left)).order_by(Job.due_at, Job.id).limit(1)).first()


def of_key(session: Session, kind: Kind, key: str) -> Job | None:
    """The job of a kind with this key."""
    return session.scalars(select(Job).where(Job.kind == kind.value, Job.key == key)).first()


def tries(session: Session, kind: Kind, key: str) -> list[Job]:
    """The job of a kind with this key, and those that `service.again` made of it, in the order they were asked for."""
    wanted = select(Job).where(Job.kind == kind.value, or_(Job.key == key, Job.key.startswith(f"{key} ")))
    return list(session.scalars(wanted.order_by(Job.id)))


def last_key(session: Session, kind: Kind) -> str | None:
    """What the last job of a kind was asked for by first, without the number of its try."""
    key = session.scalar(select(Job.key).where(Job.kind == kind.value).order_by(Job.id.desc()).limit(1))
    return key and key.partition(" ")[0]


def by_public_id(session: Session, public_id: str) -> Job | None:
    """The job of an address."""
    return session.scalars(select(Job).where(Job.public_id == public_id)).first()


def is_unfinished(session: Session, kind: Kind) -> bool:
    """Whether one of this kind waits or runs."""
    found = select(Job.id).where(Job.kind == kind.value, Job.state.in_(UNFINISHED)).limit(1)
    return session.scalar(found) is not None


def newest(session: Session, school_id: int) -> list[Any]:
    """The last jobs of the installation and of the people of a school, with the name of who asked."""
    wanted = (
        select(Job, User.name)
        .outerjoin(User, User.id == Job.user_id)
        .where(or_(Job.user_id.is_(None), User.school_id == school_id))
        .order_by(Job.id.desc())
        .limit(SHOWN)
    )
    return list(session.execute(wanted))


def seen_at(session: Session) -> datetime.datetime | None:
    """When a worker last looked for what is due; None where none ever did."""
    said = session.scalar(select(Setting.value).where(Setting.key == SEEN))
    return datetime.datetime.fromisoformat(said) if said else None


def thing(session: Session, job: Job) -> Thing | None:
    """What the policy needs to know of a job that somebody asked for; None for the installation's own."""
    school = session.scalar(select(User.school_id).where(User.id == job.user_id))
    return None if school is None else Thing(school=school, owner=job.user_id)
