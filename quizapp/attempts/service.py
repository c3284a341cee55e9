"""Verbs on attempts: start, answer, hand in. One transaction each, responses only ever added."""

import datetime
import hashlib
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import Session

from quizapp.attempts import queries
from quizapp.attempts.endings import end_of, ends_at
from quizapp.attempts.models import (
    ANSWERED,
    OPEN,
    SUBMITTED,
    WITHDRAWN,
    Attempt,
    AttemptEvent,
    Outcome,
    Purpose,
    Response,
    Slot,
)
from quizapp.core.answers import Answer, Said, store
from quizapp.core.correcting import marks_of
from quizapp.core.presentation import draw_order
from quizapp.core.scoring import Certainty, Scoring, total
from quizapp.core.timing import Standing, ended_at, seconds_late, standing
from quizapp.db import Model, plain_write
from quizapp.plain import prepared
from quizapp.quizzes.extras import extra_in
from quizapp.quizzes.models import Assignment
from quizapp.quizzes.service import IMMEDIATE
from quizapp.quizzes.sitting import Place


class NoAttemptLeftError(Exception):
    """Every attempt that the assignment allows has been made."""


class NothingToAskError(Exception):
    """Every question was retired, withdrawn, superseded or broken."""


class Recorded(StrEnum):
    """What became of a posted answer."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    """Its question counts no more; what came in time is kept all the same."""


_responses, _outcomes, _attempts = (Model.metadata.tables[each.__tablename__] for each in (Response, Outcome, Attempt))
_add_response = prepared(insert(_responses))
_add_outcome = prepared(insert(_outcomes))
_note_answer = prepared(
    update(_attempts)
    .where(_attempts.c.id == bindparam("attempt"), _attempts.c.state == OPEN)
    .values(
        answered=_attempts.c.answered + bindparam("more"),
        right=_attempts.c.right + bindparam("more_right"),
        mark=bindparam("new_mark"),
        share=bindparam("new_share"),
        last_at=bindparam("now"),
        state=bindparam("new_state"),
        finished_at=bindparam("finished"),
    )
)


def start(
    session: Session,
    assignment: Assignment,
    user_id: int,
    places: Sequence[Place],
    *,
    purpose: Purpose,
    seed: str,
    now: datetime.datetime,
) -> Attempt:
    """The open attempt of this student, begun now unless there is one.

    Practice that would give away what a graded attempt asks ends when that begins. Raises NoAttemptLeftError,
    NothingToAskError.
    """
    running = queries.open_attempt(session, user_id, assignment.id, purpose)
    if running is not None:
        return running
    made = queries.count_attempts(session, user_id, assignment.id, purpose)
    if purpose is Purpose.GRADED and not _left(session, assignment, user_id, made):
        raise NoAttemptLeftError
    if not places:
        raise NothingToAskError
    queries.load_items(session, [place.version for place in places])
    worth = [_worth(session, place) for place in places]
    attempt = Attempt(
        school_id=assignment.school_id,
        user_id=user_id,
        quiz_id=assignment.quiz_id,
        assignment_id=assignment.id,
        purpose=purpose.value,
        number=made + 1,
        feedback=IMMEDIATE if purpose is Purpose.PRACTICE else assignment.feedback,
        article_open=assignment.article_open,
        dont_know=assignment.dont_know,
        state=OPEN,
        size=len(places),
        mark=Fraction(0),
        maximum=sum(worth, Fraction(0)),
        started_at=now,
        last_at=now,
    )
    if purpose is Purpose.GRADED:
        attempt.scoring = assignment.scoring
        for practice in queries.practice_asking(session, user_id, [place.version for place in places]):
            stop_practising(session, practice, now)
    _seat(session, attempt, places, worth, seed)
    return attempt


def practise(
    session: Session, school_id: int, user_id: int, versions: Sequence[int], *, seed: str, now: datetime.datetime
) -> Attempt:
    """Practice of these item versions, begun now; what this student was practising across quizzes before is over.

    A second press of the button finds the practice that the first one began.
    """
    running = queries.open_practice(session, user_id)
    if running is not None and _as_yet_begun(session, running, versions):
        return running
    if running is not None:
        stop_practising(session, running, now)
        session.flush()  # only one may be open
    places = [Place(version) for version in versions]
    queries.load_items(session, versions)
    worth = [_worth(session, place) for place in places]
    attempt = Attempt(
        school_id=school_id,
        user_id=user_id,
        purpose=Purpose.PRACTICE.value,
        number=1,
        feedback=IMMEDIATE,
        article_open=False,
        dont_know=True,
        state=OPEN,
        size=len(places),
        mark=Fraction(0),
        maximum=sum(worth, Fraction(0)),
        started_at=now,
        last_at=now,
    )
    _seat(session, attempt, places, worth, seed)
    return attempt


def _as_yet_begun(session: Session, running: Attempt, versions: Sequence[int]) -> bool:
    rows = queries.slots_with_outcomes(session, running.id)
    return not running.answered and [row.item_version_id for row in rows] == list(versions)


def stop_practising(session: Session, attempt: Attempt, now: datetime.datetime) -> None:
    """Practice ends where it is: what was answered stays, what was not is as if it had not been asked."""
    marked = counting(queries.slots_with_outcomes(session, attempt.id))
    attempt.size, attempt.maximum = len(marked), sum((row.points for row in marked), Fraction(0))
    attempt.share = _share(attempt.mark, attempt.maximum)
    attempt.state, attempt.finished_at = SUBMITTED, now


def _worth(session: Session, place: Place) -> Fraction:
    return queries.item_of(session, place.version).points if place.points is None else place.points


def _seat(session: Session, attempt: Attempt, places: Sequence[Place], worth: Sequence[Fraction], seed: str) -> None:
    session.add(attempt)
    session.flush()  # the slots need its id
    for position, (place, points) in enumerate(zip(places, worth, strict=True), 1):
        item = queries.item_of(session, place.version)
        own = hashlib.sha256(f"{seed}|{position}".encode()).hexdigest()[:32]
        session.add(
            Slot(
                attempt_id=attempt.id,
                position=position,
                item_version_id=place.version,
                seed=own,
                order=list(draw_order(item.body.groups(), own)),
                points=points,
                place=place.place,
            )
        )


def answer(
    session: Session, row: Any, seq: int, given: Said, now: datetime.datetime, certainty: Certainty | None = None
) -> Recorded:
    """Record an answer by compare-and-set on `seq`, the number of responses recorded so far.

    `row` is a row of `queries.slot_at`, read in the same transaction. With immediate feedback the
    first answer is final and marked at once; deferred, every revision is a further row. An attempt
    that was handed in, or whose time has run out, takes none; one that comes in the grace is noted. One to a
    withdrawn question is kept and not marked.
    """
    said = Answer(given, certainty)
    stored = store(queries.item_of(session, row.item_version_id).body, said)
    if (row.seq and seq != row.seq) or (row.seq and row.feedback == IMMEDIATE):
        return _replayed(session, row, seq, stored)
    end = end_of(row)
    if row.reason == WITHDRAWN:
        if seq == row.seq and standing(end, now) is not Standing.OVER:
            plain_write(session, _add_response, _response(row, stored, now))
        return Recorded.WITHDRAWN
    if row.state != OPEN or standing(end, now) is Standing.OVER:
        return Recorded.CLOSED
    if seq != row.seq:
        return Recorded.CONFLICT
    plain_write(session, _add_response, _response(row, stored, now))
    scoring = Scoring(row.scoring)
    mark, right = row.mark, 0
    last = row.feedback == IMMEDIATE and row.answered + 1 == row.size
    if row.feedback == IMMEDIATE:
        found = marks_of(queries.item_of(session, row.key_id), said, scoring)
        outcome = outcome_of(row.id, row, row.seq + 1, found, now)
        plain_write(session, _add_outcome, outcome)
        mark, right = row.mark + outcome["mark"], int(outcome["fraction"] >= 1)
        mark = total(mark, scoring) if last else mark
    plain_write(
        session,
        _note_answer,
        {
            "attempt": row.id,
            "more": 0 if row.seq else 1,
            "more_right": right,
            "new_mark": mark,
            "new_share": _share(mark, row.maximum),
            "now": now,
            "new_state": SUBMITTED if last else OPEN,
            "finished": now if last else None,
        },
    )
    _note_lateness(session, row.id, row.position, end, now)
    return Recorded.NEW


def hand_in(session: Session, attempt: Attempt, now: datetime.datetime) -> bool:
    """Close an attempt and mark what is not marked; False when it was closed before.

    The last recorded response of a slot counts; a slot without one is unanswered and earns nothing. An attempt
    whose time has run out was finished when it had, whoever closes it and whenever.
    """
    session.refresh(attempt)
    if attempt.state != OPEN:
        return False
    scoring = Scoring(attempt.scoring)
    rows = queries.slots_with_outcomes(session, attempt.id)
    marked = [(row.fraction, row.mark) for row in counting(rows)]
    for row in rows:
        if row.fraction is None:
            item = queries.item_of(session, row.key_id)
            found = marks_of(item, queries.answer_of(item, row.given), scoring)
            outcome = outcome_of(attempt.id, row, row.seq or None, found, now)
            plain_write(session, _add_outcome, outcome)
            marked.append((outcome["fraction"], outcome["mark"]))
    add_up(attempt, marked)
    end = ends_at(session, attempt.id)
    _note_lateness(session, attempt.id, None, end, now)
    finished = max(ended_at(end, now), attempt.last_at)
    attempt.state, attempt.finished_at, attempt.last_at = SUBMITTED, finished, finished
    return True


def counting(rows: Sequence[Any]) -> list[Any]:
    """Of rows of `slots_with_outcomes` those that are marked and count."""
    return [row for row in rows if row.fraction is not None and row.reason != WITHDRAWN]


def add_up(attempt: Attempt, marked: Sequence[tuple[Fraction, Fraction]]) -> None:
    """Give an attempt its total and its number of right answers, from how right each answer is and what it earned."""
    attempt.mark = total(sum((mark for _fraction, mark in marked), Fraction(0)), Scoring(attempt.scoring))
    attempt.right = sum(fraction >= 1 for fraction, _mark in marked)
    attempt.share = _share(attempt.mark, attempt.maximum)


def close_if_over(session: Session, attempt: Attempt, now: datetime.datetime) -> bool:
    """Close and mark an attempt past its end and the grace; False when it is not, or was closed before."""
    return standing(ends_at(session, attempt.id), now) is Standing.OVER and hand_in(session, attempt, now)


def note(
    session: Session,
    attempt_id: int,
    position: int | None,
    kind: str,
    about: dict[str, Any],
    now: datetime.datetime,
) -> None:
    """Remember something that happened and is no answer."""
    session.add(AttemptEvent(attempt_id=attempt_id, position=position, kind=kind, about=about, at=now))


def wrong_versions(rows: Sequence[Any]) -> tuple[int, ...]:
    """The item versions of the slots that did not earn the full mark."""
    return tuple(row.key_id for row in counting(rows) if row.fraction < 1)


def _left(session: Session, assignment: Assignment, user_id: int, made: int) -> bool:
    allowed = assignment.attempts_allowed
    return allowed is None or made < allowed or made < allowed + extra_in(session, assignment.id, user_id).attempts


def _note_lateness(
    session: Session, attempt_id: int, position: int | None, end: datetime.datetime | None, now: datetime.datetime
) -> None:
    if standing(end, now) is Standing.GRACE:
        note(session, attempt_id, position, "late", {"seconds": seconds_late(end, now)}, now)


def _replayed(session: Session, row: Any, seq: int, stored: dict[str, Any]) -> Recorded:
    former = session.get(Response, (row.id, row.position, seq + 1))
    return Recorded.SAME if former is not None and former.given == stored else Recorded.CONFLICT


def _response(row: Any, stored: dict[str, Any], now: datetime.datetime) -> dict[str, Any]:
    return {
        "attempt_id": row.id,
        "position": row.position,
        "seq": row.seq + 1,
        "given": stored,
        "at": now,
    }


def outcome_of(
    attempt_id: int, row: Any, seq: int | None, marks: tuple[Fraction, Fraction], now: datetime.datetime
) -> dict[str, Any]:
    """A further outcome of a slot, marked with the item version `key_id`, as its table has it."""
    fraction, share = marks
    return {
        "attempt_id": attempt_id,
        "position": row.position,
        "number": (row.marks or 0) + 1,
        "seq": seq,
        "item_version_id": row.key_id,
        "fraction": fraction,
        "mark": share * row.points,
        "maximum": row.points,
        "share": float(fraction),
        "reason": ANSWERED,
        "at": now,
    }


def _share(mark: Fraction, maximum: Fraction) -> float:
    return float(mark / maximum) if maximum else 0.0
