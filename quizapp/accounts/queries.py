"""Reads of people and sessions."""

import datetime
import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, or_, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import School, SignInTries, User, UserSession
from quizapp.core.policy import Identity, Role, Thing
from quizapp.db import plain_rows
from quizapp.plain import prepared

LONGEST = datetime.timedelta(days=30)
"""How long a session lasts, however much it is used."""
_signed_in = prepared(
    select(
        User.id,
        User.school_id,
        User.role,
        User.name,
        User.public_id,
        User.text_size,
        User.text_spacing,
        User.totp_nonce.is_not(None).label("codes"),
        UserSession.id.label("session_id"),
        UserSession.last_seen_at,
        UserSession.created_at,
        UserSession.idle_s,
    )
    .join(UserSession, UserSession.user_id == User.id)
    .where(
        UserSession.token_hash == bindparam("token_hash"),
        UserSession.revoked_at.is_(None),
        User.active.is_(True),
    )
)


def hash_token(token: str) -> str:
    """How a session token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who holds a token, by which session, when it was last seen, and whether sign-in asks for codes."""

    identity: Identity
    session_id: int
    last_seen: datetime.datetime
    codes: bool


def session_of(session: Session, token: str, now: datetime.datetime) -> SignedIn | None:
    """Who holds this token; None where its session has ended."""
    row = plain_rows(session, _signed_in, {"token_hash": hash_token(token)}).first()
    if row is None or row.created_at < now - LONGEST:
        return None
    if row.idle_s is not None and row.last_seen_at < now - datetime.timedelta(seconds=row.idle_s):
        return None
    return SignedIn(identity_of(row), row.session_id, row.last_seen_at, row.codes)


def sessions(session: Session, user_id: int, now: datetime.datetime) -> list[UserSession]:
    """The sessions of a person that have not ended, the one last seen first."""
    wanted = select(UserSession).where(
        UserSession.user_id == user_id, UserSession.revoked_at.is_(None), UserSession.created_at >= now - LONGEST
    )
    found = session.scalars(wanted.order_by(UserSession.last_seen_at.desc(), UserSession.id.desc()))
    return [each for each in found if _in_use(each, now)]


def named_like(part: str, *people: Any) -> ColumnElement[bool]:
    """Whether one of these, `User` or aliases of it, has this in the name or the sign-in name."""
    columns = (column for each in people for column in (each.name, each.sign_in_name))
    return or_(*(column.icontains(part, autoescape=True) for column in columns))


def live_sessions(session: Session, school_id: int, now: datetime.datetime, who: str = "") -> list[Any]:
    """The sessions of a school that have not ended, the one last seen first, each with its person.

    `who` is part of the name or sign-in name.
    """
    wanted = (
        select(UserSession, User)
        .join(User, User.id == UserSession.user_id)
        .where(User.school_id == school_id, User.active.is_(True), UserSession.revoked_at.is_(None))
        .where(UserSession.created_at >= now - LONGEST)
        .order_by(UserSession.last_seen_at.desc(), UserSession.id.desc())
    )
    if who:
        wanted = wanted.where(named_like(who, User))
    return [row for row in session.execute(wanted) if _in_use(row.UserSession, now)]


def _in_use(found: UserSession, now: datetime.datetime) -> bool:
    return found.idle_s is None or found.last_seen_at >= now - _seconds(found.idle_s)


def _seconds(count: int) -> datetime.timedelta:
    return datetime.timedelta(seconds=count)


def identity_of(row: Any) -> Identity:
    """A person as the policy knows them, from their row or one with its columns."""
    return Identity(row.id, row.school_id, Role(row.role), row.name, row.public_id, row.text_size, row.text_spacing)


def school(session: Session) -> School | None:
    """The first school, the default one."""
    return session.scalars(select(School).order_by(School.id).limit(1)).first()


def schools(session: Session) -> list[School]:
    """Every school of the installation, by name."""
    return list(session.scalars(select(School).order_by(School.name, School.id)))


def any_admin(session: Session) -> bool:
    """Whether somebody can administer this installation."""
    return session.scalar(select(User.id).where(User.role == Role.ADMIN).limit(1)) is not None


def by_sign_in_name(session: Session, school_id: int, name: str) -> User | None:
    """The person with this sign-in name."""
    wanted = select(User).where(User.school_id == school_id, User.sign_in_name == normal_name(name))
    return session.scalars(wanted).first()


def by_public_id(session: Session, public_id: str) -> User | None:
    """The person with this public id."""
    return session.scalars(select(User).where(User.public_id == public_id)).first()


def people(session: Session, school_id: int) -> list[User]:
    """Everybody in a school whose data were not erased, by role and name."""
    wanted = select(User).where(User.school_id == school_id, User.erased_at.is_(None)).order_by(User.role, User.name)
    return list(session.scalars(wanted))


def admins(session: Session, school_id: int) -> list[User]:
    """Who administers a school."""
    wanted = select(User).where(User.school_id == school_id, User.role == Role.ADMIN.value, User.active.is_(True))
    return list(session.scalars(wanted.order_by(User.id)))


def tries(session: Session, school_id: int, name: str) -> SignInTries | None:
    """The failed sign-ins of a name."""
    return session.get(SignInTries, (school_id, normal_name(name)))


def normal_name(name: str) -> str:
    """A sign-in name as it is compared."""
    return " ".join(name.casefold().split())[:60]


def thing(user: User) -> Thing:
    """What the policy needs to know of a person; teachers manage students."""
    return Thing(school=user.school_id, owner=user.id, shared=user.role == Role.STUDENT)
