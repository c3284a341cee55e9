"""Table: job."""

import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class Kind(StrEnum):
    """What a job does."""

    FINALISE = "finalise"
    BACKUP = "backup"
    IMPORT = "import"
    SWEEP = "sweep"
    """Writes the database anew, so that nothing of what was deleted is left in its file."""
    PURGE = "purge"
    """Erases what the school keeps no longer."""


class State(StrEnum):
    """Where a job is; the last three are its ends."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Problem(StrEnum):
    """Why a job failed; its sentence is in `templates/jobs/words.html`, with what it names in `Job.about`."""

    GIVEN_UP = "given up"
    """Its worker stopped so often while it ran: `runs`."""
    NO_ROOM = "no room"
    NOT_ALLOWED = "not allowed"
    """Reading or writing there, at `place`, is refused."""
    NO_FOLDER = "no folder"
    """There is no folder at `place`, and none can be made."""
    DATABASE = "database"
    """The database cannot be copied: `detail`, in English."""
    UNEXPECTED = "unexpected"
    """Whatever else: `detail`, as Python says it."""


UNFINISHED = (State.WAITING.value, State.RUNNING.value)


class Job(Model):
    """One piece of work; of a kind, `key` says which one, so that asking twice for it is asking once.

    `run` counts how often it was taken up, and is what a worker shows for being the one that has it; `beat_at` is when
    that worker last said that it is at it; `progress` goes from 0 to 100. Without `user_id` it is the installation's.
    `problem` is a `Problem`, `about` what its sentence needs, in no language.
    """

    __tablename__ = "job"
    __table_args__ = (UniqueConstraint("kind", "key"), Index("ix_job_state_due_at", "state", "due_at"))
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    kind: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(60))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"), index=True)
    state: Mapped[str] = mapped_column(String(10), default=State.WAITING.value)
    due_at: Mapped[datetime.datetime]
    run: Mapped[int] = mapped_column(default=0)
    beat_at: Mapped[datetime.datetime | None]
    progress: Mapped[int] = mapped_column(default=0)
    cancel_asked: Mapped[bool] = mapped_column(default=False)
    result: Mapped[str | None] = mapped_column(String(200))
    problem: Mapped[str | None] = mapped_column(String(20))
    about: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    ended_at: Mapped[datetime.datetime | None]
