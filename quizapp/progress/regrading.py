"""A mark that a teacher gives by hand: a further outcome of its slot, with who gave it and why; the former stay."""

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.accounts.models import User
from quizapp.attempts.models import BY_HAND, SUBMITTED, WITHDRAWN, Attempt, AttemptEvent, Outcome, Purpose
from quizapp.attempts.queries import item_of, slots_with_outcomes
from quizapp.attempts.releases import told_of
from quizapp.attempts.service import add_up, counting, note
from quizapp.core.release import Part
from quizapp.core.scoring import Scoring
from quizapp.notices.models import Kind
from quizapp.notices.service import of_question, tell
from quizapp.quizzes.models import Assignment, Quiz

_LOWEST = {Scoring.PLAIN: 0, Scoring.CERTAINTY: -2}


@dataclass(frozen=True, slots=True)
class Change:
    """A mark that was changed: from and to, why, by whom and when."""

    before: Fraction
    after: Fraction
    why: str
    by: str
    at: datetime.datetime


def is_settled(attempt: Attempt, row: Any) -> bool:
    """Whether a row of `slots_with_outcomes` is a marked question of a finished graded attempt."""
    counts = row.fraction is not None and row.reason != WITHDRAWN
    return attempt.state == SUBMITTED and attempt.purpose == Purpose.GRADED and counts


def slot_of(session: Session, attempt: Attempt, position: int) -> Any:
    """The row of a question whose mark may be changed; None where there is none."""
    rows = slots_with_outcomes(session, attempt.id)
    return next((row for row in rows if row.position == position and is_settled(attempt, row)), None)


def lowest(attempt: Attempt, points: Fraction) -> Fraction:
    """The lowest mark that an answer can have under the rules of its attempt."""
    return points * _LOWEST.get(Scoring(attempt.scoring), -1)


def changes(session: Session, attempt_id: int, position: int) -> list[Change]:
    """What was changed by hand, the newest first."""
    wanted = (
        select(AttemptEvent)
        .where(AttemptEvent.attempt_id == attempt_id, AttemptEvent.position == position, AttemptEvent.kind == BY_HAND)
        .order_by(AttemptEvent.id.desc())
    )
    events = list(session.scalars(wanted))
    names = dict(
        session.execute(select(User.id, User.name).where(User.id.in_({event.about["by"] for event in events}))).all()
    )
    return [
        Change(
            Fraction(event.about["before"]),
            Fraction(event.about["after"]),
            event.about["why"],
            names[event.about["by"]],
            event.at,
        )
        for event in events
    ]


def regrade(
    session: Session, attempt: Attempt, position: int, mark: Fraction, why: str, by: int, now: datetime.datetime
) -> bool:
    """Give an answer this mark, and the attempt its new total; False where it has it already.

    Whoever may see the score by now is told. Raises ValueError for a question without a mark, and for a mark that
    the answer cannot have.
    """
    row = slot_of(session, attempt, position)
    if row is None or not lowest(attempt, row.points) <= mark <= row.points:
        raise ValueError((position, mark))
    if mark == row.mark:
        return False
    session.add(_outcome(attempt.id, row, mark, now))
    session.flush()  # the total is of all newest outcomes
    add_up(attempt, [(each.fraction, each.mark) for each in counting(slots_with_outcomes(session, attempt.id))])
    about = {"before": str(row.mark), "after": str(mark), "why": why, "by": by}
    note(session, attempt.id, position, BY_HAND, about, now)
    _tell(session, attempt, row, about, now)
    return True


def _outcome(attempt_id: int, row: Any, mark: Fraction, now: datetime.datetime) -> Outcome:
    share = max(Fraction(-1), mark / row.points) if row.points else Fraction(0)
    return Outcome(
        attempt_id=attempt_id,
        position=row.position,
        number=row.marks + 1,
        seq=row.marked_seq,
        item_version_id=row.key_id,
        fraction=share,
        mark=mark,
        maximum=row.points,
        share=float(share),
        reason=BY_HAND,
        at=now,
    )


def _tell(session: Session, attempt: Attempt, row: Any, about: dict[str, Any], now: datetime.datetime) -> None:
    assignment = session.get(Assignment, attempt.assignment_id)
    if not {Part.SCORE, Part.CORRECTNESS} <= told_of(session, attempt, assignment, now):
        return
    item = item_of(session, row.item_version_id)
    said = {
        **of_question(item),
        "quiz": session.get_one(Quiz, attempt.quiz_id).title,
        "before": about["before"],
        "after": about["after"],
        "maximum": str(row.points),
        "why": about["why"],
        "attempt": attempt.public_id,
        "n": row.position,
    }
    subject = f"mark {attempt.id} {row.position}"
    tell(session, attempt.user_id, Kind.REGRADED, said, now, subject=subject)
