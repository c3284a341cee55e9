"""Coming into a class by code, from the first time to a lost code, through the real client and database."""

import datetime
import re

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from quizapp import db
from quizapp.accounts import slowing
from quizapp.accounts.models import User
from quizapp.accounts.service import WINDOW
from quizapp.classes import queries, service
from quizapp.classes.models import Membership, SchoolClass
from quizapp.core.codes import ALPHABET, JOIN_LENGTH, make_code, normal_code, shown_code
from quizapp.web.clock import now
from tests.build import signed_in

PERSIAN = "\u0645\u06cc\u200c\u0631\u0648\u0645"
"""A word with a sign in it that is not seen and joins no letters."""


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


@pytest.fixture
def code(giulia, town):
    """The code of Ada's class, freshly put on the board."""
    giulia.post(f"/classes/{town.school_class}/code")
    page = giulia.get(f"/classes/{town.school_class}").text
    return normal_code(re.search(r'class="bigcode">([^<]+)<', page)[1])


def come_in(app, code, nickname, **more):
    """A new browser that joins; returns it with its recovery code."""
    client = app.test_client()
    answer = client.post(f"/join/{code}/new", data={"new-nickname": nickname, **more})
    if answer.status_code != 303:
        return client, answer
    return client, re.search(r'class="bigcode">([^<]+)<', client.get(answer.headers["Location"]).text)[1]


@given(st.text(max_size=12))
def test_a_code_is_the_same_however_it_is_typed(noise):
    code = make_code(JOIN_LENGTH)
    assert set(code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL")
    spaced = f" {shown_code(code).lower()} "
    assert normal_code(spaced) == code
    assert normal_code(normal_code(noise)) == normal_code(noise)


def test_a_student_comes_in_with_a_nickname_and_finds_the_quiz(app, town, code, session):
    board = f" {code[:3].lower()} {code[3:]}"
    assert app.test_client().post("/join", data={"code": board}).headers["Location"] == f"/join/{code}"
    client, recovery = come_in(app, code, "Lupo Grigio")
    assert len(normal_code(recovery)) == 12
    assert "Il quiz sull’accordo" in client.get("/").text
    assert client.post(f"/assignments/{town.immediate}/start").status_code == 303
    assert client.get("/welcome").status_code == 303, "the recovery code is shown once"
    user = session.scalars(select(User).where(User.name == "Lupo Grigio")).one()
    assert recovery not in user.password_hash


def test_a_wrong_code_says_where_to_look(app, town):
    refused = app.test_client().post("/join", data={"code": "ZZZ ZZZ"})
    assert refused.status_code == 422
    assert "alla lavagna" in refused.text
    assert app.test_client().get("/join/ZZZZZZ").status_code == 404


def test_guessing_at_codes_is_slowed_down_by_address_and_lets_others_in(app, town, code, monkeypatch):
    def tried(typed, address="192.0.2.1"):
        return app.test_client().post("/join", data={"code": typed}, environ_base={"REMOTE_ADDR": address}).status_code

    monkeypatch.setattr(slowing, "CODES", 6)
    assert [tried("ZZZZZZ") for _ in range(4)] == [422] * 4
    assert tried(code) == 303
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.1"
    assert [client.get(f"/join/{wrong}").status_code for wrong in ("YYYYYY", "XXXXXX", code)] == [404, 404, 429]
    assert tried("ZZZZZZ") == tried(code) == 429
    assert tried(code, "192.0.2.2") == 303
    with time_machine.travel(now() + WINDOW, tick=False):
        assert tried(code) == 303


@pytest.mark.parametrize(
    "other",
    [
        "lupo grigio", "LUPO  GRÌGIO", "Lupo-Grigio", "Lu\u200bpo Grigio", "\u202eLupo Grigio", "Lupo\u2800 Grigio",
        "Lupo Gri\u00adgio", "L\u034fupo Grigio", "\uff2c\uff35\uff30\uff2f Grigio", "Lupo Grigio\U000e0041",
    ],
)  # fmt: skip
def test_a_nickname_that_reads_the_same_is_taken(app, code, other):
    come_in(app, code, "Lupo Grigio")
    _client, refused = come_in(app, code, other)
    assert refused.status_code == 422
    assert "soprannome" in refused.text


def test_the_recovery_code_lets_in_again_on_another_computer(app, code):
    _first, recovery = come_in(app, code, "Lupo")
    again = app.test_client()
    wrong = again.post(f"/join/{code}/again", data={"back-nickname": "Lupo", "back-recovery": "2222 2222 2222"})
    assert wrong.status_code == 422
    right = again.post(f"/join/{code}/again", data={"back-nickname": "lupo", "back-recovery": recovery.lower()})
    assert right.status_code == 303
    assert "Lupo" in again.get("/").text


@pytest.mark.parametrize("nickname", ["Lupo", "Nessuno"])
def test_guessing_at_one_nickname_is_slowed_and_nobody_else(app, code, nickname):
    come_in(app, code, "Lupo")
    _volpe, recovery = come_in(app, code, "Volpe")
    guesser = app.test_client()
    wrong = {"back-nickname": nickname, "back-recovery": "wrong"}
    answers = [guesser.post(f"/join/{code}/again", data=wrong).status_code for _ in range(11)]
    assert answers == [422] * 10 + [429]
    back = app.test_client().post(f"/join/{code}/again", data={"back-nickname": "Volpe", "back-recovery": recovery})
    assert back.status_code == 303


def test_the_teacher_gives_a_new_recovery_code_which_unlocks(app, giulia, town, code, session):
    lupo, old = come_in(app, code, "Lupo")
    for _ in range(11):
        app.test_client().post(f"/join/{code}/again", data={"back-nickname": "Lupo", "back-recovery": "wrong"})
    person = session.scalars(select(User.public_id).where(User.name == "Lupo")).one()
    page = giulia.post(f"/classes/{town.school_class}/members/{person}/recovery", follow_redirects=True).text
    new = re.search(r"Lupo è ([0-9A-Z ]{14})", page)[1]
    assert "accedi" in lupo.get("/history", follow_redirects=True).text.lower(), "the old sessions have ended"
    for recovery, status in ((old, 422), (new, 303)):
        sent = {"back-nickname": "Lupo", "back-recovery": recovery}
        assert app.test_client().post(f"/join/{code}/again", data=sent).status_code == status


def test_a_locked_class_and_an_old_code_let_nobody_new_in(app, giulia, town, code):
    _lupo, recovery = come_in(app, code, "Lupo")
    giulia.post(f"/classes/{town.school_class}/rules", data={"locked": "1"})
    _client, refused = come_in(app, code, "Volpe")
    assert refused.status_code == 422
    back = app.test_client().post(f"/join/{code}/again", data={"back-nickname": "Lupo", "back-recovery": recovery})
    assert back.status_code == 303, "those who are in come back"
    giulia.post(f"/classes/{town.school_class}/rules", data={})
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=15)):
        _client, refused = come_in(app, code, "Orso")
        assert refused.status_code == 422
    giulia.post(f"/classes/{town.school_class}/code")
    assert app.test_client().get(f"/join/{code}").status_code == 404, "a rotated code leads nowhere"


def test_a_newcomer_who_must_wait_sees_no_quiz_until_let_in(app, giulia, town, code, session):
    giulia.post(f"/classes/{town.school_class}/rules", data={"asks_approval": "1"})
    lupo, _recovery = come_in(app, code, "Lupo")
    waiting = lupo.get("/").text
    assert "Il quiz sull’accordo" not in waiting
    assert "Entri in 3ªB appena la tua o il tuo docente conferma" in waiting
    assert lupo.post(f"/assignments/{town.immediate}/start").status_code == 404
    assert "aspetta" in giulia.get(f"/classes/{town.school_class}").text
    person = session.scalars(select(User.public_id).where(User.name == "Lupo")).one()
    giulia.post(f"/classes/{town.school_class}/members/{person}/approve")
    assert "Il quiz sull’accordo" in lupo.get("/").text


def test_all_who_wait_are_let_in_by_one_press(app, giulia, town, code, session):
    giulia.post(f"/classes/{town.school_class}/rules", data={"asks_approval": "1"})
    wolves = [come_in(app, code, name)[0] for name in ("Lupo", "Lupa")]
    place = f"/classes/{town.school_class}/approve"
    assert signed_in(app, town.ada).post(place).status_code == 403
    assert signed_in(app, town.marco).post(place).status_code == 404
    assert f'action="{place}"' in giulia.get(f"/classes/{town.school_class}").text
    page = giulia.post(place, follow_redirects=True).text
    assert "2 studenti" in page
    assert f'action="{place}"' not in page
    assert all("Il quiz sull’accordo" in wolf.get("/").text for wolf in wolves)


def test_the_register_keeps_the_name_beside_the_nickname(app, giulia, town, code, session):
    come_in(app, code, "Lupo")
    come_in(app, code, "Volpe")
    person = session.scalars(select(User.public_id).where(User.name == "Lupo")).one()
    place = f"/classes/{town.school_class}/members/{person}"
    assert giulia.post(place, data={"nickname": "volpe", "name": "Luca Neri"}).status_code == 422
    assert giulia.post(place, data={"nickname": "Lupo bianco", "name": "Luca Neri"}).status_code == 303
    page = giulia.get(f"/classes/{town.school_class}").text
    assert "Luca Neri" in page
    assert "Lupo bianco" in page


def test_a_list_of_names_becomes_accounts_whose_cards_sign_in(app, giulia, town, session):
    made = giulia.post(
        f"/classes/{town.school_class}/accounts", data={"names": "Luca Neri\n\n  Luca  Neri\nZoë D’Arco"}
    )
    assert made.status_code == 303
    page = giulia.get(made.headers["Location"]).text
    cards = re.findall(r"<dd>([^<]+)</dd>\s*<dt>[^<]+</dt><dd>([^<]+)</dd>", page)
    assert sorted(name for name, _password in cards) == ["luca.neri", "luca.neri2", "zoe.d.arco"]
    for name, password in cards:
        answer = app.test_client().post("/sign-in", data={"sign_in_name": name, "password": password})
        assert answer.status_code == 303
        assert password not in "".join(session.scalars(select(User.password_hash)))
    for later, status in ((datetime.timedelta(hours=2), 404), (-datetime.timedelta(seconds=5), 200)):
        with time_machine.travel(datetime.datetime.now(datetime.UTC) + later):
            assert giulia.get(made.headers["Location"]).status_code == status


def test_a_name_too_long_for_the_register_is_refused_by_its_line(giulia, town, session):
    before = session.scalar(select(func.count()).select_from(User))
    sent = giulia.post(f"/classes/{town.school_class}/accounts", data={"names": f"Luca Neri\n\n{'x' * 121}\nZoë"})
    assert sent.status_code == 422
    assert "Riga 3" in sent.text
    assert session.scalar(select(func.count()).select_from(User)) == before


def test_a_class_goes_into_the_next_year_with_its_people(app, giulia, town, code, session):
    come_in(app, code, "Lupo")
    moved = giulia.post(
        f"/classes/{town.school_class}/next-year", data={"next-name": "4ªB", "next-school_year": "2027/28"}
    )
    assert moved.status_code == 303
    old, new = session.scalars(select(SchoolClass).order_by(SchoolClass.id)).all()
    people = [
        set(session.scalars(select(Membership.user_id).where(Membership.class_id == each.id))) for each in (old, new)
    ]
    assert people[0] == people[1]
    assert old.archived_at is not None
    assert old.join_code is None
    assert "Il quiz sull’accordo" not in signed_in(app, town.ada).get("/").text


def test_a_shared_computer_forgets_an_idle_student(app, code):
    client, _recovery = come_in(app, code, "Lupo", **{"new-shared": "y"})
    start = datetime.datetime.now(datetime.UTC)
    with time_machine.travel(start + datetime.timedelta(minutes=15)):
        assert client.get("/history").status_code == 200
    with time_machine.travel(start + datetime.timedelta(minutes=36)):
        assert client.get("/history").status_code == 303


def test_a_student_with_an_account_comes_into_a_further_class(app, town, code, session):
    bruno = signed_in(app, town.bruno)
    assert "Bruno" in bruno.get(f"/join/{code}").text
    assert bruno.post(f"/join/{code}/me").status_code == 303
    assert "Il quiz sull’accordo" in bruno.get("/").text
    assert signed_in(app, town.marco).post(f"/join/{code}/me").status_code == 403


def test_a_student_with_an_account_waits_and_stays_out_like_anybody(app, giulia, town, code, session):
    bruno = signed_in(app, town.bruno)
    giulia.post(f"/classes/{town.school_class}/rules", data={"locked": "1"})
    assert bruno.post(f"/join/{code}/me").status_code == 409
    giulia.post(f"/classes/{town.school_class}/rules", data={"asks_approval": "1"})
    assert bruno.post(f"/join/{code}/me").status_code == 303
    assert "Il quiz sull’accordo" not in bruno.get("/").text
    giulia.post(f"/classes/{town.school_class}/members/{town.user_ids['bruno']}/approve")
    assert "Il quiz sull’accordo" in bruno.get("/").text


def test_a_nickname_is_changed_to_a_free_one_alone_and_may_stay(app, giulia, town, code, session):
    come_in(app, code, "Lupo")
    come_in(app, code, "Volpe")
    person = session.scalars(select(User.public_id).where(User.name == "Lupo")).one()
    place = f"/classes/{town.school_class}/members/{person}"
    for nickname, status in (("volpe", 422), ("LUPO", 303), ("Orso", 303)):
        assert giulia.post(place, data={"nickname": nickname, "name": "Ugo Bo"}).status_code == status, nickname
    session.rollback()
    assert "Orso" in set(session.scalars(select(Membership.nickname)))
    _client, taken = come_in(app, code, "orso")
    assert taken.status_code == 422
    _again, recovery = come_in(app, code, "Lupo")
    assert len(normal_code(recovery)) == 12, "the former nickname is free"


def test_an_archived_class_gives_its_code_up_and_next_year_nobody_is_let_in_unasked(app, giulia, town, code, session):
    giulia.post(f"/classes/{town.school_class}/rules", data={"asks_approval": "1"})
    come_in(app, code, "Lupo")
    giulia.post(f"/classes/{town.school_class}/next-year", data={"next-name": "4ªB", "next-school_year": "2027/28"})
    assert app.test_client().get(f"/join/{code}").status_code == 404
    waiting = set(session.scalars(select(Membership.class_id).where(Membership.approved.is_(False))))
    assert waiting == set(session.scalars(select(SchoolClass.id)))


def test_without_a_code_no_class_is_found(app, giulia, town, code, session):
    giulia.post("/classes", data={"name": "Senza codice"})
    for empty in ("", "   ", "··"):
        assert app.test_client().post("/join", data={"code": empty}).status_code == 422
    assert queries.by_code(session, "··") is None


def test_a_class_lets_in_until_its_moment_and_never_when_locked_or_archived():
    now = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
    later = now + datetime.timedelta(seconds=1)

    def lets_in(**said):
        return queries.lets_in(SchoolClass(**{"join_until": later, "locked": False, "archived_at": None, **said}), now)

    assert lets_in()
    assert not any((lets_in(join_until=now), lets_in(join_until=None), lets_in(locked=True), lets_in(archived_at=now)))


def test_a_shared_computer_forgets_one_who_came_back_too(app, code):
    _first, recovery = come_in(app, code, "Lupo")
    client = app.test_client()
    sent = {"back-nickname": "Lupo", "back-recovery": recovery, "back-shared": "y"}
    assert client.post(f"/join/{code}/again", data=sent).status_code == 303
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=36)):
        assert client.get("/history").status_code == 303


def test_the_board_shows_a_picture_of_the_door(giulia, town, code):
    picture = giulia.get(f"/classes/{town.school_class}/code.svg")
    assert picture.mimetype == "image/svg+xml"
    assert b"<svg" in picture.data


def test_a_nickname_is_shown_without_signs_that_hide_or_turn_letters(app, giulia, town, code):
    come_in(app, code, "\u202eailuiG\u200b")
    page = giulia.get(f"/classes/{town.school_class}").text
    assert ">ailuiG<" in page
    assert "\u202e" not in page


@pytest.mark.parametrize("nickname", ["\u2800\u2800", "\u200b\u200b\u200b", "A\u200b"])
def test_a_nickname_of_which_nothing_is_seen_is_refused(app, code, nickname):
    _client, refused = come_in(app, code, nickname)
    assert refused.status_code == 422
    assert "Da 2 a 30 caratteri" in refused.text


def test_nicknames_of_signs_are_as_many_as_their_signs(app, code):
    for nickname in ("😀😀", "🦊🦊", "!?"):
        assert isinstance(come_in(app, code, nickname)[1], str), nickname
    assert come_in(app, code, "🦊🦊")[1].status_code == 422


def test_whoever_came_in_when_nicknames_were_compared_otherwise_comes_in_again(app, code, session):
    _client, recovery = come_in(app, code, PERSIAN)
    with db.writing(session) as write:
        write.scalars(select(Membership).where(Membership.nickname.is_not(None))).one().nickname_key = PERSIAN.replace(
            "\u200c", " "
        )
    sent = {"back-nickname": PERSIAN, "back-recovery": recovery}
    assert app.test_client().post(f"/join/{code}/again", data=sent).status_code == 303
    assert come_in(app, code, PERSIAN)[1].status_code == 422


def test_the_code_of_a_class_fills_no_register_without_end(app, giulia, town, code, monkeypatch):
    monkeypatch.setattr(service, "MOST_BY_CODE", 3)
    assert [isinstance(come_in(app, code, name)[1], str) for name in ("Lupo", "Volpe", "Orso")] == [True, True, False]
    assert "chiedi" in come_in(app, code, "Orso")[1].text
    added = giulia.post(f"/classes/{town.school_class}/members", data={"person": town.user_ids["bruno"]})
    assert added.status_code == 303, "a teacher puts in whom she likes"


@pytest.mark.parametrize("colleague", ["admin", "giulia"])
def test_a_colleague_in_the_class_keeps_name_and_account(app, town, code, session, colleague):
    giulia, marco = signed_in(app, town.giulia), signed_in(app, town.marco)
    for person in ("marco", "admin"):
        giulia.post(f"/classes/{town.school_class}/members", data={"person": town.user_ids[person]})
    at = f"/classes/{town.school_class}/members/{town.user_ids[colleague]}"
    assert marco.get(f"/classes/{town.school_class}").status_code == 200
    assert marco.get(at).status_code == 404
    for act, sent in (("", {"name": "Ridicola", "nickname": ""}), ("/extra", {"factor": "2"}), ("/recovery", {})):
        assert marco.post(f"{at}{act}", data=sent).status_code == 404, act
    session.rollback()
    assert session.get_one(User, getattr(town, colleague)).name == colleague.title()
    assert marco.post(f"{at}/remove").status_code == 303


def test_whoever_is_signed_in_is_not_sent_to_sign_in(app, town):
    offered = "Hai un nome di accesso e una password?"
    assert offered in app.test_client().get("/join").text
    assert offered not in signed_in(app, town.ada).get("/join").text
