"""The verb on two accounts of one student: all that the one has becomes the other's, and nothing is deleted."""

import datetime

from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.accounts.service import set_active
from quizapp.attempts.models import Attempt
from quizapp.attempts.service import hand_in, note
from quizapp.classes.models import Membership, SchoolClass
from quizapp.classes.service import remove_member
from quizapp.core.timing import most_of
from quizapp.delivery.service import set_extra
from quizapp.doubles import queries
from quizapp.doubles.models import MergedStudent
from quizapp.notices.models import Notice
from quizapp.quizzes.extras import extra_in
from quizapp.quizzes.models import AssignmentStudent
from quizapp.reports.models import Report

MERGED = "merged"
"""The event of an attempt that came from another account, or has another number since."""


def merge(session: Session, found: SchoolClass, kept: User, former: User, *, by: int, now: datetime.datetime) -> None:
    """Make two students of a class one: `kept` has everything, `former` nothing, and comes in no more.

    What either is granted both had; where both are in a class or have a notice of one subject, one of the two stays
    in use and what the other said is not lost.
    """
    _move_attempts(session, kept, former, now)
    _move_extras(session, kept, former)
    place = session.get(Membership, (found.id, former.id))
    session.add(
        MergedStudent(
            former_id=former.id,
            kept_id=kept.id,
            class_id=found.id,
            nickname=place and place.nickname,
            by_id=by,
            at=now,
        )
    )
    _move_places(session, kept, former)
    for report in queries.of_user(session, Report, former.id):
        report.user_id = kept.id
    _move_notices(session, kept, former, now)
    if not (kept.text_size or kept.text_spacing):
        kept.text_size, kept.text_spacing = former.text_size, former.text_spacing
    set_active(session, former, active=False, now=now)


def _move_attempts(session: Session, kept: User, former: User, now: datetime.datetime) -> None:
    every = queries.series(session, kept.id, former.id)
    for series in every:
        for attempt in series.closed:
            hand_in(session, attempt, now)
    numbered = [(attempt, number) for series in every for number, attempt in _numbers(series)]
    changed = [(each, number) for each, number in numbered if (each.user_id, each.number) != (kept.id, number)]
    accounts = {each.id: each.public_id for each in (kept, former)}
    for attempt, _number in changed:
        was = {"account": accounts[attempt.user_id], "number": attempt.number}
        note(session, attempt.id, None, MERGED, was, now)
        attempt.number = -attempt.id
    session.flush()  # no number may be there twice at any moment
    for attempt, number in changed:
        attempt.user_id, attempt.number = kept.id, number
    session.flush()  # what is granted is reckoned from rows


def _numbers(series: queries.Series) -> list[tuple[int, Attempt]]:
    """Where there is no assignment nothing is numbered anew."""
    if series.attempts[0].assignment_id is None:
        return [(attempt.number, attempt) for attempt in series.attempts]
    return list(enumerate(series.attempts, 1))


def _move_extras(session: Session, kept: User, former: User) -> None:
    for assignment in queries.granted_in(session, (kept.id, former.id)):
        most = most_of(extra_in(session, assignment, kept.id), extra_in(session, assignment, former.id))
        set_extra(session, assignment, kept.id, most)
        set_extra(session, assignment, former.id, None)
    for named in queries.of_user(session, AssignmentStudent, former.id):
        if queries.is_named(session, named.assignment_id, kept.id):
            session.delete(named)
        else:
            named.user_id = kept.id
    session.flush()  # the places are looked for anew


def _move_places(session: Session, kept: User, former: User) -> None:
    for place in queries.of_user(session, Membership, former.id):
        own = session.get(Membership, (place.class_id, kept.id))
        if own is None:
            place.user_id = kept.id
            continue
        own.extra = most_of(own.extra, place.extra)
        own.approved = own.approved or place.approved
        own.joined_at = min(own.joined_at, place.joined_at)
        remove_member(session, session.get_one(SchoolClass, place.class_id), former.id)


def _move_notices(session: Session, kept: User, former: User, now: datetime.datetime) -> None:
    waiting = {each.subject: each for each in queries.of_user(session, Notice, kept.id) if each.read_at is None}
    for notice in queries.of_user(session, Notice, former.id):
        other = waiting.get(notice.subject) if notice.subject and notice.read_at is None else None
        if other is not None:
            older = min(other, notice, key=lambda each: each.created_at)
            older.read_at = now
            session.flush()  # of one subject there is at most one unread
        notice.user_id = kept.id
