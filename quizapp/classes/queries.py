"""Reads of classes."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.policy import Role, Thing


def of_teacher(session: Session, school_id: int, user_id: int, *, everything: bool) -> list[Any]:
    """Classes a teacher works in (all of the school for an admin), with the number of students."""
    count = (
        select(func.count())
        .where(Membership.class_id == SchoolClass.id, Membership.role == Role.STUDENT)
        .correlate(SchoolClass)
        .scalar_subquery()
    )
    wanted = select(SchoolClass, count.label("size")).where(SchoolClass.school_id == school_id)
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


def thing(session: Session, found: SchoolClass) -> Thing:
    """What the policy needs to know of a class."""
    return people_of(session, found.school_id, found.id)


def people_of(session: Session, school_id: int, class_id: int | None) -> Thing:
    """Teachers and students of a class, as the policy wants them."""
    rows = session.execute(select(Membership.user_id, Membership.role).where(Membership.class_id == class_id)).all()
    return Thing(
        school=school_id,
        teachers=frozenset(row.user_id for row in rows if row.role == Role.TEACHER),
        students=frozenset(row.user_id for row in rows if row.role == Role.STUDENT),
    )
