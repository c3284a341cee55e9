"""A code of a device is of one person and one use, whoever is first, and asked for on every way in."""

import datetime

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts import second
from quizapp.accounts.models import RecoveryCode, School, User, UserSession
from quizapp.accounts.service import SHARED_IDLE_S, make_person, set_active
from quizapp.core.policy import Role
from quizapp.core.totp import STEP_S, code_at, secret_of, step_of
from tests.build import NOW, signed_in

STEP = datetime.timedelta(seconds=STEP_S)
SURE = {"password": "giulia-segreta"}


@pytest.fixture
def codes(app, session, town, clock):
    """Codes for Giulia: what her device shows so many steps from now, and her codes for its loss."""
    made, hashes = second.new_codes()
    nonce = second.new_nonce()
    with db.writing(session) as write:
        second.switch_on(write, town.giulia, nonce, 0, hashes)
    session.rollback()
    return lambda off=0: code_of(app, nonce, off), made


def code_of(app, nonce, off=0):
    return code_at(secret_of(app.config["SECRET_KEY"], nonce), step_of(NOW) + off)


def enter(app, name="giulia", **more):
    """A browser in which name and password were given."""
    client = app.test_client()
    sent = {"sign_in_name": name, "password": f"{name}-segreta", **more}
    assert client.post("/sign-in", data=sent).status_code == 303
    return client


def comes_in(client, code, **more):
    return client.post("/sign-in/code", data={"code": code}, **more).status_code == 303


def test_of_two_who_send_one_code_at_once_one_comes_in(session, town, codes):
    step = step_of(NOW)
    with db.writing(session) as write:
        kept = write.scalars(select(RecoveryCode.id).where(RecoveryCode.user_id == town.giulia)).first()
        assert [second.use_step(write, town.giulia, each) for each in (step, step, step - 1, step + 1)] == [
            True,
            False,
            False,
            True,
        ]
        assert [second.use_recovery(write, kept) for _time in range(2)] == [True, False]


def test_a_code_that_was_used_is_known_for_none_before_anybody_waits_for_a_turn(app, session, town, codes):
    code, _made = codes
    user, key = session.get_one(User, town.giulia), app.config["SECRET_KEY"]
    assert second.step_typed(user, key, code(), NOW) == step_of(NOW)
    user.totp_step = step_of(NOW)
    assert second.step_typed(user, key, code(), NOW) is None
    assert second.step_typed(user, key, code(1), NOW) == step_of(NOW) + 1
    session.rollback()


def test_the_code_that_showed_that_the_device_works_signs_nobody_in(app, session, town, clock):
    giulia = signed_in(app, town.giulia)
    giulia.get("/account/codes")
    with giulia.session_transaction() as cookie:
        nonce = cookie["codes_nonce"]
    assert giulia.post("/account/codes", data={"code": code_of(app, nonce), **SURE}).status_code == 303
    other = enter(app)
    assert not comes_in(other, code_of(app, nonce))
    assert comes_in(other, code_of(app, nonce, 1))


def test_a_page_left_open_sets_up_no_other_device_over_the_one_there_is(app, session, town, codes):
    giulia, nonce = signed_in(app, town.giulia), second.new_nonce()
    with giulia.session_transaction() as cookie:
        cookie["codes_nonce"] = nonce
    before = session.scalar(select(User.totp_nonce).where(User.id == town.giulia))
    giulia.post("/account/codes", data={"code": code_of(app, nonce), **SURE})
    session.rollback()
    assert session.scalar(select(User.totp_nonce).where(User.id == town.giulia)) == before


def test_the_codes_of_a_colleague_sign_nobody_else_in(app, session, town, codes):
    _code, made = codes
    others, hashes = second.new_codes()
    with db.writing(session) as write:
        second.switch_on(write, town.marco, second.new_nonce(), 0, hashes)
    client = enter(app)
    assert not comes_in(client, others[0])
    assert comes_in(client, made[0])


def test_ten_failures_at_all_unknown_places_together_make_every_unknown_place_wait(app, town, codes):
    code, _made = codes
    client = enter(app)
    for number in range(10):
        assert not comes_in(client, "000000", environ_base={"REMOTE_ADDR": f"192.0.2.{number % 3}"})
    assert not comes_in(client, code(), environ_base={"REMOTE_ADDR": "192.0.2.9"})


def test_who_is_stopped_between_password_and_code_gets_no_session(app, session, town, codes):
    code, _made = codes
    client = enter(app)
    with db.writing(session) as write:
        set_active(write, write.get_one(User, town.giulia), active=False, now=NOW)
    assert client.post("/sign-in/code", data={"code": code()}).headers["Location"] == "/sign-in"
    with db.writing(session) as write:
        set_active(write, write.get_one(User, town.giulia), active=True, now=NOW)
    assert client.get("/account").status_code == 303


def test_on_a_shared_computer_a_code_is_asked_for_too_and_the_session_ends_when_idle(app, session, town, codes):
    code, _made = codes
    client = enter(app, shared="y")
    assert client.get("/account").status_code == 303
    assert comes_in(client, code())
    assert session.scalars(select(UserSession.idle_s).where(UserSession.user_id == town.giulia)).one() == SHARED_IDLE_S
    with client.session_transaction() as cookie:
        assert not cookie.permanent


def test_what_one_school_asks_of_its_administrators_no_other_need_do(app, session, town, clock):
    with db.writing(session) as write:
        other = School(name="Altrove")
        write.add(other)
        write.flush()
        ida, _ = make_person(write, other.id, name="Ida", sign_in_name="ida", role=Role.ADMIN, now=NOW, password="-")
    assert signed_in(app, town.admin).post("/sign-in-rules", data={"on": "y"}).status_code == 303
    assert signed_in(app, town.admin).get("/people").headers["Location"] == "/account/codes"
    assert signed_in(app, ida.id).get("/people").status_code == 200


def test_seeds_have_128_bits_and_codes_for_a_loss_ten_signs_none_alike():
    nonces = {second.new_nonce() for _time in range(20)}
    assert {len(bytes.fromhex(each)) for each in nonces} == {16}
    made, hashes = second.new_codes()
    assert (len(nonces), len(set(made)), len(set(hashes))) == (20, 10, 10)
    assert {len(each) for each in made} == {10}
