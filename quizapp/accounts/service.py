"""Verbs on people: making them, signing in and out, set-up of an installation."""

import datetime
import secrets
from collections.abc import Sequence

from sqlalchemy import delete, or_, update
from sqlalchemy.orm import Session

from quizapp.accounts import queries
from quizapp.accounts.models import School, Setting, SignInTries, User, UserSession
from quizapp.accounts.passwords import hash_password, make_password, verify_password
from quizapp.core.policy import Role

WINDOW = datetime.timedelta(minutes=15)
"""How long failed sign-ins count."""
SETUP_CODE = "setup_code"
SHARED_IDLE_S = 20 * 60
"""Idle seconds after which a session on a shared computer ends."""


class NameTakenError(ValueError):
    """The sign-in name is in use in this school."""


class TooManyTriesError(Exception):
    """Too many failed sign-ins of this name here within the window."""


class WrongCodeError(ValueError):
    """Not the set-up code that the server printed."""


def set_reading(session: Session, user_id: int, *, size: int, spacing: int) -> None:
    """Show a person's texts so from now on: `size` 0 to 2, `spacing` 0 or 1."""
    person = session.get_one(User, user_id)
    person.text_size, person.text_spacing = size, spacing


def default_school(session: Session) -> School:
    """The first school, made when there is none."""
    school = queries.school(session)
    if school is None:
        school = School(name="Quotidia")
        session.add(school)
        session.flush()  # its id is the foreign key of everything else
    return school


def make_person(
    session: Session,
    school_id: int,
    *,
    name: str,
    sign_in_name: str,
    role: Role,
    now: datetime.datetime,
    password: str | None = None,
    hashed: str | None = None,
) -> tuple[User, str]:
    """A new person and their password, generated unless given; `hashed` where it was hashed before, without a lock.

    Raises NameTakenError.
    """
    if queries.by_sign_in_name(session, school_id, sign_in_name):
        raise NameTakenError(sign_in_name)
    secret = password or make_password()
    user = User(
        school_id=school_id,
        role=role.value,
        name=" ".join(name.split()),
        sign_in_name=queries.normal_name(sign_in_name),
        password_hash=hashed or hash_password(secret),
        created_at=now,
    )
    session.add(user)
    session.flush()  # callers put the person in a class by id
    return user, secret


def new_password(session: Session, user: User, now: datetime.datetime) -> str:
    """A new generated password; every session of the person ends."""
    secret = make_password()
    set_password(session, user, hash_password(secret), now)
    return secret


def set_password(session: Session, user: User, hashed: str, now: datetime.datetime) -> None:
    """Another password: every session ends, and what slowed guessing down is forgotten."""
    user.password_hash = hashed
    end_sessions(session, user.id, now)
    forget_failures(session, user)


def set_active(session: Session, user: User, *, active: bool, now: datetime.datetime) -> None:
    """Let a person sign in, or not; ending also every session."""
    user.active = active
    if not active:
        end_sessions(session, user.id, now)


def end_sessions(session: Session, user_id: int, now: datetime.datetime) -> None:
    """Revoke every session of a person."""
    session.execute(
        update(UserSession)
        .where(UserSession.user_id == user_id, UserSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def check_password(user: User | None, password: str) -> User | None:
    """The person when the password is theirs and they may sign in; takes as long for nobody."""
    fits = verify_password(user.password_hash if user else None, password)
    return user if fits and user is not None and user.active else None


def failures(session: Session, school_id: int, name: str, now: datetime.datetime) -> int:
    """How often a name failed to sign in within the window, from browsers that do not know it."""
    tries = queries.tries(session, school_id, name)
    return tries.failures if tries and tries.since > now - WINDOW else 0


def forget_failures(session: Session, user: User) -> None:
    """What slowed guessing at a name down is forgotten."""
    tries = queries.tries(session, user.school_id, user.sign_in_name)
    if tries is not None:
        session.delete(tries)


def note_failure(session: Session, school_id: int, name: str, now: datetime.datetime) -> None:
    """Count a failed sign-in of a name."""
    tries = queries.tries(session, school_id, name)
    if tries is None:
        session.add(SignInTries(school_id=school_id, name=queries.normal_name(name), failures=1, since=now))
    elif tries.since <= now - WINDOW:
        tries.failures, tries.since = 1, now
    else:
        tries.failures += 1


def open_session(
    session: Session,
    user: User,
    now: datetime.datetime,
    idle_s: int | None = None,
    device: tuple[str, str] = ("", ""),
) -> str:
    """A new signed-in session, ending when idle for `idle_s` seconds; returns its token, of which a hash is kept.

    Sessions of the person that have ended are forgotten. `device`: the names of the browser and its system.
    """
    token = secrets.token_urlsafe(32)
    ended = or_(UserSession.revoked_at.is_not(None), UserSession.created_at < now - queries.LONGEST)
    session.execute(delete(UserSession).where(UserSession.user_id == user.id, ended))
    session.add(
        UserSession(
            token_hash=queries.hash_token(token),
            user_id=user.id,
            created_at=now,
            last_seen_at=now,
            idle_s=idle_s,
            browser=device[0],
            system=device[1],
        )
    )
    return token


def close_session(session: Session, token: str, now: datetime.datetime) -> None:
    """Revoke the session of a token."""
    session.execute(
        update(UserSession).where(UserSession.token_hash == queries.hash_token(token)).values(revoked_at=now)
    )


def end_session(session: Session, user_id: int, session_id: int, now: datetime.datetime) -> None:
    """Revoke one session of a person; one of somebody else's is not touched."""
    session.execute(
        update(UserSession)
        .where(UserSession.user_id == user_id, UserSession.id == session_id, UserSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def end_others(session: Session, user_id: int, session_id: int, now: datetime.datetime) -> None:
    """Revoke every session of a person but one."""
    session.execute(
        update(UserSession)
        .where(UserSession.user_id == user_id, UserSession.id != session_id, UserSession.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def end_sessions_of(session: Session, session_ids: Sequence[int], now: datetime.datetime) -> int:
    """Revoke these sessions; how many had not been."""
    ended = (
        update(UserSession)
        .where(UserSession.id.in_(session_ids), UserSession.revoked_at.is_(None))
        .values(revoked_at=now)
        .returning(UserSession.id)
    )
    return len(session.execute(ended).all())


def touch_session(session: Session, session_id: int, now: datetime.datetime) -> None:
    """Note that a session is in use."""
    session.execute(update(UserSession).where(UserSession.id == session_id).values(last_seen_at=now))


def new_setup_code(session: Session) -> str:
    """A one-time code for making the first admin in the browser; replaces the former one."""
    code = f"{secrets.randbelow(10**4):04}-{secrets.randbelow(10**4):04}-{secrets.randbelow(10**4):04}"
    session.merge(Setting(key=SETUP_CODE, value=queries.hash_token(code)))
    return code


def set_up(
    session: Session,
    code: str,
    *,
    name: str,
    sign_in_name: str,
    password: str,
    now: datetime.datetime,
) -> User:
    """The first admin, for whoever holds the code; the code ends with it.

    Raises WrongCodeError, also when an admin exists.
    """
    setting = session.get(Setting, SETUP_CODE)
    fits = setting is not None and secrets.compare_digest(setting.value, queries.hash_token(code.strip()))
    if not fits or queries.any_admin(session):
        raise WrongCodeError
    session.delete(setting)
    school = default_school(session)
    user, _ = make_person(
        session,
        school.id,
        name=name,
        sign_in_name=sign_in_name,
        role=Role.ADMIN,
        now=now,
        password=password,
    )
    return user
