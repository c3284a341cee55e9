"""After its closing an assignment takes no answer, and what was answered before counts."""

import datetime

import pytest
from sqlalchemy import func, select

from quizapp import db
from quizapp.attempts.models import Attempt, Outcome, Response
from quizapp.quizzes import queries as quizzes
from tests.build import CANARY, NOW, signed_in
from tests.house import begin, fill

CLOSES = NOW + datetime.timedelta(hours=1)


@pytest.fixture
def ada(app, town, clock, session):
    with db.writing(session) as write:
        for public_id in (town.immediate, town.deferred):
            quizzes.by_public_id(write, public_id).assignment.closes_at = CLOSES
    return signed_in(app, town.ada)


def count(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(table))


def half_done(ada, assignment):
    """An attempt with its first question answered; its address, and the second question filled in."""
    attempt = begin(ada, assignment)
    ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text))
    return attempt, fill(ada.get(f"{attempt}/2").text)


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_an_answer_after_the_closing_is_refused_shown_and_told_nothing(ada, town, clock, session, mode):
    attempt, sent = half_done(ada, getattr(town, mode))
    clock.move_to(CLOSES + datetime.timedelta(minutes=2))
    assert "Il quiz è chiuso" in ada.get(f"{attempt}/2").text
    for late in (sent, {"seq": "0"}):
        refused = ada.post(f"{attempt}/2", data=late)
        assert refused.status_code == 409
        assert "Il quiz non accetta più risposte" in refused.text
        assert CANARY not in refused.text
    assert count(session, Response) == 1
    assert session.scalars(select(Attempt.state)).one() == "submitted"


def test_an_answer_that_was_on_its_way_at_the_closing_is_taken(ada, town, clock):
    attempt, sent = half_done(ada, town.immediate)
    clock.move_to(CLOSES + datetime.timedelta(seconds=30))
    assert ada.post(f"{attempt}/2", data=sent).status_code == 303


def test_an_answer_recorded_in_time_is_the_same_answer_when_sent_again_later(ada, town, clock, session):
    attempt, sent = half_done(ada, town.deferred)
    ada.post(f"{attempt}/2", data=sent)
    clock.move_to(CLOSES + datetime.timedelta(days=1))
    assert ada.post(f"{attempt}/2", data=sent).status_code == 303
    assert count(session, Response) == 2


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_the_student_hands_in_what_was_answered(ada, town, clock, session, mode):
    attempt, _sent = half_done(ada, getattr(town, mode))
    clock.move_to(CLOSES + datetime.timedelta(minutes=2))
    assert f'href="{attempt}/results"' in ada.get("/").text
    assert ada.post(f"{attempt}/hand-in").headers["Location"] == f"{attempt}/results"
    assert ada.get(f"{attempt}/results").status_code == 200
    session.rollback()
    found = session.scalars(select(Attempt)).one()
    assert (found.state, found.mark) == ("submitted", sum(session.scalars(select(Outcome.mark))))
    assert count(session, Outcome) == 5


def test_with_the_outcome_after_every_answer_nothing_is_handed_in_before_the_closing(ada, town):
    attempt, _sent = half_done(ada, town.immediate)
    assert ada.post(f"{attempt}/hand-in").status_code == 404


def test_the_start_button_of_an_old_page_leads_to_the_attempt_that_was_begun(ada, town, clock):
    attempt, _sent = half_done(ada, town.deferred)
    clock.move_to(CLOSES + datetime.timedelta(minutes=2))
    assert begin(ada, town.deferred) == attempt
    assert ada.post(f"/assignments/{town.immediate}/start").status_code == 409


def test_the_teacher_hands_in_what_was_left_open_once_it_has_closed(app, ada, town, clock, session):
    half_done(ada, town.deferred)
    giulia, place = signed_in(app, town.giulia), f"/assignments/{town.deferred}"
    assert giulia.post(f"{place}/hand-in").status_code == 409
    assert f"{place}/hand-in" not in giulia.get(f"{place}/results").text
    clock.move_to(CLOSES + datetime.timedelta(minutes=2))
    assert f"{place}/hand-in" in giulia.get(f"{place}/results").text
    for role, status in ((town.marco, 404), (town.ada, 403), (town.giulia, 303)):
        assert signed_in(app, role).post(f"{place}/hand-in").status_code == status
    page = giulia.get(f"{place}/results").text
    assert "1 su 1" in page
    assert f"{place}/hand-in" not in page
    assert count(session, Outcome) == 5


def test_practice_goes_on_after_the_closing(ada, town, clock):
    attempt, _sent = half_done(ada, town.deferred)
    ada.post(f"{attempt}/hand-in")
    clock.move_to(CLOSES + datetime.timedelta(days=1))
    practice = ada.post(f"{attempt}/retry").headers["Location"]
    assert ada.post(practice, data=fill(ada.get(practice).text)).status_code == 303
