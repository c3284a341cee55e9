"""Table: notice."""

import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class Kind(StrEnum):
    """What a notice is about; its sentence is in `templates/notices/words.html`."""

    REPORTED = "reported"
    ANSWERED = "answered"
    RESCHEDULED = "rescheduled"
    GRANTED = "granted"
    REGRADED = "regraded"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    CHANGED = "changed"
    TOUCHED = "touched"
    COPIED = "copied"
    SKIPPED = "skipped"
    ERASURE = "erasure"
    SENT_BACK = "sent_back"


class Notice(Model):
    """What a person must be told; `about` holds what its sentence and its link need, in no language.

    Of one `subject` a person has at most one unread notice: what comes later is told in its place.
    """

    __tablename__ = "notice"
    __table_args__ = (
        Index("ix_notice_user_id_read_at", "user_id", "read_at"),
        Index(
            "uq_notice_one_unread",
            "user_id",
            "subject",
            unique=True,
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str | None] = mapped_column(String(60))
    about: Mapped[dict[str, Any]]
    created_at: Mapped[datetime.datetime]
    read_at: Mapped[datetime.datetime | None]
