"""How many SQL statements the hot pages cost, whatever the size of the quiz."""

import re
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from quizapp import db
from quizapp.quizzes import queries as quizzes
from tests.build import signed_in


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
    assert len(asked) <= 4
    assert len(answered) <= 6
    assert len(told) <= 5
    assert len(commits) == 1


def test_results_of_a_class_do_not_grow_with_its_students(app, town):
    giulia = signed_in(app, town.giulia)
    giulia.get(f"/assignments/{town.immediate}/results")
    with counted(app) as before:
        giulia.get(f"/assignments/{town.immediate}/results")
    signed_in(app, town.ada).post(f"/assignments/{town.immediate}/start")
    with counted(app) as after:
        giulia.get(f"/assignments/{town.immediate}/results")
    assert len(after) == len(before)
