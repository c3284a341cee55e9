"""Tables: quiz_reading, quiz_reading_change."""

import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class QuizReading(Model):
    """What first attempts say of a quiz that many have taken, as `readings` tells it; derived, and of nobody.

    It holds as long as no `QuizReadingChange` of the quiz is there. `said` is None until it is counted first; `run`
    counts how often it was, and is what a count shows for being the latest.
    """

    __tablename__ = "quiz_reading"
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True, autoincrement=False)
    run: Mapped[int] = mapped_column(default=0)
    said: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    counted_at: Mapped[datetime.datetime | None]


TRIGGERS = frozenset(
    f"reading_of_{each}"
    for each in (
        "attempt_insert",
        "attempt_update",
        "attempt_delete",
        "outcome_insert",
        "outcome_update",
        "outcome_delete",
        "response_update",
        "response_delete",
        "user_update",
        "assignment_update",
    )
)
"""What writes the changes, made by a migration; without one of them a reading could be out of date."""


class QuizReadingChange(Model):
    """Something of what a reading is counted from has changed since; written by triggers of the database, whoever
    changes it, and only where there is a reading."""

    __tablename__ = "quiz_reading_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz_reading.quiz_id"), index=True)
