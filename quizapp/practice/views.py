"""The student's practice: begin it, stop it, see when what comes again."""

import secrets
from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.attempts import queries as attempts
from quizapp.attempts import service as taking
from quizapp.attempts.models import Attempt
from quizapp.core.memory import DAILY, minutes, portion
from quizapp.core.policy import Action
from quizapp.practice import queries
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me

practice = Blueprint("practice", __name__)
TODAY, WRONG = "today", "wrong"


@practice.get("/practice")
@allowed(Action.USE)
def index() -> str:
    """What comes today and in the next days, what went wrong, and the open banks."""
    db = database.session()
    board, running = queries.board(db, me(), now()), attempts.open_practice(db, me().id)
    return render_template(
        "practice/index.html",
        board=board,
        minutes=minutes(len(board.due)),
        most=DAILY,
        running=running,
        next_url=_next(running) if running else None,
    )


@practice.post("/practice")
@allowed(Action.USE)
def start() -> Response:
    """Begin with what is due today, or with what went wrong."""
    found = queries.board(database.session(), me(), now())
    items = {TODAY: found.due, WRONG: found.wrong_now()}.get(request.form.get("what", ""))
    if items is None:
        abort(422)
    return _begun(found.asked(items))


@practice.post("/practice/banks/<bank>")
@allowed(Action.USE)
def start_bank(bank: str) -> Response:
    """Begin with questions of a bank that is open to the student's class."""
    found = queries.board(database.session(), me(), now())
    here = next((each for each in found.banks if each.bank.public_id == bank), None)
    if here is None:
        abort(404)
    chosen = portion(here.versions, found.memories, found.today, secrets.token_hex(8))
    return _begun([here.versions[item] for item in chosen])


@practice.post("/practice/stop")
@allowed(Action.USE)
def stop() -> Response:
    """Enough for now: what was answered stays, the rest comes again by itself."""
    with database.writing(_starts()) as db:
        running = attempts.open_practice(db, me().id)
        if running is not None:
            taking.stop_practising(db, running, now())
        told = running is not None and running.size > 0 and running.public_id
    return redirect(url_for("attempts.results", attempt=told) if told else url_for("practice.index"), 303)


def _begun(versions: Sequence[int]) -> Response:
    if not versions:
        flash(_("There is nothing to practise here now."), "info")
        return redirect(url_for("practice.index"), 303)
    with database.writing(_starts()) as db:
        made = taking.practise(db, me().school, me().id, versions, seed=secrets.token_hex(16), now=now())
        public_id = made.public_id
    return redirect(url_for("attempts.question", attempt=public_id, n=1), 303)


def _next(running: Attempt) -> str:
    steps = attempts.steps(database.session(), running.id)
    n = next((step.position for step in steps if step.waits), 1)
    return url_for("attempts.question", attempt=running.public_id, n=n)


def _starts() -> str:
    return f"attempts of {me().id}"
