"""Verbs on classes: who is in them, the code that lets students in, the end of the year."""

import datetime
from collections.abc import Iterable

from sqlalchemy.orm import Session

from quizapp.accounts import queries as accounts
from quizapp.accounts.models import User
from quizapp.accounts.service import make_person
from quizapp.classes import queries
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.codes import JOIN_LENGTH, make_code
from quizapp.core.policy import Role
from quizapp.core.text import legible
from quizapp.core.timing import Extra
from quizapp.db import public_id
from quizapp.notices.models import Kind
from quizapp.notices.service import tell

CODE_DAYS = 14
MOST_BY_CODE = 200
"""Students of a class, from which on its code makes no further account: whoever reads it could fill the register."""
JOINED = "~"  # how the sign-in name of a student begins who comes in by class code and nickname


class NicknameTakenError(ValueError):
    """Somebody in the class is known by this nickname, or by one that reads the same."""


class ClassClosedError(ValueError):
    """The class lets nobody in now."""


def make_class(
    session: Session,
    school_id: int,
    *,
    name: str,
    subject: str,
    timezone: str,
    teacher_id: int,
    now: datetime.datetime,
    school_year: str = "",
) -> SchoolClass:
    """A new class with its first teacher."""
    made = SchoolClass(
        school_id=school_id,
        name=name.strip(),
        subject=subject.strip(),
        timezone=timezone,
        school_year=school_year.strip(),
        created_at=now,
    )
    session.add(made)
    session.flush()  # the membership needs its id
    session.add(Membership(class_id=made.id, user_id=teacher_id, role=Role.TEACHER.value, joined_at=now))
    return made


def add_member(session: Session, found: SchoolClass, user: User, now: datetime.datetime) -> bool:
    """Put a person of the same school in a class; False when they are there already."""
    if session.get(Membership, (found.id, user.id)) or user.school_id != found.school_id:
        return False
    role = Role.STUDENT if user.role == Role.STUDENT else Role.TEACHER
    session.add(Membership(class_id=found.id, user_id=user.id, role=role.value, joined_at=now))
    return True


def remove_member(session: Session, found: SchoolClass, user_id: int) -> None:
    """Take a person out of a class; their attempts stay."""
    membership = session.get(Membership, (found.id, user_id))
    if membership is not None:
        session.delete(membership)


def new_code(session: Session, found: SchoolClass, now: datetime.datetime) -> str:
    """Another join code, good for two weeks; the former one lets nobody in any more."""
    code = make_code(JOIN_LENGTH)
    while queries.by_code(session, code) is not None:
        code = make_code(JOIN_LENGTH)
    found.join_code, found.join_until = code, now + datetime.timedelta(days=CODE_DAYS)
    return code


def close_code(found: SchoolClass) -> None:
    """No code lets anybody in."""
    found.join_code = found.join_until = None


def join(session: Session, found: SchoolClass, nickname: str, *, hashed: str, now: datetime.datetime) -> User:
    """A new student under a nickname, whose recovery code was hashed before.

    Raises ClassClosedError, NicknameTakenError.
    """
    if not queries.lets_in(found, now) or queries.size(session, found.id) >= MOST_BY_CODE:
        raise ClassClosedError
    _free(session, found, nickname, but=None)
    shown = legible(nickname)
    user, _secret = make_person(
        session,
        found.school_id,
        name=shown,
        sign_in_name=JOINED + public_id(),
        role=Role.STUDENT,
        now=now,
        password=JOINED,
        hashed=hashed,
    )
    session.add(
        Membership(
            class_id=found.id,
            user_id=user.id,
            role=Role.STUDENT.value,
            nickname=shown,
            nickname_key=queries.nickname_key(nickname),
            approved=not found.asks_approval,
            joined_at=now,
        )
    )
    return user


def join_as(session: Session, found: SchoolClass, user: User, now: datetime.datetime) -> None:
    """A student with an account comes into a further class.

    Raises ClassClosedError.
    """
    if not queries.lets_in(found, now):
        raise ClassClosedError
    if add_member(session, found, user, now):
        session.get_one(Membership, (found.id, user.id)).approved = not found.asks_approval


def describe(session: Session, found: SchoolClass, user: User, *, nickname: str | None, name: str) -> None:
    """Another nickname in this class, and the name in the register.

    Raises NicknameTakenError.
    """
    membership = session.get_one(Membership, (found.id, user.id))
    if nickname is not None and membership.nickname is not None:
        _free(session, found, nickname, but=user.id)
        membership.nickname = legible(nickname)
        membership.nickname_key = queries.nickname_key(nickname)
    user.name = " ".join(name.split())


def approve(session: Session, found: SchoolClass, user_id: int) -> None:
    """Let a student who came in by code take part."""
    session.get_one(Membership, (found.id, user_id)).approved = True


def approve_all(session: Session, found: SchoolClass) -> int:
    """Let everybody who waits take part; how many they were."""
    waiting = [each for each in queries.memberships(session, found.id) if not each.approved]
    for each in waiting:
        each.approved = True
    return len(waiting)


def make_accounts(
    session: Session, found: SchoolClass, people: Iterable[tuple[str, str, str]], now: datetime.datetime
) -> list[User]:
    """Students of a pasted list in a class: public id, name and hashed password of each."""
    made = []
    for identifier, name, hashed in people:
        user, _secret = make_person(
            session,
            found.school_id,
            name=name,
            sign_in_name=_free_sign_in_name(session, found.school_id, name),
            role=Role.STUDENT,
            now=now,
            password=JOINED,
            hashed=hashed,
        )
        user.public_id = identifier
        add_member(session, found, user, now)
        made.append(user)
    return made


def archive(found: SchoolClass, now: datetime.datetime | None) -> None:
    """Put a class away (or back, without a moment): nobody comes in, nothing is lost."""
    found.archived_at = now
    close_code(found)


def grant(session: Session, found: SchoolClass, user_id: int, extra: Extra, now: datetime.datetime) -> None:
    """Give a student this in every assignment of the class, running attempts included, and tell them what changes."""
    place = session.get_one(Membership, (found.id, user_id))
    if extra == place.extra:
        return
    place.extra = extra
    about = {"stem": found.name, "lang": None, **told_of_extra(extra)}
    tell(session, user_id, Kind.GRANTED, about, now, subject=f"extra in class {found.id}")


def told_of_extra(extra: Extra) -> dict[str, int]:
    """What a notice says of what is granted."""
    return {"percent": extra.percent, "minutes": extra.minutes, "attempts": extra.attempts}


def roll_over(
    session: Session, found: SchoolClass, *, name: str, school_year: str, now: datetime.datetime
) -> SchoolClass:
    """The class of the next year with the same people; the old one is put away with its results."""
    made = SchoolClass(
        school_id=found.school_id,
        name=name.strip(),
        subject=found.subject,
        timezone=found.timezone,
        school_year=school_year.strip(),
        created_at=now,
    )
    session.add(made)
    session.flush()  # the memberships need its id
    for former in queries.memberships(session, found.id):
        session.add(
            Membership(
                class_id=made.id,
                user_id=former.user_id,
                role=former.role,
                nickname=former.nickname,
                nickname_key=former.nickname_key,
                approved=former.approved,
                extra_percent=former.extra_percent,
                extra_minutes=former.extra_minutes,
                extra_attempts=former.extra_attempts,
                joined_at=now,
            )
        )
    archive(found, now)
    return made


def _free(session: Session, found: SchoolClass, nickname: str, *, but: int | None) -> None:
    holder = queries.by_nickname(session, found.id, nickname)
    if holder is not None and holder.id != but:
        raise NicknameTakenError(nickname)


def _free_sign_in_name(session: Session, school_id: int, name: str) -> str:
    """`nome.cognome`, with a number where that is in use."""
    plain = ".".join(queries.nickname_key(name).split())[:50] or "studente"
    number, wanted = 1, plain
    while accounts.by_sign_in_name(session, school_id, wanted) is not None:
        number += 1
        wanted = f"{plain}{number}"
    return wanted
