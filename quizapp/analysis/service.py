"""The verbs on readings that are kept: of which quizzes there are any, and counting them anew where they hold no more.

A count takes seconds where a million answers were given, so nobody's answer waits for it: what is changed meanwhile is
noted by the database, and makes the reading one that does not hold.
"""

import datetime
from collections.abc import Callable

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.analysis.models import QuizReading, QuizReadingChange
from quizapp.analysis.queries import FINISHED
from quizapp.analysis.readings import everything
from quizapp.attempts.models import Attempt
from quizapp.quizzes.models import Quiz

MANY = 250
"""Finished attempts at a quiz from which on its reading is kept; fewer are counted in an instant."""
_AT_ONCE = 500


def worth_keeping(session: Session, least: int = MANY) -> list[int]:
    """The quizzes that so many have taken and of which nothing is kept yet."""
    wanted = (
        select(Attempt.quiz_id)
        .where(FINISHED, Attempt.quiz_id.not_in(select(QuizReading.quiz_id)))
        .group_by(Attempt.quiz_id)
        .having(func.count() >= least)
        .order_by(Attempt.quiz_id)
    )
    return [each for each in session.scalars(wanted) if each is not None]


def changed(session: Session) -> list[int]:
    """The quizzes whose reading holds no more, or was never counted."""
    since = select(QuizReadingChange.quiz_id)
    wanted = select(QuizReading.quiz_id).where(QuizReading.said.is_(None) | QuizReading.quiz_id.in_(since))
    return list(session.scalars(wanted.order_by(QuizReading.quiz_id)))


def kept(session: Session) -> list[int]:
    """The quizzes of which a reading is kept."""
    return list(session.scalars(select(QuizReading.quiz_id).order_by(QuizReading.quiz_id)))


def keep_up(session: Session, now: datetime.datetime, reach: Callable[[int], None] = lambda _percent: None) -> int:
    """Begin to keep what is worth it, and count anew what holds no more; how many quizzes that was."""
    wanted = sorted({*worth_keeping(session), *changed(session)})
    return _each(session, wanted, now, reach)


def rebuild(session: Session, now: datetime.datetime, reach: Callable[[int], None] = lambda _percent: None) -> int:
    """Count every reading anew, whether it holds or not; how many quizzes that was."""
    return _each(session, sorted({*worth_keeping(session), *kept(session)}), now, reach)


def _each(session: Session, quizzes: list[int], now: datetime.datetime, reach: Callable[[int], None]) -> int:
    for place, quiz in enumerate(quizzes):
        reach(100 * place // len(quizzes))
        count(session, quiz, now)
    return len(quizzes)


def count(session: Session, quiz_id: int, now: datetime.datetime) -> bool:
    """Count the reading of a quiz anew and keep it; False where another count came in between, which is as new.

    The changes are read before what they changed, and only those are forgotten.
    """
    _announce(session, quiz_id)
    run = session.scalar(select(QuizReading.run).where(QuizReading.quiz_id == quiz_id))
    changes = list(session.scalars(select(QuizReadingChange.id).where(QuizReadingChange.quiz_id == quiz_id)))
    said = everything(session, quiz_id)
    with db.writing(session, f"reading of {quiz_id}") as write:
        mine = update(QuizReading).where(QuizReading.quiz_id == quiz_id, QuizReading.run == run)
        took = write.execute(mine.values(run=QuizReading.run + 1, said=said, counted_at=now).returning(QuizReading.run))
        if took.scalar() is None:
            return False
        for start in range(0, len(changes), _AT_ONCE):
            some = changes[start : start + _AT_ONCE]
            write.execute(delete(QuizReadingChange).where(QuizReadingChange.id.in_(some)))
    return True


def _announce(session: Session, quiz_id: int) -> None:
    """From here on changes are noted; on PostgreSQL too nobody is in the middle of one that is not."""
    session.rollback()
    if session.get(QuizReading, quiz_id) is None:
        with db.writing(session) as write:
            if write.get(QuizReading, quiz_id) is None:
                write.add(QuizReading(quiz_id=write.get_one(Quiz, quiz_id).id))
