"""Another program holds the database: what was answered stays in sight, with a true word on it, and goes in later."""

import sqlite3
from contextlib import closing, contextmanager

import pytest

from quizapp import db
from quizapp.db import engines
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


def test_by_script_the_answer_waits_on_the_device_and_leaves_by_itself(app, town, room):
    context, _network = room.enter()
    page = room.begin(context, town.immediate)
    page.check(CHOSEN)
    with held(app):
        page.click(".actionbar button")
        page.wait_for_function("() => document.querySelector('#net').textContent.startsWith('Non salvata')")
        assert page.is_visible("#net")
        assert page.is_checked(CHOSEN)
        assert problems_of(page) == []
        assert room.recorded() == []
    page.wait_for_url("**/outcome")
    assert room.recorded() == [(1, 1)]


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
