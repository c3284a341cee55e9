"""A cookie is believed as long as it is ours, young enough, and its session has not ended."""

import datetime

import pytest
from flask import session as flask_session
from flask.sessions import SecureCookieSessionInterface

from quizapp import db
from quizapp.accounts import queries, service
from tests.build import NOW, signed_in

HOME = "/account"
MONTH = datetime.timedelta(days=30)


def stays(client):
    return client.get(HOME).status_code == 200


def written(client):
    return client.get_cookie("quotidia").value


def test_a_cookie_that_was_read_before_is_refused_once_its_session_has_ended(app, town, session):
    ada = signed_in(app, town.ada)
    assert stays(ada)
    assert stays(ada)
    with db.writing(session) as write:
        person = queries.by_public_id(write, ada.get(HOME).text.split('data-account="')[1].split('"')[0])
        service.end_sessions(write, person.id, NOW)
    assert not stays(ada)


@pytest.mark.parametrize(
    "change", [lambda old: old[:-9] + ("A" if old[-9] != "A" else "B") + old[-8:], lambda old: "x" + old]
)
def test_a_cookie_that_was_changed_is_refused_though_the_true_one_was_read_before(app, town, change):
    ada = signed_in(app, town.ada)
    assert stays(ada)
    other = app.test_client()
    other.set_cookie("quotidia", change(written(ada)))
    assert not stays(other)
    assert stays(ada)


def test_a_cookie_grows_too_old_however_often_it_was_read(app, town, clock):
    ada = signed_in(app, town.ada)
    with ada.session_transaction() as cookie:
        cookie["lang"] = "en"
    assert "Sign out" in ada.get(HOME).text
    clock.shift(MONTH)
    assert '<html lang="en"' in ada.get("/").text
    clock.shift(datetime.timedelta(seconds=1))
    assert '<html lang="en"' not in ada.get("/").text


@pytest.mark.parametrize("more", [{}, {"kept": {"deep": [["down"]]}}], ids=["plain", "with more than is copied"])
def test_a_clock_that_is_put_back_or_is_behind_that_of_another_machine_signs_nobody_out(app, town, clock, more):
    clock.shift(datetime.timedelta(hours=1))
    ada = signed_in(app, town.ada)
    with ada.session_transaction() as cookie:
        cookie.update(more)
    clock.shift(-datetime.timedelta(hours=1))
    assert stays(ada)
    assert stays(ada)


def test_a_cookie_signed_by_an_earlier_version_signs_nobody_out_and_the_next_is_signed_with_sha_256(app, town):
    ada = signed_in(app, town.ada)
    with app.test_request_context(headers={"Cookie": f"quotidia={written(ada)}"}):
        said = dict(flask_session)
    assert len(written(ada).rpartition(".")[2]) == 43  # 256 bits
    former = SecureCookieSessionInterface().get_signing_serializer(app).dumps(said)
    assert len(former.rpartition(".")[2]) == 27  # 160 bits
    ada.set_cookie("quotidia", former)
    assert stays(ada)
    with ada.session_transaction() as cookie:
        cookie["lang"] = "en"
    assert len(written(ada).rpartition(".")[2]) == 43
    assert stays(ada)


def test_another_secret_ends_every_cookie(app, town):
    ada = signed_in(app, town.ada)
    assert stays(ada)
    app.config["SECRET_KEY"] = "another"
    assert not stays(ada)


def test_two_people_with_cookies_read_before_stay_themselves_and_what_one_sets_is_not_the_other_s(app, town):
    ada, giulia = signed_in(app, town.ada), signed_in(app, town.giulia)
    for _time in range(2):
        assert "Ada" in ada.get(HOME).text
        assert "Giulia" in giulia.get(HOME).text
    ada.post("/preferences", data={"theme": "dark", "next": HOME})
    assert 'data-theme="dark"' in ada.get(HOME).text
    assert 'data-theme="dark"' not in giulia.get(HOME).text


def test_what_is_said_once_in_a_cookie_is_said_once(app, town):
    ada = signed_in(app, town.ada)
    with ada.session_transaction() as cookie:
        cookie["_flashes"] = [("ok", "Detto una volta")]
    assert "Detto una volta" in ada.get(HOME).text
    assert "Detto una volta" not in ada.get(HOME).text


def test_a_list_in_a_cookie_that_one_request_changes_in_place_is_as_it_was_for_the_next(app, town):
    ada = signed_in(app, town.ada)
    with ada.session_transaction() as cookie:
        cookie["seen"] = ["a"]
    sent = {"HTTP_COOKIE": f"quotidia={written(ada)}"}
    for _time in range(2):
        with app.test_request_context("/", environ_overrides=sent):
            assert flask_session["seen"] == ["a"]
            flask_session["seen"].append("b")
            flask_session["more"] = True
            assert app.session_interface._verified.cache_info().currsize
    with app.test_request_context("/", environ_overrides=sent):
        assert "more" not in flask_session
