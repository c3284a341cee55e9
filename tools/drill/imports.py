"""kill -9 to a worker that brings in the questions of a file, at any moment of it: all of them come in, and once."""

import argparse
import datetime
import os
import random
import signal
import statistics
import time
from collections import Counter

from sqlalchemy import Engine, func, select, update

from quizapp import db, working
from quizapp.accounts.models import User
from quizapp.banks.models import ItemVersion
from quizapp.exchange import service as exchange
from quizapp.formats.apart import Reading
from quizapp.formats.registry import read
from quizapp.jobs import queries, service
from quizapp.jobs.models import Job, Kind, State
from tools.drill.school import School, school

_QUESTIONS = exchange.IN_A_JOB + 1
_KILLED_EACH = service.MOST_RUNS - 1
"""How often the worker of one import may die: it is given up after `MOST_RUNS`."""


def options(parser: argparse.ArgumentParser) -> None:
    """How often, and on what."""
    parser.add_argument("--times", type=int, default=50, help="kills while a worker is at an import")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of SQLite")


def run(wanted: argparse.Namespace) -> bool:
    """The worker is killed again and again within imports; the next takes each up, and it is there whole and once."""
    chance = random.Random(os.urandom(8))  # noqa: S311 - moments
    with school(1, 1, postgresql=wanted.postgresql) as place:
        engine: Engine = place.app.extensions["engine"]
        before, long = _questions(engine), statistics.median(_uninterrupted(place, number) for number in range(3))
        files, killed, late, torn = 3, 0, 0, 0
        while killed < wanted.times and late < wanted.times * 3:
            _ask(engine, files)
            for _each in range(_KILLED_EACH):
                if not _worked(place, chance.uniform(0, long)):
                    late += 1
                    break
                killed += 1
                torn += _questions(engine) - before not in {files * _QUESTIONS, (files + 1) * _QUESTIONS}
                if _states(engine)[State.DONE] > files:  # it died with its work done
                    break
                _fall_silent(engine)
            else:
                _worked(place, None)
            files += 1
        added, states = _questions(engine) - before, _states(engine)
    print(f"   {files} imports of {_QUESTIONS} questions, {long:.1f} s each undisturbed; killed {killed} times, "
          f"{late} ended before; came in {added} of {files * _QUESTIONS}, "
          f"seen in part {torn} times, {dict(states)}")  # fmt: skip
    return killed >= wanted.times and not torn and added == files * _QUESTIONS and states == {State.DONE: files}


def _questions(engine: Engine) -> int:
    with db.make_session(engine) as session:
        return session.scalar(select(func.count()).select_from(ItemVersion)) or 0


def _uninterrupted(place: School, number: int) -> float:
    _ask(place.app.extensions["engine"], number)
    begun = time.monotonic()
    _worked(place, None)
    return time.monotonic() - begun


def _ask(engine: Engine, number: int) -> None:
    """A file of many questions that were in none before, for which its teacher has asked a job."""
    data = "".join(f"Quanto fa {number} più {each}, della serie {number}?{{#{number + each}}}\n\n"
                   for each in range(_QUESTIONS)).encode()  # fmt: skip
    moment = datetime.datetime.now(datetime.UTC)
    with db.make_session(engine) as session, db.writing(session) as write:
        teacher = write.scalars(select(User).where(User.sign_in_name == "docente")).one()
        reading = Reading("gift", read(data, "gift"))
        kept = exchange.keep(write, reading, data, name="molte.gift", user_id=teacher.id, now=moment)
        kept.wish = {"title": f"Serie {number}"}
        write.flush()
        service.ask(write, Kind.IMPORT, kept.public_id, moment, user_id=teacher.id)


def _worked(place: School, seconds: float | None) -> bool:
    """A worker takes up what is there, and dies so long after; whether it did, which None does not ask for."""
    heard, told = os.pipe()
    place.app.extensions["engine"].dispose()
    child = os.fork()
    if child == 0:
        engine = db.make_engine(place.database)
        found = working.take_up(engine)
        os.write(told, b"." if found else b"-")
        if found:
            working.carry_out(*found)
        os._exit(0 if found else 1)
    os.close(told)
    os.read(heard, 1)
    os.close(heard)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in {0, -signal.SIGKILL}:
        raise RuntimeError(f"a worker ended with {status}")
    return status != 0


def _fall_silent(engine: Engine) -> None:
    """Nobody has heard of the worker for longer than is waited."""
    long_ago = datetime.datetime.now(datetime.UTC) - 2 * queries.SILENT
    with db.make_session(engine) as session, db.writing(session, service.QUEUE) as write:
        write.execute(update(Job).values(beat_at=long_ago))


def _states(engine: Engine) -> Counter[str]:
    with db.make_session(engine) as session:
        return Counter(session.scalars(select(Job.state)))
