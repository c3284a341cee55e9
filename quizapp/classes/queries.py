"""Reads of classes."""

import datetime
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.codes import normal_code
from quizapp.core.policy import Role, Thing
from quizapp.core.text import as_read, words

IS_STUDENT = and_(Membership.role == Role.STUDENT.value, Membership.approved)
"""Whose membership is that of a student who was let in."""


def of_teacher(
    session: Session, school_id: int, user_id: int, *, everything: bool, archived: bool = False
) -> list[Any]:
    """Classes a teacher works in (all of the school for an admin), with the number of students."""
    count = (
        select(func.count())
        .where(Membership.class_id == SchoolClass.id, Membership.role == Role.STUDENT)
        .correlate(SchoolClass)
        .scalar_subquery()
    )
    wanted = select(SchoolClass, count.label("size")).where(SchoolClass.school_id == school_id)
    wanted = wanted.where(SchoolClass.archived_at.is_not(None) if archived else SchoolClass.archived_at.is_(None))
    if not everything:
        wanted = wanted.where(SchoolClass.id.in_(select(Membership.class_id).where(Membership.user_id == user_id)))
    return list(session.execute(wanted.order_by(SchoolClass.name)))


def by_public_id(session: Session, public_id: str) -> SchoolClass | None:
    """The class with this public id."""
    return session.scalars(select(SchoolClass).where(SchoolClass.public_id == public_id)).first()


def members(session: Session, class_id: int) -> list[tuple[User, str]]:
    """Everybody in a class with their role there, by name."""
    wanted = (
        select(User, Membership.role)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.class_id == class_id)
        .order_by(User.name)
    )
    return [(row[0], row[1]) for row in session.execute(wanted)]


def register(session: Session, class_id: int) -> list[tuple[User, Membership]]:
    """The students of a class by name, those who wait to be let in first."""
    wanted = (
        select(User, Membership)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.class_id == class_id, Membership.role == Role.STUDENT.value)
        .order_by(Membership.approved, User.name)
    )
    return [(row[0], row[1]) for row in session.execute(wanted)]


def size(session: Session, class_id: int) -> int:
    """How many students a class has, those who wait to be let in too."""
    wanted = select(func.count()).where(Membership.class_id == class_id, Membership.role == Role.STUDENT.value)
    return session.scalar(wanted) or 0


def awaited(session: Session, user_id: int) -> list[str]:
    """Names of the classes in which this student still waits to be let in."""
    wanted = select(SchoolClass.name).join(Membership, Membership.class_id == SchoolClass.id)
    waits = (Membership.user_id == user_id, Membership.approved.is_(False), SchoolClass.archived_at.is_(None))
    return list(session.scalars(wanted.where(*waits).order_by(SchoolClass.name)))


def memberships(session: Session, class_id: int) -> list[Membership]:
    """Everybody's place in a class."""
    return list(session.scalars(select(Membership).where(Membership.class_id == class_id)))


def by_code(session: Session, typed: str) -> SchoolClass | None:
    """The class whose join code this is, whether it still lets anybody in or not."""
    code = normal_code(typed)
    return session.scalars(select(SchoolClass).where(SchoolClass.join_code == code)).first() if code else None


def lets_in(found: SchoolClass, now: datetime.datetime) -> bool:
    """Whether a code of this class lets a new student in now."""
    running = found.join_until is not None and found.join_until > now
    return running and not found.locked and found.archived_at is None


def nickname_key(nickname: str) -> str:
    """A nickname as two are compared: without case, accents, punctuation and what nobody sees; one without letters and
    figures by its signs."""
    read = as_read(nickname)
    return (" ".join(words(read)) or read.casefold())[:40]


def by_nickname(session: Session, class_id: int, nickname: str) -> User | None:
    """The student of a class with this nickname, or with one that was compared as nicknames once were."""
    wanted = select(User).join(Membership, Membership.user_id == User.id).where(Membership.class_id == class_id)
    keys = (nickname_key(nickname), " ".join(words(nickname))[:40])
    found = (session.scalars(wanted.where(Membership.nickname_key == key)).first() for key in dict.fromkeys(keys))
    return next((each for each in found if each is not None), None)


def thing(session: Session, found: SchoolClass) -> Thing:
    """What the policy needs to know of a class."""
    return people_of(session, found.school_id, found.id)


def people_of(session: Session, school_id: int, class_id: int | None) -> Thing:
    """Teachers and students of a class, as the policy wants them."""
    wanted = select(Membership.user_id, Membership.role)
    rows = session.execute(wanted.where(Membership.class_id == class_id, Membership.approved)).all()
    return Thing(
        school=school_id,
        teachers=frozenset(row.user_id for row in rows if row.role == Role.TEACHER),
        students=frozenset(row.user_id for row in rows if row.role == Role.STUDENT),
    )
