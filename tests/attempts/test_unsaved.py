"""A database that is full, read-only, locked or away: the answer is not saved, says so, stays, and goes in later."""

import errno
import fcntl
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import event, func, select
from sqlalchemy.exc import DBAPIError

from quizapp import db
from quizapp.attempts.models import Response
from quizapp.db import engines, turns
from quizapp.obstacles import LockedError, Obstacle, obstacle
from tests.build import signed_in
from tests.house import begin

STATUS = {"full": 507, "read-only": 503, "locked": 503, "away": 503}
SCRIPT = {"Accept": "application/json"}
LONG = " ".join(f"{number:x}" for number in range(10_000, 10_160))


@contextmanager
def instead(app, **options):
    """Another engine on the same file."""
    before = app.extensions["engine"]
    app.extensions["engine"] = db.make_engine(app.config["DATABASE_URL"], **options)
    try:
        yield app.extensions["engine"]
    finally:
        app.extensions["engine"].dispose()
        app.extensions["engine"] = before


@contextmanager
def full(app):
    """Not one page more, which is what SQLite makes of a disk without room."""
    with instead(app) as engine:

        @event.listens_for(engine, "connect")
        def no_more(connection, _record):
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count={pages}")

        yield


@contextmanager
def read_only(app):
    file = db.file_of(app.extensions["engine"])

    def connect():
        return sqlite3.connect(f"file:{file}?mode=ro", uri=True, check_same_thread=False)

    with instead(app, creator=connect):
        yield


@contextmanager
def locked(app):
    """Another program, such as the shell of SQLite, has begun to write and does not end."""
    file = db.file_of(app.extensions["engine"])
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with instead(app):
            yield


@contextmanager
def taken(app):
    """One of our own processes has its turn and does not end it."""
    with Path(f"{db.file_of(app.extensions['engine'])}.write-lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def away(app):
    """A PostgreSQL where none listens."""
    before = app.extensions["engine"]
    app.extensions["engine"] = db.make_engine("postgresql://nobody@127.0.0.1:1/nowhere")
    try:
        yield
    finally:
        app.extensions["engine"] = before


KINDS = {"full": full, "read-only": read_only, "locked": locked, "taken": taken}


@pytest.fixture(autouse=True)
def impatient(monkeypatch, clock):
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr(turns, "WAIT_S", 0.1)


def count(app):
    with db.make_session(app.extensions["engine"]) as session:
        return session.scalar(select(func.count()).select_from(Response))


def send_until_refused(client, place, headers=None):
    """Revisions of an answer, each a row, until one is refused; a full database has room in its pages for a few."""
    for turn in range(40):
        seq = BeautifulSoup(client.get(place).text, "html.parser").find("input", {"name": "seq"})["value"]
        data = {"seq": seq, "answer": f"{LONG} {turn}"}
        answer = client.post(place, data=data, headers=headers or {})
        if answer.status_code not in {200, 303}:
            return answer, data
    raise AssertionError("nothing was refused")


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_that_cannot_be_saved_stays_on_the_screen_and_goes_in_later(app, town, clock, kind):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)
    assert app.test_client().get("/health").status_code == 200
    clock.shift(70)  # by now the session is noted as seen at the next page, and the probe waits for its turn
    with KINDS[kind](app):
        answer, data = send_until_refused(ada, f"{attempt}/4")
        why = "locked" if kind == "taken" else kind
        assert answer.status_code == STATUS[why]
        assert answer.headers["Retry-After"]
        page = BeautifulSoup(answer.text, "html.parser")
        assert page.find(id="unsaved-t").get_text(strip=True) == "Non salvata, riprova"
        assert page.title.get_text().startswith("Errore:")
        assert page.find("input", {"name": "answer"})["value"] == data["answer"]
        assert page.find("input", {"name": "seq"})["value"] == data["seq"]
        assert page.find("form", {"data-told": True})
        word = ada.post(f"{attempt}/4", data=data, headers=SCRIPT)
        assert (word.status_code, word.json["word"]) == (STATUS[why], "unsaved")
        if kind != "full":  # whose last page may have room for the probe
            red = app.test_client().get("/health")
            assert (red.status_code, red.json["why"]) == (503, why)
        assert ada.get(f"{attempt}/4").status_code == 200, "reading goes on"
        before = count(app)
    for _twice in range(2):
        assert ada.post(f"{attempt}/4", data=data).status_code == 303
    assert count(app) == before + 1
    clock.shift(6)
    assert app.test_client().get("/health").json["status"] == "ok"


def test_where_not_even_the_question_can_be_read_the_answer_is_kept_in_the_page(app, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.deferred)
    with away(app):
        answer = ada.post(f"{attempt}/4", data={"seq": "0", "answer": "marzo"})
        assert answer.status_code == 503
        assert app.test_client().get("/health").json["why"] == "away"
        assert ada.get(f"{attempt}/4").status_code == 503
        assert app.test_client().post("/sign-in", data={"sign_in_name": "a", "password": "b"}).status_code == 503
    page = BeautifulSoup(answer.text, "html.parser")
    assert page.h1.get_text() == "Non salvata, riprova"
    form = page.find("main").find("form")
    assert form["action"] == f"{attempt}/4"
    again = {field["name"]: field.get("value", "") for field in form.find_all("input")}
    assert again.items() >= {"seq": "0", "answer": "marzo"}.items()
    assert ada.post(form["action"], data=again).status_code == 303
    assert count(app) == 1


def test_a_form_that_is_no_answer_says_that_it_is_not_saved_and_repeats_no_password(app, town):
    with read_only(app):
        secret = {"sign_in_name": "nessuno", "password": "segretissima"}
        answer = app.test_client().post("/sign-in", data=secret, headers={"Accept-Language": "en"})
    assert answer.status_code == 503
    assert "Nothing was saved, try again" in answer.text
    assert "segretissima" not in answer.text


def test_who_gave_up_waiting_does_not_keep_the_turn_of_others(app):
    engine = app.extensions["engine"]
    with taken(app), db.make_session(engine) as session, pytest.raises(LockedError), db.writing(session):
        pass
    for _ in range(50):
        with db.make_session(engine) as session, db.writing_if_free(session) as write:
            if write is not None:
                return
    raise AssertionError("the turn was never given back")


def test_what_time_does_not_mend_is_no_obstacle(session):
    assert obstacle(OSError(errno.ENOSPC, "x")) is Obstacle.FULL
    assert obstacle(OSError(errno.EROFS, "x")) is Obstacle.READ_ONLY
    assert obstacle(FileNotFoundError(errno.ENOENT, "x")) is None
    assert obstacle(ValueError()) is None
    with pytest.raises(DBAPIError) as caught:
        session.connection().exec_driver_sql("SELECT * FROM nowhere")
    assert obstacle(caught.value) is None
