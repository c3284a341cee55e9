"""Telling a teacher, once, which questions of a quiz are passed over when somebody begins it."""

import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.attempts.queries import item_of, load_items
from quizapp.classes.models import Membership
from quizapp.core.policy import Role
from quizapp.notices.models import Kind, Notice
from quizapp.notices.service import of_question, tell
from quizapp.quizzes.queries import Given
from quizapp.quizzes.sitting import Passed


def tell_passed(session: Session, given: Given, passed: tuple[Passed, ...], now: datetime.datetime) -> None:
    """Tell the teachers of the class, or whoever gave it to named students, unless they were told of all these."""
    if not passed:
        return
    subject = f"skipped {given.assignment.id}"
    versions = {each.version for each in passed}
    load_items(session, versions)
    about = {
        "stem": given.quiz.title,
        "lang": given.quiz.lang,
        "assignment": given.assignment.public_id,
        "versions": sorted(versions),
        "questions": [_said(session, each) for each in passed],
    }
    for teacher in _teachers(session, given):
        told = session.scalars(select(Notice).where(Notice.user_id == teacher, Notice.subject == subject))
        if not any(versions <= set(each.about["versions"]) for each in told):
            tell(session, teacher, Kind.SKIPPED, about, now, subject=subject)


def _said(session: Session, passed: Passed) -> dict[str, Any]:
    item = item_of(session, passed.version)
    return {**of_question(item), "why": passed.why.value}


def _teachers(session: Session, given: Given) -> list[int]:
    wanted = select(Membership.user_id).where(
        Membership.class_id == given.assignment.class_id, Membership.role == Role.TEACHER.value
    )
    found = list(session.scalars(wanted.order_by(Membership.user_id))) if given.assignment.class_id else []
    return found or [each for each in (given.assignment.created_by,) if each is not None]
