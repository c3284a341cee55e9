"""What the driver is asked by itself is what SQLAlchemy would have asked and read."""

import datetime

import pytest
from sqlalchemy import bindparam, event, func, insert, select
from sqlalchemy.exc import IntegrityError

from quizapp import db, plain
from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.db import engines, reading, transactions
from tests.attempts.test_protocol import fields, start
from tests.build import signed_in


@pytest.fixture
def both(monkeypatch):
    """Every plain reading done both ways; what the two gave, by statement."""
    run, seen = plain.run, []

    def twice(connection, statement, values):
        quick = plain._quick(connection.dialect, statement, values)
        found = run(connection, statement, values)
        if quick is not None and statement.is_select:
            seen.append((statement, found.all(), connection.execute(statement, values).all()))
        return found

    monkeypatch.setattr(reading, "run", twice)
    return seen


def test_rows_read_by_the_driver_are_those_of_sqlalchemy(app, town, both):
    ada = signed_in(app, town.ada)
    for assignment in (town.immediate, town.deferred):
        attempt = start(ada, assignment)
        answered = ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1"))
        assert ada.get(answered.headers["Location"]).status_code == 200
    assert len({id(statement) for statement, _quick, _slow in both}) >= 5
    for _statement, quick, slow in both:
        assert [tuple(row) for row in quick] == [tuple(row) for row in slow]
        assert [[type(value) for value in row] for row in quick] == [[type(value) for value in row] for row in slow]
        for one, other in zip(quick, slow, strict=True):
            assert one._fields == other._fields


def test_a_listener_hears_every_plain_statement(app, town, session):
    statement = plain.prepared(select(User.name).where(User.id == bindparam("who")))
    assert db.plain_rows(session, statement, {"who": town.ada}).first().name == "Ada"
    heard = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *given: heard.append(given[2]))
    assert db.plain_rows(session, statement, {"who": town.ada}).first().name == "Ada"
    assert len(heard) == 1


def test_what_the_database_refuses_is_refused_by_the_same_error(app, town, session):
    start(signed_in(app, town.ada), town.immediate)
    session.rollback()
    attempt = session.scalars(select(Attempt)).first()
    values = {column.name: getattr(attempt, column.name) for column in Attempt.__table__.columns if column.name != "id"}
    statement = plain.prepared(insert(Attempt.__table__).values({name: bindparam(f"its_{name}") for name in values}))
    given = {f"its_{name}": value for name, value in values.items()}
    assert plain._quick(session.get_bind().dialect, statement, given) is not None
    with pytest.raises(IntegrityError), db.writing(session) as write:
        db.plain_write(write, statement, given)
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Attempt)) == 1


@pytest.mark.parametrize("twice", ["name", "_hidden"])
def test_columns_that_make_no_row_are_left_to_sqlalchemy(app, town, session, twice):
    statement = plain.prepared(select(User.name, User.sign_in_name.label(twice)).where(User.id == bindparam("who")))
    assert plain._quick(session.get_bind().dialect, statement, {"who": town.ada}) is None
    assert len(db.plain_rows(session, statement, {"who": town.ada}).all()) == 1


def test_who_could_not_begin_leaves_a_connection_that_begins_as_a_reader(app, session, monkeypatch):
    info = session.reading().connection.info
    session.reading().begin()
    with pytest.raises(Exception, match="already"):
        transactions._begin(session, select(1))
    assert engines.BEGIN not in info


def test_moments_come_as_they_were_put(app, town, session):
    statement = plain.prepared(select(User.created_at).where(User.id == bindparam("who")))
    (moment,) = db.plain_rows(session, statement, {"who": town.ada}).first()
    assert isinstance(moment, datetime.datetime)
    assert moment.tzinfo is not None
