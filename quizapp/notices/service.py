"""Verbs on notices: tell somebody something, and mark it read."""

import datetime
from typing import Any

from sqlalchemy.orm import Session

from quizapp.core.items import Item
from quizapp.core.oneline import one_line
from quizapp.notices import queries
from quizapp.notices.models import Kind, Notice

_MOST = 300
"""Characters of a question."""


def of_question(item: Item) -> dict[str, Any]:
    """What a notice says of the question that it is about: its plain words, cut, and their language."""
    return {"stem": cut(item), "lang": item.lang}


def cut(item: Item) -> str:
    """As much of a question's plain words as a notice has room for."""
    return one_line(item.stem, item)[:_MOST]


def tell(
    session: Session,
    user_id: int,
    kind: Kind,
    about: dict[str, Any],
    now: datetime.datetime,
    *,
    subject: str | None = None,
) -> Notice:
    """A notice for a person; of a subject that waits to be read already, its notice says the newest."""
    waiting = queries.unread(session, user_id, subject=subject) if subject else []
    if waiting:
        waiting[0].about, waiting[0].created_at = about, now
        return waiting[0]
    made = Notice(user_id=user_id, kind=kind.value, subject=subject, about=about, created_at=now)
    session.add(made)
    session.flush()  # the next of the same subject must find it
    return made


def mark_read(
    session: Session,
    user_id: int,
    now: datetime.datetime,
    *,
    notice: int | None = None,
    subject: str | None = None,
) -> None:
    """Mark the unread notices of a person as read: all, or one; what is somebody else's is not touched."""
    for found in queries.unread(session, user_id, notice=notice, subject=subject):
        found.read_at = now
