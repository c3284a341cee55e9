"""Making an installation from a backup: all of it or nothing, and never over people at work."""

import datetime
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, event, inspect, select, text
from sqlalchemy.exc import DatabaseError, StatementError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from quizapp import db, schema, shelf
from quizapp.backups import BackupError
from quizapp.backups.archive import Archive, Manifest, open_archive, sync_file, sync_folder
from quizapp.backups.backup import require_parents, require_sound, write_archive
from quizapp.backups.rows import continue_numbers, count, load, parents_may_follow, tables_of
from quizapp.personal import ledger
from quizapp.personal.models import Erasure
from quizapp.personal.service import erase_again, keys_of

Progress = Callable[[str], None]
UNFIT = (StatementError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RuntimeError)
"""How rows that no installation wrote make themselves felt: in the engine, in its driver, or in a migration."""


class OccupiedError(BackupError):
    """There is an installation already, and nobody said that it may be put aside."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What is in place now, where what was there before is kept, and how many accounts were erased again."""

    manifest: Manifest
    aside: Path | None
    erased: int


@dataclass(slots=True)
class Erased:
    """The erasures that what is put in place must have undergone, and how many accounts did so now."""

    keys: set[str]
    now: datetime.datetime
    count: int = 0

    def apply(self, connection: Connection) -> None:
        """Erase again whoever came back, and know from then on every erasure of the archive too."""
        with Session(bind=connection) as session:
            self.count = erase_again(session, self.keys | set(keys_of(session)), self.now)
            self.keys |= set(keys_of(session))
            session.flush()  # the transaction is the connection's, which closing this session leaves alone


def restore(
    url: str,
    file: Path,
    *,
    data_dir: Path,
    replace: bool,
    now: datetime.datetime,
    progress: Progress = lambda _name: None,
) -> Restored:
    """Put the database of a backup in place of what is there. Raises BackupError, InUseError, LedgerError."""
    with open_archive(file) as archive:
        manifest = archive.manifest
        if not schema.knows(manifest.schema):
            raise BackupError("newer", file, application=manifest.application, schema=manifest.schema)
        data_dir.mkdir(parents=True, exist_ok=True)
        engine = db.make_engine(url)
        try:
            with db.in_use(engine, alone=True):
                aside = _aside(engine, data_dir, now) if _occupied(engine) else None
                if aside and not replace:
                    raise OccupiedError("occupied")
                put = _put_file if engine.dialect.name == "sqlite" else _put_rows
                known = ledger.read(data_dir) | _erased_here(engine)
                ledger.note(data_dir, known)  # before the database that alone may know of some is gone
                erased = Erased(known, now)
                put(engine, archive, aside, erased, progress)
                ledger.note(data_dir, erased.keys)
        except ledger.LedgerError:
            raise
        except UNFIT as error:
            raise BackupError("unfit", file, why=_told(error)) from error
        finally:
            engine.dispose()
    return Restored(manifest, aside, erased.count)


def _occupied(engine: Engine) -> bool:
    """Whether anything is kept here, or something that cannot be read."""
    file = db.file_of(engine)
    if file is not None and not file.exists():
        return False
    try:
        with engine.connect() as connection:
            names = inspect(connection).get_table_names()
            return schema.VERSION_TABLE in names and any(count(connection, each) for each in tables_of(connection))
    except DatabaseError:
        if file is None:
            raise
        return True


def _erased_here(engine: Engine) -> set[str]:
    """The erasures that the database knows of which is about to be replaced; none where it cannot be read."""
    file = db.file_of(engine)
    if file is not None and not file.exists():
        return set()
    try:
        with engine.connect() as connection:
            there = inspect(connection).has_table(Erasure.__tablename__)
            return set(connection.execute(select(Erasure.key)).scalars()) if there else set()
    except DatabaseError:
        return set()


def _aside(engine: Engine, data_dir: Path, now: datetime.datetime) -> Path:
    file = db.file_of(engine)
    if file is not None:
        return Path(f"{file}.before-{shelf.stamp(now)}")
    return shelf.shelf_of(data_dir) / f"before-restore-{shelf.stamp(now)}.zip"


def _fill(connection: Connection, archive: Archive, erased: Erased, progress: Progress) -> None:
    """Everything of a backup into an empty database, up to the newest schema, and out again who was erased since."""
    manifest = archive.manifest
    schema.upgrade_on(connection, manifest.schema)
    tables = {table.name: table for table in tables_of(connection)}
    if sorted(tables) != sorted(each.name for each in manifest.tables):
        raise BackupError("tables", schema=manifest.schema)
    with parents_may_follow(connection, [each.name for each in manifest.tables]):
        for each in manifest.tables:
            progress(each.name)
            try:
                load(connection, tables[each.name], each.columns, archive.lines(each))
            except UNFIT as error:
                raise BackupError("unfit-rows", table=each.name, why=_told(error)) from error
            if count(connection, tables[each.name]) != each.rows:
                raise BackupError("not-every-row", table=each.name)
    require_parents(connection)
    schema.upgrade_on(connection, "head")
    for table in tables_of(connection):
        continue_numbers(connection, table)
    erased.apply(connection)


def _told(error: Exception) -> object:
    return getattr(error, "orig", None) or error


# --- SQLite: a new file beside the old one, which then takes its name ----------------------------


def _put_file(engine: Engine, archive: Archive, aside: Path | None, erased: Erased, progress: Progress) -> None:
    file = db.file_of(engine)
    if file is None:
        raise BackupError("in-memory")
    file.parent.mkdir(parents=True, exist_ok=True)
    _require_room(file.parent, archive.manifest)
    with tempfile.TemporaryDirectory(prefix=".quizapp-restore-", dir=file.parent) as scratch:
        made = Path(scratch) / "new.sqlite3"
        fresh = db.make_engine(f"sqlite:///{made}")
        event.listen(fresh, "connect", _written_once)
        try:
            with schema.rebuilding(fresh) as connection:
                _fill(connection, archive, erased, progress)
            if erased.count:
                db.sweep(fresh)
            with fresh.connect() as connection:
                require_sound(connection)
        finally:
            fresh.dispose()
        _settle(made)
        _same_owner(made, file)
        sync_file(made)
        engine.dispose()
        _swap(made, file, aside)


def _written_once(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
    """No log beside a file that is thrown away whole where anything fails, and synced before it gets its name."""
    for pragma in ("journal_mode=MEMORY", "synchronous=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _require_room(folder: Path, manifest: Manifest) -> None:
    needed = 2 * sum(table.size for table in manifest.tables)
    if shutil.disk_usage(folder).free < needed:
        raise BackupError("room-needed", folder, size=needed // 1_000_000)


def _settle(file: Path) -> None:
    """Fold the write-ahead log into its database, which cannot be done while anybody has it open."""
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _same_owner(made: Path, file: Path) -> None:
    """Whoever restores, the server can open the new file as it could the old one."""
    made.chmod(0o600)
    if file.exists():
        there = file.stat()
        made.chmod(stat.S_IMODE(there.st_mode))
        if hasattr(os, "chown"):
            os.chown(made, there.st_uid, there.st_gid)


def _swap(made: Path, file: Path, aside: Path | None) -> None:
    """Give the new file its name, which leads to a whole database at every moment: the old one, then the new one."""
    if file.exists():
        try:
            _settle(file)
        except sqlite3.DatabaseError as error:  # one that is damaged is kept as it is, with its log
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise db.InUseError(db.IN_USE) from error
    _keep(file, aside or made.with_name("empty.sqlite3"))
    made.replace(file)
    sync_folder(file.parent)


def _keep(file: Path, aside: Path) -> None:
    for ending in ("-wal", "-shm"):
        log = Path(f"{file}{ending}")
        if log.exists():
            log.rename(f"{aside}{ending}")
    if file.exists():
        try:
            aside.hardlink_to(file)
        except OSError:
            file.rename(aside)


# --- PostgreSQL: other rows in one transaction; what was there goes into a backup of its own -----


def _put_rows(engine: Engine, archive: Archive, aside: Path | None, erased: Erased, progress: Progress) -> None:
    try:
        with schema.rebuilding(engine) as connection:
            if aside is not None:
                aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                write_archive(connection, aside, now=erased.now, progress=progress)
            _drop(connection, archive.manifest)
            _fill(connection, archive, erased, progress)
    except BaseException:
        if aside is not None:
            aside.unlink(missing_ok=True)
        raise


def _drop(connection: Connection, manifest: Manifest) -> None:
    there = set(inspect(connection).get_table_names())
    if schema.VERSION_TABLE not in there:
        return
    ours = {schema.VERSION_TABLE, *schema.TABLES, *(table.name for table in manifest.tables)}
    quote = connection.dialect.identifier_preparer.quote
    connection.execute(text(f"DROP TABLE {', '.join(quote(name) for name in sorted(there & ours))}"))
