"""The world has changed: no mark changes, who learned the old answer is told once, and practice asks the new one."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from quizapp import db
from quizapp.attempts.models import Outcome
from quizapp.banks.models import Item
from quizapp.banks.service import BankHead, make_bank
from quizapp.core.policy import Identity, Role
from quizapp.notices.models import Notice
from quizapp.practice.queries import board
from tests.build import NOW, signed_in
from tests.corrections.conftest import acts, say, standing
from tests.house import answer_all, begin

CHANGED = {
    "why": "La firma fu spostata a Ginevra.",
    "title": "Comunicato",
    "outlet": "Ministero",
    "date": "2024-05-01",
    "url": "",
}
LATER = "In quale città fu spostata la firma nel maggio 2024?"


@pytest.fixture
def successor(giulia, town, session, press):
    """Say that the world has changed, write the new question, and make it active unless told not to."""

    def made(*, active=True, bank=None, **fields):
        at = f"/items/{town.item}/supersede"
        sent = giulia.post(at, data={**CHANGED, "bank": bank or town.bank})
        assert sent.status_code == 303, sent.text
        place = sent.headers["Location"]
        saved = press("ready" if active else "review", at=place, stem=LATER, key="1", **fields)
        assert saved.status_code == 303, saved.text
        return place.removesuffix("/edit")

    return made


def changed_notices(session):
    session.rollback()
    return session.scalar(select(func.count()).select_from(Notice).where(Notice.kind == "changed"))


def test_the_same_edit_changes_marks_as_a_correction_and_none_as_a_succession(ada, session, town, successor, correct):
    place = begin(ada, town.immediate)
    say(ada, f"{place}/1", "Ginevra")
    successor()
    assert standing(session)[0][4] == 0
    assert session.scalar(select(func.count()).select_from(Outcome)) == 1
    correct()
    assert standing(session)[0][4] == 1


def test_who_learned_the_old_answer_is_told_when_the_new_question_is_active_and_not_before(
    ada, giulia, session, town, successor, press
):
    place = begin(ada, town.immediate)
    answer_all(ada, place, 5, 0)
    new = successor(active=False)
    assert changed_notices(session) == 0
    assert press("ready", at=f"{new}/edit").status_code == 303
    assert changed_notices(session) == 1
    page = ada.get("/notices").text
    assert "È cambiato" in page
    assert LATER in page
    press("ready", at=f"{new}/edit", stem=f"{LATER} Scegli.")
    assert changed_notices(session) == 1


def test_who_may_not_know_the_old_key_yet_is_not_told(ada, session, town, successor):
    place = begin(ada, town.deferred)
    say(ada, f"{place}/1", "Ginevra")
    successor()
    assert changed_notices(session) == 0


def test_its_own_dated_source_is_needed(giulia, session, town):
    at = f"/items/{town.item}/supersede"
    assert giulia.get(at).status_code == 200
    for missing in ("why", "title", "outlet", "date"):
        sent = {**CHANGED, "bank": town.bank, missing: ""}
        assert giulia.post(at, data=sent).status_code == 422
    assert giulia.post(at, data={**CHANGED, "bank": "altrove"}).status_code == 422
    assert not acts(session)


def test_practice_asks_the_new_one_in_place_of_the_old(ada, session, town, successor):
    place = begin(ada, town.immediate)
    say(ada, f"{place}/1", "Ginevra")
    answer_all(ada, place, 5, 0, leave=1)
    successor()
    question = ada.get(ada.post("/practice", data={"what": "wrong"}).headers["Location"], follow_redirects=True).text
    asked = [question]
    for n in range(2, 6):
        page = ada.get(question_place(question, n), follow_redirects=True)
        asked.append(page.text if page.status_code == 200 else "")
    assert any(LATER in page for page in asked)
    assert not any("In quale città fu firmato" in page for page in asked)


def test_the_queue_of_days_holds_the_new_one_today_and_the_old_one_never(ada, session, town, successor):
    answer_all(ada, begin(ada, town.immediate), 5, 0)
    old = session.scalars(select(Item.id).where(Item.public_id == town.item)).one()
    new = successor().rsplit("/", 1)[1]
    session.rollback()
    new_id = session.scalars(select(Item.id).where(Item.public_id == new)).one()
    for days in (0, 40):
        found = board(session, Identity(town.ada, 1, Role.STUDENT, "Ada"), NOW + timedelta(days=days))
        assert new_id in found.due
        assert old not in found.memories


def question_place(page, n):
    action = BeautifulSoup(page, "html.parser").select_one("form[data-answer]")["action"]
    return f"{action.rsplit('/', 1)[0]}/{n}"


def test_the_chain_stands_on_both_pages_with_day_and_reason(giulia, session, town, successor):
    new = successor()
    for page in (giulia.get(f"/items/{town.item}").text, giulia.get(new).text):
        assert "In quale città fu firmato" in page
        assert LATER in page
        assert "La firma fu spostata a Ginevra." in page
    assert "Superata" in giulia.get(f"/banks/{town.bank}/corrections").text


def test_the_outcome_of_the_old_one_says_what_came_after(ada, town, successor):
    place = begin(ada, town.immediate)
    say(ada, f"{place}/1", "Vienna")
    successor()
    page = ada.get(f"{place}/1/outcome").text
    assert LATER in page
    assert "La firma fu spostata a Ginevra." in page


def test_another_own_bank_may_hold_the_new_one(ada, giulia, session, town, successor):
    with db.writing(session) as write:
        other = make_bank(write, 1, BankHead("Novità", "it"), owner_id=town.giulia, now=NOW).public_id
    place = begin(ada, town.immediate)
    answer_all(ada, place, 5, 0)
    successor(bank=other)
    assert changed_notices(session) == 1
    session.rollback()
    assert session.scalars(select(Item.supersedes).where(Item.supersedes.is_not(None))).one() == "it/accordo#citta"
    assert LATER in ada.get(f"{place}/1/outcome").text


def test_taken_back_the_old_one_stands_for_itself_again(ada, giulia, session, town, successor, undo):
    place = begin(ada, town.immediate)
    say(ada, f"{place}/1", "Vienna")
    successor()
    assert undo().status_code == 303
    assert LATER not in ada.get(f"{place}/1/outcome").text
    assert undo().status_code == 409


def test_a_current_question_is_passed_over_and_a_dated_one_stays(app, ada, session, town, successor, press):
    press("ready", timing="current", review_by="2030-01-01")
    successor(timing="dated", review_by="")
    place = begin(ada, town.immediate)
    assert "Domanda 1 di 4" in ada.get(f"{place}/1").text


def test_a_dated_question_stays_in_quizzes_given(ada, town, successor):
    successor()
    assert "Domanda 1 di 5" in ada.get(f"{begin(ada, town.immediate)}/1").text


def test_only_who_may_edit_the_bank_says_that_the_world_has_changed(app, ada, session, town):
    at = f"/items/{town.item}/supersede"
    for client, status in ((ada, (403, 404)), (signed_in(app, town.marco), (403,))):
        assert client.get(at).status_code in status
        assert client.post(at, data={**CHANGED, "bank": town.bank}).status_code in status
    assert not acts(session)


def test_results_and_the_page_over_all_uses_name_what_has_changed(ada, giulia, session, town, successor):
    place = begin(ada, town.immediate)
    answer_all(ada, place, 5, 0)
    assert "È cambiato da allora" not in ada.get(f"{place}/results").text
    new = successor()
    assert ada.get(f"{place}/results").text.count("È cambiato da allora") == 1
    assert LATER in giulia.get(f"/items/{town.item}/analysis").text
    assert "In quale città fu firmato" in giulia.get(f"{new}/analysis").text


@pytest.fixture
def verification(giulia, town, session):
    """Give a question to the class in a quiz that opens tomorrow."""

    def given(item):
        quiz = giulia.post("/quizzes/new", data={"title": "Verifica", "items": item}).headers["Location"].split("/")[2]
        rules = {"school_class": town.school_class, "feedback": "immediate", "grade_rule": "first"}
        sent = giulia.post(f"/quizzes/{quiz}/assign", data={**rules, "opens_at": "2026-11-25T09:00"})
        assert sent.status_code == 303, sent.text

    return given


def test_the_answer_of_a_question_in_a_quiz_to_come_stands_on_no_page_of_the_old_one(
    ada, session, town, successor, verification
):
    place = begin(ada, town.immediate)
    answer_all(ada, place, 5, 0)
    ada.post(f"{begin(ada, town.deferred)}/hand-in")
    new = successor().rsplit("/", 1)[1]
    told, log = f"{place}/1/outcome", f"/banks/{town.bank}/corrections"
    assert LATER in ada.get(told).text
    assert CHANGED["why"] in ada.get(log).text
    verification(new)
    assert LATER not in ada.get(told).text
    assert CHANGED["why"] not in ada.get(told).text
    assert LATER not in ada.get(log).text
    assert CHANGED["why"] not in ada.get(log).text
