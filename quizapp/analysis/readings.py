"""What the page of an analysis tells of a quiz: as it is kept where that still holds, else counted now."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.analysis.models import QuizReading, QuizReadingChange
from quizapp.analysis.queries import Asked, Posed, Taken, asked, posed, taken
from quizapp.core.analysis import report
from quizapp.core.analysis.kept import as_plain, from_plain
from quizapp.core.analysis.report import read_quiz


@dataclass(frozen=True, slots=True)
class Told:
    """The editions that were taken, the newest first; the questions of the one that is shown, and their reading."""

    editions: Sequence[Taken]
    shown: Taken | None
    asked: Sequence[Posed]
    reading: report.QuizReading


def told(session: Session, quiz_id: int, edition: str = "") -> Told:
    """Of the edition with this number, else of the newest."""
    kept = session.scalar(KEPT.where(QuizReading.quiz_id == quiz_id))
    if kept is None:
        return counted(session, quiz_id, edition)
    editions = [Taken(each["edition"], each["count"], each["left"]) for each in kept]
    at = next((place for place, each in enumerate(editions) if str(each.edition) == edition), 0)
    if not editions:
        return _NOTHING
    return Told(editions, editions[at], posed(session, kept[at]["versions"]), from_plain(kept[at]["reading"]))


KEPT = select(QuizReading.said).where(
    QuizReading.said.is_not(None),
    ~select(QuizReadingChange.id).where(QuizReadingChange.quiz_id == QuizReading.quiz_id).exists(),
)


def everything(session: Session, quiz_id: int) -> list[dict[str, Any]]:
    """All that is told of a quiz, counted now, in the form in which it is kept."""
    found = []
    for each in taken(session, quiz_id):
        questions, reading = _of_edition(session, quiz_id, each)
        found.append(
            {
                "edition": each.edition,
                "count": each.count,
                "left": each.left,
                "versions": [question.version for question in questions],
                "reading": as_plain(reading),
            }
        )
    return found


def counted(session: Session, quiz_id: int, edition: str = "") -> Told:
    """The same, counted now."""
    editions = taken(session, quiz_id)
    shown = next((each for each in editions if str(each.edition) == edition), editions[0] if editions else None)
    return Told(editions, shown, *_of_edition(session, quiz_id, shown)) if shown else _NOTHING


_NOTHING = Told((), None, (), read_quiz((), 0))


def _of_edition(session: Session, quiz_id: int, edition: Taken) -> tuple[list[Asked], report.QuizReading]:
    questions = asked(session, quiz_id, edition.edition)
    return questions, read_quiz([each.question for each in questions], edition.count)
