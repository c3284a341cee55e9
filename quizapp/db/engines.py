"""Engines, and how their connections begin."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from quizapp.db import turns

BUSY_TIMEOUT_MS = 10_000
BEGIN, AT_ONCE = "quizapp_write", "quizapp_at_once"
"""Where a connection's notes say how its next transaction begins, if not as a reader's; that it waits for nobody."""
_CONNECT_S = 5


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
        event.listen(found, "connect", _prepare_postgresql)
        return found
    engine = create_engine(parsed, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, hide_parameters=True, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    vars(engine.dialect)["do_begin"] = _begin_sqlite
    return engine


def _prepare_postgresql(connection: Any, _record: ConnectionPoolEntry) -> None:
    connection.execute(f"SET lock_timeout = {int(turns.WAIT_S * 1000)}")
    connection.commit()


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
