"""One's own sign-in: sessions seen and ended, another password, and codes of a device."""

import datetime
import re

import pytest
import time_machine
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from quizapp import db
from quizapp.accounts import second
from quizapp.accounts.models import RecoveryCode, School, User, UserSession
from quizapp.accounts.service import end_session, make_person, open_session
from quizapp.core.policy import Role
from quizapp.core.totp import STEP_S, code_at, secret_of, step_of
from tests.build import NOW, signed_in

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
STEP = datetime.timedelta(seconds=STEP_S)


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as found:
        yield found


@pytest.fixture
def enters(app, town, clock):
    """Signs a person in by name and password, in a browser of its own."""

    def sign_in(name, agent=FIREFOX):
        client = app.test_client()
        client.environ_base["HTTP_USER_AGENT"] = agent
        client.post("/sign-in", data={"sign_in_name": name, "password": f"{name}-segreta"})
        return client

    return sign_in


def words(page):
    return BeautifulSoup(page.text, "html.parser").main.get_text(" ", strip=True)


def code_now(key, nonce, moment):
    return code_at(secret_of(key, nonce), step_of(moment))


def with_codes(app, session, user_id):
    """Codes for a person; the nonce of their device, and the codes for its loss."""
    made, hashes = second.new_codes()
    nonce = second.new_nonce()
    with db.writing(session) as write:
        second.switch_on(write, user_id, nonce, 0, hashes)
    session.rollback()
    return nonce, made


def test_browsers_are_listed_in_words_and_one_or_all_others_are_signed_out(enters, session, town):
    here, there, third = enters("ada"), enters("ada", "curl/8"), enters("ada")
    page = here.get("/account")
    assert "Firefox su Linux questo" in words(page)
    named = [each.strong.text for each in BeautifulSoup(page.text, "html.parser").select("main .list li")]
    assert sorted(named) == ["Firefox su Linux", "Firefox su Linux", "Un browser"]
    odd = session.scalars(select(UserSession.id).where(UserSession.browser == "")).one()
    sure = {"password": "ada-segreta"}
    assert "Verrà chiuso l’accesso da questo browser: Un browser" in words(here.get(f"/account/sessions?session={odd}"))
    ended = here.post("/account/sessions", data={"session": str(odd), **sure}, follow_redirects=True)
    assert "L’accesso da quel browser è chiuso." in words(ended)
    assert [client.get("/account").status_code for client in (here, there, third)] == [200, 303, 200]
    assert "Verrà chiuso l’accesso da 1 altro browser." in words(here.get("/account/sessions"))
    english = here.get("/account/sessions", headers={"Accept-Language": "en"})
    assert "1 other browser will be signed out." in words(english)
    ended = here.post("/account/sessions", data={"session": "others", **sure}, follow_redirects=True)
    assert "Ora l’accesso è aperto solo qui." in words(ended)
    assert [client.get("/account").status_code for client in (here, third)] == [200, 303]


def elsewhere(app, session, user_id):
    """Another browser in which this person is signed in."""
    with db.writing(session) as write:
        token = open_session(write, write.get_one(User, user_id), NOW)
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["token"] = token
    return client


@pytest.mark.parametrize("which", ["others", "{there}"])
def test_nobody_who_finds_a_session_open_ends_the_others_without_the_password(enters, session, town, which):
    there = enters("ada")
    (theirs,) = session.scalars(select(UserSession.id).where(UserSession.user_id == town.ada)).all()
    here, wanted = enters("ada"), {"session": which.format(there=theirs)}
    for sure in ({}, {"password": ""}, {"password": "indovino"}, {"password": "bruno-segreta"}):
        answer = here.post("/account/sessions", data={**wanted, **sure})
        assert answer.status_code == 422
        assert there.get("/account").status_code == 200
    assert "Questa non è la tua password" in words(answer)
    tries = [here.post("/account/sessions", data={**wanted, "password": "x"}).status_code for _ in range(9)]
    assert tries == [422] * 8 + [429]
    assert there.get("/account").status_code == 200


def test_where_codes_are_set_up_one_is_asked_for_before_others_are_signed_out_and_taken_once(app, session, town, clock):
    nonce, made = with_codes(app, session, town.giulia)
    here, there = signed_in(app, town.giulia), elsewhere(app, session, town.giulia)
    sure = {"session": "others", "password": "giulia-segreta"}
    right = code_now(app.config["SECRET_KEY"], nonce, NOW)
    assert 'autocomplete="one-time-code"' in here.get("/account/sessions").text
    for wrong in ({}, {"code": "000000"}, {"code": right, "password": "indovino"}):
        assert here.post("/account/sessions", data={**sure, **wrong}).status_code == 422
        assert there.get("/account").status_code == 200
    assert here.post("/account/sessions", data={**sure, "code": right}).status_code == 303
    assert [client.get("/account").status_code for client in (here, there)] == [200, 303]
    assert here.post("/account/sessions", data={**sure, "code": right}).status_code == 422
    assert here.post("/account/sessions", data={**sure, "code": made[0]}).status_code == 303


def test_who_came_by_nickname_gives_the_recovery_code(app, session, town, clock):
    with db.writing(session) as write:
        user, _code = make_person(
            write, 1, name="Volpe", sign_in_name="~1 volpe", role=Role.STUDENT, now=NOW, password="K7QM2XWP9RTB"
        )
        user_id = user.id
    here, there = signed_in(app, user_id), elsewhere(app, session, user_id)
    page = here.get("/account/sessions")
    assert "Il tuo codice di recupero" in words(page)
    told = here.post("/account/sessions", data={"session": "others", "password": "K7QM"})
    assert told.status_code == 422
    assert "Questo non è il tuo codice di recupero" in words(told)
    assert there.get("/account").status_code == 200
    assert here.post("/account/sessions", data={"session": "others", "password": "k7qm 2xwp 9rtb"}).status_code == 303
    assert [client.get("/account").status_code for client in (here, there)] == [200, 303]


@pytest.mark.parametrize("which", ["{bruno}", "0", "-1", "9" * 30, "x", ""])
def test_a_session_of_somebody_else_is_not_ended(enters, session, town, which):
    bruno, ada = enters("bruno"), enters("ada")
    theirs = session.scalars(select(UserSession.id).where(UserSession.user_id == town.bruno)).one()
    which = which.format(bruno=theirs)
    ada.post("/account/sessions", data={"session": which, "password": "ada-segreta"})
    assert ada.get("/account/sessions", query_string={"session": which}).headers["Location"] == "/account"
    with db.writing(session) as write:
        end_session(write, town.ada, theirs, NOW)
    assert bruno.get("/account").status_code == 200


def test_sessions_that_have_ended_are_forgotten_at_the_next_sign_in(enters, session, town, clock):
    enters("ada").post("/sign-out")
    enters("ada")
    clock.move_to(NOW + datetime.timedelta(days=31))
    enters("ada")
    rows = session.scalars(select(UserSession).where(UserSession.user_id == town.ada)).all()
    assert [row.created_at for row in rows] == [NOW + datetime.timedelta(days=31)]


def test_another_password_ends_the_others_and_is_used_from_then_on(app, enters, town):
    here, there = enters("ada"), enters("ada")
    new = {"current": "ada-segreta", "password": "tre gatti sul tetto", "again": "tre gatti sul tetto"}
    assert here.post("/account/password", data=new).status_code == 303
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 303
    signed = {"sign_in_name": "ada", "password": "ada-segreta"}
    assert app.test_client().post("/sign-in", data=signed).status_code == 422
    assert app.test_client().post("/sign-in", data={**signed, "password": new["password"]}).status_code == 303


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"current": "sbagliata"}, "Questa non è la tua password"),
        ({"password": "corta", "again": "corta"}, "Fra 8 e 200"),
        ({"password": "password", "again": "password"}, "fra quelle che si provano per prime"),
        ({"password": "ada-2026", "again": "ada-2026"}, "fra quelle che si provano per prime"),
        ({"password": "liceofermi24", "again": "liceofermi24"}, "fra quelle che si provano per prime"),
        ({"again": "altra cosa"}, "Non è uguale"),
    ],
)
def test_a_password_that_will_not_do_is_refused_with_a_sentence(enters, session, town, change, said):
    with db.writing(session) as write:
        write.scalars(select(School)).one().name = "Liceo Fermi"
    ada = enters("ada")
    before = session.scalar(select(User.password_hash).where(User.id == town.ada))
    new = {"current": "ada-segreta", "password": "tre gatti sul tetto", "again": "tre gatti sul tetto", **change}
    answer = ada.post("/account/password", data=new)
    assert answer.status_code == 422
    assert said in words(answer)
    session.rollback()
    assert session.scalar(select(User.password_hash).where(User.id == town.ada)) == before


def test_guessing_the_own_password_is_slowed_down_too(enters):
    ada = enters("ada")
    new = {"current": "x", "password": "tre gatti sul tetto", "again": "tre gatti sul tetto"}
    assert [ada.post("/account/password", data=new).status_code for _ in range(11)] == [422] * 10 + [429]


def test_the_first_admins_password_may_not_be_a_common_one(client, session):
    from quizapp.accounts.service import new_setup_code

    with db.writing(session) as write:
        code = new_setup_code(write)
    person = {"code": code, "name": "Ida Ferrante", "sign_in_name": "direzione"}
    for common in ("iloveyou", "Ferrante2026", "idaferrante", "direzione1"):
        assert client.post("/setup", data={**person, "password": common}).status_code == 422
    assert client.post("/setup", data={**person, "password": "tre gatti sul tetto"}).status_code == 303


def test_codes_are_set_up_from_the_picture_and_asked_for_at_the_next_sign_in(app, enters, session, town, clock):
    giulia = enters("giulia")
    page = giulia.get("/account/codes")
    with giulia.session_transaction() as cookie:
        nonce = cookie["codes_nonce"]
    assert giulia.get("/account/codes").text == page.text  # looking twice changes no secret
    assert giulia.get("/account/codes/picture").mimetype == "image/svg+xml"
    key = app.config["SECRET_KEY"]
    sure = {"password": "giulia-segreta"}
    assert giulia.post("/account/codes", data={"code": "000000", **sure}).status_code == 422
    done = giulia.post("/account/codes", data={"code": code_now(key, nonce, NOW), **sure})
    assert done.headers["Location"] == "/account/codes/kept"
    codes = re.findall(r">([0-9A-Z]{5} [0-9A-Z]{5})<", giulia.get("/account/codes/kept").text)
    assert len(set(codes)) == 10
    assert giulia.get("/account/codes/kept").status_code == 303  # once
    assert giulia.get("/account/codes/picture").status_code == 404
    kept = session.execute(select(User.totp_nonce, User.password_hash).where(User.id == town.giulia)).one()
    assert code_at(secret_of(key, nonce), step_of(NOW)) not in repr(kept)
    assert not any(
        code.replace(" ", "") in row for code in codes for row in session.scalars(select(RecoveryCode.code_hash))
    )
    clock.move_to(NOW + STEP)
    again = enters("giulia")
    assert again.get("/account").status_code == 303
    sent = again.post("/sign-in/code", data={"code": code_now(key, nonce, NOW + STEP)})
    assert sent.status_code == 303
    assert again.get("/account").status_code == 200


def test_a_code_is_taken_once_and_one_for_the_loss_too(app, enters, session, town):
    nonce, made = with_codes(app, session, town.giulia)
    right = code_now(app.config["SECRET_KEY"], nonce, NOW)
    first, replay = enters("giulia"), enters("giulia")
    assert first.post("/sign-in/code", data={"code": right}).status_code == 303
    assert replay.post("/sign-in/code", data={"code": right}).status_code == 422
    assert replay.get("/account").status_code == 303
    spaced = f"{made[3][:5]} {made[3][5:]}".lower()
    assert replay.post("/sign-in/code", data={"code": spaced}).status_code == 303
    assert replay.get("/account").status_code == 200
    assert enters("giulia").post("/sign-in/code", data={"code": spaced}).status_code == 422
    assert session.scalar(select(func.count()).select_from(RecoveryCode)) == 9


def test_without_name_and_password_no_code_is_asked_for(app, enters, session, town, clock):
    nonce, _made = with_codes(app, session, town.giulia)
    stranger = app.test_client()
    code = {"code": code_now(app.config["SECRET_KEY"], nonce, NOW)}
    assert stranger.get("/sign-in/code").headers["Location"] == "/sign-in"
    assert stranger.post("/sign-in/code", data=code).headers["Location"] == "/sign-in"
    late = enters("giulia")
    assert late.get("/sign-in/code").status_code == 200
    clock.move_to(NOW + datetime.timedelta(minutes=11))
    assert late.get("/sign-in/code").headers["Location"] == "/sign-in"
    assert late.get("/account").status_code == 303


def test_guessing_codes_is_slowed_down_and_a_right_one_waits_too(app, enters, session, town):
    nonce, _made = with_codes(app, session, town.giulia)
    giulia = enters("giulia")
    assert [giulia.post("/sign-in/code", data={"code": f"{n:06}"}).status_code for n in range(10)] == [422] * 10
    right = {"code": code_now(app.config["SECRET_KEY"], nonce, NOW)}
    assert giulia.post("/sign-in/code", data=right).status_code == 429
    assert giulia.get("/account").status_code == 303


def test_where_one_wanted_to_go_is_where_the_code_leads(app, enters, session, town):
    nonce, _made = with_codes(app, session, town.giulia)
    client = app.test_client()
    client.get("/banks")
    client.post("/sign-in", data={"sign_in_name": "giulia", "password": "giulia-segreta"})
    sent = client.post("/sign-in/code", data={"code": code_now(app.config["SECRET_KEY"], nonce, NOW)})
    assert sent.headers["Location"] == "/banks"


def test_codes_are_changed_and_switched_off_by_who_knows_the_password(app, session, town, clock):
    with_codes(app, session, town.giulia)
    giulia = signed_in(app, town.giulia)
    before = set(session.scalars(select(RecoveryCode.code_hash)))
    assert giulia.post("/account/codes/change", data={"password": "sbagliata", "act": "off"}).status_code == 422
    assert giulia.post("/account/codes/change", data={"password": "giulia-segreta", "act": "renew"}).status_code == 303
    session.rollback()
    assert not before & set(session.scalars(select(RecoveryCode.code_hash)))
    assert giulia.post("/account/codes/change", data={"password": "giulia-segreta", "act": "off"}).status_code == 303
    session.rollback()
    assert session.scalar(select(User.totp_nonce).where(User.id == town.giulia)) is None
    assert session.scalar(select(func.count()).select_from(RecoveryCode)) == 0


def test_an_administrator_helps_who_has_lost_the_device_and_a_colleague_cannot(app, session, town, clock):
    with_codes(app, session, town.giulia)
    place = f"/people/{town.user_ids['giulia']}/codes"
    assert signed_in(app, town.marco).post(place).status_code in {403, 404}
    assert "con il codice" in words(signed_in(app, town.admin).get("/sign-in-rules"))
    assert signed_in(app, town.admin).post(place).status_code == 303
    session.rollback()
    assert session.scalar(select(User.totp_nonce).where(User.id == town.giulia)) is None


def test_who_finds_a_session_open_locks_nobody_out_with_a_device_of_their_own(app, enters, session, town):
    giulia = enters("giulia")
    giulia.get("/account/codes")
    with giulia.session_transaction() as cookie:
        nonce = cookie["codes_nonce"]
    right = {"code": code_now(app.config["SECRET_KEY"], nonce, NOW)}
    assert giulia.post("/account/codes", data=right).status_code == 422
    told = giulia.post("/account/codes", data={**right, "password": "indovino"})
    assert told.status_code == 422
    assert "Questa non è la tua password" in words(told)
    assert [giulia.post("/account/codes", data={**right, "password": "indovino"}).status_code for _ in range(10)] == [
        422
    ] * 9 + [429]
    assert session.scalar(select(User.totp_nonce).where(User.id == town.giulia)) is None


def test_who_finds_an_administrators_session_open_gets_round_neither_password_nor_code(app, session, town, clock):
    with_codes(app, session, town.admin)
    before = session.execute(select(User.password_hash, User.totp_nonce).where(User.id == town.admin)).one()
    admin, mine = signed_in(app, town.admin), f"/people/{town.user_ids['admin']}"
    assert [admin.post(f"{mine}/{what}").status_code for what in ("password", "codes", "active")] == [403] * 3
    session.rollback()
    assert session.execute(select(User.password_hash, User.totp_nonce).where(User.id == town.admin)).one() == before
    assert admin.get("/account").status_code == 200
    for page in ("/people", "/sign-in-rules"):
        assert mine not in admin.get(page).text


def test_where_the_school_says_so_an_admin_without_codes_sets_them_up_first(app, session, town, clock):
    admin, giulia = signed_in(app, town.admin), signed_in(app, town.giulia)
    assert admin.post("/sign-in-rules", data={"on": "y"}).status_code == 303
    for place in ("/", "/people", "/admin", "/sign-in-rules"):
        assert admin.get(place).headers["Location"] == "/account/codes", place
    assert admin.post("/admin/backup").headers["Location"] == "/account/codes"
    assert giulia.get("/").status_code == 200
    assert "La tua scuola chiede" in words(admin.get("/account/codes"))
    with admin.session_transaction() as cookie:
        nonce = cookie["codes_nonce"]
    sure = {"password": "admin-segreta"}
    admin.post("/account/codes", data={"code": code_now(app.config["SECRET_KEY"], nonce, NOW), **sure})
    assert admin.get("/people").status_code == 200
