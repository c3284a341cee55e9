"""Reads of quizzes and assignments."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.articles.models import Article
from quizapp.articles.queries import Head, head_by_id, opened
from quizapp.banks.models import Item, ItemVersion
from quizapp.classes.models import Membership, SchoolClass
from quizapp.classes.queries import IS_STUDENT, people_of
from quizapp.core.policy import Identity, Role, Thing
from quizapp.core.timing import Extra, Rules, deadline
from quizapp.quizzes import plan as plans
from quizapp.quizzes.models import (
    Act,
    Assignment,
    AssignmentAct,
    AssignmentStudent,
    Quiz,
    QuizArticle,
    QuizEdition,
    QuizSlot,
)

PAGE = 50
"""Quizzes on one page of their list."""
SHELVES = ACTIVE, ARCHIVED, TRASH = ("active", "archived", "trash")


@dataclass(frozen=True, slots=True)
class Given:
    """An assignment with its quiz and class."""

    assignment: Assignment
    quiz: Quiz
    school_class: SchoolClass | None
    size: int

    @property
    def zone(self) -> str | None:
        """The time zone of the class; None where there is no class."""
        return self.school_class.timezone if self.school_class else None

    def time_if_begun(self, now: datetime.datetime, extra: Extra) -> datetime.timedelta | None:
        """The time of an attempt begun now, where it has a limit."""
        end = deadline(now, rules(self.assignment), extra)
        return end - now if end is not None and self.assignment.time_limit_s is not None else None

    @property
    def closing(self) -> datetime.datetime | None:
        """When nobody may begin any more: at the closing, or before it where a teacher has closed by hand."""
        return min(filter(None, (self.assignment.closes_at, self.assignment.stopped_at)), default=None)

    def left(self, made: int, extra: Extra) -> bool:
        """Whether a student who has made so many attempts may begin another, as far as their number goes."""
        allowed = self.assignment.attempts_allowed
        return allowed is None or made < allowed + extra.attempts

    def open_at(self, now: datetime.datetime) -> bool:
        """Whether an attempt may be started; none in a class that was put away."""
        if self.school_class is not None and self.school_class.archived_at is not None:
            return False
        assignment = self.assignment
        started = assignment.opens_at is None or assignment.opens_at <= now
        return started and (self.closing is None or now < self.closing)


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did by hand to an assignment, by name."""

    act: Act
    by: str
    at: datetime.datetime


def rules(row: Any) -> Rules:
    """What bounds the attempts of an assignment, or of a row with its columns."""
    limit = None if row.time_limit_s is None else datetime.timedelta(seconds=row.time_limit_s + row.extra_s)
    return Rules(limit, row.closes_at, bool(row.closing_cuts), row.stopped_at)


_size = (
    select(func.count())
    .where(QuizSlot.quiz_id == Assignment.quiz_id, QuizSlot.edition == Assignment.edition)
    .correlate(Assignment)
    .scalar_subquery()
)
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


def done_by_hand(session: Session, assignment_id: int) -> list[Done]:
    """What was done by hand to an assignment, the newest first."""
    rows = session.execute(
        select(AssignmentAct.act, User.name, AssignmentAct.at)
        .join(User, User.id == AssignmentAct.by_id)
        .where(AssignmentAct.assignment_id == assignment_id)
        .order_by(AssignmentAct.at.desc(), AssignmentAct.id.desc())
    )
    return [Done(Act(row.act), row.name, row.at) for row in rows]


def for_student(session: Session, user_id: int) -> list[Given]:
    """What a student has been given, newest first."""
    classes = (
        select(Membership.class_id)
        .join(SchoolClass, SchoolClass.id == Membership.class_id)
        .where(
            Membership.user_id == user_id,
            IS_STUDENT,
            SchoolClass.archived_at.is_(None),
        )
    )
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


def slots(session: Session, quiz_id: int, edition: int) -> list[QuizSlot]:
    """The slots of an edition in order."""
    wanted = select(QuizSlot).where(QuizSlot.quiz_id == quiz_id, QuizSlot.edition == edition)
    return list(session.scalars(wanted.order_by(QuizSlot.position)))


def newest_edition(session: Session, quiz_id: int) -> QuizEdition | None:
    """What was last published of a quiz."""
    wanted = select(QuizEdition).where(QuizEdition.quiz_id == quiz_id).order_by(QuizEdition.number.desc()).limit(1)
    return session.scalars(wanted).first()


def shelved(name: str) -> ColumnElement[bool]:
    """Which quizzes stand on a shelf: `active`, `archived` or `trash`."""
    if name == TRASH:
        return Quiz.trashed_at.is_not(None)
    archived = Quiz.archived_at.is_not(None) if name == ARCHIVED else Quiz.archived_at.is_(None)
    return and_(Quiz.trashed_at.is_(None), archived)


@dataclass(frozen=True, slots=True)
class ListedQuiz:
    """A quiz as lists show it; `given` counts its assignments, `owner` is None where nobody has it."""

    quiz: Quiz
    given: int
    owner: str | None

    @property
    def size(self) -> int:
        """How many questions a student gets of the working copy."""
        return plans.size(plans.read(self.quiz.plan))


def listed_quizzes(
    session: Session, who: Identity, shelf: str, *, after: int | None = None, size: int = PAGE
) -> list[ListedQuiz]:
    """A teacher's quizzes on a shelf (an admin's: the school's), newest first; one more than a page where there is."""
    given = select(func.count()).where(Assignment.quiz_id == Quiz.id).correlate(Quiz).scalar_subquery()
    wanted = (
        select(Quiz, given, User.name)
        .outerjoin(User, User.id == Quiz.owner_id)
        .where(_of(who), shelved(shelf))
        .order_by(Quiz.id.desc())
        .limit(size + 1)
    )
    if after is not None:
        wanted = wanted.where(Quiz.id < after)
    return [ListedQuiz(*row) for row in session.execute(wanted)]


def shelf_sizes(session: Session, who: Identity) -> dict[str, int]:
    """How many quizzes stand on each shelf; one statement."""
    row = session.execute(
        select(*(func.count().filter(shelved(name)).label(name) for name in SHELVES)).where(_of(who))
    ).one()
    return {name: getattr(row, name) for name in SHELVES}


def _of(who: Identity) -> ColumnElement[bool]:
    mine = true() if who.role is Role.ADMIN else Quiz.owner_id == who.id
    return and_(Quiz.school_id == who.school, mine)


def quiz_by_public_id(session: Session, public_id: str) -> Quiz | None:
    """The quiz with this public id."""
    return session.scalars(select(Quiz).where(Quiz.public_id == public_id)).first()


def assignments_of(session: Session, quiz_id: int) -> list[Given]:
    """Where a quiz has been given."""
    return [Given(*row) for row in session.execute(_given.where(Assignment.quiz_id == quiz_id))]


def run_by(session: Session, who: Identity, given: Iterable[Given]) -> list[Given]:
    """Those of these assignments of a person's school that they run: an administrator all, a teacher those of classes
    that are still hers; one statement."""
    if who.role is Role.ADMIN:
        return list(given)
    mine = select(Membership.class_id).where(Membership.user_id == who.id, Membership.role == Role.TEACHER)
    hers = frozenset(session.scalars(mine))
    return [each for each in given if each.assignment.class_id in hers]


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


def readers_of_article(article: Article | Head) -> Select[Any]:
    """A query for the students who have been given a quiz on an article that may be read beside it.

    Of an article that a teacher brought, only those in her own classes.
    """
    wanted = (
        select(Membership.user_id)
        .join(Assignment, Assignment.class_id == Membership.class_id)
        .join(QuizArticle, QuizArticle.quiz_id == Assignment.quiz_id)
        .where(
            QuizArticle.article_id == article.id,
            IS_STUDENT,
            Assignment.article_open.is_(True),
        )
    )
    if article.owner_id is None:
        return wanted
    hers = select(Membership.class_id).where(Membership.user_id == article.owner_id, Membership.role == Role.TEACHER)
    return wanted.where(Assignment.class_id.in_(hers))


def shows_text(session: Session, article: Head, reader: int) -> bool:
    """Whether a person who may see the article's page or a proof may see its whole text.

    What a teacher brought is for herself and, where rights and licence allow it, for her own classes; what came with
    Quotidia is for everybody its rights allow.
    """
    if not article.has_text:
        return False
    if article.owner_id == reader:
        return True
    if not opened(article):
        return False
    if article.owner_id is None:
        return True
    return session.scalar(readers_of_article(article).where(Membership.user_id == reader).limit(1)) is not None


def sentences_only(session: Session, quiz: Quiz) -> bool:
    """Whether a quiz stands on an article of which no class may read more than the sentences that prove answers."""
    found = None if quiz.article_id is None else head_by_id(session, quiz.article_id)
    return found is not None and not opened(found)


def names_of(session: Session, version_ids: Sequence[int]) -> dict[int, str]:
    """The public ids of the questions whose versions are given, by version."""
    wanted = select(ItemVersion.id, Item.public_id).join(Item, Item.id == ItemVersion.item_id)
    return {row[0]: row[1] for row in session.execute(wanted.where(ItemVersion.id.in_(version_ids)))}
