"""Who works with a database, and who must be alone with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from quizapp.core.wording import Wording
from quizapp.db.engines import file_of
from quizapp.db.turns import fcntl, turn


class InUseError(Exception):
    """Somebody else works with the database, or puts another in its place; told by `say`."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.en)
        self.say = wording.say


@contextmanager
def in_use(engine: Engine, *, alone: bool = False) -> Iterator[None]:
    """While it lasts nobody puts another database in place; `alone` is for who does, and waits for nobody.

    On SQLite by a lock file beside the database, on PostgreSQL by an open connection. Raises InUseError.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            if alone and connection.execute(_OTHERS).scalar():
                raise InUseError(IN_USE)
            connection.rollback()
            yield
        return
    file = file_of(engine)
    if file is None or fcntl is None or not file.parent.is_dir():
        yield
        return
    with Path(f"{file}.in-use").open("ab") as sign:
        try:
            fcntl.flock(sign, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InUseError(IN_USE if alone else _RESTORED) from None
        yield


_READ = Wording(
    "Qualcuno legge a lungo il database: quel che è stato cancellato può essere ancora nel suo registro. Riprova.",
    "Somebody reads the database for long: what was deleted may still be in its log. Try again.",
)
IN_USE = Wording(
    "Il database è in uso: prima ferma il server e qualunque altra cosa ci lavori.",
    "The database is in use: stop the server and whatever else works with it first.",
)
_RESTORED = Wording(
    "Il database viene ripristinato in questo momento: riprova dopo.",
    "The database is being restored; try again afterwards.",
)
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


def sweep(engine: Engine) -> None:
    """Leave nothing of deleted rows: an SQLite file is written anew and its log emptied, PostgreSQL frees their pages.

    Writers wait meanwhile. Raises InUseError where somebody goes on reading what was before, for longer than
    `BUSY_TIMEOUT_MS`.
    """
    with turn(engine, wait=True), engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))
            return
        driver.execute("PRAGMA secure_delete=ON")
        driver.execute("VACUUM")
        busy, _pages, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise InUseError(_READ)
