"""What the page's own script is told of an answer: one word, and only `saved` lets it forget the answer."""

import pytest
from sqlalchemy import select

from quizapp.attempts.models import AttemptEvent, Response
from tests.attempts.test_protocol import count, fields, start
from tests.build import CANARY, signed_in

ASKED = {"Accept": "application/json"}


@pytest.fixture
def ada(app, town):
    return signed_in(app, town.ada)


def told(answer):
    return answer.status_code, answer.json["word"], answer.json["goes_on"]


def test_a_recorded_answer_is_saved_and_says_where_to_go(ada, town, session):
    attempt = start(ada, town.immediate)
    sent = fields(ada, f"{attempt}/1")
    assert told(ada.post(f"{attempt}/1", data=sent, headers=ASKED)) == (200, "saved", f"{attempt}/1/outcome")
    assert count(session, Response) == 1


def test_the_word_says_nothing_of_the_key(ada, town):
    attempt = start(ada, town.immediate)
    assert CANARY not in ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1"), headers=ASKED).text


def test_an_answer_whose_acknowledgement_was_lost_is_saved_once_when_it_comes_again(ada, town, session):
    attempt = start(ada, town.immediate)
    sent = fields(ada, f"{attempt}/1")
    words = [ada.post(f"{attempt}/1", data=sent, headers=ASKED).json["word"] for _ in range(3)]
    assert (words, count(session, Response)) == (["saved"] * 3, 1)


def test_another_answer_is_a_conflict_which_the_page_then_shows_and_notes_once(ada, town, session):
    attempt = start(ada, town.immediate)
    one, other = fields(ada, f"{attempt}/1", 0), fields(ada, f"{attempt}/1", 1)
    ada.post(f"{attempt}/1", data=one)
    assert told(ada.post(f"{attempt}/1", data=other, headers=ASKED)) == (409, "conflict", "")
    assert ada.post(f"{attempt}/1", data=other).status_code == 409
    assert count(session, Response) == 1
    assert session.scalars(select(AttemptEvent.kind)).all().count("conflict") == 1


def test_each_number_of_a_revised_answer_takes_its_own_answer_again_and_no_other(ada, town, session):
    attempt = start(ada, town.deferred)
    first = fields(ada, f"{attempt}/1", 0)
    ada.post(f"{attempt}/1", data=first)
    second = fields(ada, f"{attempt}/1", 1)
    sent = [second, first, {**second, "seq": first["seq"]}, {**first, "seq": second["seq"]}]
    words = [ada.post(f"{attempt}/1", data=each, headers=ASKED).json["word"] for each in sent]
    assert words == ["saved", "saved", "conflict", "conflict"]
    assert count(session, Response) == 2


def test_an_unreadable_answer_is_not_saved_and_noted_only_by_the_page(ada, town, session):
    attempt = start(ada, town.immediate)
    assert told(ada.post(f"{attempt}/1", data={"seq": "0"}, headers=ASKED)) == (422, "unreadable", "")
    assert count(session, Response) == 0
    assert "unreadable" not in session.scalars(select(AttemptEvent.kind)).all()


def test_with_a_dead_session_the_sender_keeps_its_answer_and_comes_back_to_the_question(app, ada, town):
    attempt = start(ada, town.immediate)
    sent = fields(ada, f"{attempt}/1")
    ada.post("/sign-out")
    assert told(ada.post(f"{attempt}/1", data=sent, headers=ASKED)) == (401, "sign-in", "/sign-in")
    with ada.session_transaction() as cookie:
        assert (cookie["next"], "pending" in cookie) == (f"{attempt}/1", False)


def test_the_questions_ahead_are_the_forms_of_a_deferred_attempt_with_what_was_given(ada, town):
    attempt = start(ada, town.deferred)
    ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1"))
    ahead = ada.get(f"{attempt}/ahead")
    forms = ahead.json
    assert sorted(map(int, forms)) == list(range(1, len(forms) + 1))
    assert 'name="seq" value="1"' in forms["1"]
    assert "checked" in forms["1"]
    assert 'name="seq" value="0"' in forms["2"]
    assert "checked" not in forms["2"]
    assert CANARY not in ahead.text


def test_nothing_is_ahead_where_each_answer_is_told_at_once_or_for_somebody_else(app, ada, town):
    immediate, deferred = start(ada, town.immediate), start(ada, town.deferred)
    assert ada.get(f"{immediate}/ahead").status_code == 404
    ada.post(f"{deferred}/hand-in")
    assert ada.get(f"{deferred}/ahead").status_code == 404
    again = start(ada, town.deferred)
    assert signed_in(app, town.giulia).get(f"{again}/ahead").status_code in {403, 404}


def test_every_page_of_a_quiz_can_send_what_still_waits(ada, town):
    attempt = start(ada, town.deferred)
    ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1"))
    for place in (f"{attempt}/1", f"{attempt}/1/outcome", "/", "/history", "/practice"):
        assert 'name="csrf_token"' in ada.get(place).text, place
