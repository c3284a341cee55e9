"""The database: mapping base, column types, engines, and the one way to write."""

import datetime
import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar, Generic, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import (
    DateTime,
    Engine,
    Executable,
    Integer,
    MetaData,
    String,
    UpdateBase,
    bindparam,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.engine import Connection, Dialect, Transaction, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, ORMExecuteState, Session
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection
from sqlalchemy.types import JSON, TypeDecorator

from quizapp.core.wording import Wording
from quizapp.obstacles import LockedError, Obstacle, obstacle
from quizapp.plain import Rows, run

try:
    import fcntl as _fcntl
except ImportError:  # pragma: no cover - Windows has no flock; BEGIN IMMEDIATE still keeps writers apart
    _fcntl = None  # type: ignore[assignment]

fcntl: ModuleType | None = _fcntl
Value = TypeVar("Value")
BUSY_TIMEOUT_MS = 10_000
WAIT_S = 7.0
"""How long a writer waits for its turn: less than the script of a question waits for an answer."""
_CONNECT_S = 5
_WRITE, _AT_ONCE, _HELD = "quizapp_write", "quizapp_at_once", "quizapp_connection"
_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"


class UnannouncedWriteError(RuntimeError):
    """A change was about to be written outside `writing()`."""


class UtcDateTime(TypeDecorator[datetime.datetime]):
    """An aware moment, kept in UTC; naive ones are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """To UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored")
        value = value.astimezone(datetime.UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime.datetime | None, dialect: Dialect) -> datetime.datetime | None:
        """Back to an aware moment."""
        if value is None:
            return None
        return value.replace(tzinfo=datetime.UTC) if value.tzinfo is None else value.astimezone(datetime.UTC)


@lru_cache(maxsize=4096)
def exact(written: str) -> Fraction:
    """A fraction from the text in which it is kept."""
    return Fraction(written)


class Exact(TypeDecorator[Fraction]):
    """An exact fraction, kept as text like `1/3`."""

    impl = String(60)
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        """To text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Fraction | None:
        """Back to a fraction."""
        return None if value is None else exact(value)


class Model(DeclarativeBase):
    """Base of every table; all constraints have names."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime.datetime: UtcDateTime(),
        Fraction: Exact(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
        int: Integer(),
    }


def public_id() -> str:
    """A random id for URLs: 16 characters, 80 bits, no secret."""
    return id_from(secrets.token_bytes(16))


def id_from(random: bytes) -> str:
    """The id for URLs that at least 16 bytes make, as random as they are."""
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in random[:16])


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
    connection.execute(f"SET lock_timeout = {int(WAIT_S * 1000)}")
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
    words = connection.info.get(_WRITE, "BEGIN")
    if words is not _AT_ONCE:
        driver.execute(words)
        return
    driver.execute("PRAGMA busy_timeout=0")
    try:
        driver.execute("BEGIN IMMEDIATE")
    finally:
        driver.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")


class _Reading(Session):
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
    return _Reading(engine, expire_on_commit=False)


def plain_rows(session: Session, statement: Executable, values: dict[str, Any]) -> Rows:
    """The rows of a prepared statement of columns: on hot paths, where a session's own way costs half as much again.

    What the session holds back is written first, as it would be there.
    """
    return run(_connection(session), statement, values)


def plain_write(session: Session, statement: UpdateBase, values: dict[str, Any]) -> None:
    """As `plain_rows`, a change of rows that the session does not hold; inside `writing` alone."""
    if not session.info.get(_WRITE):
        raise UnannouncedWriteError
    run(_connection(session), statement, values)


def _connection(session: Session) -> Connection:
    """That for plain rows, or of the transaction which the session is in: it looks through three layers for it.

    A session that holds something back is in one; what it holds is written first.
    """
    begun = session.get_transaction()
    if begun is None and isinstance(session, _Reading):
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
    if (state.is_insert or state.is_update or state.is_delete) and not state.session.info.get(_WRITE):
        raise UnannouncedWriteError


def _refuse_flush(session: Session, _context: object, _instances: object) -> None:
    if (session.new or session.dirty or session.deleted) and not session.info.get(_WRITE):
        raise UnannouncedWriteError


event.listen(_Reading, "do_orm_execute", _refuse_unannounced)
event.listen(_Reading, "before_flush", _refuse_flush)


@contextmanager
def writing(session: Session, only: str | None = None) -> Iterator[Session]:
    """One write transaction: commits at the end of the block, rolls back on an exception.

    On SQLite writers queue on a file lock beside the database, one at a time across processes, and
    begin IMMEDIATE, so a read that leads to a write cannot meet a busy snapshot. On PostgreSQL they
    queue on an advisory lock; one that names the `only` thing it changes waits for the writers of the
    same thing and for those that name nothing. Whatever was read before is read again inside.

    Raises what `obstacles.obstacle` knows where it cannot be written now.
    """
    cast("_Reading", session).go_on()
    with _turn(session.get_bind(), wait=True):
        _begin(session, _ONE if only else _ALL, only)
        yield from _write(session)


@contextmanager
def writing_if_free(session: Session) -> Iterator[Session | None]:
    """As `writing`, but gives None at once while somebody else writes."""
    session.rollback()
    with _turn(session.get_bind(), wait=False) as mine:
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


def _begin_if_free(session: Session) -> bool:
    try:
        return _begin(session, _IF_FREE, at_once=True)
    except DBAPIError as error:
        if obstacle(error) is Obstacle.LOCKED:  # by another program
            return False
        raise


def _begin(session: Session, queue: Executable, only: str | None = None, *, at_once: bool = False) -> bool:
    try:
        connection = cast("_Reading", session).reading()
        connection.execution_options(**{_WRITE: True})
        info = connection.connection.info
        info[_WRITE] = _AT_ONCE if at_once else "BEGIN IMMEDIATE"
        try:
            connection.begin()
        finally:
            info.pop(_WRITE, None)  # whoever is lent the connection next begins as a reader
        return connection.dialect.name != "postgresql" or bool(connection.execute(queue, {"only": only}).scalar())
    except BaseException:
        session.rollback()  # what could not begin is not gone on with
        raise


def _write(session: Session) -> Iterator[Session]:
    """The transaction is that of the connection: the session joins it where it is asked for more than plain changes."""
    own = cast("_Reading", session)
    transaction = cast("Transaction", own.reading().get_transaction())
    session.info[_WRITE] = True
    try:
        yield session
        if session.in_transaction():
            session.commit()  # writes what it holds back, and leaves the rest to the connection
        transaction.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info[_WRITE] = False
        own.let_go()  # what is read next begins no transaction of a writer


_threads = threading.Lock()


@contextmanager
def _turn(bind: Engine | Connection, *, wait: bool) -> Iterator[bool]:
    database = bind.engine.url.database
    if bind.dialect.name != "sqlite" or not database or database == ":memory:":
        yield True
        return
    if fcntl is None:  # pragma: no cover - Windows
        with _threads:
            yield True
        return
    file = os.open(f"{database}.write-lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    had = _locked(fcntl, file, wait=wait)
    try:
        yield had
    finally:
        os.close(file)


def sweep(engine: Engine) -> None:
    """Leave nothing of deleted rows: an SQLite file is written anew and its log emptied, PostgreSQL frees their pages.

    Writers wait meanwhile. Raises InUseError where somebody goes on reading what was before, for longer than
    `BUSY_TIMEOUT_MS`.
    """
    with _turn(engine, wait=True), engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))
            return
        driver.execute("PRAGMA secure_delete=ON")
        driver.execute("VACUUM")
        busy, _pages, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise InUseError(_READ)


def file_of(engine: Engine) -> Path | None:
    """The file of an SQLite database; None where it is in memory, or on PostgreSQL."""
    database = engine.url.database
    return Path(database) if engine.dialect.name == "sqlite" and database and database != ":memory:" else None


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
