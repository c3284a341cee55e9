"""The turn of a writer: on SQLite a file lock beside the database, in the order in which it was asked for."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from quizapp.obstacles import LockedError

try:
    import fcntl as _fcntl
except ImportError:  # pragma: no cover - Windows has no flock; BEGIN IMMEDIATE still keeps writers apart
    _fcntl = None  # type: ignore[assignment]

fcntl: ModuleType | None = _fcntl
LOCK = ".write-lock"
"""How the name of the file ends, after that of the database."""
WAIT_S = 7.0
"""How long a writer waits for its turn: less than the script of a question waits for an answer."""


_threads = threading.Lock()


@contextmanager
def turn(bind: Engine | Connection, *, wait: bool) -> Iterator[bool]:
    """While it lasts nobody else writes; False where it is not waited for and somebody else has it.

    On PostgreSQL the transaction itself queues, and in memory there is nobody else. Raises LockedError where it could
    not be had for `WAIT_S`.
    """
    database = bind.engine.url.database
    if bind.dialect.name != "sqlite" or not database or database == ":memory:":
        yield True
        return
    if fcntl is None:  # pragma: no cover - Windows
        with _threads:
            yield True
        return
    file = os.open(database + LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    had = _locked(fcntl, file, wait=wait)
    try:
        yield had
    finally:
        os.close(file)


def _locked(lock: ModuleType, file: int, *, wait: bool) -> bool:
    """Whether the lock is now ours. Raises LockedError where it could not be had for `WAIT_S`: who goes on waiting then
    closes the file."""
    try:
        lock.flock(file, lock.LOCK_EX | lock.LOCK_NB)
    except BlockingIOError:
        if not wait:
            return False
        _in_time(lock, file)
    return True


def _in_time(lock: ModuleType, file: int) -> None:
    """Wait for the lock of a file, in the order in which it was asked for: the system knows it, but no time limit.

    So a thread asks; where that takes too long, the thread gives the lock back as soon as it has it.
    """
    had, given_up, one_of_both = threading.Event(), threading.Event(), threading.Lock()

    def ask() -> None:
        lock.flock(file, lock.LOCK_EX)
        with one_of_both:
            if given_up.is_set():
                os.close(file)
            had.set()

    threading.Thread(target=ask, daemon=True).start()
    if not had.wait(WAIT_S):
        with one_of_both:
            if not had.is_set():
                given_up.set()
                raise LockedError
