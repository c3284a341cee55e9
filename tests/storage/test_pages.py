"""The pages over PostgreSQL, where it is stricter than SQLite."""

from contextlib import closing

import psycopg
import pytest
from flask import request_finished
from sqlalchemy import text

from quizapp.web import database
from tests.build import signed_in
from tests.house import begin, fill


@pytest.fixture
def app(on_postgres):
    return on_postgres


def test_nul_in_an_address_or_a_form_breaks_nothing(app, town):
    ada, giulia = signed_in(app, town.ada), signed_in(app, town.giulia)
    assert ada.get("/q/a%00b/1").status_code == 404
    assert app.test_client().post("/sign-in", data={"sign_in_name": "a\0da", "password": "x"}).status_code == 422
    assert (
        giulia.post("/people/new", data={"name": "Z\0e", "sign_in_name": "z\0e", "role": "student"}).status_code == 303
    )
    attempt = begin(ada, town.immediate)
    assert ada.post(f"{attempt}/4", data={"seq": "0", "answer": "mar\0zo"}).status_code == 303


def test_nul_in_a_query_or_in_an_id_of_a_form_breaks_nothing(app, town):
    giulia, admin = signed_in(app, town.giulia), signed_in(app, town.admin)
    quiz = f"/quizzes/{town.quiz}"
    for at in ("/items?item=a%00", "/quizzes/new?item=a%00", f"{quiz}/pick?item=a%00", f"/banks/{town.bank}?on=%00"):
        assert giulia.get(at).status_code == 200, at
    assert giulia.get("/items/export?item=a%00").status_code == 404
    assert admin.get("/admin/sessions?who=a%00").status_code == admin.get("/admin/log?who=a%00").status_code == 200
    assert giulia.post(f"{quiz}/items", data={"item": "a\0"}).status_code == 303
    assert giulia.post("/quizzes/new", data={"title": "Prova", "items": "a\0"}).status_code == 422
    due = {"item": "a\0", "until-a\0": "2199-01-01", "version-a\0": "1"}
    assert giulia.post("/items/due", data=due).status_code == 409


def test_what_fills_its_column_is_kept_and_what_would_not_fit_is_refused(app, town):
    giulia = signed_in(app, town.giulia)
    for length, status in ((60, 303), (61, 422)):
        assert giulia.post("/classes", data={"name": "x" * length, "subject": "y" * 120}).status_code == status
        person = {"name": "n" * (length + 60), "sign_in_name": "s" * length, "role": "student"}
        assert giulia.post("/people/new", data=person).status_code == status
    assert giulia.post("/classes", data={"name": "x", "subject": "y" * 121}).status_code == 422


def test_a_quiz_is_taken_from_first_to_last(app, town):
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    for n in range(1, 6):
        sent = fill(ada.get(f"{attempt}/{n}").text)
        for _ in range(2):
            assert ada.post(f"{attempt}/{n}", data=sent).headers["Location"] == f"{attempt}/{n}/outcome"
    assert ada.get(f"{attempt}/results").status_code == 200


def test_the_class_at_work_is_followed_closed_and_reopened(app, town):
    ada, giulia = signed_in(app, town.ada), signed_in(app, town.giulia)
    attempt, place = begin(ada, town.immediate), f"/assignments/{town.immediate}"
    sent = fill(ada.get(f"{attempt}/1").text)
    assert ada.post(f"{attempt}/1", data=sent).status_code == 303
    assert "2 su 5" in giulia.get(f"{place}/live?right=1").text
    assert "1 risposta" in giulia.get(f"{place}/project/1?show=1").text
    for button in ("close", "reopen", "more-time", "finish"):
        assert giulia.post(f"{place}/{button}").status_code == 303
    assert ada.get(f"{attempt}/2").status_code == 200


def test_a_connection_that_breaks_once_a_page_is_made_takes_nothing_from_it(app, town, postgres):
    ada, broken = signed_in(app, town.ada), []

    def broke(_app, **_rest):
        broken.append(database.session().execute(text("SELECT pg_backend_pid()")).scalar_one())
        with closing(psycopg.connect(postgres, autocommit=True)) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", broken)

    with request_finished.connected_to(broke, app):
        assert ada.get("/").status_code == 200
    assert len(broken) == 1
    assert ada.get("/").status_code == 200
