"""What came after a question is told on its outcome page, but never while the later one is still to be answered."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import queries as banks
from quizapp.banks.service import sync_bank
from quizapp.classes.models import SchoolClass
from quizapp.quizzes.service import DEFERRED, IMMEDIATE, Delivery, assign, make_quiz
from tests.architecture.test_statements import counted
from tests.build import NOW, make_bank, make_item, signed_in
from tests.house import classmates, fill

LATER = "In quale città fu spostata la firma nel maggio 2024?"


@pytest.fixture
def attempt(app, town, session):
    """Starts an attempt of a quiz that asks a question and the one that came after it."""

    def started(feedback, release=None, classmates=()):
        items = (make_item(), make_item(id="citta-dopo", stem=LATER, supersedes="citta"))
        with db.writing(session) as write:
            sync_bank(write, replace(make_bank(), id="it/dopo", items=items), school_id=school(write).id, now=NOW)
            bank = banks.bank_by_slug(write, school(write).id, "it/dopo")
            quiz = make_quiz(
                write, school(write).id, title="Dopo", lang="it", article_id=bank.article_id,
                item_version_ids=[each.version.id for each in banks.items_of(write, bank)], owner_id=town.giulia,
                now=NOW,
            )  # fmt: skip
            room = write.scalar(select(SchoolClass.id))
            given = assign(
                write, quiz, room, Delivery(feedback=feedback, release=release), by=town.giulia, now=NOW
            ).public_id
        ada = signed_in(app, town.ada)
        for each in classmates:
            signed_in(app, each).post(f"/assignments/{given}/start")
        return ada, ada.post(f"/assignments/{given}/start").headers["Location"].rsplit("/", 1)[0]

    return started


def answer(client, place):
    return client.get(client.post(place, data=fill(client.get(place).text)).headers["Location"]).text


def test_a_later_question_of_the_same_attempt_is_told_once_it_is_answered(attempt):
    ada, place = attempt(IMMEDIATE)
    assert LATER not in answer(ada, f"{place}/1")
    answer(ada, f"{place}/2")
    assert LATER in ada.get(f"{place}/1/outcome").text


def test_with_feedback_at_the_end_it_is_told_after_the_hand_in(attempt):
    ada, place = attempt(DEFERRED)
    answer(ada, f"{place}/1")
    answer(ada, f"{place}/2")
    ada.post(f"{place}/hand-in")
    assert LATER in ada.get(f"{place}/1/outcome").text


def test_it_is_not_told_while_another_quiz_that_asked_it_keeps_its_key(attempt):
    ada, kept = attempt(DEFERRED, {"key": "never", "explanation": "never"})
    ada.post(f"{kept}/hand-in")
    _ada, place = attempt(IMMEDIATE)
    answer(ada, f"{place}/1")
    answer(ada, f"{place}/2")
    assert LATER not in ada.get(f"{place}/1/outcome").text


def test_what_others_still_have_to_answer_does_not_keep_it_back_and_the_page_stays_within_its_bar(
    app, town, session, attempt
):
    ada, place = attempt(IMMEDIATE, classmates=classmates(session, town)[:1])
    answer(ada, f"{place}/1")
    answer(ada, f"{place}/2")
    with counted(app) as asked:
        assert LATER in ada.get(f"{place}/1/outcome").text
    assert len(asked) <= 8  # three more than any other outcome: whether it is in a quiz to come
