"""Tables: school, user, user_session, recovery_code, sign_in_tries, admin_act, setting."""

import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint, false
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
    """A person, without e-mail or address; `erased_at` is when their data were erased, and nothing but the row stayed.

    Sign-in asks for a code where there is a `totp_nonce`, of which and of the installation's key the secret is made;
    `totp_step` is the step whose code was the last one used.
    """

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
    totp_nonce: Mapped[str | None] = mapped_column(String(32))
    totp_step: Mapped[int | None]
    erased_at: Mapped[datetime.datetime | None]
    created_at: Mapped[datetime.datetime]


class UserSession(Model):
    """A signed-in browser; only a hash of its token is kept. On a shared computer it ends after `idle_s` seconds.

    `browser` and `system` are a word each, such as Firefox and Android, by which its person knows it again.
    """

    __tablename__ = "user_session"
    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    created_at: Mapped[datetime.datetime]
    last_seen_at: Mapped[datetime.datetime]
    idle_s: Mapped[int | None]
    browser: Mapped[str] = mapped_column(String(20), default="", server_default="")
    system: Mapped[str] = mapped_column(String(20), default="", server_default="")
    revoked_at: Mapped[datetime.datetime | None]


class RecoveryCode(Model):
    """The hash of a code that signs a person in once, in place of one of their device."""

    __tablename__ = "recovery_code"
    __table_args__ = (UniqueConstraint("user_id", "code_hash"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    code_hash: Mapped[str] = mapped_column(String(200))


class SignInTries(Model):
    """Failed sign-ins of one name, known or not; nothing of the device."""

    __tablename__ = "sign_in_tries"
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    failures: Mapped[int]
    since: Mapped[datetime.datetime]


class AdminAct(Model):
    """Something that was done to accounts or to the installation; by nobody's account from the command line.

    `subject_id` is whose account it was done to; `about` holds numbers and switches, never names or texts.
    """

    __tablename__ = "admin_act"
    __table_args__ = (Index("ix_admin_act_school_id_at", "school_id", "at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    act: Mapped[str] = mapped_column(String(20))
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    about: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    at: Mapped[datetime.datetime]


class Setting(Model):
    """A value of the installation, such as the hash of the set-up code."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[str] = mapped_column(String(500))
