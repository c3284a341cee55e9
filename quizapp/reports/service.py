"""Verbs on reports: make one, answer some; whoever must know of it gets a notice."""

import datetime
from collections.abc import Iterable
from textwrap import shorten
from typing import Any

from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.accounts.queries import identity_of
from quizapp.attempts.queries import item_of
from quizapp.core.oneline import one_line
from quizapp.core.policy import Identity
from quizapp.notices.models import Kind
from quizapp.notices.service import mark_read, tell
from quizapp.reports import queries
from quizapp.reports.models import Reason, Report, State
from quizapp.reports.queries import Wish

MOST_OPEN = 20
"""Reports of one student that may wait for an answer at the same time."""
_LONGEST_STEM = 160


class TooManyOpenError(Exception):
    """A student has as many open reports as there may be."""


def report(session: Session, place: Any, reason: Reason, words: str, now: datetime.datetime) -> Report:
    """What a student reports at a place of their attempt (a row of `slot_at`); an open report is changed.

    Raises TooManyOpenError.
    """
    former = next(iter(queries.of_place(session, place.id, place.position)), None)
    if former is not None and former.state == State.OPEN:
        former.reason, former.words = reason.value, words
        return former
    if queries.open_of_student(session, place.user_id) >= MOST_OPEN:
        raise TooManyOpenError
    made = Report(
        school_id=place.school_id,
        user_id=place.user_id,
        attempt_id=place.id,
        position=place.position,
        item_version_id=place.item_version_id,
        reason=reason.value,
        words=words,
        state=State.OPEN.value,
        created_at=now,
    )
    session.add(made)
    session.flush()  # the count of what waits must see it
    _tell_teachers(session, made, now)
    return made


def answer(
    session: Session, reports: Iterable[Report], state: State, reply: str, who: Identity, now: datetime.datetime
) -> int:
    """Answer those of the reports that are still open, and tell their students; how many there were."""
    found = [each for each in reports if each.state == State.OPEN]
    for each in found:
        each.state, each.reply = state.value, reply
        each.decided_by, each.decided_at = who.id, now
        attempt = queries.attempt_of(session, each)
        about = {
            **_stem(session, each),
            "attempt": attempt.public_id,
            "n": each.position,
            "state": state.value,
            "reply": reply,
        }
        tell(session, each.user_id, Kind.ANSWERED, about, now)
    session.flush()  # the count of what waits must see it
    for each in found:
        _settle(session, each, now)
    return len(found)


def _tell_teachers(session: Session, made: Report, now: datetime.datetime) -> None:
    question = queries.question_of(session, made.item_version_id)
    for teacher in queries.teachers(session, made):
        count = _waiting(session, teacher, question.public_id)
        about = {**_stem(session, made), "item": question.public_id, "count": count}
        tell(session, teacher, Kind.REPORTED, about, now, subject=_subject(question.id))


def _settle(session: Session, decided: Report, now: datetime.datetime) -> None:
    """The notice of a question whose last report has been answered need not be read any more."""
    question = queries.question_of(session, decided.item_version_id)
    for teacher in queries.teachers(session, decided):
        if not _waiting(session, teacher, question.public_id):
            mark_read(session, teacher, now, subject=_subject(question.id))


def _waiting(session: Session, teacher: int, item: str) -> int:
    return queries.waiting_count(session, identity_of(session.get_one(User, teacher)), Wish(item=item))


def _stem(session: Session, about: Report) -> dict[str, str]:
    item = item_of(session, about.item_version_id)
    return {"stem": shorten(one_line(item.stem, item), _LONGEST_STEM, placeholder="…"), "lang": item.lang}


def _subject(item_id: int) -> str:
    return f"reports of item {item_id}"
