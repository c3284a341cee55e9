"""Taking a backup while people work."""

import datetime
import sqlite3
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError

from quizapp import config, db, schema
from quizapp.backups import BackupError
from quizapp.backups.archive import Manifest, TooDenseError, is_backup, new_archive, write_manifest, write_table
from quizapp.backups.rows import lines_of, tables_of

Progress = Callable[[str], None]


def back_up(
    engine: Engine, target: Path, *, now: datetime.datetime, progress: Progress = lambda _name: None
) -> Manifest:
    """Write everything the database holds at one moment to a file. Raises BackupError."""
    if target.exists() and not is_backup(target):
        raise BackupError("not-a-backup", target)
    with _still(engine, target.parent) as connection:
        return write_archive(connection, target, now=now, progress=progress)


def write_archive(
    connection: Connection, target: Path, *, now: datetime.datetime, progress: Progress = lambda _name: None
) -> Manifest:
    """Write what a connection sees, which must not change meanwhile. Raises BackupError."""
    revision = schema.revision_of(connection)
    if revision is None:
        raise BackupError("no-database")
    made = Manifest(config.version(), connection.dialect.name, revision, now.astimezone(datetime.UTC), ())
    loose: set[str] = set()
    while True:
        try:
            return _written(connection, target, made, loose, progress)
        except TooDenseError as error:
            loose.add(error.table)


def _written(
    connection: Connection, target: Path, manifest: Manifest, loose: Collection[str], progress: Progress
) -> Manifest:
    """Everything in one go, the rows of some tables not packed. Raises TooDenseError."""
    with new_archive(target) as file:
        tables = []
        for table in tables_of(connection):
            progress(table.name)
            lines = lines_of(connection, table)
            packed = table.name not in loose
            tables.append(write_table(file, table.name, table.columns.keys(), lines, packed=packed))
        made = replace(manifest, tables=tuple(tables))
        write_manifest(file, made)
    return made


@contextmanager
def _still(engine: Engine, folder: Path) -> Iterator[Connection]:
    """A connection to what does not change any more: a copy on SQLite, one snapshot on PostgreSQL."""
    if engine.dialect.name == "sqlite":
        with tempfile.TemporaryDirectory(prefix=".quizapp-copy-", dir=folder) as scratch:
            yield from _copied(engine, Path(scratch) / "copy.sqlite3")
    else:
        with engine.connect().execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        ) as connection:
            yield connection


def _copied(engine: Engine, copy: Path) -> Iterator[Connection]:
    source = db.file_of(engine)
    if source is None or not source.is_file():
        raise BackupError("no-database")
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as target:
            live.backup(target)
    except sqlite3.DatabaseError as error:
        raise BackupError("no-copy", why=error) from error
    still = db.make_engine(f"sqlite:///{copy}")
    try:
        with still.connect() as connection:
            require_sound(connection)
            yield connection
    finally:
        still.dispose()


def require_sound(connection: Connection) -> None:
    """On SQLite, that the file is whole and every row has its parents. Raises BackupError."""
    if connection.dialect.name != "sqlite":
        return
    try:
        said = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        require_parents(connection)
    except DatabaseError as error:
        raise BackupError("damaged", why=error.orig) from error
    if said != ["ok"]:
        raise BackupError("damaged", why=said[0])


def require_parents(connection: Connection) -> None:
    """On SQLite, where nobody looks while a database is rebuilt, that every row has its parents. Raises BackupError."""
    if connection.dialect.name == "sqlite":
        orphan = connection.execute(text("PRAGMA foreign_key_check")).first()
        if orphan:
            raise BackupError("orphans", table=orphan[0])
