"""The line last taken out of a quiz, kept in the session until the quiz changes again, to be put back."""

from dataclasses import dataclass

from flask import session

from quizapp.quizzes import plan as plans
from quizapp.quizzes.models import Quiz

_KEY = "dropped"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line, where it stood (from 0), and the number of the working copy without it."""

    line: plans.Line
    place: int
    number: int


def keep(quiz: Quiz, dropped: Dropped) -> None:
    """Remember what was taken out of a quiz, in place of what was before."""
    session[_KEY] = {
        "quiz": quiz.public_id,
        "line": dropped.line.dump(),
        "place": dropped.place,
        "number": dropped.number,
    }


def of(quiz: Quiz) -> Dropped | None:
    """What was last taken out of a quiz; None where it has changed since, or nothing was."""
    kept = session.get(_KEY) or {}
    if (kept.get("quiz"), kept.get("number")) != (quiz.public_id, quiz.plan_number):
        return None
    (line,) = plans.read([kept["line"]])
    return Dropped(line, kept["place"], kept["number"])
