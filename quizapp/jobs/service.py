"""Verbs on jobs: ask for one, take it up, stay with it, end it.

The worker that took a job up last has it: what an earlier one still says of it is refused by its number of the run. So
a job that was thought lost ends once, whoever wakes up; its effect must be one that a second run finds done.
"""

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Update, delete, update
from sqlalchemy.orm import Session

from quizapp.accounts.models import Setting
from quizapp.jobs import queries
from quizapp.jobs.models import UNFINISHED, Job, Kind, Problem, State

MOST_RUNS = 3
"""How often a job is taken up: one that ends its worker each time is given up."""
AGAIN = datetime.timedelta(hours=1)
"""How long after its failure one that nobody asked for is tried again."""
MOST_TRIES = 6
"""How often one that nobody asked for is tried, the first time counted."""
KEPT = datetime.timedelta(days=30)
"""How long one that has ended is remembered."""
QUEUE = "jobs"
"""What a transaction that changes jobs names as the thing it changes."""
_LONGEST_RESULT = 200


class LostJobError(Exception):
    """Another worker has taken the job up, or it has ended."""


def ask(session: Session, kind: Kind, key: str, now: datetime.datetime, *, user_id: int | None = None) -> Job:
    """The job of this kind and key, waiting from now on unless it was asked for before."""
    found = queries.of_key(session, kind, key)
    if found is None:
        found = Job(kind=kind.value, key=key, user_id=user_id, due_at=now)
        session.add(found)
        session.flush()  # asking again must find it
    return found


def again(tries: Sequence[Job], key: str, now: datetime.datetime) -> str | None:
    """The key to ask for now: `key` itself, and an hour after it failed another one, until it has failed often enough.

    None while one waits, runs, has succeeded, or was cancelled. `tries` are those of `queries.tries`.
    """
    if not tries:
        return key
    last = tries[-1]
    failed = last.state == State.FAILED and last.ended_at is not None and last.ended_at + AGAIN <= now
    return f"{key} {len(tries) + 1}" if failed and len(tries) < MOST_TRIES else None


def take(session: Session, now: datetime.datetime) -> Job | None:
    """Take up the next job; None where there is none, or where it ended its worker too often and is given up."""
    found = queries.next_up(session, now)
    if found is None:
        return None
    if found.cancel_asked:
        _close(found, State.CANCELLED, now)
    elif found.run >= MOST_RUNS:
        _close(found, State.FAILED, now)
        found.problem, found.about = Problem.GIVEN_UP.value, {"runs": found.run}
    else:
        found.state, found.run, found.beat_at, found.progress = State.RUNNING.value, found.run + 1, now, 0
        return found
    return None


def beat(session: Session, job_id: int, run: int, progress: int, now: datetime.datetime) -> bool:
    """Say that this run is still at it, and how far; whether somebody asked for its end meanwhile.

    Raises LostJobError.
    """
    said: bool | None = session.execute(
        _held(job_id, run).values(beat_at=now, progress=progress).returning(Job.cancel_asked)
    ).scalar_one_or_none()
    if said is None:
        raise LostJobError
    return said


def end(
    session: Session,
    job_id: int,
    run: int,
    state: State,
    now: datetime.datetime,
    *,
    result: str | None = None,
    problem: Problem | None = None,
    about: dict[str, Any] | None = None,
) -> None:
    """End a job, if this run still has it. Raises LostJobError."""
    values = {
        "state": state.value,
        "ended_at": now,
        "result": result and result[:_LONGEST_RESULT],
        "problem": problem and problem.value,
        "about": about,
    }
    if session.execute(_held(job_id, run).values(values).returning(Job.id)).scalar_one_or_none() is None:
        raise LostJobError


def cancel(job: Job, now: datetime.datetime) -> None:
    """Ask for the end of a job: one that waits ends at once, one that runs when its worker hears of it."""
    if job.state == State.WAITING:
        _close(job, State.CANCELLED, now)
    elif job.state == State.RUNNING:
        job.cancel_asked = True


def note_seen(session: Session, now: datetime.datetime) -> None:
    """Remember that a worker looked for what is due."""
    session.merge(Setting(key=queries.SEEN, value=now.isoformat()))


def forget(session: Session, now: datetime.datetime) -> None:
    """Delete what ended long ago."""
    session.execute(delete(Job).where(Job.state.not_in(UNFINISHED), Job.ended_at < now - KEPT))


def _close(job: Job, state: State, now: datetime.datetime) -> None:
    job.state, job.ended_at = state.value, now


def _held(job_id: int, run: int) -> Update:
    return update(Job).where(Job.id == job_id, Job.run == run, Job.state == State.RUNNING.value)
