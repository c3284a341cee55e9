"""Reads of quizzes and assignments."""

import datetime
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from quizapp.classes.models import Membership, SchoolClass
from quizapp.classes.queries import people_of
from quizapp.core.policy import Role, Thing
from quizapp.quizzes.models import Assignment, AssignmentStudent, Quiz, QuizSlot


@dataclass(frozen=True, slots=True)
class Given:
    """An assignment with its quiz and class."""

    assignment: Assignment
    quiz: Quiz
    school_class: SchoolClass | None
    size: int

    def open_at(self, now: datetime.datetime) -> bool:
        """Whether an attempt may be started."""
        assignment = self.assignment
        started = assignment.opens_at is None or assignment.opens_at <= now
        return started and (assignment.closes_at is None or now < assignment.closes_at)


_size = select(func.count()).where(QuizSlot.quiz_id == Quiz.id).correlate(Quiz).scalar_subquery()
_given = (
    select(Assignment, Quiz, SchoolClass, _size)
    .join(Quiz, Quiz.id == Assignment.quiz_id)
    .outerjoin(SchoolClass, SchoolClass.id == Assignment.class_id)
)


def by_public_id(session: Session, public_id: str) -> Given | None:
    """The assignment with this public id."""
    row = session.execute(_given.where(Assignment.public_id == public_id)).first()
    return Given(*row) if row else None


def by_id(session: Session, assignment_id: int) -> Given:
    """The assignment with this id."""
    return Given(*session.execute(_given.where(Assignment.id == assignment_id)).one())


def for_student(session: Session, user_id: int) -> list[Given]:
    """What a student has been given, newest first."""
    classes = select(Membership.class_id).where(Membership.user_id == user_id, Membership.role == Role.STUDENT)
    named = select(AssignmentStudent.assignment_id).where(AssignmentStudent.user_id == user_id)
    wanted = _given.where(or_(Assignment.class_id.in_(classes), Assignment.id.in_(named)))
    return [Given(*row) for row in session.execute(wanted.order_by(Assignment.created_at.desc(), Assignment.id))]


def of_teacher(session: Session, school_id: int, user_id: int, *, everything: bool) -> list[Given]:
    """What the classes of a teacher have been given, newest first."""
    wanted = _given.where(Assignment.school_id == school_id)
    if not everything:
        mine = select(Membership.class_id).where(Membership.user_id == user_id, Membership.role == Role.TEACHER)
        wanted = wanted.where(Assignment.class_id.in_(mine))
    return [Given(*row) for row in session.execute(wanted.order_by(Assignment.created_at.desc(), Assignment.id))]


def slots(session: Session, quiz_id: int) -> list[QuizSlot]:
    """The slots of a quiz in order."""
    return list(session.scalars(select(QuizSlot).where(QuizSlot.quiz_id == quiz_id).order_by(QuizSlot.position)))


def quiz_by_public_id(session: Session, public_id: str) -> Quiz | None:
    """The quiz with this public id."""
    return session.scalars(select(Quiz).where(Quiz.public_id == public_id)).first()


def assignments_of(session: Session, quiz_id: int) -> list[Given]:
    """Where a quiz has been given."""
    return [Given(*row) for row in session.execute(_given.where(Assignment.quiz_id == quiz_id))]


def thing(session: Session, given: Given) -> Thing:
    """What the policy needs to know of an assignment."""
    found = people_of(session, given.assignment.school_id, given.assignment.class_id)
    named = session.scalars(
        select(AssignmentStudent.user_id).where(AssignmentStudent.assignment_id == given.assignment.id)
    )
    return Thing(school=found.school, teachers=found.teachers, students=found.students | frozenset(named))


def quiz_thing(quiz: Quiz) -> Thing:
    """What the policy needs to know of a quiz."""
    return Thing(school=quiz.school_id, owner=quiz.owner_id)


def readers_of_article(article_id: int) -> Select[Any]:
    """A query for the students who have been given a quiz on an article that may be read beside it."""
    return (
        select(Membership.user_id)
        .join(Assignment, Assignment.class_id == Membership.class_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(
            Quiz.article_id == article_id,
            Membership.role == Role.STUDENT,
            Assignment.article_open.is_(True),
        )
    )
