"""Another program holds the database: what was answered stays in sight, with a true word on it, and goes in later."""

import sqlite3
from contextlib import closing, contextmanager

import pytest

from quizapp import db
from quizapp.db import engines
from tests.attempts.test_unsaved import KINDS, LONG, STATUS
from tests.browser.page import problems_of
from tests.browser.test_network import SETTINGS, Room

CHOSEN = ".choice input >> nth=1"


@pytest.fixture
def room(app, town, browser, monkeypatch):
    app.config["WTF_CSRF_ENABLED"] = True
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_MS", 50)
    app.extensions["engine"].dispose()
    found = Room(app, town, browser)
    yield found
    found.close()


@contextmanager
def held(app):
    with closing(sqlite3.connect(db.file_of(app.extensions["engine"]), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@pytest.mark.parametrize("kind", ["read-only", "locked"])
def test_by_script_the_answer_waits_on_the_device_and_leaves_by_itself(app, town, room, kind):
    context, _network = room.enter()
    page = room.begin(context, town.immediate)
    page.check(CHOSEN)
    with KINDS[kind](app):
        page.click(".actionbar button")
        page.wait_for_function("() => document.querySelector('#net').textContent.startsWith('Non salvata')")
        assert page.is_visible("#net")
        assert page.is_checked(CHOSEN)
        assert problems_of(page) == []
        assert room.recorded() == []
    page.wait_for_url("**/outcome")
    assert room.recorded() == [(1, 1)]


def refused(page, place):
    """The answer that is refused when it is sent again and again; a full database has room in its pages for a few."""
    for turn in range(40):
        page.goto(place)
        page.fill("input.typed", f"{LONG} {turn}")
        with page.expect_response(lambda answer: answer.request.method == "POST") as told:
            page.click(".actionbar button")
        if told.value.status not in {200, 303}:
            return f"{LONG} {turn}", told.value.status
    raise AssertionError("nothing was refused")


@pytest.mark.parametrize("kind", ["full", "read-only", "locked"])
def test_whatever_is_in_the_way_of_the_database_the_answer_stays_on_the_screen(app, town, room, browser, kind):
    context = browser.new_context(base_url=room.address, java_script_enabled=False, **SETTINGS)
    room.contexts.append(context)
    room.sign_in(context, town.ada)
    page = room.begin(context, town.deferred)
    place = f"{page.url.rpartition('/')[0]}/4"
    with KINDS[kind](app):
        text, status = refused(page, place)
        assert status == STATUS[kind]
        assert page.inner_text("#unsaved-t") == "Non salvata, riprova"
        assert page.input_value("input.typed") == text
        before = len(room.recorded())
    with page.expect_navigation():
        page.click(".actionbar button")
    assert len(room.recorded()) == before + 1
    page.goto(place)
    assert page.input_value("input.typed") == text


def test_without_script_the_question_comes_back_with_the_answer_and_is_sent_again(app, town, room, browser):
    context = browser.new_context(base_url=room.address, java_script_enabled=False, **SETTINGS)
    room.contexts.append(context)
    room.sign_in(context, town.ada)
    page = room.begin(context, town.immediate)
    page.check(CHOSEN)
    with held(app):
        page.click(".actionbar button")
        page.wait_for_selector("#unsaved-t")
        assert page.inner_text("#unsaved-t") == "Non salvata, riprova"
        assert page.is_checked(CHOSEN)
        assert room.recorded() == []
    page.click(".actionbar button")
    page.wait_for_url("**/outcome")
    assert room.recorded() == [(1, 1)]
