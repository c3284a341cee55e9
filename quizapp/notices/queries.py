"""Reads of notices."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.notices.models import Notice

SHOWN = 100
"""Notices on the page: the newest ones."""


def unread_count(session: Session, user_id: int) -> int:
    """How many notices a person has not read."""
    wanted = select(func.count()).where(Notice.user_id == user_id, Notice.read_at.is_(None))
    return session.scalar(wanted) or 0


def of_user(session: Session, user_id: int) -> list[Notice]:
    """The notices of a person, unread ones first, newest first."""
    wanted = (
        select(Notice)
        .where(Notice.user_id == user_id)
        .order_by(Notice.read_at.is_not(None), Notice.created_at.desc(), Notice.id.desc())
        .limit(SHOWN)
    )
    return list(session.scalars(wanted))


def unread(session: Session, user_id: int, *, notice: int | None = None, subject: str | None = None) -> list[Notice]:
    """The unread notices of a person: all, or the one of this id or of this subject."""
    wanted = select(Notice).where(Notice.user_id == user_id, Notice.read_at.is_(None))
    if notice is not None:
        wanted = wanted.where(Notice.id == notice)
    if subject is not None:
        wanted = wanted.where(Notice.subject == subject)
    return list(session.scalars(wanted))
