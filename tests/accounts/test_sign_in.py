"""Sign-in, throttling, sessions, set-up, and people."""

import hashlib
import re

import pytest
from sqlalchemy import select

from quizapp import create_app, db
from quizapp.accounts import queries, service
from quizapp.accounts.models import School, User, UserSession
from quizapp.core.policy import Role
from quizapp.web.clock import now
from tests.build import signed_in
from tests.house import begin


def sign_in(client, name, password):
    return client.post("/sign-in", data={"sign_in_name": name, "password": password})


def test_a_right_password_opens_a_session_and_a_wrong_one_does_not(client, town):
    assert sign_in(client, "ada", "sbagliata").status_code == 422
    assert client.get("/history").status_code == 303
    assert sign_in(client, " ADA ", "ada-segreta").status_code == 303
    assert client.get("/history").status_code == 200


def test_after_ten_failures_a_name_must_wait_and_others_need_not(client, town):
    for _ in range(10):
        assert sign_in(client, "ada", "sbagliata").status_code == 422
    assert sign_in(client, "ada", "ada-segreta").status_code == 429
    assert sign_in(client, "giulia", "giulia-segreta").status_code == 303


def test_an_unknown_name_is_throttled_alike(client, town):
    for _ in range(10):
        sign_in(client, "nessuno", "x")
    assert sign_in(client, "nessuno", "x").status_code == 429


def test_signing_out_ends_the_session_on_the_server(client, town, session):
    sign_in(client, "ada", "ada-segreta")
    with client.session_transaction() as cookie:
        token = cookie["token"]
    client.post("/sign-out")
    with client.session_transaction() as cookie:
        cookie["token"] = token
    assert client.get("/history").status_code == 303
    assert session.scalars(select(UserSession.revoked_at)).one() is not None


def test_signing_in_changes_the_session(client, town):
    sign_in(client, "ada", "ada-segreta")
    with client.session_transaction() as cookie:
        first = cookie["token"]
    sign_in(client, "ada", "ada-segreta")
    with client.session_transaction() as cookie:
        assert cookie["token"] != first


def test_whoever_was_signed_in_before_in_this_browser_is_signed_out_on_the_server(client, town):
    sign_in(client, "ada", "ada-segreta")
    with client.session_transaction() as cookie:
        token = cookie["token"]
    sign_in(client, "bruno", "bruno-segreta")
    with client.session_transaction() as cookie:
        cookie["token"] = token
    assert client.get("/history").status_code == 303


def test_a_long_address_asked_for_while_signed_out_leaves_room_for_the_sign_in(client, town):
    words = "".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(110))
    away = client.get(f"/history?from={words}")
    assert (away.status_code, away.headers["Location"]) == (303, "/sign-in")
    assert all(len(cookie) < 4096 for cookie in away.headers.getlist("Set-Cookie"))
    assert sign_in(client, "ada", "ada-segreta").headers["Location"] == "/"


def test_no_cookie_travels_with_what_may_be_kept_for_everybody(client, town):
    sign_in(client, "ada", "ada-segreta")
    client.get("/")
    with client.get("/static/css/app.css") as answer:
        assert answer.headers["Cache-Control"].startswith("public")
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")
    assert "Set-Cookie" not in client.get("/history").headers


@pytest.mark.parametrize("address", ["/nowhere", "/sign-out", "/q/{attempt}/1"])
def test_a_form_of_another_site_leaves_the_cookie_alone(app, town, client, address):
    attempt = begin(signed_in(app, town.ada), town.immediate).split("/")[2]
    sent = client.post(
        address.format(attempt=attempt), data={"answer": "x"}, headers={"Sec-Fetch-Site": "cross-site"}
    )  # as a browser sends it: without the cookie
    assert "Set-Cookie" not in sent.headers


def test_a_page_asked_for_while_signed_out_comes_after_sign_in(client, town):
    client.get("/history")
    assert sign_in(client, "ada", "ada-segreta").headers["Location"] == "/history"


def test_the_first_admin_needs_the_printed_code(app, client, session):
    with db.writing(session) as write:
        code = service.new_setup_code(write)
    person = {"name": "Ida", "sign_in_name": "ida", "password": "molto-segreta"}
    assert client.post("/setup", data={**person, "code": "0000"}).status_code == 422
    assert client.post("/setup", data={**person, "code": code}).status_code == 303
    assert session.scalars(select(User.role)).one() == "admin"
    assert app.test_client().get("/setup").status_code == 404


def test_a_teacher_makes_a_student_who_can_sign_in_with_the_shown_password(app, town):
    giulia = signed_in(app, town.giulia)
    made = giulia.post("/people/new", data={"name": "Carla", "sign_in_name": "carla", "role": "student"})
    assert made.status_code == 303
    password = re.search(r"password «([^»]+)»", giulia.get("/people").text)[1]
    assert sign_in(app.test_client(), "carla", password).status_code == 303


def test_a_teacher_cannot_make_a_teacher_nor_touch_one(app, town):
    giulia = signed_in(app, town.giulia)
    made = giulia.post("/people/new", data={"name": "Carla", "sign_in_name": "carla", "role": "teacher"})
    assert made.status_code == 422
    assert giulia.post(f"/people/{town.user_ids['marco']}/password").status_code in {403, 404}


def test_somebody_stopped_is_out_at_once(app, town):
    ada = signed_in(app, town.ada)
    assert ada.get("/history").status_code == 200
    signed_in(app, town.giulia).post(f"/people/{town.user_ids['ada']}/active", data={"active": "0"})
    assert ada.get("/history").status_code == 303
    assert sign_in(app.test_client(), "ada", "ada-segreta").status_code == 422


def test_a_return_address_elsewhere_is_not_followed(client):
    for bad in ("//evil.example", "https://evil.example", "/\\evil.example"):
        assert client.post("/preferences", data={"lang": "en", "next": bad}).headers["Location"] == "/"


@pytest.fixture
def second(session, town):
    """A second school, with a student of the same sign-in name as one of the first."""
    with db.writing(session) as write:
        school = School(name="Liceo Volta")
        write.add(school)
        write.flush()
        service.make_person(
            write,
            school.id,
            name="Ada Neri",
            sign_in_name="ada",
            role=Role.STUDENT,
            now=now(),
            password="volta-segreta",
        )
        return school.id


def test_with_one_school_the_sign_in_does_not_ask_for_it(client, town):
    assert b'name="school"' not in client.get("/sign-in").data


def test_with_two_schools_the_sign_in_asks_for_one_and_a_name_of_both_finds_its_own(client, session, second):
    assert b"Liceo Volta" in client.get("/sign-in").data
    theirs = {"school": second, "sign_in_name": "ada", "password": "volta-segreta"}
    assert client.post("/sign-in", data={**theirs, "password": "ada-segreta"}).status_code == 422
    assert client.post("/sign-in", data=theirs).status_code == 303
    assert "Ada Neri" in client.get("/").text
    ours = client.application.test_client()
    first = {"school": queries.schools(session)[-1].id, "sign_in_name": "ada", "password": "ada-segreta"}
    assert ours.post("/sign-in", data=first).status_code == 303
    assert "Ada Neri" not in ours.get("/").text


@pytest.mark.parametrize("school", [None, "", "9999", "x"])
def test_a_school_that_is_not_on_offer_signs_nobody_in(client, second, school):
    data = {"sign_in_name": "ada", "password": "ada-segreta"} | ({} if school is None else {"school": school})
    assert client.post("/sign-in", data=data).status_code == 422
    assert client.get("/history").status_code == 303


@pytest.mark.parametrize(
    ("https", "name", "address"), [("1", "__Host-quotidia", "https://quotidia.test"), ("", "quotidia", "http://scuola")]
)
def test_the_cookie_follows_the_scheme(app, town, tmp_path, monkeypatch, https, name, address):
    monkeypatch.setenv("QUIZAPP_HTTPS", https)
    made = create_app(TESTING=True, DATABASE_URL=app.config["DATABASE_URL"], DATA_DIR=tmp_path, WTF_CSRF_ENABLED=False)
    client = made.test_client()
    sent = client.post("/sign-in", data={"sign_in_name": "ada", "password": "ada-segreta"}, base_url=address)
    (cookie,) = sent.headers.getlist("Set-Cookie")
    said = {each.strip() for each in cookie.split(";")}
    assert cookie.startswith(f"{name}=")
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= said
    assert ("Secure" in said) == bool(https)
    assert "Domain" not in cookie
    assert client.get("/history", base_url=address).status_code == 200
    made.extensions["engine"].dispose()
