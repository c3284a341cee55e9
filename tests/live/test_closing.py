"""Close now, reopen, five more minutes: what they do to those who work, and that a press twice is one."""

import datetime

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp.attempts.finishing import finalise
from quizapp.attempts.models import Attempt, AttemptEvent, Outcome, Response
from quizapp.quizzes import queries as quizzes
from tests.build import CANARY, NOW, form_of, signed_in
from tests.house import begin, everything, fill

MINUTE, SECOND = datetime.timedelta(minutes=1), datetime.timedelta(seconds=1)
STOP = NOW + 10 * MINUTE


def half_done(ada, assignment):
    """An attempt with its first question answered; its address, and the second question filled in."""
    attempt = begin(ada, assignment)
    ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text))
    return attempt, fill(ada.get(f"{attempt}/2").text)


def press(client, assignment, name, **sent):
    """Press a button of the live page, or of the page that asks before closing."""
    place = f"/assignments/{assignment}"
    page = client.get(f"{place}/close" if name == "close" else f"{place}/live").text
    told = client.post(f"{place}/{name}", data={**form_of(page, f"{place}/{name}"), **sent}, follow_redirects=True)
    assert told.status_code == 200
    return told.text


def rows(session, *wanted):
    session.rollback()
    return list(session.scalars(select(*wanted)))


def only(session, assignment):
    session.rollback()
    return quizzes.by_public_id(session, assignment).assignment


def test_it_is_asked_first_and_asking_changes_nothing(app, giulia, ada, town):
    half_done(ada, town.deferred)
    before = everything(app)
    page = giulia.get(f"/assignments/{town.deferred}/close").text
    assert "1 studente è al lavoro" in page
    assert "1 studente non ha iniziato" in giulia.get(f"/assignments/{town.immediate}/close").text
    assert everything(app) == before


@pytest.mark.parametrize("limits", [{}, {"time_limit_s": 1800}, {"closes_at": NOW + 60 * MINUTE}])
@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_a_closed_quiz_shows_no_further_question_and_nobody_begins(giulia, ada, town, clock, bound, mode, limits):
    bound(**limits)
    attempt, sent = half_done(ada, getattr(town, mode))
    clock.move_to(STOP)
    assert "Chiuso a mano: martedì 24 novembre 2026, 10:10" in press(giulia, getattr(town, mode), "close")
    page = ada.get(f"{attempt}/2").text
    assert "Il quiz è chiuso" in page
    assert "martedì 24 novembre 2026, 10:10" in page
    assert CANARY not in page
    clock.move_to(STOP + MINUTE)
    assert ada.post(f"{attempt}/2", data=sent).status_code == 409
    other = town.deferred if mode == "immediate" else town.immediate
    press(giulia, other, "close")
    assert ada.post(f"/assignments/{other}/start").status_code == 409
    assert f"/assignments/{other}/start" not in ada.get("/").text


def test_an_answer_on_its_way_is_taken_for_a_minute_said_and_noted(giulia, ada, town, clock, session):
    attempt, sent = half_done(ada, town.immediate)
    clock.move_to(STOP)
    press(giulia, town.immediate, "close")
    clock.move_to(STOP + 59 * SECOND)
    assert "accettata" in ada.post(f"{attempt}/2", data=sent, follow_redirects=True).text
    assert len(rows(session, Response.seq)) == 2
    assert rows(session, AttemptEvent.about) == [{"seconds": 59}]


@pytest.mark.parametrize("by", ["the page", "the run over all"])
@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_after_the_minute_what_was_answered_is_handed_in_and_was_when_it_closed(
    giulia, ada, town, clock, session, mode, by
):
    attempt = begin(ada, getattr(town, mode))
    ada.post(f"{attempt}/4", data={"seq": "0", "answer": "marzo"})
    clock.move_to(STOP)
    press(giulia, getattr(town, mode), "close")
    clock.move_to(STOP + 3 * MINUTE)
    if by == "the page":
        assert "È stato consegnato 1 tentativo." in press(giulia, getattr(town, mode), "finish")
    else:
        session.rollback()
        assert finalise(session, STOP + 3 * MINUTE) == 1
    found = rows(session, Attempt)[0]
    assert (found.state, found.finished_at, found.answered, found.right) == ("submitted", STOP, 1, 1)
    assert sorted(rows(session, Outcome.fraction)) == [0, 0, 0, 0, 1]
    assert ada.get(f"{attempt}/results").status_code == 200


def test_the_page_hands_in_by_itself_once_the_minute_is_over_and_only_after_a_closing_by_hand(
    app, giulia, ada, town, clock, bound
):
    def form():
        page = BeautifulSoup(giulia.get(f"/assignments/{town.deferred}/live").text, "html.parser")
        return page.find("form", {"action": f"/assignments/{town.deferred}/finish"})

    half_done(ada, town.deferred)
    bound(closes_at=STOP)
    clock.move_to(STOP + MINUTE)
    assert form()
    assert not form().has_attr("hx-post")
    bound(closes_at=None)
    press(giulia, town.deferred, "close")
    assert form() is None
    clock.move_to(STOP + 2 * MINUTE)
    assert form()["hx-trigger"] == "load"
    assert giulia.post(form()["hx-post"], headers={"HX-Request": "true"}).status_code == 204
    assert form() is None
    before = everything(app)
    assert giulia.post(f"/assignments/{town.deferred}/finish").status_code == 303
    assert everything(app) == before


def test_who_closed_reopened_and_gave_more_time_is_shown_each_once_the_newest_first(
    app, giulia, ada, town, clock, bound
):
    bound(time_limit_s=1800)
    place = f"/assignments/{town.immediate}"
    press(giulia, town.immediate, "more-time")
    clock.move_to(STOP)
    for _ in range(2):
        signed_in(app, town.admin).post(f"{place}/close")
    clock.move_to(STOP + 30 * SECOND)
    for _ in range(2):
        giulia.post(f"{place}/reopen")
    for page in ("live", "edit", "results"):
        said = BeautifulSoup(giulia.get(f"{place}/{page}").text, "html.parser").select('[aria-label="Fatto a mano"] li')
        assert [each.get_text(strip=True) for each in said] == [
            "Riaperto da Giulia: martedì 24 novembre 2026, 10:10.",
            "Chiuso da Admin: martedì 24 novembre 2026, 10:10.",
            "Altri cinque minuti da Giulia: martedì 24 novembre 2026, 10:00.",
        ]
    assert "Giulia" not in ada.get("/").text


def test_closing_twice_keeps_the_first_moment(giulia, ada, town, clock, session):
    place = f"/assignments/{town.immediate}/close"
    for gone in (0, 1):
        clock.move_to(STOP + gone * MINUTE)
        assert giulia.post(place).status_code == 303
        assert giulia.get(place).status_code == 303
    assert only(session, town.immediate).stopped_at == STOP


def test_reopened_within_the_minute_nothing_has_happened(giulia, ada, town, clock, session, bound):
    bound(time_limit_s=1800)
    attempt, sent = half_done(ada, town.immediate)
    clock.move_to(STOP)
    press(giulia, town.immediate, "close")
    clock.move_to(STOP + 50 * SECOND)
    assert "Riaperto" in press(giulia, town.immediate, "reopen")
    clock.move_to(STOP + 2 * MINUTE)
    assert finalise(session, STOP + 2 * MINUTE) == 0
    assert "Restano 18 minuti" in ada.get(f"{attempt}/2").text
    assert ada.post(f"{attempt}/2", data=sent).status_code == 303
    assert rows(session, AttemptEvent.kind) == []


def test_reopened_later_what_was_handed_in_stays_and_a_new_attempt_may_begin(giulia, ada, town, clock, session):
    attempt, _sent = half_done(ada, town.immediate)
    press(giulia, town.immediate, "close")
    clock.move_to(NOW + MINUTE)
    press(giulia, town.immediate, "finish")
    press(giulia, town.immediate, "reopen")
    assert rows(session, Attempt.state) == ["submitted"]
    assert begin(ada, town.immediate) != attempt


def test_five_more_minutes_reach_who_is_working_and_are_said(giulia, ada, town, clock, bound, session):
    bound(time_limit_s=1800, closes_at=NOW + 20 * MINUTE, closing_cuts=True)
    attempt, sent = half_done(ada, town.immediate)
    told = press(giulia, town.immediate, "more-time")
    assert "Altri cinque minuti per tutti." in told
    said = BeautifulSoup(told, "html.parser").find("section", {"aria-label": "Tempo"}).p.get_text(" ", strip=True)
    assert " ".join(said.split()) == ("Chiude martedì 24 novembre 2026, 10:25. 35 minuti per ogni tentativo: 30 + 5.")
    assert "Restano 25 minuti" in ada.get(f"{attempt}/2").text
    bound(closing_cuts=False)
    assert "Restano 35 minuti" in ada.get(f"{attempt}/2").text
    clock.move_to(NOW + 35 * MINUTE - SECOND)
    assert finalise(session, NOW + 35 * MINUTE - SECOND) == 0
    assert ada.post(f"{attempt}/2", data=sent).status_code == 303
    clock.move_to(NOW + 36 * MINUTE)
    assert ada.post(f"{attempt}/3", data={"seq": "0"}).status_code == 409


def test_without_a_limit_the_closing_alone_moves(giulia, ada, town, clock, bound, session):
    bound(closes_at=NOW + 20 * MINUTE)
    press(giulia, town.immediate, "more-time")
    assert (only(session, town.immediate).closes_at, only(session, town.immediate).extra_s) == (NOW + 25 * MINUTE, 0)


def test_shortly_after_the_closing_five_minutes_count_from_now_and_work_goes_on(giulia, ada, town, clock, bound):
    bound(closes_at=NOW + 20 * MINUTE)
    attempt, sent = half_done(ada, town.immediate)
    clock.move_to(NOW + 22 * MINUTE)
    assert "Il quiz è chiuso" in ada.get(f"{attempt}/2").text
    assert "10:27" in press(giulia, town.immediate, "more-time")
    assert ada.post(f"{attempt}/2", data=sent).status_code == 303


def test_the_same_press_twice_gives_five_minutes_once(giulia, town, bound, session):
    bound(time_limit_s=1800)
    place = f"/assignments/{town.immediate}"
    sent = form_of(giulia.get(f"{place}/live").text, f"{place}/more-time")
    giulia.post(f"{place}/more-time", data=sent)
    again = giulia.post(f"{place}/more-time", data=sent, follow_redirects=True).text
    assert "Niente è stato aggiunto" in again
    assert only(session, town.immediate).extra_s == 300
    press(giulia, town.immediate, "more-time")
    assert only(session, town.immediate).extra_s == 600


def test_there_is_nothing_to_lengthen_without_a_bound_or_once_closed_by_hand(giulia, town, bound, session):
    place = f"/assignments/{town.immediate}"

    def offered():
        return f'action="{place}/more-time"' in giulia.get(f"{place}/live").text

    assert not offered()
    giulia.post(f"{place}/more-time", data={"known": "0 None None"})
    assert only(session, town.immediate).extra_s == 0
    bound(time_limit_s=1800)
    assert offered()
    press(giulia, town.immediate, "close")
    assert not offered()
    giulia.post(f"{place}/more-time", data={"known": f"0 None {only(session, town.immediate).stopped_at}"})
    assert only(session, town.immediate).extra_s == 0


@pytest.mark.parametrize("button", ["close", "reopen", "more-time", "finish"])
def test_only_who_teaches_the_class_may_press(app, town, clock, button):
    before = everything(app)
    for role, status in ((town.marco, 404), (town.ada, 403), (town.bruno, 404)):
        assert signed_in(app, role).post(f"/assignments/{town.immediate}/{button}").status_code == status
    assert everything(app) == before
    for role in (town.giulia, town.admin):
        assert signed_in(app, role).post(f"/assignments/{town.immediate}/{button}").status_code == 303
