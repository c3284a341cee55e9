"""Table: erasure."""

import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class Cause(StrEnum):
    """Why somebody's data were erased."""

    ASKED = "asked"
    RETENTION = "retention"
    RESTORED = "restored"
    """They had been erased before, and a backup brought them back."""


class Erasure(Model):
    """That somebody's data were erased, without a name: what is erased again where an older backup is restored.

    `key` is the SHA-256 of the public id the account had, which is drawn at random and stands nowhere else any more;
    `counts` has the rows of each table.
    """

    __tablename__ = "erasure"
    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(10))
    cause: Mapped[str] = mapped_column(String(10))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    counts: Mapped[dict[str, Any]]
    at: Mapped[datetime.datetime]
