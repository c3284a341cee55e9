"""The drill: what was backed up while people wrote is what is there after a restore, from either engine to either."""

import json
import re
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import MetaData, func, inspect, select, text

from quizapp import create_app, db, schema
from quizapp.accounts import service as people
from quizapp.accounts.models import Setting, User
from quizapp.attempts.models import Attempt, AttemptEvent
from quizapp.backups import BackupError
from quizapp.backups.archive import new_archive, open_archive, write_manifest, write_table
from quizapp.backups.backup import back_up
from quizapp.backups.restore import UNFIT, OccupiedError, restore
from quizapp.backups.rows import lines_of, load, tables_of
from quizapp.core.policy import Role
from quizapp.notices.models import Notice
from quizapp.personal import ledger
from tests.backups.damage import ODD
from tests.build import NOW, Town, signed_in
from tests.storage.populate import ROOMS, finish_a_quiz, join_a_class, report_problems
from tests.storage.servers import NUMBERS, command, copied

DUMPS = Path(__file__).parent.parent / "dumps"
ENGINES = ("sqlite", "postgresql")
_KEPT = [sorted(DUMPS.glob(f"*-{name}.sql")) for name in ENGINES]
OLDEST_AND_NEWEST = [dump for kept in _KEPT for dump in (kept[0], kept[-1])]
"""Every dump goes up in `test_dumps.py`; here the way through an archive is the same for those between."""


@dataclass
class Site:
    """An installation: its database and its folder."""

    url: str
    folder: Path
    settle: Callable[[], Town] | None = None
    """Puts the cast into its database, which is empty."""

    def engine(self):
        return db.make_engine(self.url)

    def backup(self, name="copia.zip"):
        engine = self.engine()
        try:
            back_up(engine, self.folder / name, now=NOW)
        finally:
            engine.dispose()
        return self.folder / name

    def restore(self, file, *, replace=False, now=NOW):
        return restore(self.url, file, data_dir=self.folder, replace=replace, now=now)

    def rows(self):
        engine = self.engine()
        found = rows_of(engine)
        engine.dispose()
        return found

    def fill(self, rooms=(finish_a_quiz, join_a_class, report_problems)):
        town = self.settle()
        engine = self.engine()
        with db.make_session(engine) as session:
            for room in rooms:
                room(session, town)
        engine.dispose()
        return town


def rows_of(engine):
    with engine.connect() as connection:
        return {
            table: sorted(map(str, connection.execute(text(f'SELECT * FROM "{table}"')).all()))  # noqa: S608
            for table in inspect(engine).get_table_names()
            if table != "user_session" and schema.ours(table, "table", {})
        }


def hashes(file):
    with open_archive(file) as archive:
        return {table.name: (table.rows, table.sha256) for table in archive.manifest.tables}


@pytest.fixture
def site(request, tmp_path):
    """Makes an empty installation on the engine asked for."""
    made = []

    def make(name, folder="a"):
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        if name == "sqlite":
            return Site(f"sqlite:///{place / 'quizapp.sqlite3'}", place, lambda: settle_file(request, place))
        postgres = request.getfixturevalue("postgres")
        made.append((postgres, database := f"site_{next(NUMBERS)}"))
        return Site(copied(postgres, database, "template0"), place, lambda: settle_database(request, database))

    yield make
    for postgres, database in made:
        command(postgres, f"DROP DATABASE {database} WITH (FORCE)")


def settle_file(request, folder):
    filled = request.getfixturevalue("filled")
    shutil.copyfile(filled.place, folder / "quizapp.sqlite3")
    return deepcopy(filled.town)


def settle_database(request, name):
    filled, postgres = request.getfixturevalue("filled_on_postgres"), request.getfixturevalue("postgres")
    command(postgres, f"DROP DATABASE {name} WITH (FORCE)")
    copied(postgres, name, filled.place)
    return deepcopy(filled.town)


def add_the_rest(session, _town):
    """What no room of the dumps has; an event so long and so alike that packed it would pass for a bomb."""
    with db.writing(session) as write:
        write.add(Setting(key="after", value="1"))
        attempt = write.scalars(select(Attempt.id)).first()
        write.add(
            AttemptEvent(attempt_id=attempt, position=1, kind="unreadable", about={"sent": "parola " * 300_000}, at=NOW)
        )


@pytest.mark.parametrize("target", ENGINES)
@pytest.mark.parametrize("source", ENGINES)
def test_a_backup_of_what_was_restored_is_the_same_again(site, source, target):
    first = site(source, "a")
    first.fill((*ROOMS, add_the_rest))
    file = first.backup()
    second = site(target, "b")
    done = second.restore(file)
    assert (done.aside, done.erased) == (None, 0)
    assert hashes(second.backup()) == hashes(file)
    engine = second.engine()
    assert schema.drift(engine) == []
    if target == "postgresql":
        with engine.connect() as connection:
            assert not connection.execute(text("SELECT conname FROM pg_constraint WHERE condeferrable")).all()
    engine.dispose()
    assert [name for name, (rows, _hash) in hashes(file).items() if not rows] == []
    assert len(ledger.read(second.folder)) == 1


@pytest.mark.parametrize("name", ENGINES)
def test_every_table_comes_back_row_by_row_and_what_was_there_is_kept(site, name, tmp_path):
    there = site(name)
    there.fill()
    before, file = there.rows(), there.backup()
    engine = there.engine()
    with db.make_session(engine) as session, db.writing(session) as write:
        write.add(Setting(key="after", value="1"))
    engine.dispose()
    changed = there.rows()
    with pytest.raises(OccupiedError):
        there.restore(file)
    assert there.rows() == changed
    aside = there.restore(file, replace=True).aside
    assert there.rows() == before
    kept = site("sqlite", "kept")
    if name == "sqlite":
        shutil.copy(aside, kept.folder / "quizapp.sqlite3")
    else:
        kept.restore(aside)
    assert kept.rows().keys() == changed.keys()
    assert kept.rows()["setting"] == changed["setting"] != before["setting"]


@pytest.mark.parametrize("name", ENGINES)
def test_a_backup_taken_while_a_writer_inserts_is_one_moment(site, name):
    there = site(name)
    town = there.fill()
    written, stop = [], threading.Event()
    enough = threading.Event()

    def insert():
        engine = there.engine()
        with db.make_session(engine) as session:
            while not stop.is_set():
                with db.writing(session) as write:
                    number = len(written)
                    write.add(Setting(key=f"n{number:06}", value="1"))
                    write.add(Notice(user_id=town.ada, kind="drill", about={"n": number}, created_at=NOW))
                written.append(number)
                if number > 20:
                    enough.set()
        engine.dispose()

    writer = threading.Thread(target=insert)
    writer.start()
    enough.wait(30)
    acknowledged = len(written)
    file = there.backup()
    at_the_end = len(written)
    stop.set()
    writer.join()
    assert len(written) > at_the_end >= acknowledged > 20
    before = hashes(file)
    other = site("sqlite", "b")
    other.restore(file)
    assert hashes(other.backup()) == before
    engine = other.engine()
    with db.make_session(engine) as session:
        keys = session.scalars(select(Setting.key).where(Setting.key.like("n0%")).order_by(Setting.key)).all()
        notices = session.scalars(select(Notice).where(Notice.kind == "drill").order_by(Notice.id)).all()
        assert [f"n{notice.about['n']:06}" for notice in notices] == list(keys)
        assert keys == [f"n{number:06}" for number in range(len(keys))]
        assert acknowledged <= len(keys) < len(written)
    engine.dispose()
    now_there = there.rows()
    there.restore(file, replace=True)
    assert hashes(there.backup("again.zip")) == before
    assert {name: len(rows) for name, rows in there.rows().items()} != {n: len(rows) for n, rows in now_there.items()}


@pytest.mark.parametrize("name", ENGINES)
def test_after_a_restore_everybody_signs_in_again_and_work_goes_on(site, name):
    there = site(name)
    there.fill()
    engine = there.engine()
    with db.make_session(engine) as session, db.writing(session) as write:
        school = people.default_school(write)
        person, password = people.make_person(
            write, school.id, name="Rita", sign_in_name="rita", role=Role.TEACHER, now=NOW
        )
        rita = person.id
    engine.dispose()
    settings = {"TESTING": True, "DATABASE_URL": there.url, "DATA_DIR": there.folder, "WTF_CSRF_ENABLED": False}
    app = create_app(**settings, SECRET_KEY="drill")
    browser = signed_in(app, rita)
    assert browser.get("/classes").status_code == 200
    app.extensions["engine"].dispose()
    there.restore(there.backup(), replace=True)
    assert browser.get("/classes").status_code == 303
    sent = {"name": "rita", "sign_in_name": "rita", "password": password}
    assert browser.post("/sign-in", data=sent).status_code == 303
    assert browser.get("/classes").status_code == 200
    with db.make_session(app.extensions["engine"]) as session, db.writing(session) as write:
        highest = write.scalar(select(func.max(User.id)))
        school = people.default_school(write)
        new, _ = people.make_person(write, school.id, name="Ugo", sign_in_name="ugo", role=Role.STUDENT, now=NOW)
        assert new.id == highest + 1
    app.extensions["engine"].dispose()


@pytest.mark.parametrize("dump", OLDEST_AND_NEWEST, ids=lambda dump: dump.stem)
def test_a_backup_of_an_older_schema_goes_up_on_its_way_in(site, dump):
    name = dump.stem.partition("-")[2]
    old = site(name)
    if name == "sqlite":
        with closing(sqlite3.connect(old.folder / "quizapp.sqlite3")) as connection:
            connection.executescript(dump.read_text(encoding="utf-8"))
    else:
        engine = old.engine()
        with engine.connect() as connection:
            connection.connection.driver_connection.execute(dump.read_text(encoding="utf-8"))
            connection.connection.driver_connection.commit()
        engine.dispose()
    file = old.backup()
    with open_archive(file) as archive:
        assert archive.manifest.schema == dump.stem.partition("-")[0]
    engine = old.engine()
    schema.upgrade(engine)
    engine.dispose()
    new = site("sqlite", "b")
    new.restore(file)
    assert hashes(new.backup()) == hashes(old.backup("newer.zip"))


def changed(file, target, **fields):
    """The same backup with something else in its manifest."""
    with open_archive(file) as archive, new_archive(target) as made:
        manifest = archive.manifest
        for table in manifest.tables:
            write_table(made, table.name, table.columns, archive.lines(table))
        write_manifest(made, type(manifest)(**{**dict_of(manifest), **fields}))
    return target


def dict_of(manifest):
    return {name: getattr(manifest, name) for name in manifest.__slots__}


@pytest.mark.parametrize("name", ENGINES)
def test_a_backup_of_a_schema_to_come_is_refused(site, name):
    there = site(name)
    there.fill()
    before = there.rows()
    file = changed(there.backup(), there.folder / "newer.zip", schema="9999", application="7.0")
    with pytest.raises(BackupError, match=r"newer version \(7.0, schema 9999\)"):
        there.restore(file, replace=True)
    assert there.rows() == before


@pytest.mark.parametrize("name", ENGINES)
def test_rows_that_do_not_fit_leave_everything_as_it_was(site, name):
    there = site(name)
    there.fill()
    before, good = there.rows(), there.backup()
    files = set(there.folder.iterdir())
    for wrong, other in (
        (re.compile(rb".*(?=\n)"), b"{}"),
        (re.compile(rb".*(?=\n)"), b"[1]"),
        (re.compile(rb"^\[1"), b"[[]"),
    ):
        with open_archive(good) as archive, new_archive(there.folder / "spoilt.zip") as made:
            tables = []
            for table in archive.manifest.tables:
                lines = archive.lines(table)
                lines = (wrong.sub(other, line) for line in lines) if table.name == "outcome" else lines
                tables.append(write_table(made, table.name, table.columns, lines))
            write_manifest(made, type(archive.manifest)(**{**dict_of(archive.manifest), "tables": tuple(tables)}))
        with pytest.raises(BackupError, match="cannot be put in place"):
            there.restore(there.folder / "spoilt.zip", replace=True)
        assert there.rows() == before
    older = changed(good, there.folder / "older.zip", schema="0001")
    with pytest.raises(BackupError, match="not those of schema 0001"):
        there.restore(older, replace=True)
    assert there.rows() == before
    left = {file.name for file in set(there.folder.iterdir()) - files}
    assert left - {"backups", "quizapp.sqlite3.in-use"} == {"spoilt.zip", "older.zip"}
    assert not list(there.folder.glob("backups/*"))


@pytest.mark.parametrize("name", ENGINES)
def test_whatever_stands_in_a_cell_is_refused_or_comes_back_as_it_was_and_another_kind_is_refused(site, name):
    there = site(name)
    there.fill()
    engine = there.engine()
    with open_archive(there.backup()) as archive, engine.connect() as connection:
        rows = {table.name: [json.loads(line) for line in archive.lines(table)] for table in archive.manifest.tables}
        for table in tables_of(connection):
            connection.execute(text(f'CREATE TEMP TABLE probe AS SELECT * FROM "{table.name}" WHERE 1 = 0'))  # noqa: S608
            probe = table.to_metadata(MetaData(), name="probe")
            probe.info["key"] = []
            row = next(iter(rows[table.name]), [])
            assert came_back(connection, probe, row) or not row
            for place, cell in enumerate(row):
                for odd in ODD[place % 3 :: 3]:
                    taken = came_back(connection, probe, [*row[:place], odd, *row[place + 1 :]])
                    assert not taken or odd is None or cell is None or type(odd) is type(cell)
            connection.execute(text("DROP TABLE probe"))
        connection.rollback()
    engine.dispose()


def came_back(connection, probe, row):
    """Whether a table that asks for nothing takes a row; then it comes back as it was."""
    line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass") + b"\n"
    part = connection.begin_nested()
    try:
        load(connection, probe, tuple(probe.columns.keys()), [line])
        assert list(lines_of(connection, probe)) == [line]
    except UNFIT:
        return False
    finally:
        part.rollback()
    return True


@pytest.mark.parametrize("name", ENGINES)
def test_a_database_that_somebody_has_open_is_not_replaced(site, name):
    there = site(name)
    there.fill()
    before, file = there.rows(), there.backup()
    engine = there.engine()
    with db.in_use(engine), pytest.raises(db.InUseError):
        there.restore(file, replace=True)
    with engine.connect() as connection:
        connection.execute(select(User.id)).all()
        with pytest.raises(db.InUseError):
            there.restore(file, replace=True)
    engine.dispose()
    assert there.rows() == before
    there.restore(file, replace=True)


def test_nobody_begins_to_work_on_a_database_that_is_being_replaced(site):
    engine = site("sqlite").engine()
    with db.in_use(engine, alone=True), pytest.raises(db.InUseError, match="being restored"), db.in_use(engine):
        pass
    engine.dispose()


def test_the_log_of_the_old_database_does_not_get_into_the_new_one(site, tmp_path):
    there = site("sqlite")
    there.fill()
    before, file = there.rows(), there.backup()
    engine = there.engine()
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with db.make_session(engine) as session:
        with db.writing(session) as write:
            write.add(Setting(key="in the log", value="1"))
        for path in there.folder.glob("quizapp.sqlite3*"):
            shutil.copy(path, crashed)
    engine.dispose()
    assert (crashed / "quizapp.sqlite3-wal").stat().st_size > 0
    killed = Site(f"sqlite:///{crashed / 'quizapp.sqlite3'}", crashed)
    aside = killed.restore(file, replace=True).aside
    assert killed.rows() == before
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT value FROM setting WHERE key = 'in the log'").fetchall() == [("1",)]


def test_a_damaged_database_is_neither_backed_up_nor_in_the_way(site):
    there = site("sqlite")
    there.fill()
    before, file = there.rows(), there.backup()
    place = there.folder / "quizapp.sqlite3"
    damaged = bytearray(place.read_bytes())
    damaged[8192:40_000] = b"\xa5" * (40_000 - 8192)
    place.write_bytes(damaged)
    good = file.read_bytes()
    with pytest.raises(BackupError, match="damaged"):
        there.backup()
    assert file.read_bytes() == good
    with pytest.raises(OccupiedError):
        there.restore(file)
    aside = there.restore(file, replace=True).aside
    assert aside.read_bytes()[100:] == bytes(damaged)[100:]
    assert there.rows() == before


def test_what_is_no_database_at_all_is_put_aside_too(site):
    there = site("sqlite")
    there.fill()
    file = there.backup()
    place = there.folder / "quizapp.sqlite3"
    place.write_bytes(b"testo" * 1000)
    aside = there.restore(file, replace=True).aside
    assert aside.read_bytes() == b"testo" * 1000


@pytest.mark.parametrize("name", ENGINES)
def test_where_there_is_no_database_there_is_no_backup(site, name):
    there = site(name)
    with pytest.raises(BackupError, match="no database"):
        there.backup()
    assert not list(there.folder.iterdir())
