"""An attempt with a time limit: what is shown of it, what its end takes and refuses, and how it is closed."""

import datetime

import pytest
from sqlalchemy import event, select

from quizapp import db
from quizapp.attempts.finishing import finalise
from quizapp.attempts.models import Attempt, AttemptEvent, Outcome, Response
from quizapp.cli import cli
from quizapp.quizzes import queries as quizzes
from tests.build import CANARY, NOW, signed_in
from tests.house import answer_all, begin, copies, everything, fill

MINUTE, SECOND = datetime.timedelta(minutes=1), datetime.timedelta(seconds=1)
END = NOW + 30 * MINUTE


@pytest.fixture
def bound(town, session):
    """Change the rules of both assignments; at first thirty minutes, due after ten."""

    def change(**rules):
        with db.writing(session) as write:
            for public_id in (town.immediate, town.deferred):
                for name, value in rules.items():
                    setattr(quizzes.by_public_id(write, public_id).assignment, name, value)

    change(time_limit_s=1800, due_at=NOW + 10 * MINUTE)
    return change


@pytest.fixture
def ada(app, town, clock, bound):
    return signed_in(app, town.ada)


def half_done(ada, assignment):
    """An attempt with its first question answered; its address, and the second question filled in."""
    attempt = begin(ada, assignment)
    ada.post(f"{attempt}/1", data=fill(ada.get(f"{attempt}/1").text))
    return attempt, fill(ada.get(f"{attempt}/2").text)


def rows(session, *wanted):
    session.rollback()
    return list(session.scalars(select(*wanted)))


def test_the_time_is_said_before_the_start_and_counts_from_it(ada, town, clock):
    assert "30 minuti da quando inizi" in ada.get("/").text
    clock.move_to(NOW + 5 * MINUTE)
    attempt = begin(ada, town.immediate)
    assert "Restano 30 minuti" in ada.get(f"{attempt}/1").text
    for gone, words in (
        (17 * MINUTE + SECOND, "Restano 12 minuti"),
        (28 * MINUTE, "Restano 2 minuti"),
        (28 * MINUTE + SECOND, "Resta 1 minuto"),
        (29 * MINUTE + SECOND, "Restano 59 secondi"),
        (30 * MINUTE - SECOND, "Resta 1 secondo"),
    ):
        clock.move_to(NOW + 5 * MINUTE + gone)
        assert words in ada.get(f"{attempt}/1").text
        assert words in ada.get("/").text


def test_a_quiz_without_a_limit_says_nothing_of_time(ada, town, bound):
    bound(time_limit_s=None)
    assert "timer" not in ada.get(f"{begin(ada, town.immediate)}/1").text


@pytest.mark.parametrize(
    ("closes", "cuts", "minutes"), [(None, False, 30), (20, False, 30), (20, True, 20), (40, True, 30)]
)
def test_only_a_closing_that_cuts_shortens_the_time(ada, town, clock, bound, closes, cuts, minutes):
    bound(closes_at=closes and NOW + closes * MINUTE, closing_cuts=cuts)
    assert f"{minutes} minuti da quando inizi" in ada.get("/").text
    attempt, sent = half_done(ada, town.immediate)
    assert f"Restano {minutes} minuti" in ada.get(f"{attempt}/2").text
    clock.move_to(NOW + minutes * MINUTE - SECOND)
    assert ada.get(f"{attempt}/2").status_code == 200
    assert ada.post(f"{attempt}/2", data=sent).status_code == 303
    clock.move_to(NOW + minutes * MINUTE + 60 * SECOND)
    assert ada.post(f"{attempt}/3", data={"seq": "0"}).status_code == 409


def test_after_the_closing_a_running_attempt_goes_on_from_the_first_page(ada, town, clock, bound):
    bound(closes_at=NOW + 20 * MINUTE)
    attempt, _sent = half_done(ada, town.deferred)
    clock.move_to(NOW + 25 * MINUTE)
    assert "Riprendi il quiz" in ada.get("/").text
    assert begin(ada, town.deferred) == attempt
    assert ada.post(f"/assignments/{town.immediate}/start").status_code == 409


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "Consegnata 1 secondo dopo la scadenza: accettata."),
        (4, "Consegnata 4 secondi dopo la scadenza: accettata."),
    ],
)
@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_an_answer_on_its_way_at_the_end_is_taken_said_and_noted(ada, town, clock, session, mode, seconds, words):
    attempt, sent = half_done(ada, getattr(town, mode))
    clock.move_to(END + seconds * SECOND)
    told = ada.post(f"{attempt}/2", data=sent, follow_redirects=True)
    assert words in told.text
    assert len(rows(session, Response.seq)) == 2
    note = rows(session, AttemptEvent)[0]
    assert (note.kind, note.position, note.about) == ("late", 2, {"seconds": seconds or 1})


def test_an_answer_in_time_is_called_late_by_nobody(ada, town, clock, session):
    attempt, sent = half_done(ada, town.immediate)
    clock.move_to(END - SECOND)
    assert "scadenza" not in ada.post(f"{attempt}/2", data=sent, follow_redirects=True).text
    assert rows(session, AttemptEvent.kind) == []


def test_a_hand_in_shortly_after_the_end_is_taken_said_and_noted(ada, town, clock, session):
    attempt, _sent = half_done(ada, town.deferred)
    clock.move_to(END + 4 * SECOND)
    told = ada.post(f"{attempt}/hand-in", follow_redirects=True).text
    assert "Consegnata 4 secondi dopo la scadenza: accettata." in told
    assert rows(session, AttemptEvent.about) == [{"seconds": 4}]
    assert rows(session, Attempt.finished_at) == [END + 4 * SECOND]


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_the_end_has_a_page_of_its_own_which_changes_nothing(app, ada, town, clock, mode):
    attempt, _sent = half_done(ada, getattr(town, mode))
    clock.move_to(END)
    before = everything(app)
    page = ada.get(f"{attempt}/2").text
    assert "Il tempo è finito" in page
    assert "martedì 24 novembre 2026, 10:30" in page
    assert "La risposta che hai dato vale" in page
    assert CANARY not in page
    assert f'action="{attempt}/hand-in"' in page
    for address in ("/", f"{attempt}/results", f"{attempt}/3"):
        ada.get(address, follow_redirects=True)
    assert everything(app) == before


@pytest.mark.parametrize("sent_too_late", ["an answer", "nothing"])
@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_what_comes_too_late_is_refused_and_closes_the_attempt(ada, town, clock, session, mode, sent_too_late):
    attempt, sent = half_done(ada, getattr(town, mode))
    clock.move_to(END + MINUTE)
    refused = ada.post(f"{attempt}/2", data=sent if sent_too_late == "an answer" else {"seq": "0"})
    assert refused.status_code == 409
    assert CANARY not in refused.text
    found = rows(session, Attempt)[0]
    assert (found.state, found.finished_at) == ("submitted", END)
    assert len(rows(session, Response.seq)) == 1
    assert len(rows(session, Outcome.position)) == 5
    assert ada.get(f"{attempt}/results").status_code == 200


def test_the_start_button_closes_what_has_ended_and_leads_to_its_results(ada, town, clock, session):
    attempt, _sent = half_done(ada, town.deferred)
    clock.move_to(END + MINUTE)
    assert ada.post(f"/assignments/{town.deferred}/start").headers["Location"] == f"{attempt}/results"
    assert rows(session, Attempt.state) == ["submitted"]
    assert begin(ada, town.deferred) != attempt


def test_whoever_closes_it_and_whenever_an_attempt_ends_the_same(app, ada, town, clock, session):
    """Handed in by the student, closed by a late answer, or by the run over all: same marks, same moment."""
    seen = []
    for close in (
        lambda attempt: ada.post(f"{attempt}/hand-in"),
        lambda attempt: ada.post(f"{attempt}/2", data={"seq": "0"}),
        lambda _attempt: finalise(session, END + 90 * MINUTE),
        lambda _attempt: finalise(session, END + MINUTE),
        lambda _attempt: signed_in(app, town.giulia).post(f"/assignments/{town.deferred}/hand-in"),
    ):
        clock.move_to(NOW)
        attempt = begin(ada, town.deferred)
        ada.post(f"{attempt}/4", data={"seq": "0", "answer": "marzo"})
        clock.move_to(END + 3 * MINUTE)
        session.rollback()
        close(attempt)
        found = rows(session, Attempt)[-1]
        marks = rows(session, Outcome.fraction)[-5:]
        seen.append((found.state, found.finished_at, found.mark, found.right, found.share, found.answered, marks))
    assert seen == [seen[0]] * 5
    assert seen[0][:2] == ("submitted", END)


def test_the_run_over_all_closes_what_has_ended_once_each_in_a_transaction(app, ada, town, clock, session):
    half_done(ada, town.deferred)
    half_done(ada, town.immediate)
    assert finalise(session, END) == 0
    assert finalise(session, END + 59 * SECOND) == 0
    begun = []
    event.listen(app.extensions["engine"], "begin", lambda connection: begun.append(_writes(connection)))
    assert finalise(session, END + MINUTE) == 2
    assert sum(begun) == 2
    assert rows(session, Attempt.state) == ["submitted"] * 2
    before = everything(app)
    assert finalise(session, END + 90 * MINUTE) == 0
    assert everything(app) == before


def _writes(connection):
    return bool(connection.get_execution_options().get("quizapp_write"))


def test_the_run_over_all_leaves_what_has_no_end_or_is_practice(ada, town, clock, bound, session):
    other, _bank = copies(session, town, 3, 2)
    attempt = begin(ada, other)
    answer_all(ada, attempt, 2, 1)
    ada.post(f"{attempt}/retry")
    bound(time_limit_s=None)
    begin(ada, town.immediate)
    assert finalise(session, END + datetime.timedelta(days=400)) == 0
    bound(time_limit_s=1800)
    assert finalise(session, END + datetime.timedelta(days=400)) == 1
    assert sorted(rows(session, Attempt.state)) == ["open", "submitted", "submitted"]


def test_practice_has_all_the_time(ada, town, clock):
    attempt = begin(ada, town.deferred)
    ada.post(f"{attempt}/hand-in")
    practice = ada.post(f"{attempt}/retry").headers["Location"]
    clock.move_to(END + datetime.timedelta(days=1))
    assert "timer" not in ada.get(practice).text
    assert ada.post(practice, data=fill(ada.get(practice).text)).status_code == 303


def test_an_attempt_finished_in_time_stays_as_it_is(app, ada, town, clock, session):
    answer_all(ada, begin(ada, town.immediate), 5, 0)
    before = everything(app)
    assert finalise(session, END + MINUTE) == 0
    assert everything(app) == before


def test_the_command_line_closes_what_has_ended(app, ada, town, clock, session, monkeypatch):
    from click.testing import CliRunner

    half_done(ada, town.deferred)
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", app.config["DATABASE_URL"])
    clock.move_to(END + MINUTE)
    for count in (1, 0):
        done = CliRunner().invoke(cli, ["finalise"])
        assert (done.exit_code, done.stderr) == (0, f"{count} attempts closed\n")
    assert rows(session, Attempt.state) == ["submitted"]
