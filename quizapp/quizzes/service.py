"""Verbs on quizzes and assignments."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.core.marking import GradeRule
from quizapp.quizzes.models import Assignment, Quiz, QuizSlot

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
    """A quiz with one pinned item version per slot."""
    quiz = Quiz(
        school_id=school_id,
        owner_id=owner_id,
        title=title.strip(),
        lang=lang,
        article_id=article_id,
        created_at=now,
    )
    session.add(quiz)
    session.flush()  # the slots need its id
    session.add_all(
        QuizSlot(quiz_id=quiz.id, position=place, item_version_id=version)
        for place, version in enumerate(item_version_ids, 1)
    )
    return quiz


def assign(
    session: Session,
    quiz: Quiz,
    class_id: int,
    delivery: Delivery,
    *,
    by: int | None,
    now: datetime.datetime,
) -> Assignment:
    """Give a quiz to a class."""
    made = Assignment(
        school_id=quiz.school_id,
        quiz_id=quiz.id,
        class_id=class_id,
        feedback=delivery.feedback,
        attempts_allowed=delivery.attempts_allowed,
        grade_rule=delivery.grade_rule.value,
        opens_at=delivery.opens_at,
        due_at=delivery.due_at,
        closes_at=delivery.closes_at,
        article_open=delivery.article_open,
        created_by=by,
        created_at=now,
    )
    session.add(made)
    session.flush()  # callers start attempts by its id
    return made
