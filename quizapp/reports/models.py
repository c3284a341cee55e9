"""Table: report."""

import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id

MOST_WORDS = 500
"""Characters of a report's text, and of its reply."""


class Reason(StrEnum):
    """What a student finds wrong with a question."""

    KEY = "key"
    UNCLEAR = "unclear"
    OUTDATED = "outdated"
    TYPO = "typo"
    OTHER = "other"


class State(StrEnum):
    """What became of a report."""

    OPEN = "open"
    KEPT = "kept"
    MENDED = "mended"
    DECLINED = "declined"


class Report(Model):
    """A problem that a student reported at a place of an attempt, and the reply; at most one open at each place."""

    __tablename__ = "report"
    __table_args__ = (
        ForeignKeyConstraint(["attempt_id", "position"], ["slot.attempt_id", "slot.position"]),
        Index(
            "uq_report_one_open",
            "attempt_id",
            "position",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_report_school_id_state", "school_id", "state"),
        Index("ix_report_user_id_state", "user_id", "state"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    attempt_id: Mapped[int]
    position: Mapped[int]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    reason: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(String(MOST_WORDS))
    state: Mapped[str] = mapped_column(String(10))
    reply: Mapped[str] = mapped_column(String(MOST_WORDS), default="")
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    decided_at: Mapped[datetime.datetime | None]
    created_at: Mapped[datetime.datetime]
