"""Tables: class, membership."""

import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.core.timing import Extra
from quizapp.db import Model, public_id


class SchoolClass(Model):
    """A class of students with its teachers; `join_code` lets students in until `join_until`, unless `locked`.

    Its marks out of ten: the percentage that passes, the lowest mark, and the steps to a whole one.
    """

    __tablename__ = "class"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    name: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str] = mapped_column(String(120), default="")
    timezone: Mapped[str] = mapped_column(String(64), default="Europe/Rome")
    school_year: Mapped[str] = mapped_column(String(9), default="", server_default="")
    join_code: Mapped[str | None] = mapped_column(String(6), unique=True)
    join_until: Mapped[datetime.datetime | None]
    locked: Mapped[bool] = mapped_column(default=False, server_default=false())
    asks_approval: Mapped[bool] = mapped_column(default=False, server_default=false())
    archived_at: Mapped[datetime.datetime | None]
    mark_passes: Mapped[int] = mapped_column(default=60, server_default="60")
    mark_lowest: Mapped[int] = mapped_column(default=2, server_default="2")
    mark_steps: Mapped[int] = mapped_column(default=2, server_default="2")
    created_at: Mapped[datetime.datetime]


class Membership(Model):
    """A student or a teacher in a class; a student who joined by code is known there by a nickname.

    `extra_percent` of a time limit, `extra_minutes` and `extra_attempts` are granted in every assignment of the class.
    """

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("class_id", "nickname_key"),)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(String(10))
    nickname: Mapped[str | None] = mapped_column(String(40))
    nickname_key: Mapped[str | None] = mapped_column(String(40))
    approved: Mapped[bool] = mapped_column(default=True, server_default=true())
    extra_percent: Mapped[int] = mapped_column(default=100, server_default="100")
    extra_minutes: Mapped[int] = mapped_column(default=0, server_default="0")
    extra_attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    joined_at: Mapped[datetime.datetime]

    @property
    def extra(self) -> Extra:
        """What is granted in every assignment of the class."""
        return Extra(self.extra_percent, self.extra_minutes, self.extra_attempts)

    @extra.setter
    def extra(self, extra: Extra) -> None:
        self.extra_percent, self.extra_minutes, self.extra_attempts = extra.percent, extra.minutes, extra.attempts
