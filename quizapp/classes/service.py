"""Verbs on classes."""

import datetime

from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.policy import Role


def make_class(
    session: Session,
    school_id: int,
    *,
    name: str,
    subject: str,
    timezone: str,
    teacher_id: int,
    now: datetime.datetime,
) -> SchoolClass:
    """A new class with its first teacher."""
    made = SchoolClass(
        school_id=school_id,
        name=name.strip(),
        subject=subject.strip(),
        timezone=timezone,
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
