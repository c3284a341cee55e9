"""Engines, and how their connections begin."""

from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from quizapp.db import turns

BUSY_TIMEOUT_MS = 10_000
BEGIN, AT_ONCE = "quizapp_write", "quizapp_at_once"
"""Where a connection's notes say how its next transaction begins, if not as a reader's; that it waits for nobody."""
READS = "quizapp_reads"
"""Where they say that its transaction is a reader's."""
_CONNECT_S = 5
_IN_TRANSACTION = 2
"""Of libpq: begun, and nothing in it failed."""


def make_engine(url: str, **options: Any) -> Engine:
    """An engine; on SQLite with WAL, FULL, foreign keys, a busy timeout and our own BEGIN.

    No exception of it quotes values: a statement's are names and answers.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
        found = create_engine(
            parsed,
            pool_pre_ping=True,
            pool_size=10,
            hide_parameters=True,
            connect_args={"connect_timeout": _CONNECT_S},
            **options,
        )
        event.listen(found, "connect", partial(_prepare_postgresql, found))
        return found
    engine = create_engine(parsed, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    vars(engine.dialect)["do_begin"] = _begin_sqlite
    return engine


def _prepare_postgresql(engine: Engine, connection: Any, _record: ConnectionPoolEntry) -> None:
    vars(engine.dialect)["do_rollback"] = _roll_back_postgresql  # from here on: SQLAlchemy's own first one has no notes
    connection.execute(f"SET lock_timeout = {int(turns.WAIT_S * 1000)}")
    connection.commit()


def _roll_back_postgresql(connection: PoolProxiedConnection) -> None:
    """What only read ends by COMMIT: with each ROLLBACK psycopg forgets the statements that it had PostgreSQL prepare,
    which to plan takes several times what it takes to run them. Each connection that is given back comes by here, so
    whoever is lent it next is no reader by that."""
    driver: Any = connection.driver_connection
    if connection.info.pop(READS, False) and driver.info.transaction_status == _IN_TRANSACTION:
        driver.commit()
    else:
        driver.rollback()


def _prepare_sqlite(connection: Any, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: PoolProxiedConnection) -> None:
    """As the dialect is asked to, with nobody told of it: at each statement whoever listens to an engine costs."""
    driver: Any = connection.driver_connection
    words = connection.info.get(BEGIN, "BEGIN")
    if words is not AT_ONCE:
        driver.execute(words)
        return
    driver.execute("PRAGMA busy_timeout=0")
    try:
        driver.execute("BEGIN IMMEDIATE")
    finally:
        driver.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")


def file_of(engine: Engine) -> Path | None:
    """The file of an SQLite database; None where it is in memory, or on PostgreSQL."""
    database = engine.url.database
    return Path(database) if engine.dialect.name == "sqlite" and database and database != ":memory:" else None
