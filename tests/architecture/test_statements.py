"""How many SQL statements the hot pages cost, whatever the size of the quiz."""

import re
from contextlib import contextmanager

import pytest
from sqlalchemy import event, insert, inspect, select

from quizapp import db
from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt, Response, Slot
from quizapp.quizzes import queries as quizzes
from tests.build import NOW, signed_in


@contextmanager
def listening(app, name, note):
    engine = app.extensions["engine"]
    event.listen(engine, name, note)
    try:
        yield
    finally:
        event.remove(engine, name, note)


@contextmanager
def counted(app):
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        if not statement.startswith(("BEGIN", "PRAGMA")):
            seen.append(statement)

    with listening(app, "before_cursor_execute", note):
        yield seen


@contextmanager
def committed(app):
    seen: list[bool] = []

    def note(connection):
        if connection.get_execution_options().get("quizapp_write"):
            seen.append(True)

    with listening(app, "commit", note):
        yield seen


@pytest.mark.parametrize("limit", [None, 1800])
def test_question_answer_and_outcome_stay_within_their_bars(app, town, session, limit):
    with db.writing(session) as write:
        quizzes.by_public_id(write, town.immediate).assignment.time_limit_s = limit
    ada = signed_in(app, town.ada)
    attempt = ada.post(f"/assignments/{town.immediate}/start").headers["Location"].rsplit("/", 1)[0]
    page = ada.get(f"{attempt}/1").text
    with counted(app) as asked:
        ada.get(f"{attempt}/1")
    code = re.search(r'name="answer" value="([^"]+)"', page)[1]
    with counted(app) as answered, committed(app) as commits:
        ada.post(f"{attempt}/1", data={"seq": "0", "answer": code})
    with counted(app) as told:
        ada.get(f"{attempt}/1/outcome")
    assert len(asked) <= 2
    assert len(answered) <= 5
    assert len(told) <= 4
    assert len(commits) == 1


def grow(session, attempt_id, questions, students):
    """An attempt of so many questions, all that are added as its first, beside those of so many further students."""
    with db.writing(session) as write:
        attempt, first = write.get(Attempt, attempt_id), write.get(Slot, (attempt_id, 1))
        ada = write.get(User, attempt.user_id)
        attempt.size = attempt.maximum = questions
        places = range(1, questions + 1)
        asked = set(write.scalars(select(Slot.position).where(Slot.attempt_id == attempt_id)))
        write.execute(insert(Slot), [row_of(first, position=place) for place in places if place not in asked])
        for number in range(students):
            one, other = 10_000 + number, f"n{number:015}"
            write.execute(insert(User), row_of(ada, id=one, public_id=other, sign_in_name=other))
            write.execute(insert(Attempt), row_of(attempt, id=one, public_id=other, user_id=one))
            write.execute(insert(Slot), [row_of(first, attempt_id=one, position=place) for place in places])
            given = {"attempt_id": one, "position": 1, "seq": 1, "given": {"unknown": True}, "at": NOW}
            write.execute(insert(Response), given)


def row_of(row, **changes):
    return {each.key: getattr(row, each.key) for each in inspect(row).mapper.column_attrs} | changes


def counts_of_a_cycle(app, client, attempt, n):
    with counted(app) as asked:
        page = client.get(f"{attempt}/{n}")
    code = re.search(r'name="answer" value="([^"]+)"', page.text)[1]
    with counted(app) as answered, committed(app) as commits:
        told = client.post(f"{attempt}/{n}", data={"seq": "0", "answer": code})
    with counted(app) as shown:
        assert client.get(told.headers["Location"]).status_code == 200
    return len(asked), len(answered), len(shown), len(commits)


def test_an_answer_costs_the_same_statements_at_10_and_100_questions_and_for_1_and_200_students(app, town, session):
    ada = signed_in(app, town.ada)
    attempt = ada.post(f"/assignments/{town.immediate}/start").headers["Location"].rsplit("/", 1)[0]
    own = session.scalars(select(Attempt.id).where(Attempt.public_id == attempt.rsplit("/", 1)[1])).one()
    grow(session, own, questions=10, students=0)
    ada.get(f"{attempt}/1")  # what a process reads once
    few = counts_of_a_cycle(app, ada, attempt, 9)
    grow(session, own, questions=100, students=199)
    assert counts_of_a_cycle(app, ada, attempt, 99) == few == (2, 5, 3, 1)


def test_results_of_a_class_do_not_grow_with_its_students(app, town):
    giulia = signed_in(app, town.giulia)
    giulia.get(f"/assignments/{town.immediate}/results")
    with counted(app) as before:
        giulia.get(f"/assignments/{town.immediate}/results")
    signed_in(app, town.ada).post(f"/assignments/{town.immediate}/start")
    with counted(app) as after:
        giulia.get(f"/assignments/{town.immediate}/results")
    assert len(after) == len(before)
