"""The one way to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Executable, bindparam, func, select
from sqlalchemy.engine import Connection, Transaction
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from quizapp.db.engines import AT_ONCE, BEGIN, READS
from quizapp.db.reading import WRITES, Reading
from quizapp.db.turns import turn
from quizapp.obstacles import Obstacle, obstacle


@contextmanager
def writing(session: Session, only: str | None = None) -> Iterator[Session]:
    """One write transaction: commits at the end of the block, rolls back on an exception.

    On SQLite writers queue on a file lock beside the database, one at a time across processes, and
    begin IMMEDIATE, so a read that leads to a write cannot meet a busy snapshot. On PostgreSQL they
    queue on an advisory lock; one that names the `only` thing it changes waits for the writers of the
    same thing and for those that name nothing. Whatever was read before is read again inside.

    Raises what `obstacles.obstacle` knows where it cannot be written now.
    """
    cast("Reading", session).go_on()
    with turn(session.get_bind(), wait=True):
        _begin(session, _ONE if only else _ALL, only)
        yield from _write(session)


@contextmanager
def writing_if_free(session: Session) -> Iterator[Session | None]:
    """As `writing`, but gives None at once while somebody else writes."""
    session.rollback()
    with turn(session.get_bind(), wait=False) as mine:
        if mine and _begin_if_free(session):
            yield from _write(session)
        else:
            session.rollback()
            yield None


_LOCK = 20_240_303
_ALL = select(func.pg_advisory_xact_lock(_LOCK).is_not(None))
_ONE = select(
    func.pg_advisory_xact_lock_shared(_LOCK).is_not(None),
    func.pg_advisory_xact_lock(_LOCK, func.hashtext(bindparam("only"))).is_not(None),
)
_IF_FREE = select(func.pg_try_advisory_xact_lock(_LOCK))


def apart_from_writers(connection: Connection) -> None:
    """On PostgreSQL let the transaction of this connection begin when nobody writes, and everybody who is about to wait
    for its end, with nothing in hand that it may need."""
    if connection.dialect.name == "postgresql":
        connection.execute(_ALL)


def _begin_if_free(session: Session) -> bool:
    try:
        return _begin(session, _IF_FREE, at_once=True)
    except DBAPIError as error:
        if obstacle(error) is Obstacle.LOCKED:  # by another program
            return False
        raise


def _begin(session: Session, queue: Executable, only: str | None = None, *, at_once: bool = False) -> bool:
    try:
        connection = cast("Reading", session).reading()
        connection.execution_options(**{BEGIN: True})
        info = connection.connection.info
        info.pop(READS, None)
        info[BEGIN] = AT_ONCE if at_once else "BEGIN IMMEDIATE"
        try:
            connection.begin()
        finally:
            info.pop(BEGIN, None)  # whoever is lent the connection next begins as a reader
        return connection.dialect.name != "postgresql" or bool(connection.execute(queue, {"only": only}).scalar())
    except BaseException:
        session.rollback()  # what could not begin is not gone on with
        raise


def _write(session: Session) -> Iterator[Session]:
    """The transaction is that of the connection: the session joins it where it is asked for more than plain changes."""
    own = cast("Reading", session)
    transaction = cast("Transaction", own.reading().get_transaction())
    session.info[WRITES] = True
    try:
        yield session
        if session.in_transaction():
            session.commit()  # writes what it holds back, and leaves the rest to the connection
        transaction.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info[WRITES] = False
        own.let_go()  # what is read next begins no transaction of a writer
