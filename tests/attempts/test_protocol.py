"""The answer protocol of the contracts, section 4, through the real client and database."""

import re

import pytest
from sqlalchemy import func, select

from quizapp.attempts.models import Attempt, AttemptEvent, Outcome, Response
from tests.build import CANARY, signed_in


def start(client, assignment):
    return client.post(f"/assignments/{assignment}/start").headers["Location"].rsplit("/", 1)[0]


def fields(client, place, choice=0):
    page = client.get(place).text
    seq = re.search(r'name="seq" value="(\d+)"', page)[1]
    names: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="(answer[^"]*)" value="([^"]*)"', page):
        names.setdefault(name, []).append(value)
    return {"seq": seq, **{name: values[min(choice, len(values) - 1)] or "marzo" for name, values in names.items()}}


def count(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(table))


@pytest.fixture
def ada(app, town):
    return signed_in(app, town.ada)


def test_an_answer_is_recorded_marked_and_explained_in_one_go(ada, town, session):
    attempt = start(ada, town.immediate)
    answered = ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1"))
    assert answered.status_code == 303
    assert (count(session, Response), count(session, Outcome)) == (1, 1)
    page = ada.get(answered.headers["Location"]).text
    assert f"{CANARY}-spiegazione" in page
    assert "<mark>" in page


def test_a_double_click_is_one_answer_with_the_same_outcome(ada, town, session):
    attempt = start(ada, town.immediate)
    sent = fields(ada, f"{attempt}/1")
    first, second = (ada.post(f"{attempt}/1", data=sent) for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert first.headers["Location"] == second.headers["Location"]
    assert count(session, Response) == 1


def test_another_answer_from_a_second_tab_is_refused_and_shown(ada, town, session):
    attempt = start(ada, town.immediate)
    one, other = fields(ada, f"{attempt}/1", 0), fields(ada, f"{attempt}/1", 1)
    ada.post(f"{attempt}/1", data=one)
    refused = ada.post(f"{attempt}/1", data=other)
    assert refused.status_code == 409
    offered = [word for word in ("Vienna", "Ginevra", "Roma") if word in refused.text]
    assert len(offered) == 2
    assert count(session, Response) == 1


def test_an_empty_form_is_noted_and_never_marked(ada, town, session):
    attempt = start(ada, town.immediate)
    refused = ada.post(f"{attempt}/1", data={"seq": "0"})
    assert refused.status_code == 422
    assert "<title>Errore:" in refused.text
    assert (count(session, Response), count(session, Outcome), count(session, AttemptEvent)) == (0, 0, 1)
    assert ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1")).status_code == 303


def test_an_answer_that_is_not_on_offer_is_refused(ada, town, session):
    attempt = start(ada, town.immediate)
    assert ada.post(f"{attempt}/1", data={"seq": "0", "answer": "o1"}).status_code == 422
    assert count(session, Response) == 0


def test_starting_twice_gives_the_same_attempt_in_the_same_order(ada, town, session):
    first, second = start(ada, town.immediate), start(ada, town.immediate)
    assert first == second
    assert count(session, Attempt) == 1
    assert ada.get(f"{first}/1").text == ada.get(f"{first}/1").text


def test_a_finished_quiz_has_a_mark_that_is_the_sum_of_its_outcomes(ada, town, session):
    attempt = start(ada, town.immediate)
    for n in range(1, 6):
        ada.post(f"{attempt}/{n}", data=fields(ada, f"{attempt}/{n}"))
    found = session.scalars(select(Attempt)).one()
    assert found.state == "submitted"
    assert found.mark == sum(session.scalars(select(Outcome.mark)))
    assert ada.get(f"{attempt}/results").status_code == 200


def test_deferred_answers_can_be_revised_until_hand_in_and_the_last_counts(ada, town, session):
    attempt = start(ada, town.deferred)
    for choice in (0, 1):
        sent = ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1", choice))
        assert CANARY not in ada.get(sent.headers["Location"]).text
    assert (count(session, Response), count(session, Outcome)) == (2, 0)
    assert ada.post(f"{attempt}/hand-in").status_code == 303
    assert ada.post(f"{attempt}/hand-in").status_code == 303
    session.rollback()
    rows = session.execute(select(Outcome.position, Outcome.seq, Outcome.share)).all()
    assert len(rows) == 5
    assert [row.seq for row in sorted(rows)] == [2, None, None, None, None]
    late = ada.post(f"{attempt}/2", data={"seq": "0", "answer": "x"})
    assert late.status_code in {409, 422}


def test_before_handing_in_it_says_what_has_no_answer_and_changes_nothing(ada, town, session):
    attempt = start(ada, town.deferred)
    for n in (1, 3):
        ada.post(f"{attempt}/{n}", data=fields(ada, f"{attempt}/{n}"))
    assert f'href="{attempt}/hand-in"' in ada.get(f"{attempt}/1").text
    page = ada.get(f"{attempt}/hand-in").text
    assert re.findall(rf'href="{attempt}/(\d)"><span', page) == ["2", "4", "5"]
    assert "Consegna lo stesso" in page
    assert session.scalars(select(Attempt.state)).one() == "open"
    for n in (2, 4, 5):
        last = ada.post(f"{attempt}/{n}", data=fields(ada, f"{attempt}/{n}"))
    assert f'href="{attempt}/hand-in"' in ada.get(last.headers["Location"]).text
    assert "Hai risposto a tutte le domande" in ada.get(f"{attempt}/hand-in").text
    ada.post(f"{attempt}/hand-in")
    assert ada.get(f"{attempt}/hand-in").headers["Location"] == f"{attempt}/results"


def test_there_is_no_handing_in_where_each_answer_is_told_at_once(ada, town):
    attempt = start(ada, town.immediate)
    assert ada.get(f"{attempt}/hand-in").headers["Location"] == f"{attempt}/results"


def test_a_form_that_is_ahead_of_the_record_is_refused(ada, town, session):
    attempt = start(ada, town.immediate)
    assert ada.post(f"{attempt}/1", data={**fields(ada, f"{attempt}/1"), "seq": "5"}).status_code == 409
    assert count(session, Response) == 0


def test_a_stale_tab_of_a_deferred_quiz_cannot_overwrite_a_revision(ada, town, session):
    attempt = start(ada, town.deferred)
    stale = fields(ada, f"{attempt}/1", 0)
    ada.post(f"{attempt}/1", data=fields(ada, f"{attempt}/1", 1))
    assert ada.post(f"{attempt}/1", data=stale).status_code == 409
    assert count(session, Response) == 1


def test_an_answer_after_the_session_died_goes_along_through_sign_in(app, town, client):
    client.post("/sign-in", data={"sign_in_name": "ada", "password": "ada-segreta"})
    attempt = start(client, town.immediate)
    sent = fields(client, f"{attempt}/1", 1)
    with client.session_transaction() as cookie:
        cookie.pop("token")
    away = client.post(f"{attempt}/1", data=sent)
    assert away.headers["Location"] == "/sign-in"
    back = client.post("/sign-in", data={"sign_in_name": "ada", "password": "ada-segreta"}, follow_redirects=True)
    assert f'value="{sent["answer"]}" id="q1-2" checked' in back.text


def test_another_account_signing_in_does_not_get_the_answer(app, town, client):
    client.post("/sign-in", data={"sign_in_name": "ada", "password": "ada-segreta"})
    attempt = start(client, town.immediate)
    sent = fields(client, f"{attempt}/1")
    with client.session_transaction() as cookie:
        cookie.pop("token")
    client.post(f"{attempt}/1", data=sent)
    back = client.post("/sign-in", data={"sign_in_name": "bruno", "password": "bruno-segreta"})
    assert back.headers["Location"] == "/"
    with client.session_transaction() as cookie:
        assert "pending" not in cookie


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_no_key_feedback_or_explanation_leaves_before_the_answer(ada, town, mode):
    attempt = start(ada, getattr(town, mode))
    for n in range(1, 6):
        for address in (f"{attempt}/{n}", f"{attempt}/{n}/outcome", f"{attempt}/results", "/", "/history"):
            answer = ada.get(address, follow_redirects=True)
            assert CANARY.encode() not in answer.data
            assert CANARY not in str(answer.headers)


def test_retrying_the_wrong_ones_is_practice_and_leaves_the_mark(ada, town, session):
    attempt = start(ada, town.immediate)
    for n in range(1, 6):
        ada.post(f"{attempt}/{n}", data=fields(ada, f"{attempt}/{n}"))
    mark = session.scalars(select(Attempt.mark)).one()
    session.rollback()
    away = ada.post(f"{attempt}/retry")
    assert away.status_code == 303
    purposes = session.execute(select(Attempt.purpose, Attempt.mark).order_by(Attempt.id)).all()
    assert [row.purpose for row in purposes] == ["graded", "practice"]
    assert purposes[0].mark == mark
