"""Verbs on a given assignment: change its rules, grant a student more; students are told of what they count on."""

import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from quizapp.classes.service import told_of_extra
from quizapp.core.timing import Extra
from quizapp.delivery.queries import Begun
from quizapp.notices.models import Kind
from quizapp.notices.service import tell
from quizapp.quizzes.extras import extra_in
from quizapp.quizzes.models import Assignment, AssignmentExtra
from quizapp.quizzes.queries import Given, thing
from quizapp.quizzes.service import Delivery


class Refusal(StrEnum):
    """Why a rule cannot be changed so."""

    FEEDBACK = "feedback"
    OPENING = "opening"
    CLOSING = "closing"
    LIMIT = "limit"
    CUTS = "cuts"
    ATTEMPTS = "attempts"


_COUNTED_ON = ("opens_at", "due_at", "closes_at", "time_limit_s")


def refusals(former: Assignment, wanted: Delivery, begun: Begun, now: datetime.datetime) -> dict[str, Refusal]:
    """What cannot be changed as wanted, by the name of its field.

    A closing is only moved to a moment to come. Once an attempt has begun nothing may take away what it counts on:
    how answers are told, that it may be begun, its time, the attempts that were made.
    """
    stays = {
        "closes_at": (Refusal.CLOSING, _moved_to_the_past(former.closes_at, wanted.closes_at, now)),
        "feedback": (Refusal.FEEDBACK, begun and wanted.feedback != former.feedback),
        "opens_at": (Refusal.OPENING, begun and _put_off(former.opens_at, wanted.opens_at, now)),
        "time_limit": (Refusal.LIMIT, begun and _less(_seconds(wanted), former.time_limit_s)),
        "closing_cuts": (Refusal.CUTS, begun and wanted.closing_cuts and not former.closing_cuts),
        "attempts_allowed": (
            Refusal.ATTEMPTS,
            _less(wanted.attempts_allowed, begun.most) and _less(wanted.attempts_allowed, former.attempts_allowed),
        ),
    }
    return {name: refusal for name, (refusal, holds) in stays.items() if holds}


def change(session: Session, given: Given, wanted: Delivery, now: datetime.datetime) -> bool:
    """Give an assignment these rules; whether students were told, because what they count on has changed."""
    assignment = given.assignment
    former = [getattr(assignment, name) for name in _COUNTED_ON]
    assignment.opens_at, assignment.due_at, assignment.closes_at = wanted.opens_at, wanted.due_at, wanted.closes_at
    assignment.time_limit_s, assignment.closing_cuts = _seconds(wanted), wanted.closing_cuts
    assignment.feedback, assignment.article_open = wanted.feedback, wanted.article_open
    assignment.attempts_allowed, assignment.grade_rule = wanted.attempts_allowed, wanted.grade_rule.value
    assignment.release = wanted.release
    assignment.dont_know, assignment.scoring = wanted.dont_know, wanted.scoring.value
    if assignment.time_limit_s is None:
        assignment.extra_s = 0
    if former == [getattr(assignment, name) for name in _COUNTED_ON]:
        return False
    for student in sorted(thing(session, given).students):
        tell(session, student, Kind.RESCHEDULED, _said(given), now, subject=f"assignment {assignment.id}")
    return True


def grant(session: Session, given: Given, user_id: int, extra: Extra | None, now: datetime.datetime) -> None:
    """Give a student this in one assignment, in place of what the class grants, or leave that (None).

    A running attempt has it at once; the student is told where it changes anything.
    """
    work = given.assignment
    former = extra_in(session, work.id, user_id)
    set_extra(session, work.id, user_id, extra)
    session.flush()  # what holds now is read from rows
    holds = extra_in(session, work.id, user_id)
    if holds != former:
        about = {"stem": given.quiz.title, "lang": given.quiz.lang, **told_of_extra(holds)}
        tell(session, user_id, Kind.GRANTED, about, now, subject=f"extra in assignment {work.id}")


def set_extra(session: Session, assignment_id: int, user_id: int, extra: Extra | None) -> None:
    """Put down what one assignment grants a student, or (None) that it grants nothing of its own; nobody is told."""
    found = session.get(AssignmentExtra, (assignment_id, user_id))
    if extra is None:
        if found is not None:
            session.delete(found)
        return
    if found is None:
        found = AssignmentExtra(assignment_id=assignment_id, user_id=user_id)
        session.add(found)
    found.percent, found.minutes, found.attempts = extra.percent, extra.minutes, extra.attempts


def _moved_to_the_past(
    former: datetime.datetime | None, wanted: datetime.datetime | None, now: datetime.datetime
) -> bool:
    return wanted is not None and wanted != former and wanted <= now


def _put_off(former: datetime.datetime | None, wanted: datetime.datetime | None, now: datetime.datetime) -> bool:
    return wanted is not None and wanted != former and wanted > now


def _less(wanted: int | None, former: int | None) -> bool:
    """Whether a bound takes away from the former one; None is no bound."""
    return wanted is not None and (former is None or wanted < former)


def _seconds(wanted: Delivery) -> int | None:
    return None if wanted.time_limit is None else int(wanted.time_limit.total_seconds())


def _said(given: Given) -> dict[str, Any]:
    work = given.assignment
    dates = {name: getattr(work, name) for name in ("opens_at", "due_at", "closes_at")}
    return {
        "stem": given.quiz.title,
        "lang": given.quiz.lang,
        "zone": given.zone,
        "minutes": None if work.time_limit_s is None else (work.time_limit_s + work.extra_s) // 60,
        **{name: None if date is None else date.isoformat() for name, date in dates.items()},
    }
