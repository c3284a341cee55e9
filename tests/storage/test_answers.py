"""Requests of one student that cross on the way: both databases record each answer once and add up every mark."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
import time_machine
from sqlalchemy import event, func, select

from quizapp import db, working
from quizapp.attempts import queries
from quizapp.attempts.models import Attempt, Outcome, Response
from quizapp.core.marking import Verdict
from quizapp.quizzes import queries as quizzes
from tests.build import signed_in
from tests.house import begin, everything, fill


@pytest.fixture
def app(on_both):
    on_both.config["PROPAGATE_EXCEPTIONS"] = False
    return on_both


@contextmanager
def crossing(app, table):
    """Two requests meet before the first row of a table is written, where the database lets them come that far."""
    met = threading.Barrier(2)

    def wait(_connection, _cursor, statement, *_rest):
        if statement.startswith(f"INSERT INTO {table} "):
            try:
                met.wait(0.3)
            except threading.BrokenBarrierError:
                return

    event.listen(app.extensions["engine"], "before_cursor_execute", wait)
    try:
        yield
    finally:
        event.remove(app.extensions["engine"], "before_cursor_execute", wait)


def at_once(app, who, table, *sent):
    """The answers to several forms that two devices of one person send at the same time."""
    devices = [signed_in(app, who) for _ in sent]
    with crossing(app, table), ThreadPoolExecutor(len(sent)) as pool:
        answers = pool.map(lambda pair: pair[0].post(pair[1][0], data=pair[1][1]), zip(devices, sent, strict=True))
        return [(answer.status_code, answer.headers.get("Location")) for answer in answers]


def count(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(table))


def test_the_same_answer_from_two_devices_is_one_answer(app, town, session):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    sent = (f"{attempt}/1", fill(ada.get(f"{attempt}/1").text))
    assert at_once(app, town.ada, "response", sent, sent) == [(303, f"{attempt}/1/outcome")] * 2
    assert (count(session, Response), count(session, Outcome)) == (1, 1)


def test_one_answer_sent_a_hundred_times_at_once_is_one_answer(app, town, session):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    sent = (f"{attempt}/1", fill(ada.get(f"{attempt}/1").text))
    assert at_once(app, town.ada, "response", *[sent] * 100) == [(303, f"{attempt}/1/outcome")] * 100
    assert (count(session, Response), count(session, Outcome)) == (1, 1)
    assert session.scalar(select(Attempt.answered)) == 1


def test_of_two_answers_one_is_recorded_and_the_other_shown(app, town, session):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)
    page = ada.get(f"{attempt}/1").text
    found = at_once(app, town.ada, "response", *((f"{attempt}/1", fill(page, pick)) for pick in (0, 1)))
    assert sorted(status for status, _place in found) == [303, 409]
    assert count(session, Response) == 1


def test_the_last_two_questions_answered_at_once_are_both_counted_and_end_the_attempt(app, town, session):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    sent = [(f"{attempt}/{n}", fill(ada.get(f"{attempt}/{n}").text)) for n in range(1, 6)]
    for place, form in sent[:3]:
        ada.post(place, data=form)
    assert [status for status, _place in at_once(app, town.ada, "response", *sent[3:])] == [303, 303]
    found = session.scalars(select(Attempt)).one()
    assert (found.answered, found.state) == (5, "submitted")
    assert found.mark == sum(session.scalars(select(Outcome.mark)))


def test_handing_in_twice_at_once_marks_once(app, town, session):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)
    sent = (f"{attempt}/hand-in", {})
    assert at_once(app, town.ada, "outcome", sent, sent) == [(303, f"{attempt}/results")] * 2
    assert count(session, Outcome) == 5


def test_handing_in_once_more_later_moves_nothing_of_what_was_handed_in(app, town, session):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)
    for n in (1, 2):
        ada.post(f"{attempt}/{n}", data=fill(ada.get(f"{attempt}/{n}").text))
    ada.post(f"{attempt}/hand-in")
    before = everything(app)
    with time_machine.travel(working.now() + datetime.timedelta(days=1), tick=False):
        assert ada.post(f"{attempt}/hand-in").headers["Location"] == f"{attempt}/results"
        assert [ada.post(f"{attempt}/{n}", data={"seq": "0", "answer": "-"}).status_code for n in (3, 4)] == [409, 409]
    assert everything(app) == before


def test_starting_twice_at_once_is_one_attempt(app, town, session):
    sent = (f"/assignments/{town.immediate}/start", {})
    first, second = at_once(app, town.ada, "attempt", sent, sent)
    assert first == second
    assert first[0] == 303
    assert count(session, Attempt) == 1


def test_two_wrong_passwords_at_once_are_two_wrong_passwords(app, town):
    sent = ("/sign-in", {"sign_in_name": "ada", "password": "sbagliata"})
    assert [status for status, _place in at_once(app, town.ada, "sign_in_tries", sent, sent)] == [422, 422]


def test_how_far_an_attempt_is_reads_the_same_beside_a_question_as_by_itself(app, town):
    with db.make_session(app.extensions["engine"]) as session, db.writing(session) as write:
        quizzes.by_public_id(write, town.immediate).assignment.dont_know = True
    ada = signed_in(app, town.ada)
    place = begin(ada, town.immediate)
    ada.post(f"{place}/1", data={"seq": "0", "answer-unknown": "1"})
    ada.post(f"{place}/3", data=fill(ada.get(f"{place}/3").text))
    with db.make_session(app.extensions["engine"]) as session:
        for read in (queries.question_at, queries.stepped_at):
            row = read(session, place.rsplit("/", 1)[1], 2)
            steps = queries.steps_in(row)
            assert steps == queries.steps(session, row.id)
    assert [step.position for step in steps] == list(range(1, len(steps) + 1))
    assert [step.answered for step in steps[:3]] == [True, False, True]
    assert steps[0].verdict is Verdict.UNKNOWN
    assert steps[2].verdict in {Verdict.RIGHT, Verdict.PARTLY, Verdict.WRONG}
