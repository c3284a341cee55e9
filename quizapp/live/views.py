"""The live page of an assignment, its moving part, and one question for the wall."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.attempts import pages as attempt_pages
from quizapp.attempts import queries as attempts
from quizapp.attempts.finishing import finalise
from quizapp.core.policy import Action
from quizapp.live import pages, queries
from quizapp.progress.queries import option_shares
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes import service
from quizapp.quizzes.loading import load_given
from quizapp.quizzes.queries import Given
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me, unattended
from quizapp.web.pictures import sent_picture

live = Blueprint("live", __name__)


@live.get("/assignments/<assignment>/live")
@allowed(Action.SEE_RESULTS)
def show(assignment: str) -> str:
    """Who is where; it asks for its moving part again every five seconds, unless held (`?hold=1`)."""
    given = load_given(assignment, Action.SEE_RESULTS)
    return render_template("live/show.html", **_values(given, _board(given)))


@live.get("/assignments/<assignment>/live/board")
@unattended
@allowed(Action.SEE_RESULTS)
def board(assignment: str) -> str | Response:
    """The moving part alone; 204 where the page that asks has seen all of it."""
    given = load_given(assignment, Action.SEE_RESULTS)
    found = _board(given)
    if request.args.get("seen") == found.seen:
        return Response(status=204)
    return render_template("live/board.html", **_values(given, found))


@live.get("/assignments/<assignment>/close")
@allowed(Action.RUN_ASSIGNMENT)
def close(assignment: str) -> str | Response:
    """Whether to close the quiz now."""
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    if given.assignment.stopped_at is not None:
        return _back(assignment)
    return render_template("live/close.html", given=given, board=_board(given))


@live.post("/assignments/<assignment>/close")
@allowed(Action.RUN_ASSIGNMENT)
def close_submit(assignment: str) -> Response:
    """Close the quiz now: nobody begins any more, whoever works has a minute for what is on its way."""
    with _changing(assignment) as (db, given):
        service.stop(db, given.assignment, me().id, now())
    return _back(assignment)


@live.post("/assignments/<assignment>/reopen")
@allowed(Action.RUN_ASSIGNMENT)
def reopen(assignment: str) -> Response:
    """Take a closing by hand back."""
    with _changing(assignment) as (db, given):
        service.reopen(db, given.assignment, me().id, now())
    flash(_("Reopened: the former times hold again. What has been handed in meanwhile stays handed in."), "ok")
    return _back(assignment)


@live.post("/assignments/<assignment>/more-time")
@allowed(Action.RUN_ASSIGNMENT)
def more_time(assignment: str) -> Response:
    """Five more minutes for everybody; the same press twice is one."""
    with _changing(assignment) as (db, given):
        done = service.more_time(db, given.assignment, request.form.get("known", ""), me().id, now())
    if done:
        flash(_("Five more minutes for everybody."), "ok")
    else:
        flash(_("Nothing was added: the time of this quiz had been changed already."), "info")
    return _back(assignment)


@live.post("/assignments/<assignment>/finish")
@allowed(Action.RUN_ASSIGNMENT)
def finish(assignment: str) -> Response:
    """Hand in what is past its end and the minute after it; by hand, or by the page itself once the quiz was closed."""
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    count = finalise(database.session(), now(), given.assignment.id)
    if request.headers.get("HX-Request"):
        return Response(status=204)
    flash(ngettext("%(num)s attempt has been handed in.", "%(num)s attempts have been handed in.", count), "ok")
    return _back(assignment)


@live.get("/assignments/<assignment>/project/<int(max=9999):n>")
@allowed(Action.SEE_RESULTS)
def project(assignment: str, n: int) -> str:
    """One question in large type, without a name; how the class answered and what is right only with `?show=1`.

    Where every student draws their own, those that somebody drew, and with `?item=` one of them.
    """
    given = load_given(assignment, Action.SEE_RESULTS)
    db = database.session()
    tallies = queries.tallies(db, given)
    stop, places, drawn = _stop(given, tallies, n)
    if stop.version is None:
        attempts.load_items(db, [each.version for each in drawn])
        questions = [(each, attempts.item_of(db, each.version)) for each in drawn]
        return render_template("live/drawn.html", given=given, n=n, size=len(tallies), stop=stop, questions=questions)
    item = attempts.item_of(db, stop.version)
    answers = [answer for answer in queries.answers_at(db, given, places, stop.version) if answer is not None]
    told, key = _on("show"), request.args.get("item")
    unknown = sum(attempt_pages.says_unknown(item, answer) for answer in answers)
    return render_template(
        "live/project.html",
        given=given,
        n=n,
        size=len(tallies),
        stop=stop,
        key=key if drawn else None,
        item=item,
        picture_url=lambda name: url_for("live.picture", assignment=assignment, n=n, name=name, item=key),
        wall=pages.wall(item, option_shares(item, answers), len(answers), f"{assignment}|{n}"),
        told=told,
        unknown=unknown,
        working=0 if told else _working(given),
        proof=attempt_pages.proof(db, stop.version, item, _somebody(given)) if told else None,
    )


@live.get("/assignments/<assignment>/project/<int(max=9999):n>/pictures/<name>")
@allowed(Action.SEE_RESULTS)
def picture(assignment: str, n: int, name: str) -> Response:
    """A picture of a question on the wall."""
    given = load_given(assignment, Action.SEE_RESULTS)
    db = database.session()
    stop, _places, _drawn = _stop(given, queries.tallies(db, given), n)
    if stop.version is None:
        abort(404)
    return sent_picture(attempts.item_of(db, stop.version).files, name)


def _stop(
    given: Given, tallies: Sequence[queries.Tally], n: int
) -> tuple[pages.Stop, Collection[int], Sequence[queries.Drawn]]:
    """A place with the version to show there, the places that may ask it, and what was drawn at them."""
    stop = pages.stop_at(tallies, n) or abort(404)
    if stop.version is not None:
        return stop, (n,), ()
    db = database.session()
    draw = queries.draw_at(db, given, n)
    drawn = queries.drawn(db, given, draw)
    key = request.args.get("item")
    if key is None:
        return stop, draw.places, drawn
    version = next((each.version for each in drawn if each.key == key), None) or abort(404)
    return replace(stop, version=version), draw.places, drawn


@contextmanager
def _changing(assignment: str) -> Iterator[tuple[Session, Given]]:
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    with database.writing() as db:
        yield db, quizzes.by_id(db, given.assignment.id)


def _back(assignment: str) -> Response:
    return redirect(url_for("live.show", assignment=assignment), 303)


def _board(given: Given) -> pages.Board:
    return pages.board(queries.students(database.session(), given), given, now())


def _values(given: Given, found: pages.Board) -> dict[str, Any]:
    db = database.session()
    tallies = queries.tallies(db, given)
    attempts.load_items(db, [each.version for each in tallies if each.version is not None])
    return {
        "given": given,
        "board": found,
        "tallies": tallies,
        "item_of": lambda version: attempts.item_of(db, version),
        "known": service.bounds(given.assignment),
        "open": given.open_at(now()),
        "done_by_hand": quizzes.done_by_hand(db, given.assignment.id),
        "right": _on("right"),
        "hold": _on("hold"),
    }


def _working(given: Given) -> int:
    return _board(given).counts[pages.Stage.WORKING]


def _somebody(given: Given) -> int:
    """A student, since the wall shows of the article what the class may see; 0, nobody, where there is none."""
    return min(quizzes.thing(database.session(), given).students, default=0)


def _on(name: str) -> bool:
    return request.args.get(name) == "1"
