"""Which refusals of a database time may mend, by the numbers that SQLite and PostgreSQL give them."""

import sqlite3
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from quizapp.obstacles import Obstacle, obstacle
from quizapp.web import unsaved
from tests.build import signed_in
from tests.house import begin


def refusal(*, gone=False, **said):
    return DBAPIError("SELECT 1", {}, SimpleNamespace(**said), connection_invalidated=gone)


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (sqlite3.SQLITE_BUSY, Obstacle.LOCKED),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Obstacle.LOCKED),
        (sqlite3.SQLITE_BUSY_RECOVERY, Obstacle.LOCKED),
        (sqlite3.SQLITE_LOCKED, Obstacle.LOCKED),
        (sqlite3.SQLITE_READONLY, Obstacle.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DIRECTORY, Obstacle.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, Obstacle.READ_ONLY),
        (sqlite3.SQLITE_FULL, Obstacle.FULL),
        (sqlite3.SQLITE_IOERR_FSYNC, Obstacle.AWAY),
        (sqlite3.SQLITE_CANTOPEN, Obstacle.AWAY),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
        (sqlite3.SQLITE_ERROR, None),
    ],
)
def test_what_sqlite_says(number, found):
    assert obstacle(refusal(sqlite_errorcode=number)) is found


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("53100", Obstacle.FULL),
        ("53300", Obstacle.AWAY),
        ("25006", Obstacle.READ_ONLY),
        ("55P03", Obstacle.LOCKED),
        ("40P01", Obstacle.LOCKED),
        ("40001", Obstacle.LOCKED),
        ("57P01", Obstacle.AWAY),
        ("57P03", Obstacle.AWAY),
        ("58030", Obstacle.AWAY),
        ("08006", Obstacle.AWAY),
        ("23505", None),
        ("22P02", None),
    ],
)
def test_what_postgresql_says(state, found):
    assert obstacle(refusal(sqlstate=state)) is found
    assert obstacle(refusal(sqlstate=state, gone=True)) is (found or Obstacle.AWAY)


def test_a_connection_that_broke_without_a_word_is_away():
    assert obstacle(refusal(gone=True)) is Obstacle.AWAY
    assert obstacle(refusal()) is None


def test_where_the_question_can_be_read_no_more_while_it_is_said_the_answer_is_kept_in_the_page(app, town, monkeypatch):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)

    def broken(*_given, **_named):
        raise OperationalError("SELECT 1", {}, SimpleNamespace(sqlite_errorcode=sqlite3.SQLITE_IOERR))

    with monkeypatch.context() as gone:
        gone.setattr("quizapp.attempts.service.answer", broken)
        gone.setitem(unsaved.STILL_THERE, "attempts.answer", broken)
        answer = ada.post(f"{attempt}/4", data={"seq": "0", "answer": "marzo"})
    assert answer.status_code == 503
    assert 'value="marzo"' in answer.text.replace("value=marzo", 'value="marzo"')
    assert ada.post(f"{attempt}/4", data={"seq": "0", "answer": "marzo"}).status_code == 303
