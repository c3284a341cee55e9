"""A migration on PostgreSQL while others answer and read: it ends nobody's page, and waits for nobody for long."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, text

from quizapp import db, schema
from quizapp.obstacles import LockedError

_OLDER = "0018"
_WAITER = text("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
_HOLDS = text(
    "SELECT count(*) FROM pg_locks WHERE pid = :pid AND granted AND locktype = 'relation'"
    " AND mode IN ('ShareLock', 'ShareRowExclusiveLock', 'AccessExclusiveLock')"
)


def held_by_who_waits(engine):
    """The tables that whoever waits for a lock keeps from others meanwhile, once somebody waits."""
    with engine.connect() as connection:
        while not (waiter := connection.execute(_WAITER).scalar()):
            connection.rollback()
        return connection.execute(_HOLDS, {"pid": waiter}).scalar_one()


def lock(session, table, mode):
    session.connection().execute(text(f"LOCK TABLE {table} IN {mode} MODE"))


@pytest.fixture
def older(postgresql):
    """A database of the release before."""
    schema.downgrade(postgresql, _OLDER)
    return postgresql


def test_an_answer_that_a_migration_meets_half_way_is_saved_and_the_migration_done(older):
    """The answer takes `response`, then `outcome`; the migration the other way round."""
    with db.make_session(older) as session, ThreadPoolExecutor(1) as beside:
        with db.writing(session, "attempt 1") as write:
            lock(write, "response", "ROW EXCLUSIVE")
            migration = beside.submit(schema.upgrade, older)
            assert held_by_who_waits(older) == 0
            lock(write, "outcome", "ROW EXCLUSIVE")
            lock(write, "attempt", "ROW EXCLUSIVE")
        migration.result()
    assert schema.drift(older) == []


def test_a_migration_gives_way_to_who_reads_for_long_and_is_begun_anew(older):
    gave_way = threading.Event()
    with db.make_session(older) as session, ThreadPoolExecutor(1) as beside:
        lock(session, "item", "ACCESS SHARE")
        event.listen(older, "rollback", lambda _connection: gave_way.set())
        migration = beside.submit(schema.upgrade, older)
        assert gave_way.wait(30)
        with db.make_session(older) as other:
            lock(other, "item", "ACCESS SHARE")  # nobody stands behind the migration any more
        session.rollback()
        migration.result()
    assert schema.drift(older) == []


def test_a_migration_that_is_left_no_moment_says_so_and_has_changed_nothing(older, monkeypatch):
    monkeypatch.setattr(schema, "_PATIENCE_S", 0)
    with db.make_session(older) as session:
        lock(session, "item", "ACCESS SHARE")
        with pytest.raises(LockedError):
            schema.upgrade(older)
    with older.connect() as connection:
        assert schema.revision_of(connection) == _OLDER
