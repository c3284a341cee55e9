"""Sign-in, throttling, sessions, set-up, and people."""

import hashlib
import re
import time
import unicodedata
import urllib.parse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from quizapp import create_app, db, schema
from quizapp.accounts import passwords, queries, service, slowing
from quizapp.accounts.models import School, User, UserSession
from quizapp.core.policy import Role
from quizapp.web import guesses
from quizapp.web.clock import now
from tests.build import signed_in
from tests.house import begin

AT = "198.51.100.7"


def sign_in(client, name, password):
    return client.post("/sign-in", data={"sign_in_name": name, "password": password})


def test_a_right_password_opens_a_session_and_a_wrong_one_does_not(client, town):
    assert sign_in(client, "ada", "sbagliata").status_code == 422
    assert client.get("/history").status_code == 303
    assert sign_in(client, " ADA ", "ada-segreta").status_code == 303
    assert client.get("/history").status_code == 200


def test_a_hash_of_former_days_is_made_anew_by_who_knows_the_password(client, town, session, monkeypatch):
    def stored():
        session.rollback()
        return session.scalar(select(User.password_hash).where(User.id == town.ada))

    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))
    with db.writing(session) as write:
        write.get_one(User, town.ada).password_hash = weak = passwords.hash_password("ada-segreta")
    monkeypatch.undo()
    sign_in(client, "ada", "indovino")
    assert stored() == weak
    assert sign_in(client, "ada", "ada-segreta").status_code == 303
    renewed = stored()
    assert not passwords.is_outdated(renewed)
    client.post("/sign-out")
    assert sign_in(client, "ada", "ada-segreta").status_code == 303
    assert stored() == renewed


def test_after_ten_failures_a_name_must_wait_and_others_need_not(client, town):
    for _ in range(10):
        assert sign_in(client, "ada", "sbagliata").status_code == 422
    assert sign_in(client, "ada", "ada-segreta").status_code == 429
    assert sign_in(client, "giulia", "giulia-segreta").status_code == 303


def test_an_unknown_name_is_throttled_alike(client, town):
    for _ in range(10):
        sign_in(client, "nessuno", "x")
    assert sign_in(client, "nessuno", "x").status_code == 429


def test_nobody_is_hashed_as_long_as_somebody(client, town, monkeypatch):
    checked = []
    hasher = passwords._hasher
    noting = SimpleNamespace(verify=lambda *given: checked.append(given), check_needs_rehash=hasher.check_needs_rehash)
    monkeypatch.setattr(passwords, "_hasher", noting)
    for name in ("nessuno", "ada"):
        sign_in(client, name, "x")
    assert [password for _stored, password in checked] == ["x", "x"]
    dummy, real = (stored for stored, _password in checked)
    assert dummy.split("$")[:4] == real.split("$")[:4] == hasher.hash("y").split("$")[:4]


def test_forty_students_behind_one_address_sign_in_though_one_of_them_guesses(app, town, session):
    with db.writing(session) as write:
        school, hashed = queries.school(write).id, passwords.hash_password("la-stessa")
        for number in range(40):
            service.make_person(
                write, school, name="S", sign_in_name=f"s{number}", role=Role.STUDENT, now=now(), password="-",
                hashed=hashed,
            )  # fmt: skip
    for _ in range(31):
        sign_in(app.test_client(), "giulia", "indovino")
    assert {sign_in(app.test_client(), f"s{number}", "la-stessa").status_code for number in range(40)} == {303}


def at_once(app, requests):
    """The statuses of requests whose hashes wait until as many are under way as are let through."""
    with ThreadPoolExecutor(len(requests)) as pool:
        return Counter(pool.map(lambda each: each(app.test_client()).status_code, requests))


@pytest.fixture
def slow_hash(monkeypatch):
    """A hash that nobody ends before everybody has begun, or been refused."""

    def slow(user, password, *, check=service.check_password):
        time.sleep(0.2)
        return check(user, password)

    monkeypatch.setattr(service, "check_password", slow)


def test_forty_guesses_at_once_are_ten_tries(app, town, slow_hash):
    guess = [lambda client: sign_in(client, "ada", "indovino")] * 40
    assert at_once(app, guess) == {422: 10, 429: 30}


def test_guesses_at_once_from_everywhere_are_thirty_tries(app, town, slow_hash):
    def guess(number):
        sent, place = {"sign_in_name": "ada", "password": "x"}, {"REMOTE_ADDR": f"192.0.2.{number}"}
        return lambda client: client.post("/sign-in", data=sent, environ_base=place)

    assert at_once(app, [guess(number) for number in range(40)]) == {422: 30, 429: 10}


def test_a_right_password_uses_up_no_try(app, client, town):
    known = signed_in(app, town.ada)
    for _ in range(12):
        sign_in(known, "ada", "ada-segreta")
    assert [sign_in(client, "ada", "indovino").status_code for _ in range(11)] == [422] * 10 + [429]


def test_whoever_signed_in_here_before_is_slowed_down_by_nobody_else(app, client, town):
    sign_in(client, "ada", "ada-segreta")
    client.post("/sign-out")
    guesser = app.test_client()
    assert [sign_in(guesser, "ada", "indovino").status_code for _ in range(11)] == [422] * 10 + [429]
    assert sign_in(app.test_client(), "ada", "ada-segreta").status_code == 429
    assert sign_in(client, "ada", "ada-segreta").status_code == 303


def test_a_browser_that_is_known_has_ten_free_tries_too(client, town, clock):
    sign_in(client, "ada", "ada-segreta")
    client.post("/sign-out")
    assert [sign_in(client, "ada", "indovino").status_code for _ in range(10)] == [422] * 10
    assert sign_in(client, "ada", "ada-segreta").status_code == 429
    assert sign_in(client, "giulia", "giulia-segreta").status_code == 303
    clock.shift(service.WINDOW)
    assert sign_in(client, "ada", "ada-segreta").status_code == 303


def test_what_fails_in_known_browsers_counts_for_no_other(app, town):
    known = [app.test_client() for _ in range(slowing.PLACES)]
    for each in known:
        assert sign_in(each, "ada", "ada-segreta").status_code == 303
        each.post("/sign-out")
    for each in known:
        assert [sign_in(each, "ada", "indovino").status_code for _ in range(10)] == [422] * 10
    assert sign_in(app.test_client(), "ada", "ada-segreta").status_code == 303


def test_on_a_shared_computer_nothing_is_known_afterwards(client, town):
    shared = {"sign_in_name": "ada", "password": "ada-segreta", "shared": "y"}
    assert client.post("/sign-in", data=shared).status_code == 303
    client.post("/sign-out")
    with client.session_transaction() as cookie:
        assert "known" not in cookie
        assert not cookie.permanent


def test_a_browser_known_to_one_account_is_not_known_to_another(app, client, town):
    sign_in(client, "ada", "ada-segreta")
    client.post("/sign-out")
    for _ in range(10):
        sign_in(app.test_client(), "giulia", "indovino")
    assert sign_in(client, "giulia", "giulia-segreta").status_code == 429


def test_guessing_from_one_address_slows_down_that_one_and_from_three_all_unknown_browsers(app, town):
    def tried(address, password=None, **headers):
        sent = {"sign_in_name": "ada", "password": password or "indovino"}
        place = {"REMOTE_ADDR": address}
        return app.test_client().post("/sign-in", data=sent, environ_base=place, headers=headers).status_code

    assert [tried("192.0.2.1") for _ in range(11)] == [422] * 10 + [429]
    assert tried("192.0.2.1", **{"X-Forwarded-For": "192.0.2.9", "Forwarded": "for=192.0.2.9"}) == 429
    assert [tried("192.0.2.2") for _ in range(10)] == [422] * 10
    assert tried("192.0.2.3", "ada-segreta") == 303
    for address in ("192.0.2.4", "192.0.2.5", "192.0.2.6"):
        assert [tried(address) for _ in range(10)] == [422] * 10
    assert tried("192.0.2.7", "ada-segreta") == 429


def test_another_password_lets_in_who_had_to_wait(app, client, town):
    for _ in range(10):
        sign_in(client, "ada", "indovino")
    signed_in(app, town.giulia).post(f"/people/{town.user_ids['ada']}/password")
    assert sign_in(client, "ada", "indovino").status_code == 422


def test_no_address_is_kept_and_what_a_process_remembers_has_an_end(app, client, town, session, monkeypatch):
    monkeypatch.setattr(guesses, "MOST", 5)
    for number in range(8):
        client.post("/sign-in", data={"sign_in_name": f"n{number}", "password": "x"}, environ_base={"REMOTE_ADDR": AT})
    assert len(app.extensions["guesses"]._found) == 5
    stored = [repr(row) for table in schema.TABLES.values() for row in session.execute(table.select())]
    assert AT not in "".join(stored) + repr(app.extensions["guesses"]._found)


def test_signing_out_ends_the_session_on_the_server(client, town, session):
    sign_in(client, "ada", "ada-segreta")
    with client.session_transaction() as cookie:
        token = cookie["token"]
    client.post("/sign-out")
    with client.session_transaction() as cookie:
        cookie["token"] = token
    assert client.get("/history").status_code == 303
    assert session.scalars(select(UserSession.revoked_at)).one() is not None


def test_a_password_is_taken_to_the_letter_and_may_be_long(client, town, session):
    chosen = f" Éa\u0301 {'Parola ' * 12}ñ\t"
    with db.writing(session) as write:
        service.set_password(write, write.get_one(User, town.ada), passwords.hash_password(chosen), now())
    for other in (chosen.strip(), chosen.lower(), chosen[:72], unicodedata.normalize("NFC", chosen)):
        assert sign_in(client, "ada", other).status_code == 422
    assert sign_in(client, "ada", chosen).status_code == 303


def test_a_token_is_long_and_kept_as_a_digest(client, town, session):
    sign_in(client, "ada", "ada-segreta")
    with client.session_transaction() as cookie:
        token = cookie["token"]
    assert len(token) >= 43  # 256 bits in base64
    assert session.scalars(select(UserSession.token_hash)).one() == hashlib.sha256(token.encode()).hexdigest()


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


def test_a_session_of_somebody_stopped_opens_nothing(app, town, session):
    ada = signed_in(app, town.ada)
    with db.writing(session) as write:
        write.get_one(User, town.ada).active = False
    assert ada.get("/history").status_code == 303


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


@pytest.mark.parametrize(
    "asked", ["/q/%0d%0aX-Y:%20z/1", "/articles/%0aa", "/banks/a%3Fb%23c", "/people?x=%0d%0aY:%201"]
)
def test_whatever_signs_an_address_has_sign_in_leads_to_it_and_says_nothing_else(app, town, asked):
    client = app.test_client()
    assert client.get(asked).headers["Location"] == "/sign-in"
    entered = client.post("/sign-in", data={"sign_in_name": "giulia", "password": "giulia-segreta"})
    assert entered.status_code == 303
    assert urllib.parse.unquote(entered.headers["Location"]) == urllib.parse.unquote(asked)
    assert client.get(entered.headers["Location"]).status_code == (200 if "people" in asked else 404)
    assert not {"X-Y", "Y"} & set(entered.headers.keys())
