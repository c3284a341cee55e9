"""The worker process: it takes up the jobs that wait, and looks every minute for what has become due.

huey runs its threads, its clock and its stop; what there is to do stands in the table of jobs, which a kill leaves as
it was. Only the minute's own look goes through huey's queue in memory: the next minute has another.
"""

import datetime
import errno
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from huey import MemoryHuey, crontab
from huey.signals import SIGNAL_ERROR
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from quizapp import config, db, journal, schema, shelf
from quizapp.accounts import acts
from quizapp.analysis.service import keep_up
from quizapp.articles.service import purge_due
from quizapp.attempts.endings import overdue
from quizapp.attempts.finishing import finalise
from quizapp.backups import BackupError
from quizapp.backups.backup import back_up
from quizapp.banks.service import BankHead
from quizapp.beside import beside
from quizapp.exchange import queries as uploads
from quizapp.exchange import service as exchange
from quizapp.jobs import queries, service
from quizapp.jobs.models import Kind, Problem, State
from quizapp.personal import ledger, retention
from quizapp.personal.service import keys_of
from quizapp.web.clock import now

BEAT_S = 2.0
"""How often a job says how far it is, and hears whether somebody asked for its end."""
_STOP_S = 5
_PURGE_HOUR = 4
"""The hour after which what is kept no longer is erased: later than most backups."""
_LONGEST_DETAIL = 500
_OF_FILES = {
    errno.ENOSPC: Problem.NO_ROOM,
    errno.EDQUOT: Problem.NO_ROOM,
    errno.EACCES: Problem.NOT_ALLOWED,
    errno.EPERM: Problem.NOT_ALLOWED,
    errno.EROFS: Problem.NOT_ALLOWED,
    errno.ENOENT: Problem.NO_FOLDER,
    errno.ENOTDIR: Problem.NO_FOLDER,
    errno.EEXIST: Problem.NO_FOLDER,
}
_LEFTOVER = datetime.timedelta(days=1)


class CancelledError(Exception):
    """Somebody asked for the end of the job."""


@dataclass(slots=True)
class Run:
    """One go at a job: which, what it is on, and how far it is."""

    engine: Engine
    job: int
    number: int
    key: str
    due_at: datetime.datetime
    progress: int = 0
    unwanted: threading.Event = field(default_factory=threading.Event)

    def reach(self, progress: int) -> None:
        """Come so far, from 0 to 100. Raises CancelledError where nobody wants the rest."""
        if self.unwanted.is_set():
            raise CancelledError
        self.progress = progress


def close_attempts(run: Run) -> str:
    """Close and mark the attempts whose time has run out; one that is closed is found so by a second run."""
    with db.make_session(run.engine) as session:
        return str(finalise(session, now()))


def make_backup(run: Run) -> str:
    """A dated backup where the plan says, and no more old ones than it says; the file's name is the job's own."""
    plan = config.backup_plan()
    plan.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    shelf.sweep(plan.folder, now() - _LEFTOVER)
    target = plan.folder / shelf.next_name(run.due_at)
    if not target.exists():
        done: list[str] = []

        def one_more(table: str) -> None:
            run.reach(min(99, 100 * len(done) // len(schema.TABLES)))
            done.append(table)

        back_up(run.engine, target, now=now(), progress=one_more)
    shelf.note_last(config.data_dir(), run.due_at)
    shelf.thin_out(plan.folder, plan.keep)
    return target.name


def import_questions(run: Run) -> str:
    """The questions of a file put in their bank in one transaction; what a second run finds done it leaves."""
    with db.make_session(run.engine) as session:
        upload = uploads.by_public_id(session, run.key.partition(" ")[0])
        asked = exchange.wished(session, upload) if upload else None
        if upload is None or asked is None:
            return ""
        target, school = asked
        bank, moment = None if isinstance(target, BankHead) else target, now()
        made = exchange.ready(session, upload, exchange.prepared(upload), bank, now=moment, reach=run.reach)
        with db.writing(session) as write:
            done = exchange.bring_in(write, upload, made, target, school_id=school, now=moment, reach=run.reach)
            return f"{done.added} {done.known} {done.bank.public_id}" if done else ""


def sweep(run: Run) -> str:
    """Write the database anew, so that its file holds nothing of what was deleted."""
    db.sweep(run.engine)
    return ""


def purge(run: Run) -> str:
    """Erase what the schools that say so keep no longer, and texts whose day has come; how many people it was about.

    A run that is not the first may find nothing to erase, where an earlier one did and came to no sweep.
    """
    with db.make_session(run.engine) as session:
        count = sum(
            retention.carry_out(session, each, now(), run.reach) for each in retention.due_everywhere(session, now())
        )
        with db.writing(session) as write:
            texts = purge_due(write, now().date())
        erased = list(keys_of(session))
        session.rollback()
    if count or texts or run.number > 1 or " " in run.key:
        db.sweep(run.engine)
    ledger.note(config.data_dir(), erased)
    return str(count)


WORK: dict[Kind, Callable[[Run], str]] = {
    Kind.FINALISE: close_attempts,
    Kind.BACKUP: make_backup,
    Kind.IMPORT: import_questions,
    Kind.SWEEP: sweep,
    Kind.PURGE: purge,
}


def take_up(engine: Engine) -> tuple[Kind, Run] | None:
    """The next job, which from now on is this worker's."""
    with db.make_session(engine) as session:
        if queries.next_up(session, now()) is None:
            return None
        with db.writing(session, service.QUEUE) as write:
            job = service.take(write, now())
        return None if job is None else (Kind(job.kind), Run(engine, job.id, job.run, job.key, job.due_at))


def carry_out(kind: Kind, run: Run) -> None:
    """Do a job and write down how it ended. Raises what went wrong, for `note_failure`."""
    begun = time.perf_counter()
    try:
        with beside(partial(_beat, run)):
            result = WORK[kind](run)
    except CancelledError:
        _end(run, State.CANCELLED)
        _log(kind, run, State.CANCELLED, begun)
    else:
        _end(run, State.DONE, result=result)
        _log(kind, run, State.DONE, begun)


def note_failure(run: Run, error: Exception) -> None:
    """Write down that a job failed, and why; a run that lost its job says nothing."""
    if not isinstance(error, service.LostJobError):
        problem, about = problem_of(error)
        journal.write(
            journal.journal_of(),
            "error",
            job=run.job,
            run=run.number,
            problem=problem.value,
            **journal.described(error),
        )
        _end(run, State.FAILED, problem=problem, about=about)


def _log(kind: Kind, run: Run, state: State, begun: float) -> None:
    kept = journal.journal_of()
    if kept.of_all:
        ms = round((time.perf_counter() - begun) * 1000, 1)
        journal.write(kept, "job", job=run.job, run=run.number, kind=kind.value, state=state.value, ms=ms)


def problem_of(error: Exception) -> tuple[Problem, dict[str, Any]]:
    """Why a job failed, and what a sentence on it needs to name."""
    if isinstance(error, OSError) and error.errno in _OF_FILES:
        return _OF_FILES[error.errno], {"place": str(error.filename or "")}
    if isinstance(error, BackupError):
        return Problem.DATABASE, {"detail": str(error)}
    detail = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Problem.UNEXPECTED, {"detail": detail[:_LONGEST_DETAIL]}


def look_ahead(session: Session, plan: config.BackupPlan, zone: ZoneInfo, moment: datetime.datetime) -> None:
    """Ask for what has become due, each once; forget what ended long ago, and say that somebody looked."""
    wanted = list(_due(session, plan, zone, moment))
    with db.writing(session, service.QUEUE) as write:
        for kind, key in wanted:
            service.ask(write, kind, key, moment)
        service.forget(write, moment)
        acts.forget(write, moment)
        service.note_seen(write, moment)


def _due(
    session: Session, plan: config.BackupPlan, zone: ZoneInfo, moment: datetime.datetime
) -> Iterator[tuple[Kind, str]]:
    if overdue(session, moment) and not queries.is_unfinished(session, Kind.FINALISE):
        yield Kind.FINALISE, f"{moment:%Y-%m-%dT%H:%M}"
    if plan.hour is not None:
        slot, last = shelf.last_slot(plan.hour, zone, moment), shelf.last_backup(config.data_dir())
        if last is None or last < slot:
            yield from _until_done(session, Kind.BACKUP, f"{slot:%Y-%m-%d}", moment)
    swept = queries.last_key(session, Kind.SWEEP)
    if swept is not None:
        yield from _until_done(session, Kind.SWEEP, swept, moment)
    if retention.schools_on(session) or retention.texts_due(session, moment):
        day = f"{shelf.last_slot(_PURGE_HOUR, zone, moment):%Y-%m-%d}"
        yield from _until_done(session, Kind.PURGE, day, moment)


def _until_done(session: Session, kind: Kind, key: str, moment: datetime.datetime) -> Iterator[tuple[Kind, str]]:
    """What to ask for of a kind that is to succeed once under this key."""
    wanted = service.again(queries.tries(session, kind, key), key, moment)
    if wanted is not None:
        yield kind, wanted


_counting = threading.Lock()


def count_readings(engine: Engine) -> None:
    """Count anew the analyses of quizzes that many took and that hold no more, unless that is still going on; no job,
    since nobody waits for it and a page that comes first counts for itself."""
    if _counting.acquire(blocking=False):
        try:
            with db.make_session(engine) as session:
                keep_up(session, now())
        finally:
            _counting.release()


def _beat(run: Run, over: threading.Event) -> None:
    """Until it is over, say how far a job is, and hear whether nobody wants it any more."""
    while not over.wait(BEAT_S):
        try:
            with db.make_session(run.engine) as session, db.writing(session, service.QUEUE) as write:
                unwanted = service.beat(write, run.job, run.number, run.progress, now())
        except service.LostJobError:
            unwanted = True
        if unwanted:
            run.unwanted.set()


def _end(run: Run, state: State, **said: Any) -> None:
    with db.make_session(run.engine) as session, db.writing(session, service.QUEUE) as write:
        service.end(write, run.job, run.number, state, now(), **said)


class Crew(MemoryHuey):  # type: ignore[misc]
    """huey whose queue is the table of jobs, and before it the look of each minute."""

    def __init__(self, engine: Engine, plan: config.BackupPlan, zone: ZoneInfo) -> None:
        super().__init__("quizapp", results=False)
        self._engine = engine
        self._carry_out = self.task()(carry_out)

        @self.periodic_task(crontab())  # type: ignore[untyped-decorator]
        def look() -> None:
            with db.make_session(engine) as session:
                look_ahead(session, plan, zone, now())

        @self.periodic_task(crontab())  # type: ignore[untyped-decorator]
        def readings() -> None:
            count_readings(engine)

        @self.signal(SIGNAL_ERROR)  # type: ignore[untyped-decorator]
        def failed(_signal: str, task: Any, error: Exception) -> None:
            if task.args:
                note_failure(task.args[1], error)

    def dequeue(self) -> Any:
        """The minute's look, or the next job."""
        look = super().dequeue()
        if look is not None:
            return look
        found = take_up(self._engine)
        return found and self._carry_out.s(*found)


def work(engine: Engine, *, attached: bool) -> None:
    """Work until a signal, or with `attached` until standard input ends too, as it does when the server is gone.

    Raises SettingsError.
    """
    zone = ZoneInfo(os.environ.get("QUIZAPP_TIMEZONE", "Europe/Rome"))
    journal.take_over(journal.journal_of())
    crew = Crew(engine, config.backup_plan(), zone)
    consumer = crew.create_consumer(workers=2, initial_delay=0.5, max_delay=2, shutdown_timeout=_STOP_S)
    if attached:
        _give_way()
        threading.Thread(target=lambda: (sys.stdin.buffer.read(), consumer.stop_flag.set()), daemon=True).start()
    consumer.run()
    consumer.stop(graceful=True)


def _give_way() -> None:
    """Whoever answers a student comes first."""
    if hasattr(os, "nice"):
        os.nice(10)
