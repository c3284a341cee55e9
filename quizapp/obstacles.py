"""What keeps a database from being written, or read, for now: nothing is broken, and later the same may go well."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionError


class Obstacle(StrEnum):
    """Why."""

    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    """Somebody else has been writing for longer than one waits, or each waited for the other, as in a migration."""
    AWAY = "away"
    """It does not answer."""


class LockedError(Exception):
    """Somebody else has been writing for longer than one waits."""


_OF_SQLITE = {
    5: Obstacle.LOCKED,
    6: Obstacle.LOCKED,
    8: Obstacle.READ_ONLY,
    10: Obstacle.AWAY,
    13: Obstacle.FULL,
    14: Obstacle.AWAY,
}
"""By primary result code: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN."""
_OF_POSTGRESQL = {
    "53100": Obstacle.FULL,
    "25006": Obstacle.READ_ONLY,
    "55P03": Obstacle.LOCKED,
    "40": Obstacle.LOCKED,
    "08": Obstacle.AWAY,
    "53": Obstacle.AWAY,
    "57": Obstacle.AWAY,
    "58": Obstacle.AWAY,
}
"""By SQLSTATE, or its class."""
_OF_FILES = {
    errno.ENOSPC: Obstacle.FULL,
    errno.EDQUOT: Obstacle.FULL,
    errno.EROFS: Obstacle.READ_ONLY,
    errno.EACCES: Obstacle.READ_ONLY,
    errno.EPERM: Obstacle.READ_ONLY,
    errno.EIO: Obstacle.AWAY,
}
ERRORS = (DBAPIError, NoConnectionError, LockedError, OSError)
"""What an obstacle can come as."""


def obstacle(error: BaseException) -> Obstacle | None:
    """Which one an exception tells of; None where something is wrong that time will not mend."""
    if isinstance(error, LockedError | NoConnectionError):
        return Obstacle.LOCKED
    if isinstance(error, OSError):
        return _OF_FILES.get(error.errno or 0)
    return _of_database(error.orig, gone=error.connection_invalidated) if isinstance(error, DBAPIError) else None


def _of_database(error: Any, *, gone: bool) -> Obstacle | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return _OF_SQLITE.get(code & 0xFF)
    state = getattr(error, "sqlstate", None)
    if state is None:  # a connection that was never made, or broke without a word
        return Obstacle.AWAY if gone or type(error).__name__ == "OperationalError" else None
    return _OF_POSTGRESQL.get(state) or _OF_POSTGRESQL.get(state[:2]) or (Obstacle.AWAY if gone else None)


@contextmanager
def passing_over() -> Iterator[None]:
    """A block that may as well not be done where there is an obstacle."""
    try:
        yield
    except ERRORS as error:
        if obstacle(error) is None:
            raise
