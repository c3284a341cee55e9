"""Reports are read from a copy of the database where there is one, and from itself where that is no good."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from quizapp import db
from quizapp.web import replica
from tests.build import signed_in

OF_COPY = "Copiata Dal Vero"


@pytest.fixture
def copy(app, town, tmp_path, monkeypatch):
    """A copy of the town that an application reads its reports from; its students are called otherwise."""
    file = tmp_path / "copy.sqlite3"
    with (
        closing(sqlite3.connect(db.file_of(app.extensions["engine"]))) as source,
        closing(sqlite3.connect(file)) as target,
    ):
        source.backup(target)
        target.execute("UPDATE user SET name = ? WHERE role = 'student'", [OF_COPY])
        target.commit()
    made = replica.Replica(db.make_engine(f"sqlite:///{file}"))
    monkeypatch.setitem(app.extensions, "replica", made)
    yield made
    made.engine.dispose()


@pytest.fixture
def giulia(app, town, copy):
    """Signed in after the copy was taken, so that it knows nothing of her session."""
    return signed_in(app, town.giulia)


def reports(town):
    return [
        f"/assignments/{town.immediate}/results",
        f"/assignments/{town.immediate}/results.csv",
        f"/assignments/{town.immediate}/marks",
    ]


def test_reports_come_from_the_copy_and_who_asks_from_the_database(giulia, town):
    for address in reports(town):
        assert OF_COPY in giulia.get(address).text, address
    assert OF_COPY not in giulia.get(f"/assignments/{town.immediate}/live").text


def test_right_after_an_act_its_outcome_is_seen(giulia, town):
    with giulia.session_transaction() as cookie:
        cookie["_flashes"] = [("ok", "Fatto.")]
    assert OF_COPY not in giulia.get(reports(town)[0]).text
    assert OF_COPY in giulia.get(reports(town)[0]).text


def test_what_the_copy_does_not_know_yet_is_read_from_the_database(giulia, town, copy):
    with copy.engine.begin() as connection:
        connection.execute(text("PRAGMA foreign_keys=OFF"))
        connection.execute(text("UPDATE assignment SET public_id = 'another-' || id"))
    answer = giulia.get(reports(town)[0])
    assert (answer.status_code, OF_COPY in answer.text) == (200, False)


def test_a_copy_that_fails_is_left_alone_for_a_while(giulia, town, copy, monkeypatch):
    with copy.engine.begin() as connection:
        connection.execute(text("ALTER TABLE attempt RENAME TO away"))
    assert OF_COPY not in giulia.get(reports(town)[0]).text
    with copy.engine.begin() as connection:
        connection.execute(text("ALTER TABLE away RENAME TO attempt"))
    assert OF_COPY not in giulia.get(reports(town)[0]).text
    monkeypatch.setattr(copy, "not_before", 0.0)
    assert OF_COPY in giulia.get(reports(town)[0]).text


def test_a_copy_that_is_cut_off_is_not_read(giulia, town, monkeypatch):
    monkeypatch.setattr(replica, "_follows", lambda _copy: False)
    assert OF_COPY not in giulia.get(reports(town)[0]).text


def test_the_setting_names_it(app, tmp_path):
    app.config["REPORTS_DATABASE_URL"] = f"sqlite:///{tmp_path / 'named.sqlite3'}"
    before = app.extensions["replica"]
    replica.init_app(app)
    try:
        assert app.extensions["replica"].engine.url.database.endswith("named.sqlite3")
    finally:
        app.extensions["replica"] = before
        del app.config["REPORTS_DATABASE_URL"]
