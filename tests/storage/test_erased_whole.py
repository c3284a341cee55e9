"""Whoever lived through every room is in no row once erased, and no backup brings them back, whoever knows of it."""

import pytest
from sqlalchemy import Engine, delete, event, func, or_, select

from quizapp import db, schema
from quizapp.accounts.models import SignInTries, User
from quizapp.backups import BackupError
from quizapp.backups.backup import back_up
from quizapp.backups.restore import restore
from quizapp.classes import queries as classes
from quizapp.classes.service import join, new_code
from quizapp.personal import ledger
from quizapp.personal.models import Cause, Erasure
from quizapp.personal.service import erase, keys_of
from quizapp.personal.tables import TABLES, Fate
from tests.build import NOW
from tests.storage.populate import ROOMS


@pytest.fixture
def app(request):
    """On SQLite, and where a test says so on PostgreSQL too."""
    return request.getfixturevalue(getattr(request, "param", "on_sqlite"))


on_both = pytest.mark.parametrize("app", ["on_sqlite", "on_postgres"], indirect=True)


@on_both
@pytest.mark.parametrize("who", ["ada", "giulia"])
def test_who_lived_through_every_room_is_in_none_of_them_once_erased(session, town, who):
    person = getattr(town, who)
    with db.writing(session) as write:
        user = write.get_one(User, person)
        user.name, user.sign_in_name = "Zaccaria Zerbini", "zacczerbi"
        user.password_hash = "$zhash"
    for live in ROOMS:
        live(session, town)
    session.rollback()
    marks = ("zaccaria", "zerbini", "zacczerbi", "$zhash", town.user_ids[who].casefold())
    assert [mark for mark in marks if mark in everything(session)] == list(marks)
    with db.writing(session) as write:
        erase(write, write.get_one(User, person), Cause.ASKED, NOW, by=town.admin)
    session.rollback()
    assert [mark for mark in marks if mark in everything(session)] == []
    for name, said in TABLES.items():
        if said.fate is Fate.DELETE and said.own and name != "sign_in_tries":
            table = schema.TABLES[name]
            wanted = select(func.count()).select_from(table)
            assert session.scalar(wanted.where(or_(*(table.c[own] == person for own in said.own)))) == 0, name


def test_failed_sign_ins_by_a_nickname_go_with_who_has_it_and_those_of_others_stay(session, town):
    with db.writing(session) as write:
        found = classes.by_public_id(write, town.school_class)
        new_code(write, found, NOW)
        wolf = join(write, found, "Lupo", hashed="-", now=NOW)
        for name in (f"{town.school_class}/lupo", f"{town.school_class}/volpe", "lupo"):
            write.add(SignInTries(school_id=1, name=name, failures=1, since=NOW))
        write.flush()
        erase(write, wolf, Cause.ASKED, NOW)
    assert set(session.scalars(select(SignInTries.name))) == {f"{town.school_class}/volpe", "lupo"}


@pytest.fixture
def before(app, session, town, tmp_path):
    """A backup, after which three were erased: two students and a teacher."""
    file = tmp_path / "before.zip"
    back_up(app.extensions["engine"], file, now=NOW)
    with db.writing(session) as write:
        for person in (town.ada, town.bruno, town.marco):
            erase(write, write.get_one(User, person), Cause.ASKED, NOW)
    ledger.note(tmp_path, keys_of(session))
    return file


def put_back(app, session, file, folder):
    session.close()
    app.extensions["engine"].dispose()
    return restore(str(app.config["DATABASE_URL"]), file, data_dir=folder, replace=True, now=NOW)


def left(session):
    session.rollback()
    return set(session.scalars(select(User.name).where(User.erased_at.is_(None))))


@on_both
@pytest.mark.parametrize("known_by", ["list", "database"])
def test_a_backup_brings_nobody_back_though_the_list_or_the_database_is_lost(app, session, before, tmp_path, known_by):
    assert left(session) == {"Giulia", "Admin"}
    if known_by == "list":
        with db.writing(session) as write:
            write.execute(delete(Erasure))
    else:
        (tmp_path / "erased.json").unlink()
    assert put_back(app, session, before, tmp_path).erased == 3
    assert left(session) == {"Giulia", "Admin"}
    assert len(ledger.read(tmp_path)) == 3
    session.rollback()
    session.close()


def test_who_came_in_with_a_backup_and_went_out_again_is_in_no_byte_of_the_new_file(
    request, app, session, town, tmp_path
):
    """With SQLite as many build it: what is deleted stays in the file until something else is written there."""

    def careless(connection, _record):
        connection.execute("PRAGMA secure_delete=OFF")

    with db.writing(session) as write:
        write.get_one(User, town.ada).name = "Zaccaria " + "Zerbini" * 9
    file = tmp_path / "before.zip"
    back_up(app.extensions["engine"], file, now=NOW)
    with db.writing(session) as write:
        erase(write, write.get_one(User, town.ada), Cause.ASKED, NOW)
    event.listen(Engine, "connect", careless)
    request.addfinalizer(lambda: event.remove(Engine, "connect", careless))
    assert put_back(app, session, file, tmp_path).erased == 1
    assert b"Zerbini" not in (tmp_path / "test.sqlite3").read_bytes()


def test_what_the_database_alone_knew_is_on_the_list_before_anything_takes_its_place(
    app, session, before, tmp_path, monkeypatch
):
    (tmp_path / "erased.json").unlink()
    for put in ("_put_file", "_put_rows"):
        monkeypatch.setattr(f"quizapp.backups.restore.{put}", lambda *_given: 1 / 0)
    with pytest.raises(BackupError):
        put_back(app, session, before, tmp_path)
    assert len(ledger.read(tmp_path)) == 3


def test_a_list_that_cannot_be_read_is_told_as_such_and_nothing_is_put_in_place(app, session, before, tmp_path):
    (tmp_path / "erased.json").write_text("{")
    with pytest.raises(ledger.LedgerError, match=r"erased.json: the list of erasures cannot be read"):
        put_back(app, session, before, tmp_path)
    assert left(session) == {"Giulia", "Admin"}


def everything(session):
    rows = (tuple(row) for table in schema.TABLES.values() for row in session.execute(table.select()))
    return "\n".join(map(repr, rows)).casefold()
