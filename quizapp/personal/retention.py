"""What a school keeps no longer: found for the page that shows it beforehand, and erased by the job of each day."""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.accounts.models import School, Setting, User, UserSession
from quizapp.articles.models import ArticleVersion
from quizapp.attempts.models import Attempt
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.policy import Role
from quizapp.core.retention import Retention, ended_on, is_over
from quizapp.doubles.models import MergedStudent
from quizapp.personal.models import Cause
from quizapp.personal.plan import Subject, Where, counts, steps
from quizapp.personal.service import Counts, detach, erase
from quizapp.quizzes.models import Assignment

_KEY = "retention {school}"


@dataclass(frozen=True, slots=True)
class Over:
    """A class that ended long enough ago, on which day, and how many attempts of its students are still told apart."""

    name: str
    school_year: str
    ended: datetime.date
    attempts: int


@dataclass(frozen=True, slots=True)
class Due:
    """What goes: whole accounts, attempts of students who stay, made in these classes and before `cut`, and how many
    texts of articles."""

    cut: datetime.datetime
    people: tuple[int, ...]
    parts: dict[int, tuple[int, ...]]
    classes: tuple[Over, ...]
    texts: int

    @property
    def nothing(self) -> bool:
        """Whether nothing goes."""
        return not (self.people or self.parts or self.texts)


def rule_of(session: Session, school_id: int) -> Retention:
    """What a school has decided; off until it does."""
    said = session.scalar(select(Setting.value).where(Setting.key == _KEY.format(school=school_id)))
    return Retention(**json.loads(said)) if said else Retention()


def set_rule(session: Session, school_id: int, rule: Retention) -> None:
    """Decide how long a school keeps what students did."""
    session.merge(Setting(key=_KEY.format(school=school_id), value=json.dumps(asdict(rule))))


def schools_on(session: Session) -> list[int]:
    """The schools that erase by themselves."""
    found = list(session.scalars(select(School.id).order_by(School.id)))
    return [school for school in found if rule_of(session, school).on]


def due_everywhere(session: Session, now: datetime.datetime) -> list[Due]:
    """What goes in the schools that erase by themselves."""
    return [due(session, school, rule_of(session, school).days, now) for school in schools_on(session)]


def due(session: Session, school_id: int, days: int, now: datetime.datetime) -> Due:
    """What goes now under a rule of so many days.

    A student goes whole when all their classes have ended so long ago and nothing was seen of them since; of one who
    stays, the attempts at what was given in such a class that are as old.
    """
    cut = now - datetime.timedelta(days=days)
    places, over = _places(session, school_id), _classes_over(session, school_id, days, now)
    quiet = _quiet(session, school_id, cut)
    people = tuple(user for user in sorted(quiet) if places[user] <= over.keys())
    given = _given(session, set(over))
    parts = {
        user: tuple(sorted(classes))
        for user, classes in sorted(_attempted(session, given, cut).items())
        if user not in people
    }
    counted = _counted(session, set(over), cut)
    classes = tuple(
        Over(found.name, found.school_year, ended, counted.get(found.id, 0))
        for found, ended in over.values()
        if counted.get(found.id)
    )
    return Due(cut, people, parts, classes, texts_due(session, now))


def rows_of(session: Session, found: Due) -> Counts:
    """How many rows of which table go and are emptied, all together."""
    users = tuple(session.scalars(select(User).where(User.id.in_(found.people))))
    told = counts(session, steps(session, Subject(users))) if users else {"delete": {}, "empty": {}}
    for user, classes in found.parts.items():
        one = Subject((session.get_one(User, user),), of_classes(classes, found.cut))
        for fate, tables in counts(session, steps(session, one)).items():
            for table, count in tables.items():
                told[fate][table] = told[fate].get(table, 0) + count
    return told


def carry_out(
    session: Session, found: Due, now: datetime.datetime, reach: Callable[[int], None] = lambda _percent: None
) -> int:
    """Erase what is due, one person a transaction; how many people it was about."""
    every = [*found.people, *found.parts]
    for place, user_id in enumerate(every):
        reach(100 * place // len(every))
        with db.writing(session) as write:
            user = write.get_one(User, user_id)
            if user_id in found.parts:
                detach(write, user, of_classes(found.parts[user_id], found.cut), now)
            elif user.erased_at is None:
                erase(write, user, Cause.RETENTION, now)
    return len(every)


def of_classes(classes: Iterable[int], cut: datetime.datetime) -> Where:
    """The attempts at what was given to these classes, last worked on before a moment."""
    return (Attempt.last_at < cut) & Attempt.assignment_id.in_(
        select(Assignment.id).where(Assignment.class_id.in_(classes))
    )


def _places(session: Session, school_id: int) -> dict[int, set[int]]:
    """The classes of each student."""
    wanted = (
        select(Membership.user_id, Membership.class_id)
        .join(SchoolClass, SchoolClass.id == Membership.class_id)
        .where(SchoolClass.school_id == school_id)
    )
    found: dict[int, set[int]] = defaultdict(set)
    for user, school_class in session.execute(wanted):
        found[user].add(school_class)
    return found


def _classes_over(
    session: Session, school_id: int, days: int, now: datetime.datetime
) -> dict[int, tuple[SchoolClass, datetime.date]]:
    found = {}
    for each in session.scalars(select(SchoolClass).where(SchoolClass.school_id == school_id).order_by(SchoolClass.id)):
        zone = ZoneInfo(each.timezone)
        archived = each.archived_at and each.archived_at.astimezone(zone).date()
        ended = ended_on(archived, each.school_year)
        if ended is not None and is_over(ended, days, now.astimezone(zone).date()):
            found[each.id] = (each, ended)
    return found


def _quiet(session: Session, school_id: int, since: datetime.datetime) -> set[int]:
    """The students of whom nothing was seen since; accounts that were made one with another follow that one."""
    wanted = select(User.id).where(
        User.school_id == school_id,
        User.role == Role.STUDENT.value,
        User.erased_at.is_(None),
        User.created_at < since,
        User.id.not_in(select(UserSession.user_id).where(UserSession.last_seen_at >= since)),
        User.id.not_in(select(Attempt.user_id).where(Attempt.last_at >= since)),
        User.id.not_in(select(MergedStudent.former_id)),
    )
    return set(session.scalars(wanted))


def _given(session: Session, classes: set[int]) -> dict[int, int]:
    wanted = select(Assignment.id, Assignment.class_id).where(Assignment.class_id.in_(classes))
    return {
        assignment: school_class for assignment, school_class in session.execute(wanted) if school_class is not None
    }


def _attempted(session: Session, given: dict[int, int], cut: datetime.datetime) -> dict[int, set[int]]:
    """Of each account that is somebody's, the classes of these in which it has attempts."""
    wanted = (
        select(Attempt.user_id, Attempt.assignment_id)
        .join(User, User.id == Attempt.user_id)
        .where(Attempt.assignment_id.in_(given), Attempt.last_at < cut, User.erased_at.is_(None))
        .distinct()
    )
    found: dict[int, set[int]] = defaultdict(set)
    for user, assignment in session.execute(wanted):
        if assignment is not None:
            found[user].add(given[assignment])
    return found


def _counted(session: Session, classes: set[int], cut: datetime.datetime) -> dict[int, int]:
    wanted = (
        select(Assignment.class_id, func.count())
        .join(Attempt, Attempt.assignment_id == Assignment.id)
        .join(User, User.id == Attempt.user_id)
        .where(Assignment.class_id.in_(classes), Attempt.last_at < cut, User.erased_at.is_(None))
        .group_by(Assignment.class_id)
    )
    return {school_class: count for school_class, count in session.execute(wanted) if school_class is not None}


def texts_due(session: Session, now: datetime.datetime) -> int:
    """How many articles have a text that was to go by now."""
    wanted = select(func.count(func.distinct(ArticleVersion.article_id))).where(
        ArticleVersion.purge_on <= now.date(), ArticleVersion.text.is_not(None)
    )
    return session.scalar(wanted) or 0
