"""What lasting answers cost: flushes of the disk, and eight writers at once for ten seconds, on SQLite FULL."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import event, text

from benchmarks.cycle import begin, demo_app, one_cycle
from quizapp import db

ANSWERS = 200
_PROCESSES, _THREADS, _SECONDS = 2, 4, 10.0
_SYNC = re.compile(r"\b(?:fsync|fdatasync)\(")


def flushes() -> list[float]:
    """Flushes per answer over 200 answers, checkpoints included; empty where there is no strace to count them.

    What else was committed on the way, a sign-in and a start for each attempt, is taken off at one flush each.
    """
    if shutil.which("strace") is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        demo_app(Path(folder)).extensions["engine"].dispose()
        log = Path(folder) / "strace"
        command = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(log)]
        told = subprocess.run(
            [*command, sys.executable, "-m", "benchmarks.durable", folder], check=True, capture_output=True, text=True
        )
        commits = int(told.stdout.split()[-1])
        return [(len(_SYNC.findall(log.read_text())) - (commits - ANSWERS)) / ANSWERS]


def answer_many(folder: Path) -> int:
    """200 answers; the commits of everything that was done for them."""
    app = demo_app(folder)
    commits = []
    event.listen(app.extensions["engine"], "commit", lambda connection: commits.append(_writes(connection)))
    left = ANSWERS
    while left:
        browser, place = begin(app)
        following: str | None = place
        while following is not None and left:
            _spent, following = one_cycle(browser, following)
            left -= 1
    return sum(commits)


def waits() -> tuple[list[float], int]:
    """How long each writing transaction of eight writers took, in seconds, and how many failed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "writers.sqlite3"
        engine = db.make_engine(f"sqlite:///{file}")
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT)"))
        engine.dispose()
        with get_context("spawn").Pool(_PROCESSES) as pool:
            found = pool.map(_write, [str(file)] * _PROCESSES)
    return [each for took, _failed in found for each in took], sum(failed for _took, failed in found)


def _write(file: str) -> tuple[list[float], int]:
    engine, took, failed = db.make_engine(f"sqlite:///{file}"), [], []
    end = time.monotonic() + _SECONDS

    def one() -> None:
        while time.monotonic() < end:
            begun = time.monotonic()
            try:
                with db.make_session(engine) as session, db.writing(session, "bench") as write:
                    write.execute(text("SELECT max(id) FROM said"))
                    write.execute(text("INSERT INTO said (words) VALUES ('risposta')"))
            except Exception:  # noqa: BLE001 - counted
                failed.append(1)
            took.append(time.monotonic() - begun)

    threads = [threading.Thread(target=one) for _thread in range(_THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, len(failed)


def _writes(connection: object) -> bool:
    return bool(connection.get_execution_options().get("quizapp_write"))  # type: ignore[attr-defined]


if __name__ == "__main__":
    os.environ.setdefault("QUIZAPP_DEMO", "true")
    print(answer_many(Path(sys.argv[1])))
