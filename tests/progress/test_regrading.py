"""A mark given by hand: the newest counts, the former stay, the student is told why, and nobody else may."""

from fractions import Fraction

import pytest
from sqlalchemy import func, select

from quizapp import db
from quizapp.attempts.models import Attempt, Outcome
from quizapp.notices.models import Notice
from quizapp.quizzes.models import Assignment
from tests.build import signed_in


@pytest.fixture
def attempt(ada, session, town):
    """Ada's finished attempt of the deferred quiz, in which she answered nothing."""
    place = ada.post(f"/assignments/{town.deferred}/start").location
    ada.post(place.rsplit("/", 1)[0] + "/hand-in")
    session.rollback()
    found = session.scalars(select(Attempt)).one()
    assert found.state == "submitted"
    return found


def place(town, attempt, n=4):
    return f"/assignments/{town.deferred}/attempts/{attempt.public_id}/marks/{n}"


def give(client, at, mark, why="Ha scritto «marso»: la parola si capisce."):
    return client.post(at, data={"mark": mark, "why": why}, headers={"Accept-Language": "en"})


def test_the_newest_mark_counts_in_the_total_and_the_former_stays(giulia, session, town, attempt):
    assert give(giulia, place(town, attempt), "0,5").status_code == 303
    assert give(giulia, place(town, attempt), "1").status_code == 303
    session.rollback()
    assert (attempt.mark, attempt.right, attempt.share) == (1, 1, 0.2)
    kept = session.execute(
        select(Outcome.number, Outcome.mark, Outcome.reason).where(Outcome.position == 4).order_by(Outcome.number)
    ).all()
    assert kept == [(1, 0, "answer"), (2, Fraction(1, 2), "by hand"), (3, 1, "by hand")]
    page = giulia.get(place(town, attempt)).text
    assert page.index("Da 0,5 a 1 ·") < page.index("Da 0 a 0,5 ·")
    assert "Giulia" in page
    results = giulia.get(f"/assignments/{town.deferred}/attempts/{attempt.public_id}").text
    assert results.count("punteggio dato a mano") == 1


def test_the_student_reads_why_once_for_all_changes(giulia, ada, session, town, attempt):
    give(giulia, place(town, attempt), "0.5", "Si capisce.")
    give(giulia, place(town, attempt), "1", "Era giusta: errore mio.")
    page = ada.get("/notices").text
    assert "Era giusta: errore mio." in page
    assert "Da 0 a 0,5" not in page
    assert "Da 0,5 a 1, su 1." in page
    assert f"/q/{attempt.public_id}/4/outcome" in page
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Notice).where(Notice.kind == "regraded")) == 1


def test_who_may_not_see_the_score_yet_is_not_told(giulia, ada, session, town):
    with db.writing(session) as write:
        work = write.scalars(select(Assignment).where(Assignment.public_id == town.deferred)).one()
        work.release = dict.fromkeys(("score", "correctness", "key", "explanation"), "never")
    session.rollback()
    start = ada.post(f"/assignments/{town.deferred}/start").location
    ada.post(start.rsplit("/", 1)[0] + "/hand-in")
    session.rollback()
    found = session.scalars(select(Attempt)).one()
    assert give(giulia, place(town, found), "1", "Segreto fino alla fine.").status_code == 303
    assert "Segreto" not in ada.get("/notices").text
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Notice).where(Notice.kind == "regraded")) == 0


@pytest.mark.parametrize("mark", ["", "due", "1,01", "-0.1", "1e3", "½"])
def test_a_mark_that_the_answer_cannot_have_is_refused_with_its_bounds(giulia, session, town, attempt, mark):
    answer = give(giulia, place(town, attempt), mark)
    assert answer.status_code == 422
    assert "From 0 to 1." in answer.text
    session.rollback()
    assert attempt.mark == 0


def test_without_a_reason_nothing_changes(giulia, session, town, attempt):
    assert give(giulia, place(town, attempt), "1", " ").status_code == 422
    session.rollback()
    assert attempt.mark == 0


def test_the_same_mark_again_is_no_change(giulia, session, town, attempt):
    assert give(giulia, place(town, attempt), "0").status_code == 303
    session.rollback()
    assert session.scalar(select(func.max(Outcome.number))) == 1


def test_only_who_runs_the_assignment_gives_marks(app, ada, session, town, attempt):
    for client, status in ((ada, 403), (signed_in(app, town.marco), 404)):
        assert give(client, place(town, attempt), "1").status_code == status
    session.rollback()
    assert attempt.mark == 0


def test_an_open_attempt_has_no_mark_to_change(ada, giulia, session, town):
    ada.post(f"/assignments/{town.deferred}/start")
    session.rollback()
    found = session.scalars(select(Attempt)).one()
    assert giulia.get(place(town, found, 1)).status_code == 404
    assert giulia.get(place(town, found, 99)).status_code == 404
