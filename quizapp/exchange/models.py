"""Table: upload."""

import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class Upload(Model):
    """A file with questions that a teacher has sent: read, shown, and not yet or already put in a bank.

    `digest` is the SHA-256 of the file; `content` is what was read from it (`service.packed`), given up once it is in a
    bank. `wish` is where a job is to put it.
    """

    __tablename__ = "upload"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    format: Mapped[str] = mapped_column(String(20))
    size: Mapped[int]
    content: Mapped[str | None] = mapped_column(Text)
    wish: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    bank_id: Mapped[int | None] = mapped_column(ForeignKey("bank.id"))
    created_at: Mapped[datetime.datetime]
    done_at: Mapped[datetime.datetime | None]
