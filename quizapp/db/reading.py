"""Sessions: they read, and write nothing unannounced."""

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Executable, UpdateBase, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import ORMExecuteState, Session

from quizapp.db.engines import READS
from quizapp.plain import Rows, run

Value = TypeVar("Value")
WRITES, _HELD = "quizapp_writes", "quizapp_connection"


class UnannouncedWriteError(RuntimeError):
    """A change was about to be written outside `writing()`."""


class Reading(Session):
    """A session that writes nothing unannounced.

    As long as it is asked for plain rows alone it begins no transaction of its own, which costs as much as a statement:
    it holds a connection, which whatever else is read goes on with, until it is rolled back or closed.
    """

    _held: Connection | None = None

    def reading(self) -> Connection:
        """The connection for plain rows; another one where the last was lost."""
        if self._held is None or self._held.invalidated:
            self.let_go()
            self._held = self.bind = Connection(cast("Engine", self.bind))
            self._held.connection.info[READS] = True
        return self._held

    def rollback(self) -> None:
        """What was read is read anew."""
        super().rollback()
        self.let_go()

    def close(self) -> None:
        """Nothing is held any more."""
        super().close()
        self.let_go()

    def go_on(self) -> None:
        """As `rollback`, but for what is written next the connection stays; on PostgreSQL one is asked for anew,
        which may have been lost."""
        held = self._held
        if held is None or held.dialect.name != "sqlite" or self.in_transaction():
            self.rollback()
        else:
            held.rollback()

    def let_go(self) -> None:
        """Give the connection back."""
        held = self._held
        if held is not None:
            self._held, self.bind = None, held.engine
            held.close()


def make_session(engine: Engine) -> Session:
    """A session that reads; changes go through `writing`."""
    return Reading(engine, expire_on_commit=False)


def plain_rows(session: Session, statement: Executable, values: dict[str, Any]) -> Rows:
    """The rows of a prepared statement of columns: on hot paths, where a session's own way costs half as much again.

    What the session holds back is written first, as it would be there.
    """
    return run(_connection(session), statement, values)


def plain_write(session: Session, statement: UpdateBase, values: dict[str, Any]) -> None:
    """As `plain_rows`, a change of rows that the session does not hold; inside `writing` alone."""
    if not session.info.get(WRITES):
        raise UnannouncedWriteError
    run(_connection(session), statement, values)


def _connection(session: Session) -> Connection:
    """That for plain rows, or of the transaction which the session is in: it looks through three layers for it.

    A session that holds something back is in one; what it holds is written first.
    """
    begun = session.get_transaction()
    if begun is None and isinstance(session, Reading):
        return session.reading()
    session.flush()
    transaction, connection = session.info.get(_HELD, (None, None))
    if connection is None or transaction is not begun:
        connection = session.connection()
        session.info[_HELD] = (session.get_transaction(), connection)
    return cast("Connection", connection)


class Kept(Generic[Value]):
    """Values that never change, read once by a process, of each database apart; the oldest go beyond `most`."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._of: WeakKeyDictionary[Engine, dict[int, Value]] = WeakKeyDictionary()
        self._one = threading.Lock()

    def has(self, session: Session, key: int) -> bool:
        """Whether a value is there."""
        return key in self._of.get(_engine_of(session), ())

    def of(self, session: Session, key: int, read: Callable[[], Value]) -> Value:
        """The value with this key, read if it is not there."""
        held = self._of.get(_engine_of(session), {})
        try:
            return held[key]
        except KeyError:
            value = read()
            self.put(session, key, value)
            return value

    def put(self, session: Session, key: int, value: Value) -> None:
        """Keep a value."""
        with self._one:
            held = self._of.setdefault(_engine_of(session), {})
            held[key] = value
            while len(held) > self._most:
                del held[next(iter(held))]


def _engine_of(session: Session) -> Engine:
    return cast("Engine | Connection", session.bind).engine


def _refuse_unannounced(state: ORMExecuteState) -> None:
    if (state.is_insert or state.is_update or state.is_delete) and not state.session.info.get(WRITES):
        raise UnannouncedWriteError


def _refuse_flush(session: Session, _context: object, _instances: object) -> None:
    if (session.new or session.dirty or session.deleted) and not session.info.get(WRITES):
        raise UnannouncedWriteError


def _note_reader(session: Session, _transaction: object, connection: Connection) -> None:
    if not session.info.get(WRITES):
        connection.connection.info[READS] = True


event.listen(Reading, "after_begin", _note_reader)
event.listen(Reading, "do_orm_execute", _refuse_unannounced)
event.listen(Reading, "before_flush", _refuse_flush)
