"""Verbs on quizzes and assignments."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.banks.models import ItemVersion
from quizapp.core.marking import GradeRule
from quizapp.core.scoring import Scoring
from quizapp.quizzes import plan as plans
from quizapp.quizzes import publishing, queries
from quizapp.quizzes.models import Act, Assignment, AssignmentAct, Quiz, QuizArticle

IMMEDIATE, DEFERRED = "immediate", "deferred"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The rules of an assignment; None for an open end or any number of attempts."""

    feedback: str = IMMEDIATE
    attempts_allowed: int | None = None
    grade_rule: GradeRule = GradeRule.FIRST
    opens_at: datetime.datetime | None = None
    due_at: datetime.datetime | None = None
    closes_at: datetime.datetime | None = None
    article_open: bool = True
    time_limit: datetime.timedelta | None = None
    closing_cuts: bool = False
    release: dict[str, str] | None = None
    dont_know: bool = False
    scoring: Scoring = Scoring.PLAIN


MORE_TIME = datetime.timedelta(minutes=5)
"""What one press of «five more minutes» gives."""


def new_quiz(
    session: Session,
    school_id: int,
    *,
    title: str,
    lang: str,
    items: Sequence[int],
    owner_id: int | None,
    now: datetime.datetime,
) -> Quiz:
    """A quiz whose working copy asks these items; nothing of it is published yet."""
    quiz = Quiz(
        school_id=school_id,
        owner_id=owner_id,
        title=title.strip(),
        lang=lang,
        plan=plans.dump(plans.with_items((), items)),
        created_at=now,
    )
    session.add(quiz)
    session.flush()  # callers name it
    return quiz


def make_quiz(
    session: Session,
    school_id: int,
    *,
    title: str,
    lang: str,
    article_id: int | None,
    item_version_ids: Sequence[int],
    owner_id: int | None,
    now: datetime.datetime,
) -> Quiz:
    """A quiz published at once, with one pinned item version per slot."""
    rows = session.execute(select(ItemVersion.id, ItemVersion.item_id).where(ItemVersion.id.in_(item_version_ids)))
    items = {row.id: row.item_id for row in rows}
    quiz = new_quiz(
        session,
        school_id,
        title=title,
        lang=lang,
        items=[items[version] for version in item_version_ids],
        owner_id=owner_id,
        now=now,
    )
    publishing.add_edition(
        session,
        quiz,
        1,
        [(version, None, None) for version in item_version_ids],
        pools={},
        conflicting=[],
        by=owner_id,
        now=now,
    )
    if article_id is not None:
        quiz.article_id = article_id
        session.add(QuizArticle(quiz_id=quiz.id, article_id=article_id))
    return quiz


def duplicate(session: Session, quiz: Quiz, *, title: str, owner_id: int, now: datetime.datetime) -> Quiz:
    """A quiz of its own with the same working copy; given to nobody."""
    copy = new_quiz(session, quiz.school_id, title=title, lang=quiz.lang, items=(), owner_id=owner_id, now=now)
    copy.plan = list(quiz.plan)
    return copy


class StalePlanError(Exception):
    """The working copy has changed since it was shown."""


def change_plan(quiz: Quiz, plan: plans.Plan, number: int) -> None:
    """Write the working copy anew, if it is still the one numbered `number`; what is published stays.

    Raises StalePlanError.
    """
    if quiz.plan_number != number:
        raise StalePlanError
    quiz.plan = plans.dump(plan)
    quiz.plan_number = number + 1


def shelve(session: Session, quiz: Quiz, shelf: str, now: datetime.datetime) -> bool:
    """Put a quiz on a shelf; False for the bin where a class has it: it can only be archived."""
    if shelf == queries.TRASH and queries.assignments_of(session, quiz.id):
        return False
    quiz.trashed_at = now if shelf == queries.TRASH else None
    if shelf != queries.TRASH:
        quiz.archived_at = now if shelf == queries.ARCHIVED else None
    return True


def bring_changes(given: Iterable[queries.Given], edition: int) -> int:
    """Give an edition of their quiz to these assignments, for the attempts to come; how many did not have it."""
    behind = [each.assignment for each in given if each.assignment.edition != edition]
    for assignment in behind:
        assignment.edition = edition
    return len(behind)


def assign(
    session: Session,
    quiz: Quiz,
    class_id: int,
    delivery: Delivery,
    *,
    by: int | None,
    now: datetime.datetime,
) -> Assignment:
    """Give the newest edition of a quiz to a class."""
    edition = queries.newest_edition(session, quiz.id)
    made = Assignment(
        school_id=quiz.school_id,
        quiz_id=quiz.id,
        edition=edition.number if edition else 1,
        class_id=class_id,
        feedback=delivery.feedback,
        attempts_allowed=delivery.attempts_allowed,
        grade_rule=delivery.grade_rule.value,
        opens_at=delivery.opens_at,
        due_at=delivery.due_at,
        closes_at=delivery.closes_at,
        time_limit_s=int(delivery.time_limit.total_seconds()) if delivery.time_limit else None,
        closing_cuts=delivery.closing_cuts,
        article_open=delivery.article_open,
        release=delivery.release,
        dont_know=delivery.dont_know,
        scoring=delivery.scoring.value,
        created_by=by,
        created_at=now,
    )
    session.add(made)
    session.flush()  # callers start attempts by its id
    return made


def stop(session: Session, assignment: Assignment, by: int, now: datetime.datetime) -> None:
    """Close an assignment by hand: nobody begins any more and whatever runs has ended; once it is, nothing changes."""
    if assignment.stopped_at is None:
        assignment.stopped_at = now
        _note(session, assignment, Act.CLOSED, by, now)


def reopen(session: Session, assignment: Assignment, by: int, now: datetime.datetime) -> None:
    """Take a closing by hand back: its former bounds hold again; what was handed in meanwhile stays so."""
    if assignment.stopped_at is not None:
        assignment.stopped_at = None
        _note(session, assignment, Act.REOPENED, by, now)


def bounds(assignment: Assignment) -> str:
    """What bounds an assignment now, to tell whether somebody has changed it since a page was shown."""
    return f"{assignment.extra_s} {assignment.closes_at} {assignment.stopped_at}"


def more_time(session: Session, assignment: Assignment, known: str, by: int, now: datetime.datetime) -> bool:
    """Move the closing on by five minutes and lengthen the time limit by as much; False where there is neither, where
    it was closed by hand, or where the bounds are no longer those that were `known`.

    A closing that has passed is moved to five minutes from now.
    """
    bounded = assignment.closes_at is not None or assignment.time_limit_s is not None
    if not bounded or assignment.stopped_at is not None or bounds(assignment) != known:
        return False
    if assignment.closes_at is not None:
        assignment.closes_at = max(assignment.closes_at, now) + MORE_TIME
    if assignment.time_limit_s is not None:
        assignment.extra_s += int(MORE_TIME.total_seconds())
    _note(session, assignment, Act.MORE_TIME, by, now)
    return True


def _note(session: Session, assignment: Assignment, act: Act, by: int, now: datetime.datetime) -> None:
    session.add(AssignmentAct(assignment_id=assignment.id, act=act.value, by_id=by, at=now))
