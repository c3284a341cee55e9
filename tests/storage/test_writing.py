"""One writer at a time, readers never wait, and nothing is written by accident; on SQLite and PostgreSQL."""

import fcntl
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, InvalidRequestError

from quizapp import db, schema
from quizapp.accounts.models import School, Setting, User
from quizapp.obstacles import Obstacle, obstacle
from quizapp.plain import prepared
from tests.build import NOW, make_town, signed_in


def test_the_schema_is_what_the_models_say(engine):
    assert schema.drift(engine) == []


def test_a_whole_town_is_written_and_read_back(engine):
    with db.make_session(engine) as session:
        town = make_town(session)
        assert session.scalar(select(School.name)) == "Quotidia"
        assert town.immediate != town.deferred


def test_a_change_outside_writing_is_refused(engine):
    with db.make_session(engine) as session:
        session.add(Setting(key="a", value="b"))
        with pytest.raises(db.UnannouncedWriteError):
            session.flush()


def fail_after_writing(session):
    with db.writing(session) as write:
        write.add(Setting(key="a", value="b"))
        write.flush()
        raise ZeroDivisionError


def test_an_exception_rolls_everything_back(engine):
    with db.make_session(engine) as session:
        with pytest.raises(ZeroDivisionError):
            fail_after_writing(session)
        assert session.get(Setting, "a") is None


def test_eight_writers_that_read_first_lose_nothing(engine):
    with db.make_session(engine) as session, db.writing(session) as write:
        write.add(Setting(key="n", value="0"))

    def add(_: int) -> None:
        with db.make_session(engine) as session, db.writing(session) as write:
            row = write.execute(select(Setting).where(Setting.key == "n")).scalar_one()
            row.value = str(int(row.value) + 1)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(80)))
    with db.make_session(engine) as session:
        assert session.get_one(Setting, "n").value == "80"


def test_on_postgresql_writers_of_two_things_do_not_wait_for_each_other(postgresql):
    with (
        db.make_session(postgresql) as one,
        db.make_session(postgresql) as other,
        db.writing(one, "a"),
        db.writing(other, "b"),
    ):
        assert other.scalar(select(Setting.value)) is None


def test_of_two_that_wait_for_each_other_one_is_told_to_try_again(postgresql):
    """A migration waits until nobody writes; this is for any other two."""
    met = threading.Barrier(2)

    def take(first, then):
        with postgresql.connect() as connection:
            connection.execute(text(f"LOCK TABLE {first} IN SHARE ROW EXCLUSIVE MODE"))
            met.wait()
            try:
                connection.execute(text(f"LOCK TABLE {then} IN SHARE ROW EXCLUSIVE MODE"))
            except DBAPIError as error:
                return obstacle(error)
            return "done"

    with ThreadPoolExecutor(2) as both:
        ways = [both.submit(take, "attempt", "outcome"), both.submit(take, "outcome", "attempt")]
    assert {way.result() for way in ways} == {"done", Obstacle.LOCKED}


_ASKED_FOR = text("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%setting%'")
_OFTEN = 7
"""More often than a statement is run before psycopg has it prepared."""


def test_on_postgresql_a_statement_stays_prepared_from_one_reader_to_the_next(postgresql):
    for _time in range(_OFTEN):
        with db.make_session(postgresql) as session:
            keys(session)
    for _time in range(_OFTEN):
        with db.make_session(postgresql) as session:
            session.scalars(select(Setting.value)).all()
    with postgresql.connect() as connection:
        assert connection.execute(_ASKED_FOR).scalar_one() == 2


def test_a_connection_that_a_reader_had_rolls_back_what_another_leaves_unfinished(postgresql):
    with db.make_session(postgresql) as session:
        session.reading()  # and nothing is read
    with postgresql.connect() as connection:
        connection.execute(_ADD, {"key": "a", "value": "1"})
        connection.rollback()
    with db.make_session(postgresql) as session:
        assert keys(session) == []
    assert postgresql.pool.checkedin() == 1  # one had it after the other


def test_who_names_nothing_waits_for_everybody(postgresql):
    with db.make_session(postgresql) as one, db.make_session(postgresql) as other:
        for only in ("a", None):
            with db.writing(one, only), db.writing_if_free(other) as write:
                assert write is None
        with db.writing_if_free(other) as write:
            assert write is other


def test_sqlite_is_durable_and_keeps_its_foreign_keys(sqlite):
    with sqlite.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA busy_timeout")).scalar() == 10_000


def test_foreign_keys_hold_again_after_a_change_of_the_schema_that_failed(sqlite):
    with pytest.raises(ZeroDivisionError), schema.rebuilding(sqlite):
        _ = 1 / 0
    with pytest.raises(RuntimeError, match="without their parents"), schema.rebuilding(sqlite) as connection:
        connection.execute(insert(User).values(orphan(7)))
    with sqlite.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(select(User.id)).all() == []
        with pytest.raises(IntegrityError):
            connection.execute(insert(User).values(orphan(7)))


def orphan(school_id):
    """A person of a school that is not there."""
    return {
        "school_id": school_id, "public_id": "a" * 16, "name": "Ida", "sign_in_name": "ida", "role": "teacher",
        "active": True, "created_at": NOW,
    }  # fmt: skip


def test_a_page_answers_while_a_writer_holds_the_database(app, town):
    ada = signed_in(app, town.ada)
    attempt = ada.post(f"/assignments/{town.immediate}/start").headers["Location"]
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with db.make_session(app.extensions["engine"]) as session, db.writing(session) as write:
            write.add(Setting(key="held", value="1"))
            write.flush()
            held.set()
            done.wait(30)

    writer = threading.Thread(target=hold)
    writer.start()
    held.wait(30)
    try:
        assert ada.get(attempt).status_code == 200
        assert ada.get("/health").status_code == 200
    finally:
        done.set()
        writer.join()


def test_a_writer_holds_the_database_before_its_first_change(app):
    engine = app.extensions["engine"]
    with (
        db.make_session(engine) as session,
        db.writing(session),
        closing(sqlite3.connect(engine.url.database, timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_a_writer_holds_the_lock_file_for_itself_alone(app):
    engine = app.extensions["engine"]
    with (
        db.make_session(engine) as session,
        db.writing(session),
        Path(f"{engine.url.database}.write-lock").open("ab") as file,
        pytest.raises(BlockingIOError),
    ):
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)


_KEYS = prepared(select(Setting.key))


def keys(session):
    return [row[0] for row in db.plain_rows(session, _KEYS, {})]


def test_plain_rows_share_one_connection_with_what_else_is_read_and_see_what_was_written(engine):
    with db.make_session(engine) as session:
        assert keys(session) == []
        held = session.reading()
        assert session.connection() is held  # no second one, no other snapshot
        with db.writing(session) as write:
            write.add(Setting(key="a", value="b"))
            assert keys(write) == ["a"]
        assert held.closed
        assert keys(session) == ["a"]
    assert engine.pool.checkedout() == 0


def test_a_connection_that_was_lost_between_two_reads_is_another_one_for_the_next(engine):
    with db.make_session(engine) as session:
        keys(session)
        session.reading().invalidate()
        assert keys(session) == []
    assert engine.pool.checkedout() == 0


_ADD = insert(Setting)


def write_both(session, then=lambda _write: None):
    with db.writing(session) as write:
        db.plain_write(write, _ADD, {"key": "a", "value": "1"})
        write.add(Setting(key="b", value="2"))
        assert sorted(keys(write)) == ["a", "b"]
        then(write)


def test_plain_changes_and_what_is_added_stay_or_go_together(engine):
    with db.make_session(engine) as session:
        with pytest.raises(ZeroDivisionError):
            write_both(session, then=lambda _write: 1 / 0)
        assert keys(session) == []
        write_both(session)
    with db.make_session(engine) as other:
        assert sorted(keys(other)) == ["a", "b"]


def test_what_was_rolled_back_on_the_way_is_not_taken_for_written(engine):
    with db.make_session(engine) as session:
        with pytest.raises(InvalidRequestError):
            write_both(session, then=lambda write: write.rollback())
        assert keys(session) == []


def test_a_writer_goes_on_with_the_connection_of_its_reading_and_leaves_none_that_locks(sqlite):
    with db.make_session(sqlite) as session:
        keys(session)
        held = session.reading()
        with db.writing(session) as write:
            assert write.reading() is held
            db.plain_write(write, _ADD, {"key": "a", "value": "1"})
        assert keys(session) == ["a"]
        with db.make_session(sqlite) as other, db.writing_if_free(other) as write:
            assert write is not None  # the reading is no transaction of a writer
