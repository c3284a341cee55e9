"""Beginning an attempt, or practice of what went wrong in one."""

import secrets

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.attempts import queries, service
from quizapp.attempts.endings import ends_at
from quizapp.attempts.models import OPEN, Purpose
from quizapp.attempts.passing import tell_passed
from quizapp.attempts.releases import not_to_practise, told_of
from quizapp.attempts.slots import load_attempt, next_place
from quizapp.attempts.views import attempts
from quizapp.banks import queries as banks
from quizapp.core.policy import Action
from quizapp.core.release import Part
from quizapp.core.timing import Standing, standing
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.loading import load_given
from quizapp.quizzes.sitting import Place, sitting_of, still_asked
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me


@attempts.post("/assignments/<assignment>/start")
@allowed(Action.START)
def start(assignment: str) -> Response:
    """Begin, or go on with, the attempt of this student."""
    given = load_given(assignment, Action.START)
    db = database.session()
    running = queries.open_attempt(db, me().id, given.assignment.id, Purpose.GRADED)
    if running is not None and standing(ends_at(db, running.id), now()) is Standing.OVER:
        with database.writing(running.public_id) as db:
            service.close_if_over(db, db.merge(running, load=True), now())
    return redirect(next_place(running.public_id if running else begin(given, Purpose.GRADED)), 303)


def begin(given: quizzes.Given, purpose: Purpose) -> str:
    """The public id of the running attempt, started unless there is one; 409 when none is left, or no question of it
    may be asked any more."""
    if not given.open_at(now()):
        abort(409)
    seed = secrets.token_hex(16)
    seen = queries.seen_before(database.session(), me().id, given.quiz.id)
    with database.writing(_starts()) as db:
        sitting = sitting_of(db, given.assignment, seed, seen)  # an act on an item comes before or after, never between
        tell_passed(db, given, sitting.passed, now())
        try:
            attempt = service.start(
                db,
                given.assignment,
                me().id,
                sitting.places,
                purpose=purpose,
                seed=seed,
                now=now(),
            )
        except service.NoAttemptLeftError:
            abort(409)
        except service.NothingToAskError:
            attempt = None
        public_id = attempt and attempt.public_id
    return public_id or abort(409)


@attempts.post("/q/<attempt>/retry")
@allowed(Action.ANSWER)
def retry(attempt: str) -> Response:
    """Practise the questions of an attempt that did not go right."""
    db = database.session()
    found = load_attempt(db, attempt, Action.ANSWER)
    if found.state == OPEN or found.assignment_id is None:
        abort(409)
    given = quizzes.by_id(db, found.assignment_id)
    if Part.KEY not in told_of(db, found, given.assignment, now()):
        abort(409)
    wrong = still_asked(db, service.wrong_versions(queries.slots_with_outcomes(db, found.id)))
    versions = banks.but_of(db, wrong, not_to_practise(db, me().id, now()))
    if wrong and not versions:
        flash(_("These questions are in a quiz whose answers you cannot see yet: practise them later."), "info")
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    if not versions:
        flash(_("There is nothing to practise: every answer was right."), "info")
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    with database.writing(_starts()) as db:
        made = service.start(
            db,
            quizzes.by_id(db, found.assignment_id).assignment,
            me().id,
            [Place(version) for version in versions],
            purpose=Purpose.PRACTICE,
            seed=secrets.token_hex(16),
            now=now(),
        )
        public_id = made.public_id
    return redirect(next_place(public_id), 303)


def _starts() -> str:
    return f"attempts of {me().id}"
