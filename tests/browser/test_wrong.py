"""What goes wrong, as it looks: time that runs out, an answer that comes second, shut doors, refused forms."""

import datetime

import pytest
from sqlalchemy import update

from quizapp import db, working
from quizapp.attempts.models import Attempt
from quizapp.quizzes.models import Assignment
from tests.browser.page import answer, overflow_of, problems_of, wait_for_the_rest
from tests.browser.test_network import Room


@pytest.fixture
def room(app, town, browser):
    app.config["WTF_CSRF_ENABLED"] = True
    found = Room(app, town, browser)
    yield found
    found.close()


def change(room, table, **values):
    with db.make_session(room.app.extensions["engine"]) as session, db.writing(session) as write:
        write.execute(update(table).values(**values))


def looks(page, where):
    assert problems_of(page) == [], where
    assert overflow_of(page) <= 0, where


def sent(page, button):
    with page.expect_navigation():
        page.click(button)


def test_time_that_runs_out_and_has_run_out_can_be_read_by_everybody(room):
    change(room, Assignment, time_limit_s=1800)
    context, _network = room.enter()
    page = room.begin(context, room.town.immediate)
    assert page.is_visible(".timer")
    looks(page, "in time")
    left = datetime.timedelta(seconds=1800 - 50)
    change(room, Attempt, started_at=working.now() - left)
    page.reload()
    assert page.is_visible(".timer--low")
    looks(page, "the last minute")
    answer(page)
    change(room, Attempt, started_at=working.now() - datetime.timedelta(hours=1))
    sent(page, ".actionbar button")
    assert "non accetta più risposte" in page.inner_text("main")
    looks(page, "too late")


def test_two_answers_of_which_one_counts_can_be_read_by_everybody(room):
    context, _network = room.enter()
    first = room.begin(context, room.town.deferred)
    second = context.new_page()
    second.goto(first.url)
    wait_for_the_rest(second)
    been = []
    second.on("framenavigated", lambda frame: been.append(frame.url))
    for page, place in ((first, 0), (second, 1)):
        page.check(f".choice input >> nth={place}")
        sent(page, ".actionbar button")
    assert {"Vienna", "Ginevra", "Roma"} & set(second.inner_text("main").split())
    assert been == [second.url], "no other question shows while the server's own page is on its way"
    looks(second, "a conflict")


def test_a_door_that_stays_shut_can_be_read_by_everybody(room):
    context = room.browser.new_context(base_url=room.address, locale="it-IT", reduced_motion="reduce")
    room.contexts.append(context)
    page = context.new_page()
    page.goto("/sign-in")
    for guess in range(11):
        page.fill("[name=sign_in_name]", "ada")
        page.fill("[name=password]", "sbagliata")
        sent(page, "main form button")
        if guess in {0, 10}:
            assert page.is_visible("[role=alert], .errors")
            looks(page, f"guess {guess}")
    for place in ("/nowhere", "/join/ZZZZZZ"):
        page.goto(place)
        looks(page, place)


def test_a_refused_form_and_a_page_for_others_can_be_read_by_everybody(room):
    context, _network = room.enter(room.town.giulia)
    page = context.new_page()
    for place, button in (
        ("/imports", "main form[enctype] button"),
        ("/classes", "main form[action='/classes'] button"),
        ("/quizzes/new", "main form button"),
        (f"/items/{room.town.item}/withdraw", "main form .btn--main, main form .btn--danger"),
    ):
        page.goto(place)
        page.evaluate("document.querySelectorAll('main form').forEach(form => { form.noValidate = true; })")
        sent(page, button)
        assert page.title().startswith("Errore:"), place
        looks(page, place)
    page.goto("/school-sessions")
    looks(page, "a page for others")
