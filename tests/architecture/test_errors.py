"""Every error is a page in the reader's language with a way back, whatever broke."""

import re

import pytest
import time_machine

from quizapp import create_app
from tests.build import signed_in

TITLES = {
    400: ("La richiesta non si legge", "The request cannot be read"),
    403: ("Questa pagina non è per te", "This page is not for you"),
    404: ("Questa pagina non c’è", "This page is not here"),
    409: ("Qualcuno è arrivato prima", "Somebody was faster"),
    413: ("Troppo grande", "Too large"),
    429: ("Troppi tentativi", "Too many tries"),
}


@pytest.fixture
def broken_app(app):
    """The application with a page for every way to fail."""

    def fail():
        raise RuntimeError("nobody sees this")

    def stop(code):
        from flask import abort

        abort(code)

    fail.needs = stop.needs = "public"
    app.add_url_rule("/break", "break", fail)
    app.add_url_rule("/stop/<int:code>", "stop", stop)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.testing = False
    return app


@pytest.mark.parametrize("code", [400, 403, 404, 405, 409, 413, 422, 429])
@pytest.mark.parametrize("lang", ["it", "en"])
def test_an_error_is_a_real_page_in_both_languages(broken_app, code, lang):
    client = broken_app.test_client()
    answer = client.get(f"/stop/{code}", headers={"Accept-Language": lang})
    assert answer.status_code == code
    assert f'<html lang="{lang}"' in answer.text
    assert answer.text.count("<h1") == 1
    assert 'href="/"' in answer.text
    if code in TITLES:
        assert TITLES[code][("it", "en").index(lang)] in answer.text


def test_a_broken_page_says_so_without_database_session_or_detail(broken_app, tmp_path):
    broken_app.extensions["engine"].dispose()
    (tmp_path / "test.sqlite3").write_bytes(b"this is no database")
    answer = broken_app.test_client().get("/break")
    assert answer.status_code == 500
    assert "Qualcosa si è rotto" in answer.text
    assert "Something broke" in answer.text
    assert "nobody sees this" not in answer.text
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_what_is_too_large_is_refused_and_nothing_is_stored(app, town):
    giulia = signed_in(app, town.giulia)
    answer = giulia.post("/classes", data={"name": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "<h1" in answer.text
    assert "xxx" not in giulia.get("/classes").text


def test_too_many_wrong_passwords_are_slowed_down(app, town):
    client = app.test_client()
    seen = [
        client.post("/sign-in", data={"sign_in_name": "ada", "password": f"sbagliata{n}"}).status_code
        for n in range(12)
    ]
    assert seen[0] == 422
    assert seen[-1] == 429


@pytest.fixture
def guarded(tmp_path, blank):
    """The application with its form tokens on."""
    file = tmp_path / "csrf.sqlite3"
    file.write_bytes(blank.read_bytes())
    made = create_app(TESTING=True, DATABASE_URL=f"sqlite:///{file}", DATA_DIR=tmp_path, SECRET_KEY="test")
    yield made
    made.extensions["engine"].dispose()


def token(page):
    return re.search(r'name="csrf_token" value="([^"]+)"', page)[1]


def test_a_form_token_has_no_clock(guarded):
    client = guarded.test_client()
    with time_machine.travel("2026-03-02 08:00", tick=False):
        found = token(client.get("/sign-in").text)
    with time_machine.travel("2026-03-02 17:00", tick=False):
        answer = client.post("/sign-in", data={"csrf_token": found, "sign_in_name": "chi", "password": "sbagliata"})
    assert answer.status_code == 422


def test_a_token_of_another_session_is_a_page_that_says_what_to_do(guarded):
    found = token(guarded.test_client().get("/sign-in").text)
    answer = guarded.test_client().post("/sign-in", data={"csrf_token": found, "sign_in_name": "chi", "password": "x"})
    assert answer.status_code == 400
    assert "<h1" in answer.text


def test_changing_the_language_on_an_error_page_leads_back_to_the_page_of_the_form(app, town):
    giulia = signed_in(app, town.giulia)
    refused = giulia.post(f"/items/{town.item}/edit", data={"stem": ""})
    assert refused.status_code == 422
    assert re.search(r'name="next" value="([^"]+)"', refused.text)[1] == f"/items/{town.item}/edit"
