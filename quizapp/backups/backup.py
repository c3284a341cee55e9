"""Taking a backup while people work."""

import datetime
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError

from quizapp import config, db, schema
from quizapp.backups import BackupError
from quizapp.backups.archive import Manifest, is_backup, new_archive, write_manifest, write_table
from quizapp.backups.rows import lines_of, tables_of

Progress = Callable[[str], None]


def back_up(
    engine: Engine, target: Path, *, now: datetime.datetime, progress: Progress = lambda _name: None
) -> Manifest:
    """Write everything the database holds at one moment to a file. Raises BackupError."""
    if target.exists() and not is_backup(target):
        raise BackupError(f"{target}: something that is no backup is there already.")
    with _still(engine, target.parent) as connection:
        return write_archive(connection, target, now=now, progress=progress)


def write_archive(
    connection: Connection, target: Path, *, now: datetime.datetime, progress: Progress = lambda _name: None
) -> Manifest:
    """Write what a connection sees, which must not change meanwhile. Raises BackupError."""
    revision = schema.revision_of(connection)
    if revision is None:
        raise BackupError("There is no database of Quotidia to back up.")
    with new_archive(target) as file:
        tables = []
        for table in tables_of(connection):
            progress(table.name)
            tables.append(write_table(file, table.name, table.columns.keys(), lines_of(connection, table)))
        made = Manifest(
            config.version(), connection.dialect.name, revision, now.astimezone(datetime.UTC), tuple(tables)
        )
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
        raise BackupError("There is no database of Quotidia to back up.")
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as target:
            live.backup(target)
    except sqlite3.DatabaseError as error:
        raise BackupError(f"The database cannot be copied ({error}).") from error
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
        orphans = connection.execute(text("PRAGMA foreign_key_check")).first()
    except DatabaseError as error:
        raise BackupError(f"The database is damaged ({error.orig}).") from error
    if said != ["ok"] or orphans:
        raise BackupError(f"The database is damaged ({said[0] if said != ['ok'] else 'rows without their parents'}).")
