"""Forms that come late: from a forgotten tab, after the session died, or from a page that is not there."""

import pytest
from sqlalchemy import func, select

from quizapp.attempts.models import Response
from tests.build import signed_in
from tests.house import begin, fill

PASSWORD = {"sign_in_name": "ada", "password": "ada-segreta"}


@pytest.fixture
def ada(app, town):
    return signed_in(app, town.ada)


def count(session):
    session.rollback()
    return session.scalar(select(func.count()).select_from(Response))


def go_on(client, place, sent):
    """Send an answer without a session, sign in, and give the answer that is offered again."""
    client.post("/sign-out")
    client.post(place, data=sent)
    return fill(client.post("/sign-in", data=PASSWORD, follow_redirects=True).text)


def test_a_forgotten_tab_that_first_sends_nothing_still_cannot_overwrite(ada, town, session):
    attempt = begin(ada, town.deferred)
    forgotten = fill(ada.get(f"{attempt}/1").text, 0)
    ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text, 1))
    refused = ada.post(f"{attempt}/1", data={"seq": forgotten["seq"]})
    assert refused.status_code == 422
    assert ada.post(f"{attempt}/1", data=fill(refused.text, 0)).status_code == 409
    assert count(session) == 1


def test_an_answer_recorded_before_the_session_died_is_the_same_answer_when_sent_again(ada, app, town, session):
    attempt = begin(ada, town.immediate)
    sent = fill(ada.get(f"{attempt}/1").text)
    ada.post(f"{attempt}/1", data=sent)
    again = go_on(app.test_client(), f"{attempt}/1", sent)
    assert ada.post(f"{attempt}/1", data=again).headers["Location"] == f"{attempt}/1/outcome"
    assert count(session) == 1


def test_an_answer_kept_through_sign_in_does_not_overwrite_a_newer_one(ada, app, town, session):
    attempt = begin(ada, town.deferred)
    old, new = (fill(ada.get(f"{attempt}/1").text, pick) for pick in (0, 1))
    ada.post(f"{attempt}/1", data=new)
    assert ada.post(f"{attempt}/1", data=go_on(app.test_client(), f"{attempt}/1", old)).status_code == 409
    assert count(session) == 1


def test_an_answer_to_a_question_that_is_not_there_is_forgotten(ada, client, town):
    attempt = begin(ada, town.immediate)
    client.post(f"{attempt}/77", data={"answer": "x"})
    assert client.post("/sign-in", data=PASSWORD).headers["Location"] == "/resume-answer"
    assert client.get("/resume-answer").status_code == 404
    assert client.get("/resume-answer").headers["Location"] == "/"


def test_an_answer_too_large_for_a_cookie_does_not_lock_its_student_out(ada, client, town):
    attempt = begin(ada, town.immediate)
    written = "".join(chr(0x4E00 + number * 37 % 20_000) for number in range(8000))
    away = client.post(f"{attempt}/4", data={"seq": "0", "answer": written})
    assert (away.status_code, away.headers["Location"]) == (303, "/sign-in")
    assert all(len(cookie) < 4096 for cookie in away.headers.getlist("Set-Cookie"))
    assert client.post("/sign-in", data=PASSWORD).headers["Location"] == "/"
