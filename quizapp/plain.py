"""Plain rows and changes by prepared statements, on SQLite by the driver itself.

SQLAlchemy compiles them and says how values are written and read; what it does beside that at each execution costs
several times what SQLite does. Whoever listens to the engine is heard: then it executes them as any other statement.
"""

from collections import namedtuple
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import ClauseElement, Executable
from sqlalchemy.engine import Connection, Dialect
from sqlalchemy.sql.compiler import SQLCompiler

Prepared = TypeVar("Prepared", bound=ClauseElement)
Process = Callable[[Any], Any]
_NAME, _KEPT = "_generate_cache_key", "quizapp_quick"


class Rows:
    """What a statement gave, read already."""

    __slots__ = ("_rows",)

    def __init__(self, rows: list[Any]) -> None:
        self._rows = rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def all(self) -> Sequence[Any]:
        """Every row."""
        return self._rows

    def first(self) -> Any:
        """The first row, or None."""
        return self._rows[0] if self._rows else None


class _Quick(NamedTuple):
    """A compiled statement: the names of its values in their order with how each is written, those it holds itself,
    and how its rows are read."""

    words: str
    values: tuple[tuple[str, Process | None], ...]
    own: Mapping[str, Any]
    row: Callable[[Any], Any] | None
    read: tuple[tuple[int, Process], ...]

    def run(self, connection: Connection, given: dict[str, Any]) -> list[Any]:
        """Its rows. Raises as SQLAlchemy does."""
        values = {**self.own, **given} if self.own else given
        sent = [values[name] if write is None else write(values[name]) for name, write in self.values]
        driver: Any = connection.connection.driver_connection
        try:
            found = driver.execute(self.words, sent).fetchall()
        except BaseException as error:  # noqa: BLE001 - which of them are the driver's is known to SQLAlchemy
            connection._handle_dbapi_exception(error, self.words, sent, None, None)  # noqa: SLF001 - no public way
        if self.row is None:
            return []
        if not self.read:
            return list(map(self.row, found))
        rows = []
        for each in found:
            columns = list(each)
            for at, process in self.read:
                columns[at] = process(columns[at])
            rows.append(self.row(columns))
        return rows


def prepared(statement: Prepared) -> Prepared:
    """A statement that is found among the compiled ones by a name of its own.

    Whoever compares a large one with them part by part, as SQLAlchemy does at each execution, pays as much for that as
    for running it. Nothing may be added to it afterwards.
    """
    key = statement._generate_cache_key()  # noqa: SLF001 - there is no public way
    if key is not None:
        own = key._replace(key=(object(),))
        vars(statement)[_NAME] = lambda: own
    return statement


def run(connection: Connection, statement: Executable, values: dict[str, Any]) -> Rows:
    """The rows of a statement, which may be prepared, in the transaction of a connection or a new one of it."""
    quick = None
    if not (connection._has_events or connection.engine._has_events or connection._echo):  # noqa: SLF001 - as it asks
        quick = _quick(connection.dialect, statement, values)
    if quick is None:
        found = connection.execute(statement, values)
        return Rows(list(found.all()) if found.returns_rows else [])
    if not connection.in_transaction():
        connection.begin()
    return Rows(quick.run(connection, values))


def _quick(dialect: Dialect, statement: Executable, values: dict[str, Any]) -> _Quick | None:
    """A prepared statement for a driver that takes its values in order; None where SQLAlchemy alone can run it."""
    if dialect.driver != "pysqlite" or _NAME not in vars(statement):
        return None
    kept: dict[Any, _Quick | None] = vars(dialect).setdefault(_KEPT, {})
    key = (statement, *values)
    if key not in kept:
        kept[key] = _made(dialect, statement, list(values))
    return kept[key]


def _made(dialect: Dialect, statement: Executable, names: list[str]) -> _Quick | None:
    compiled = cast("SQLCompiler", cast("Any", statement).compile(dialect=dialect, column_keys=names))
    more = compiled.post_compile_params or compiled.literal_execute_params or compiled.effective_returning
    if more or compiled.insert_prefetch or compiled.update_prefetch or not compiled.positional:
        return None
    write = compiled._bind_processors  # noqa: SLF001 - as the dialect asks for them
    order = cast("list[str]", compiled.positiontup)
    of = {compiled.bind_names[bind]: bind for bind in compiled.bind_names}
    own = {name: bind.effective_value for name, bind in of.items() if not bind.required and bind.key not in names}
    keys = {name: bind.key if bind.key in names else name for name, bind in of.items()}
    columns = compiled._result_columns  # noqa: SLF001
    names = [each.keyname for each in columns]
    if len(set(names)) < len(names) or not all(name.isidentifier() and name[0] != "_" for name in names):
        return None
    read = [each.type._cached_result_processor(dialect, None) for each in columns]  # noqa: SLF001
    return _Quick(
        compiled.string,
        tuple((keys[name], cast("Any", write.get(name))) for name in order),
        own,
        _row(names) if columns else None,
        tuple((at, process) for at, process in enumerate(read) if process is not None),
    )


def _row(names: list[str]) -> Callable[[Any], Any]:
    made: Any = namedtuple("Row", names)  # type: ignore[misc]
    return cast("Callable[[Any], Any]", made._make)
