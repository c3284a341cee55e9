"""Rows as lines and back, the same on SQLite and PostgreSQL, by the columns that are there and not by the models.

Moments are in UTC, JSON is kept as the text it was stored as, and rows go by their key: equal content, equal bytes.
"""

import datetime
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    cast,
    collate,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import Inspector
from sqlalchemy.types import TypeDecorator, TypeEngine

from quizapp import schema
from quizapp.db import UtcDateTime

NOT_CARRIED = frozenset({schema.VERSION_TABLE, "user_session", "job", "quiz_reading", "quiz_reading_change"})
"""The revision is in the manifest; who is signed in stays behind, so that a backup opens no account, and jobs do too:
the one that made the backup would run again after the restore. What is reckoned from answers is reckoned anew."""
_AT_ONCE = 100
_BYTES_AT_ONCE = 8 * 1024 * 1024


def _said(value: datetime.date) -> str:
    return value.isoformat()


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_said).encode


class _JsonText(TypeDecorator[str]):
    """JSON as the text that is stored: nothing of it is lost or put in another order."""

    impl = Text
    cache_ok = True

    def bind_expression(self, bindvalue: Any) -> ColumnElement[Any]:
        return cast(bindvalue, Text().with_variant(JSON(), "postgresql"))

    def column_expression(self, column: Any) -> ColumnElement[Any]:
        return cast(column, Text)


def _is_json(value: str) -> str:
    json.loads(value)
    return value


def _only(kind: type) -> Callable[[Any], Any]:
    """What is of this kind; SQLite would take anything for a number."""

    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r:.40} is no {kind.__name__}")
        return value

    return read


def _finite(value: Any) -> Any:
    if type(value) is not float or not math.isfinite(value):
        raise TypeError(f"{value!r:.40} is no finite float")
    return value


_READ: dict[type[TypeEngine[Any]], Callable[[Any], Any]] = {
    DateTime: datetime.datetime.fromisoformat,
    UtcDateTime: datetime.datetime.fromisoformat,
    Date: datetime.date.fromisoformat,
    Boolean: _only(bool),
    Integer: _only(int),
    Float: _finite,
    String: _only(str),
    _JsonText: _is_json,
}


def tables_of(connection: Connection) -> list[Table]:
    """The tables that a backup carries, each after those it refers to."""
    inspector = inspect(connection)
    names = [name for name, _keys in inspector.get_sorted_table_and_fkc_names() if name]
    return [_table(inspector, name) for name in names if name not in NOT_CARRIED and schema.ours(name, "table", {})]


def _table(inspector: Inspector, name: str) -> Table:
    key = inspector.get_pk_constraint(name)["constrained_columns"]
    columns = [Column(each["name"], _carried(each["type"])) for each in inspector.get_columns(name)]
    table = Table(name, MetaData(), *columns)
    table.info["key"] = [table.c[each] for each in key]
    return table


def _carried(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    if isinstance(kind, JSON):
        return _JsonText()
    return UtcDateTime() if isinstance(kind, DateTime) else kind


def lines_of(connection: Connection, table: Table) -> Iterator[bytes]:
    """Every row of a table as a line."""
    rows = connection.execute(
        select(table).order_by(*(_by_bytes(connection, column) for column in table.info["key"])),
        execution_options={"yield_per": _AT_ONCE},
    )
    for row in rows:
        yield _written(list(row)).encode() + b"\n"


def load(connection: Connection, table: Table, columns: tuple[str, ...], lines: Iterable[bytes]) -> None:
    """Fill an empty table. Raises ValueError or TypeError for columns or a line that are not its own."""
    if sorted(columns) != sorted(table.columns.keys()):
        raise ValueError(table.name)
    readings = [(name, _reading(table.c[name])) for name in columns]
    for some in _portions(lines):
        connection.execute(insert(table), [_row(readings, json.loads(line.decode())) for line in some])


@contextmanager
def parents_may_follow(connection: Connection, names: Sequence[str]) -> Iterator[None]:
    """On PostgreSQL, while these tables are filled in this order, a row may come before the one it refers to.

    In the same table or in a later one, that is. At the end every row must have its parents, and from then on at once.

    SQLite looks for no parents while a database is rebuilt.
    """
    early = _referring_on(connection, names) if connection.dialect.name == "postgresql" else []
    for key in early:
        connection.execute(text(f"{key} DEFERRABLE INITIALLY DEFERRED"))
    yield
    if early:
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    for key in early:
        connection.execute(text(f"{key} NOT DEFERRABLE"))


def _referring_on(connection: Connection, names: Sequence[str]) -> list[str]:
    """The beginning of a change to each key by which a table refers to itself or to one that is filled after it."""
    inspector, quote = inspect(connection), connection.dialect.identifier_preparer.quote
    return [
        f"ALTER TABLE {quote(name)} ALTER CONSTRAINT {quote(str(key['name']))}"
        for place, name in enumerate(names)
        for key in inspector.get_foreign_keys(name)
        if key["referred_table"] in names[place:]
    ]


def count(connection: Connection, table: Table) -> int:
    """How many rows there are."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def continue_numbers(connection: Connection, table: Table) -> None:
    """On PostgreSQL, let new rows be numbered after those that were loaded."""
    if connection.dialect.name != "postgresql":
        return
    quoted = connection.dialect.identifier_preparer.quote(table.name)
    for column in table.info["key"]:
        named = {"table": quoted, "column": column.name}
        sequence = connection.execute(text("SELECT pg_get_serial_sequence(:table, :column)"), named).scalar()
        highest = connection.execute(select(func.max(column))).scalar()
        if sequence and highest is not None:
            connection.execute(select(func.setval(sequence, highest)))


def _portions(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Lines in portions that fit in memory, pictures and all."""
    some: list[bytes] = []
    size = 0
    for line in lines:
        some.append(line)
        size += len(line)
        if size >= _BYTES_AT_ONCE or len(some) >= 10 * _AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _row(readings: list[tuple[str, Callable[[Any], Any]]], said: list[Any]) -> dict[str, Any]:
    pairs = zip(readings, said, strict=True)
    return {name: None if value is None else read(value) for (name, read), value in pairs}


def _reading(column: Column[Any]) -> Callable[[Any], Any]:
    return next((read for kind, read in _READ.items() if isinstance(column.type, kind)), _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value


def _by_bytes(connection: Connection, column: Column[Any]) -> ColumnElement[Any]:
    text_here = connection.dialect.name == "postgresql" and isinstance(column.type, String)
    return collate(column, "C") if text_here else column
