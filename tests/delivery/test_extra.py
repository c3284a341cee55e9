"""Extra time and attempts: granted in a class or in one quiz, shown to both, while working too, cut by no closing."""

import datetime

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import db
from quizapp.attempts.finishing import finalise
from quizapp.attempts.models import Attempt
from quizapp.classes import queries as classes
from quizapp.classes.service import roll_over
from tests.build import NOW, signed_in
from tests.delivery.conftest import in_minutes
from tests.house import begin, fill


@pytest.fixture
def in_class(giulia, town):
    """Grant Ada something in every quiz of the class."""
    place = f"/classes/{town.school_class}/members/{town.user_ids['ada']}"
    return lambda **fields: giulia.post(f"{place}/extra", data=fields)


@pytest.fixture
def in_quiz(giulia, town):
    """Grant Ada something in one quiz."""
    return lambda quiz, **fields: giulia.post(f"/assignments/{quiz}/extra/{town.user_ids['ada']}", data=fields)


@pytest.mark.parametrize(
    ("granted", "words", "minutes"),
    [
        ({"factor": "2"}, "60 minuti da quando inizi: 30 + 30", 60),
        ({"factor": "1,3"}, "39 minuti da quando inizi: 30 + 9", 39),
        ({"minutes": "10"}, "40 minuti da quando inizi: 30 + 10", 40),
        ({"factor": "1.5", "minutes": "5"}, "50 minuti da quando inizi: 30 + 20", 50),
        ({}, "30 minuti da quando inizi", 30),
    ],
)
def test_the_time_granted_in_the_class_is_shown_and_holds_in_its_quizzes(
    bound, in_class, ada, town, clock, granted, words, minutes
):
    bound(time_limit_s=1800, due_at=in_minutes(10))
    assert in_class(**granted).status_code == 303
    assert words in ada.get("/").text
    attempt = begin(ada, town.deferred)
    page = ada.get(f"{attempt}/1").text
    assert f"Restano {minutes} minuti" in page
    assert (f"{minutes} min: 30 + {minutes - 30}" in page) == (minutes > 30)
    clock.move_to(in_minutes(minutes) - datetime.timedelta(seconds=1))
    assert ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text)).status_code == 303
    clock.move_to(in_minutes(minutes))
    assert "Il tempo è finito" in ada.get(f"{attempt}/2").text


def test_time_granted_while_somebody_works_lengthens_that_attempt(bound, in_class, in_quiz, ada, town, clock, session):
    bound(time_limit_s=1800)
    attempt = begin(ada, town.immediate)
    clock.move_to(in_minutes(29))
    in_class(minutes="10")
    assert "Restano 11 minuti" in ada.get(f"{attempt}/1").text
    in_quiz(town.immediate, factor="2")  # in place of the ten minutes
    assert "Restano 31 minuti" in ada.get(f"{attempt}/1").text
    clock.move_to(in_minutes(59))
    assert finalise(session, in_minutes(59)) == 0
    in_quiz(town.immediate, as_class="1")
    session.rollback()
    assert finalise(session, in_minutes(59)) == 1
    session.expire_all()
    assert session.scalars(select(Attempt.finished_at)).one() == in_minutes(40)


def test_what_one_quiz_grants_leaves_the_others_as_the_class_grants(bound, in_class, in_quiz, ada, town):
    bound(time_limit_s=1800)
    in_class(factor="2")
    in_quiz(town.immediate, minutes="5")
    assert "Restano 35 minuti" in ada.get(f"{begin(ada, town.immediate)}/1").text
    assert "Restano 60 minuti" in ada.get(f"{begin(ada, town.deferred)}/1").text


@pytest.mark.parametrize("rules", [{"time_limit_s": 1800, "closing_cuts": True}, {"time_limit_s": None}])
def test_no_closing_cuts_what_is_granted_but_a_stop_does(bound, in_class, ada, giulia, town, clock, session, rules):
    bound(**rules, closes_at=in_minutes(20))
    in_class(minutes="30")
    attempt = begin(ada, town.immediate)
    clock.move_to(in_minutes(49))
    assert finalise(session, in_minutes(49)) == 0
    assert ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text)).status_code == 303
    assert giulia.get(f"/assignments/{town.immediate}/results").text.count("mai consegnat") == 0
    giulia.post(f"/assignments/{town.immediate}/close")
    assert "Il quiz è chiuso" in ada.get(f"{attempt}/2").text
    session.rollback()
    assert finalise(session, in_minutes(51)) == 1


def test_five_more_minutes_for_everybody_come_on_top(bound, in_class, ada, giulia, town):
    bound(time_limit_s=1500, extra_s=300)
    in_class(minutes="30")
    page = ada.get(f"{begin(ada, town.immediate)}/1").text
    assert "Restano 60 minuti" in page
    for seen in (page, giulia.get(f"/assignments/{town.immediate}/live").text):
        assert "60 min: 30 + 30" in seen


def test_attempts_granted_can_be_begun_and_no_more(bound, in_class, in_quiz, ada, town):
    bound(attempts_allowed=1)
    start = f"/assignments/{town.deferred}/start"
    for grant in (dict, lambda: in_class(attempts="1"), lambda: in_quiz(town.deferred, attempts="2")):
        grant()
        assert "/q/" in ada.post(start).headers["Location"]
        ada.post(f"{begin(ada, town.deferred)}/hand-in")
        assert (ada.post(start).status_code == 409) or "Un altro tentativo" in ada.get("/").text
    assert ada.post(start).status_code == 409


def test_the_page_of_a_quiz_says_who_has_what_from_whom(bound, in_class, in_quiz, giulia, town):
    bound(time_limit_s=1800)
    place = f"/assignments/{town.immediate}/extra"
    assert "come tutti" in giulia.get(place).text
    in_class(factor="1.3", attempts="1")
    page = giulia.get(place).text
    assert "39 min: 30 + 9" in page
    assert "la classe" in page
    in_quiz(town.immediate, minutes="30")
    page = giulia.get(place).text
    assert "60 min: 30 + 30" in page
    assert "questo quiz" in page
    assert 'value="30"' in giulia.get(f"{place}/{town.user_ids['ada']}").text
    assert 'value="1,3"' in giulia.get(f"/classes/{town.school_class}/members/{town.user_ids['ada']}").text


def said(client, lang="it"):
    """The notices of a student, unread ones first, in words."""
    found = BeautifulSoup(client.get("/notices", headers={"Accept-Language": lang}).text, "html.parser")
    return [" ".join(each.get_text(" ").split()) for each in found.select("main .list .notice-more")]


def test_the_student_is_told_of_what_changes_and_of_nothing_else(in_class, in_quiz, ada, town):
    in_class()
    assert said(ada) == []
    in_class(factor="1,3", attempts="1")
    in_class(factor="1.3", attempts="1")
    (told,) = said(ada)
    assert told.startswith("3ªB In tutti i quiz di questa classe. Dove c’è un limite di tempo, hai 1,3 volte tanto.")
    assert told.endswith("Puoi fare 1 tentativo in più.")
    in_quiz(town.deferred, factor="1.3", attempts="1")
    assert len(said(ada)) == 1, "the same as the class grants"
    in_quiz(town.deferred, minutes="5")
    in_quiz(town.deferred, minutes="10")
    assert said(ada)[0] == "Il quiz sull’accordo Hai 10 minuti in più."
    assert said(ada, "en")[0] == "Il quiz sull’accordo You have 10 minutes more."
    in_quiz(town.deferred)
    assert said(ada)[0] == "Il quiz sull’accordo Quanto tutti, niente di più."
    in_quiz(town.deferred, as_class="1")
    assert said(ada)[0].endswith("Puoi fare 1 tentativo in più.")
    assert len(said(ada)) == 2
    assert "Avvisi 2" in " ".join(
        BeautifulSoup(ada.get("/").text, "html.parser").select_one(".bell").get_text(" ").split()
    )


@pytest.mark.parametrize(
    "fields", [{"factor": "0.9"}, {"factor": "5"}, {"factor": "molto"}, {"minutes": "-1"}, {"attempts": "100"}]
)
def test_what_cannot_be_granted_is_refused_with_a_sentence(bound, in_class, in_quiz, ada, town, fields):
    bound(time_limit_s=1800)
    for refused in (in_class(**fields), in_quiz(town.immediate, **fields)):
        assert refused.status_code == 422
        assert 'class="errors"' in refused.text
    assert "30 minuti da quando inizi" in ada.get("/").text


def test_nobody_grants_in_a_class_that_is_not_theirs(app, town, clock):
    for who, status in ((town.ada, 403), (town.marco, 404)):
        client = signed_in(app, who)
        for place in (f"/classes/{town.school_class}/members", f"/assignments/{town.immediate}/extra"):
            to = f"{place}/{town.user_ids['ada']}" + ("/extra" if "classes" in place else "")
            assert client.post(to, data={"minutes": "60"}).status_code == status
    giulia = signed_in(app, town.giulia)
    stranger = f"/assignments/{town.immediate}/extra/{town.user_ids['bruno']}"
    assert giulia.post(stranger, data={"minutes": "60"}).status_code == 404


def test_what_is_granted_goes_along_into_the_next_year(in_class, town, session):
    in_class(factor="1.3", minutes="5", attempts="1")
    with db.writing(session) as write:
        made = roll_over(write, classes.by_public_id(write, town.school_class), name="4ªB", school_year="", now=NOW)
        new_id = made.id
    found = next(each for each in classes.memberships(session, new_id) if each.user_id == town.ada)
    assert (found.extra_percent, found.extra_minutes, found.extra_attempts) == (130, 5, 1)
