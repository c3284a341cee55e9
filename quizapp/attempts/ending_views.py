"""Handing an attempt in, and its results."""

from flask import abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from quizapp.attempts import pages, queries, service
from quizapp.attempts.endings import ends_at
from quizapp.attempts.models import OPEN
from quizapp.attempts.results import results_values
from quizapp.attempts.slots import Page, closed_page, ended, load_attempt, next_place, say_lateness, slot_of, step_names
from quizapp.attempts.views import attempts
from quizapp.core.policy import Action
from quizapp.core.timing import Standing, standing
from quizapp.quizzes.service import DEFERRED
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed


@attempts.get("/q/<attempt>/hand-in")
@allowed(Action.ANSWER)
def before_hand_in(attempt: str) -> Page:
    """What a deferred attempt still lacks, before it is handed in."""
    row = slot_of(attempt, 1)
    if row.feedback != DEFERRED or row.state != OPEN:
        return redirect(url_for("attempts.results", attempt=attempt), 303)
    if ended(row):
        return closed_page(row)
    db = database.session()
    steps = queries.steps(db, row.id)
    here = pages.head(db, row, now(), len(steps))
    return render_template(
        "attempts/hand_in.html",
        attempt=here,
        n=0,
        steps=step_names(here, steps, 0),
        asked=[step.position for step in steps if not step.withdrawn],
        todo=[step.position for step in steps if step.waits],
    )


@attempts.post("/q/<attempt>/hand-in")
@allowed(Action.ANSWER)
def hand_in(attempt: str) -> Response:
    """Close an attempt that is deferred, or whose time is up, and mark it; twice is once."""
    db = database.session()
    found = load_attempt(db, attempt, Action.ANSWER)
    moment, end = now(), ends_at(db, found.id)
    if found.feedback != DEFERRED and standing(end, moment) is Standing.RUNNING:
        abort(404)
    with database.writing(attempt) as db:
        done = service.hand_in(db, db.merge(found, load=True), moment)
    if done:
        say_lateness(end, moment)
    return redirect(url_for("attempts.results", attempt=attempt), 303)


@attempts.get("/q/<attempt>/results")
@allowed(Action.SEE_ATTEMPT)
def results(attempt: str) -> Page:
    """The score, by kind and question by question."""
    db = database.session()
    found = load_attempt(db, attempt, Action.SEE_ATTEMPT)
    if found.state == OPEN:
        return redirect(next_place(attempt), 303)
    return render_template("attempts/results.html", **results_values(db, found, now()))
