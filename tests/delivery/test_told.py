"""Score, correctness, key and explanation each at its moment, on every page where a student could see them."""

import re

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.attempts.releases import withheld_items
from tests.architecture.test_statements import counted
from tests.build import CANARY, signed_in
from tests.delivery.conftest import in_minutes
from tests.house import answer_all, begin, classmates

SIZE = 5
DATE = in_minutes(60).isoformat()


@pytest.fixture
def release(bound):
    """Say when each part is told; parts not named are as usual."""

    def change(**parts):
        bound(release=parts)

    return change


@pytest.fixture
def finished(ada, town):
    """Ada has answered everything of a quiz, all but one wrong, and handed it in; its address."""

    def done(mode):
        attempt = begin(ada, getattr(town, mode))
        answer_all(ada, attempt, SIZE, 1)
        ada.post(f"{attempt}/hand-in")
        return attempt

    return done


def pages_of(client, attempt):
    """Everything of an attempt that a student may ask for."""
    asked = [f"{attempt}/results", "/", "/history", f"{attempt}/ahead"]
    asked += [f"{attempt}/{n}{rest}" for n in range(1, SIZE + 1) for rest in ("", "/outcome", "/report")]
    return "".join(client.get(address, follow_redirects=True).text for address in asked)


def seen_in(page):
    """Which parts a student can read out of these pages."""
    signs = {
        "score": any(each in page for each in ("Punteggio:", "Punti:", "giuste finora", "giusta finora")),
        "correctness": 'class="verdict verdict--ko"' in page or 'class="ko"' in page or "done-ko" in page,
        "key": any(
            each in page
            for each in ('class="kind ', "La risposta giusta è", "choice--right", f"marzo {CANARY}", "-corretto")
        ),
        "explanation": re.search(f"{CANARY}-(?!corretto)", page) is not None or "La prova nell’articolo" in page,
    }
    return {part for part, found in signs.items() if found}


ALL = {"score", "correctness", "key", "explanation"}
UP_TO = [set(), {"score"}, {"score", "correctness"}, {"score", "correctness", "key"}, ALL]
PARTS = ("score", "correctness", "key", "explanation")


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_where_nothing_is_chosen_all_is_told_as_ever(ada, finished, mode):
    attempt = finished(mode)
    assert seen_in(pages_of(ada, attempt)) == ALL


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
@pytest.mark.parametrize("shown", range(4))
@pytest.mark.parametrize("moment", ["never", "close", DATE])
def test_a_student_sees_the_parts_that_have_come_and_no_byte_of_the_others(ada, finished, release, mode, shown, moment):
    release(**dict.fromkeys(PARTS[shown:], moment))
    attempt = finished(mode)
    assert seen_in(pages_of(ada, attempt)) == UP_TO[shown]


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_what_was_held_back_comes_at_its_date_and_the_page_says_when(ada, finished, release, clock, mode):
    release(key=DATE, explanation="close")
    attempt = finished(mode)
    page = ada.get(f"{attempt}/results").text
    assert "Le risposte giuste saranno visibili da martedì 24 novembre 2026, 11:00." in page
    assert "Le spiegazioni saranno visibili quando l’insegnante chiuderà il quiz." in page
    clock.move_to(in_minutes(60))
    page = ada.get(f"{attempt}/results").text
    assert "Le risposte giuste saranno visibili" not in page
    assert seen_in(pages_of(ada, attempt)) == UP_TO[3]


def test_what_waits_for_the_closing_waits_for_the_last_who_began_in_time(ada, finished, release, bound, clock):
    bound(closes_at=in_minutes(30), time_limit_s=1800)
    release(key="close", explanation="close")
    attempt = finished("deferred")
    assert "saranno visibili da martedì 24 novembre 2026, 11:00" in ada.get(f"{attempt}/results").text
    clock.move_to(in_minutes(59))
    assert seen_in(pages_of(ada, attempt)) == UP_TO[2]
    clock.move_to(in_minutes(60))
    assert seen_in(pages_of(ada, attempt)) == ALL


@pytest.fixture
def carla(app, giulia, session, town):
    """A classmate who is granted half an hour more in the deferred quiz, and begins it when asked to."""
    client = signed_in(app, classmates(session, town)[0])
    person = session.scalars(select(User.public_id).where(User.name == "Carla")).one()
    giulia.post(f"/assignments/{town.deferred}/extra/{person}", data={"minutes": "30"})
    return lambda: (client, begin(client, town.deferred))


@pytest.fixture(params=["hands in", "time is up", "closed by hand"])
def end(request, giulia, town, clock):
    """How her attempt comes to its end."""

    def come(client, attempt):
        if request.param == "hands in":
            client.post(f"{attempt}/hand-in")
        elif request.param == "time is up":
            clock.move_to(in_minutes(50))
        else:
            giulia.post(f"/assignments/{town.deferred}/close")

    return come


@pytest.mark.parametrize("rules", [{"time_limit_s": None}, {"time_limit_s": 1200, "closing_cuts": True}])
def test_what_waits_for_the_closing_waits_for_who_is_granted_more_time_and_still_works(
    ada, carla, finished, release, bound, clock, end, rules
):
    bound(closes_at=in_minutes(20), **rules)
    release(score="close", correctness="close", key="close", explanation="close")
    attempt, running = finished("deferred"), carla()
    page = ada.get(f"{attempt}/results").text
    assert "Le risposte giuste saranno visibili da martedì 24 novembre 2026, 10:20" in page, "nothing of the extra"
    clock.move_to(in_minutes(40))
    page = ada.get(f"{attempt}/results").text
    assert page.count("quando tutti avranno finito") == 1
    assert "10:50" not in page
    assert seen_in(pages_of(ada, attempt)) == set()
    assert ada.post(f"{attempt}/retry").status_code == 409
    end(*running)
    assert seen_in(pages_of(ada, attempt)) == ALL
    assert "quando tutti" not in pages_of(ada, attempt)


def test_lists_ask_once_who_still_works_however_many_attempts_they_hold(app, ada, finished, release, bound, clock):
    bound(closes_at=in_minutes(20))
    release(score="close", correctness="close", key="close", explanation="close")
    finished("deferred")
    clock.move_to(in_minutes(30))
    ada.get("/history")
    with counted(app) as one:
        ada.get("/history")
    clock.move_to(in_minutes(10))
    for mode in ("deferred", "immediate", "deferred"):
        finished(mode)
    clock.move_to(in_minutes(30))
    ada.get("/history")
    with counted(app) as many:
        ada.get("/history")
    assert len(many) == len(one)


def test_a_closing_by_hand_tells_what_waited_for_it(ada, giulia, finished, release, town):
    release(key="close", explanation="close")
    attempt = finished("deferred")
    assert seen_in(pages_of(ada, attempt)) == UP_TO[2]
    giulia.post(f"/assignments/{town.deferred}/close")
    assert seen_in(pages_of(ada, attempt)) == ALL


@pytest.mark.parametrize("shown", range(4))
def test_while_the_quiz_runs_each_answer_is_told_no_more_than_was_chosen(ada, release, town, shown):
    release(**dict.fromkeys(PARTS[shown:], "hand-in"))
    attempt = begin(ada, town.immediate)
    answer_all(ada, attempt, SIZE, 1, leave=5)
    running = "".join(ada.get(f"{attempt}/{n}/outcome").text for n in range(1, SIZE)) + ada.get(f"{attempt}/5").text
    assert seen_in(running) == UP_TO[shown]


def test_a_question_whose_key_is_kept_is_not_practised(ada, finished, release, clock, session, town):
    release(key=DATE)
    attempt = finished("deferred")
    assert "/retry" not in ada.get(f"{attempt}/results").text
    assert ada.post(f"{attempt}/retry").status_code == 409
    assert len(withheld_items(session, town.ada, in_minutes(0))) == SIZE
    clock.move_to(in_minutes(60))
    assert withheld_items(session, town.ada, in_minutes(60)) == frozenset()
    assert ada.post(f"{attempt}/retry").status_code == 303


def test_a_question_is_not_practised_while_another_quiz_keeps_its_key(ada, finished, bound, town, session):
    first = finished("immediate")
    begin(ada, town.deferred)
    assert "/results" in ada.post(f"{first}/retry").headers["Location"]
    assert "le ripasserai più avanti" in ada.get(f"{first}/results").text
    purposes = select(Attempt.purpose)
    assert set(session.scalars(purposes)) == {"graded"}


def test_the_teacher_sees_everything_always(ada, giulia, finished, release, town):
    release(**dict.fromkeys(PARTS, "never"))
    attempt = finished("deferred")
    number = attempt.rsplit("/", 1)[-1]
    assert {"score", "correctness"} <= seen_in(giulia.get(f"{attempt}/results").text)
    page = giulia.get(f"/assignments/{town.deferred}/attempts/{number}").text
    assert "choice--right" in page
    assert CANARY in page


def test_a_score_that_is_kept_is_in_no_list_and_no_trend(ada, finished, release, session, town):
    shown = finished("deferred")
    release(**dict.fromkeys(PARTS, "never"))
    finished("immediate")
    with db.writing(session) as write:
        row = write.scalars(select(Attempt).where(Attempt.public_id == shown.rsplit("/", 1)[-1])).one()
        assert row.state == "submitted"
    history = ada.get("/history").text
    assert "su 5" not in history
    assert history.count("punteggio in arrivo") == 2
    assert "su 5" not in ada.get("/").text
    assert "Il confronto arriva" in ada.get(f"{shown}/results").text
