"""Tables: school, user, user_session, sign_in_tries, setting."""

import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class School(Model):
    """An independent body of people and content."""

    __tablename__ = "school"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    timezone: Mapped[str] = mapped_column(String(64), default="Europe/Rome")
    second_approver: Mapped[bool] = mapped_column(default=False, server_default=false())


class User(Model):
    """A person; students have no e-mail, address or device stored."""

    __tablename__ = "user"
    __table_args__ = (UniqueConstraint("school_id", "sign_in_name"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    sign_in_name: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    text_size: Mapped[int] = mapped_column(default=0, server_default="0")
    text_spacing: Mapped[int] = mapped_column(default=0, server_default="0")
    created_at: Mapped[datetime.datetime]


class UserSession(Model):
    """A signed-in browser; only a hash of its token is kept. On a shared computer it ends after `idle_s` seconds."""

    __tablename__ = "user_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    created_at: Mapped[datetime.datetime]
    last_seen_at: Mapped[datetime.datetime]
    idle_s: Mapped[int | None]
    revoked_at: Mapped[datetime.datetime | None]


class SignInTries(Model):
    """Failed sign-ins of one name, known or not; nothing of the device."""

    __tablename__ = "sign_in_tries"
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    failures: Mapped[int]
    since: Mapped[datetime.datetime]


class Setting(Model):
    """A value of the installation, such as the hash of the set-up code."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(String(500))
