"""«Non lo so», certainty and costs: what an assignment lets its students say, and what becomes of it."""

import csv
import io
import re
from fractions import Fraction

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.attempts.models import Attempt, Outcome, Response
from quizapp.core.scoring import Scoring
from quizapp.quizzes import queries as quizzes
from tests.attempts.test_protocol import count, start
from tests.build import signed_in

F = Fraction


@pytest.fixture
def ada(app, town):
    return signed_in(app, town.ada)


def let(session, assignment, scoring=Scoring.PLAIN, *, dont_know=False):
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, assignment).assignment
        given.scoring, given.dont_know = scoring.value, dont_know


def code_of(page, word):
    """The public id of an option, by its text."""
    boxes = re.findall(r'<li class="choice">.*?</li>', page, re.DOTALL)
    return next(re.search(r'name="answer" value="([^"]+)"', box)[1] for box in boxes if word in box)


def choose(client, place, word, sure=None, **more):
    page = client.get(place).text
    sent = {"seq": re.search(r'name="seq" value="(\d+)"', page)[1], "answer": code_of(page, word), **more}
    return sent if sure is None else {**sent, "answer-certainty": str(sure)}


def newest(session, table):
    session.rollback()
    return session.scalars(select(table).order_by(table.position.desc())).first()


def test_not_to_know_is_a_response_that_counts_as_answered_and_earns_nothing(ada, town, session):
    let(session, town.immediate, Scoring.CHANCE, dont_know=True)
    attempt = start(ada, town.immediate)
    assert "Non lo so" in ada.get(f"{attempt}/1").text
    told = ada.post(f"{attempt}/1", data={"seq": "0", "answer-unknown": "1"})
    assert told.status_code == 303
    assert newest(session, Response).given == {"unknown": True}
    outcome = newest(session, Outcome)
    assert (outcome.fraction, outcome.mark, outcome.seq) == (0, 0, 1)
    assert session.scalars(select(Attempt)).one().answered == 1
    page = ada.get(told.headers["Location"]).text
    assert "Hai detto: non lo so" in page
    assert "Vienna" in page
    assert "<mark>" in page


def test_not_to_know_said_twice_is_one_response_and_an_answer_after_it_is_refused(ada, town, session):
    let(session, town.immediate, dont_know=True)
    attempt = start(ada, town.immediate)
    sent = choose(ada, f"{attempt}/1", "Vienna")
    first, second = (ada.post(f"{attempt}/1", data={"seq": "0", "answer-unknown": "1"}) for _ in range(2))
    assert first.status_code == second.status_code == 303
    refused = ada.post(f"{attempt}/1", data=sent)
    assert refused.status_code == 409
    assert "Non lo so" in refused.text
    assert "Vienna" in refused.text
    assert count(session, Response) == 1


def test_nobody_says_not_to_know_where_the_assignment_does_not_let_them(ada, town, session):
    attempt = start(ada, town.immediate)
    assert "answer-unknown" not in ada.get(f"{attempt}/1").text
    assert ada.post(f"{attempt}/1", data={"seq": "0", "answer-unknown": "1"}).status_code == 422
    assert count(session, Response) == 0


def test_deferred_not_to_know_can_become_an_answer_until_hand_in(ada, town, session):
    let(session, town.deferred, dont_know=True)
    attempt = start(ada, town.deferred)
    for place in (1, 2):
        ada.post(f"{attempt}/{place}", data={"seq": "0", "answer-unknown": "1"})
    assert "Hai detto che non lo sai" in ada.get(f"{attempt}/1").text
    ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", "Vienna"))
    ada.post(f"{attempt}/hand-in")
    session.rollback()
    rows = session.execute(select(Outcome.position, Outcome.mark, Outcome.seq).order_by(Outcome.position)).all()
    assert rows[:2] == [(1, 1, 2), (2, 0, 1)]
    page = ada.get(f"{attempt}/results").text
    assert "Non lo so" in page
    assert "Nessuna risposta" in page


@pytest.mark.parametrize(
    ("word", "sure", "mark"),
    [
        ("Vienna", 1, F(1, 3)),
        ("Vienna", 2, F(2, 3)),
        ("Vienna", 3, 1),
        ("Roma", 1, 0),
        ("Roma", 2, F(-2, 3)),
        ("Roma", 3, -2),
    ],
)
def test_certainty_decides_what_an_answer_earns_and_not_whether_it_is_right(ada, town, session, word, sure, mark):
    let(session, town.immediate, Scoring.CERTAINTY)
    attempt = start(ada, town.immediate)
    told = ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", word, sure))
    outcome = newest(session, Outcome)
    assert (outcome.mark, outcome.fraction) == (mark, int(word == "Vienna"))
    assert session.scalars(select(Attempt)).one().mark == mark
    assert ("Giusta" if word == "Vienna" else "Non è giusta") in ada.get(told.headers["Location"]).text


def test_an_answer_without_its_certainty_is_kept_on_the_page_and_not_recorded(ada, town, session):
    let(session, town.immediate, Scoring.CERTAINTY)
    attempt = start(ada, town.immediate)
    refused = ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", "Vienna"))
    assert refused.status_code == 422
    assert 'href="#q1-sure-1"' in refused.text
    assert " checked" in refused.text
    assert count(session, Response) == 0


def test_the_same_answer_with_another_certainty_is_another_answer(ada, town, session):
    let(session, town.immediate, Scoring.CERTAINTY)
    attempt = start(ada, town.immediate)
    sent = choose(ada, f"{attempt}/1", "Vienna", 2)
    assert ada.post(f"{attempt}/1", data=sent).status_code == 303
    assert ada.post(f"{attempt}/1", data=sent).status_code == 303
    refused = ada.post(f"{attempt}/1", data={**sent, "answer-certainty": "3"})
    assert refused.status_code == 409
    assert "abbastanza sicura" in refused.text
    assert "molto sicura" in refused.text
    assert count(session, Response) == 1


def test_a_recorded_certainty_stands_in_the_form_again(ada, town, session):
    let(session, town.deferred, Scoring.CERTAINTY)
    attempt = start(ada, town.deferred)
    ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", "Vienna", 2))
    for page in (ada.get(f"{attempt}/1").text, ada.get(f"{attempt}/ahead").json["1"]):
        assert re.search(r'name="answer-certainty" value="2"[^>]* checked', page)


def test_wrong_choices_cost_and_the_attempt_never_falls_below_zero(ada, town, session):
    let(session, town.deferred, Scoring.CHANCE)
    attempt = start(ada, town.deferred)
    ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", "Roma"))
    ada.post(f"{attempt}/3", data=choose(ada, f"{attempt}/3", "Vero"))
    ada.post(f"{attempt}/hand-in")
    session.rollback()
    marks = dict(session.execute(select(Outcome.position, Outcome.mark)).all())
    assert (marks[1], marks[3], marks[2]) == (F(-1, 2), -1, 0)
    found = session.scalars(select(Attempt)).one()
    assert (found.mark, found.share) == (0, 0)


def test_with_feedback_at_once_a_cost_is_made_good_by_what_is_right_later(ada, town, session):
    let(session, town.immediate, Scoring.CHANCE, dont_know=True)
    attempt = start(ada, town.immediate)
    ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", "Roma"))
    ada.post(f"{attempt}/3", data=choose(ada, f"{attempt}/3", "Falso"))
    for place in (2, 4, 5):
        ada.post(f"{attempt}/{place}", data={"seq": "0", "answer-unknown": "1"})
    session.rollback()
    found = session.scalars(select(Attempt)).one()
    assert (found.state, found.mark, found.right) == ("submitted", F(1, 2), 1)


def test_a_change_of_the_rules_reaches_no_attempt_that_has_begun(ada, town, session):
    attempt = start(ada, town.immediate)
    let(session, town.immediate, Scoring.HALF, dont_know=True)
    assert "answer-unknown" not in ada.get(f"{attempt}/1").text
    ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", "Roma"))
    assert newest(session, Outcome).mark == 0


def test_results_say_how_well_the_certainty_was_judged(ada, town, session):
    let(session, town.deferred, Scoring.CERTAINTY)
    attempt = start(ada, town.deferred)
    ada.post(f"{attempt}/1", data=choose(ada, f"{attempt}/1", "Vienna", 3))
    ada.post(f"{attempt}/3", data=choose(ada, f"{attempt}/3", "Vero", 3))
    ada.post(f"{attempt}/hand-in")
    page = ada.get(f"{attempt}/results").text
    assert "Quando la tua risposta era molto sicura" in page
    assert "giuste: 1 su 2" in page


def test_the_rules_are_said_before_the_quiz_is_begun(ada, town, session):
    before = ada.get("/").text
    assert "Puoi rispondere «Non lo so»" not in before
    let(session, town.immediate, Scoring.THIRD, dont_know=True)
    page = ada.get("/").text
    assert "Puoi rispondere «Non lo so»" in page
    assert "costa ⅓" in page


def test_the_teacher_sees_who_did_not_know_everywhere(app, ada, town, session):
    let(session, town.immediate, Scoring.CERTAINTY, dont_know=True)
    attempt = start(ada, town.immediate)
    ada.post(f"{attempt}/1", data={"seq": "0", "answer-unknown": "1"})
    ada.post(f"{attempt}/3", data=choose(ada, f"{attempt}/3", "Vero", 3))
    for place in (2, 4, 5):
        ada.post(f"{attempt}/{place}", data={"seq": "0", "answer-unknown": "1"})
    giulia = signed_in(app, town.giulia)
    base = f"/assignments/{town.immediate}"
    for page in ("/live", "/results", "/questions/1", f"/attempts/{attempt.rsplit('/', 1)[1]}"):
        assert "on lo so" in giulia.get(base + page).text, page
    rows = list(csv.reader(io.StringIO(giulia.get(f"{base}/results.csv").data.decode("utf-8-sig")), delimiter=";"))
    cells = dict(zip(*rows, strict=True))
    assert (cells["Domanda 1"], cells["Domanda 3"], cells["Voto in decimi"]) == ("Non lo so", "-2", "2")
    assert (rows[1][4], cells["%"]) == ("-2", "-40%")


def test_the_teacher_chooses_what_students_may_say_when_she_gives_the_quiz(app, town, session):
    giulia = signed_in(app, town.giulia)
    form = {"school_class": town.school_class, "feedback": "immediate", "grade_rule": "first"}
    sent = giulia.post(f"/quizzes/{town.quiz}/assign", data={**form, "dont_know": "y", "scoring": "1/4"})
    assert sent.status_code == 303
    assert giulia.post(f"/quizzes/{town.quiz}/assign", data={**form, "scoring": "plain"}).status_code == 303
    given = quizzes.assignments_of(session, quizzes.quiz_by_public_id(session, town.quiz).id)
    assert [(each.assignment.scoring, each.assignment.dont_know) for each in given[-2:]] == [
        ("1/4", True),
        ("plain", False),
    ]
