"""What is remembered is read alike from SQLite and PostgreSQL."""

import datetime

import pytest
from sqlalchemy.exc import IntegrityError

from quizapp import db, schema
from quizapp.attempts.models import Attempt
from quizapp.attempts.recall import recall, returns_of
from quizapp.core.kinds import Kind
from quizapp.core.policy import Identity, Role
from quizapp.practice.queries import board
from quizapp.progress.history import measures, sittings
from tests.build import NOW, signed_in
from tests.house import answer_right, begin
from tests.storage.populate import finish_a_quiz, practise


@pytest.fixture
def app(on_both):
    return on_both


def test_both_databases_remember_the_same(app, session, town):
    finish_a_quiz(session, town)
    practise(session, town)
    later = NOW + datetime.timedelta(days=3)
    found = recall(session, town.ada, later)
    assert [memory.interval for _item, memory in sorted(found.memories.items())] == [2, 1, 1, 1, 1]
    assert len(found.wrong) == 4
    shown = board(session, Identity(town.ada, 1, Role.STUDENT, "Ada"), later)
    assert len(shown.due) == 5
    assert [each.versions for each in shown.banks] == [{}]  # a quiz with them is still to be done
    (practising,) = session.query(Attempt).where(Attempt.quiz_id.is_(None))
    assert {n: each.days for n, each in returns_of(session, practising.id, town.ada, NOW).items()} == {1: 2}


def test_both_databases_measure_the_same(app, session, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    for n in range(1, 6):
        answer_right(session, ada, attempt, n)
    finish_a_quiz(session, town)
    session.rollback()
    found = measures(session, sittings(session, town.ada, NOW + datetime.timedelta(days=3)))
    assert (len(found.trend), found.n, found.right) == (1, 5, 5)
    assert [(each.kind, each.n, each.right) for each in found.reading][:3] == [
        (Kind.FACT, 1, 1),
        (Kind.CLAIM, 0, 0),
        (Kind.FORECAST, 1, 1),
    ]


def test_nobody_has_two_practices_open(app, session, town):
    practise(session, town)
    (first,) = session.query(Attempt).where(Attempt.quiz_id.is_(None))
    values = {column.name: getattr(first, column.name) for column in Attempt.__table__.columns}
    with pytest.raises(IntegrityError), db.writing(session) as write:
        write.add(Attempt(**{**values, "id": None, "public_id": "another"}))


def test_a_schema_from_before_has_no_practice_of_no_quiz(app, session, town):
    finish_a_quiz(session, town)
    practise(session, town)
    session.rollback()
    engine = app.extensions["engine"]
    schema.downgrade(engine, "0012")
    schema.upgrade(engine)
    assert schema.drift(engine) == []
    assert [attempt.purpose for attempt in session.query(Attempt)] == ["graded"]
