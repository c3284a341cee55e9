"""Tables: attempt, slot, response, outcome, attempt_event."""

import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id

OPEN, SUBMITTED = "open", "submitted"
ANSWERED, BY_HAND, CORRECTED, WITHDRAWN, RESTORED = "answer", "by hand", "corrected", "withdrawn", "restored"
"""Why there is an outcome: an answer was marked, by a teacher's hand, or again with the corrected item; or its item was
withdrawn, so that the slot counts no more; or that was taken back before there was a mark, so that there is none."""


class Purpose(StrEnum):
    """Why an attempt is made; only graded ones count."""

    GRADED = "graded"
    PRACTICE = "practice"
    PREVIEW = "preview"


class Attempt(Model):
    """One sitting; `mark`, `answered` and `right` are kept with each answer, in its transaction.

    Practice across quizzes is of no quiz and no assignment; a student has one such open at most.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("user_id", "assignment_id", "purpose", "number"),
        Index(
            "uq_attempt_one_open",
            "user_id",
            "assignment_id",
            "purpose",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index(
            "uq_attempt_one_practice",
            "user_id",
            unique=True,
            sqlite_where=text("state = 'open' AND quiz_id IS NULL"),
            postgresql_where=text("state = 'open' AND quiz_id IS NULL"),
        ),
        Index("ix_attempt_assignment_id_state", "assignment_id", "state"),
        Index("ix_attempt_user_id_started_at", "user_id", "started_at"),
        Index(
            "ix_attempt_finished",
            "quiz_id",
            "user_id",
            "id",
            sqlite_where=text("state = 'submitted' AND purpose = 'graded'"),
            postgresql_where=text("state = 'submitted' AND purpose = 'graded'"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    quiz_id: Mapped[int | None] = mapped_column(ForeignKey("quiz.id"))
    assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignment.id"))
    purpose: Mapped[str] = mapped_column(String(10))
    number: Mapped[int]
    feedback: Mapped[str] = mapped_column(String(10))
    article_open: Mapped[bool]
    dont_know: Mapped[bool] = mapped_column(default=False, server_default=false())
    scoring: Mapped[str] = mapped_column(String(10), default="plain", server_default="plain")
    state: Mapped[str] = mapped_column(String(10))
    size: Mapped[int]
    answered: Mapped[int] = mapped_column(default=0)
    right: Mapped[int] = mapped_column(default=0)
    mark: Mapped[Fraction]
    maximum: Mapped[Fraction]
    share: Mapped[float] = mapped_column(default=0.0)
    started_at: Mapped[datetime.datetime]
    last_at: Mapped[datetime.datetime]
    finished_at: Mapped[datetime.datetime | None]


class Slot(Model):
    """A place of an attempt, frozen at its start: item version, order of entries, seed of their ids.

    `place` is that of the edition where others before it were passed over, else None: the same as `position`.
    """

    __tablename__ = "slot"
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    order: Mapped[list[Any]]
    seed: Mapped[str] = mapped_column(String(32))
    points: Mapped[Fraction]
    place: Mapped[int | None]


class Response(Model):
    """What a student answered, as `core.answers` stores it; rows are only ever added."""

    __tablename__ = "response"
    __table_args__ = (
        ForeignKeyConstraint(["attempt_id", "position"], ["slot.attempt_id", "slot.position"]),
        {"sqlite_with_rowid": False},
    )
    attempt_id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    given: Mapped[dict[str, Any]]
    at: Mapped[datetime.datetime]


class Outcome(Model):
    """A mark of a slot; the highest `number` counts, earlier ones are its history.

    `fraction`, `share` as a number, is how right the answer is, from -1 to 1; `mark` is what it earns under the rules
    of the attempt, from -2 to 1 of `maximum`. One that an act on the item made names it in `act_id`.
    """

    __tablename__ = "outcome"
    __table_args__ = (
        ForeignKeyConstraint(["attempt_id", "position"], ["slot.attempt_id", "slot.position"]),
        Index("ix_outcome_item_version_id", "item_version_id"),
        Index(
            "ix_outcome_further",
            "attempt_id",
            "position",
            "number",
            sqlite_where=text("number > 1"),
            postgresql_where=text("number > 1"),
        ),
        Index(
            "ix_outcome_act_id",
            "act_id",
            sqlite_where=text("act_id IS NOT NULL"),
            postgresql_where=text("act_id IS NOT NULL"),
        ),
    )
    attempt_id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int | None]
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"))
    fraction: Mapped[Fraction]
    mark: Mapped[Fraction]
    maximum: Mapped[Fraction]
    share: Mapped[float]
    reason: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime.datetime]
    act_id: Mapped[int | None] = mapped_column(ForeignKey("item_act.id"))


class AttemptEvent(Model):
    """Something that happened in an attempt and is no answer: an empty form, a conflict."""

    __tablename__ = "attempt_event"
    __table_args__ = (Index("ix_attempt_event_attempt_id", "attempt_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"))
    position: Mapped[int | None]
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[dict[str, Any]]
    at: Mapped[datetime.datetime]
