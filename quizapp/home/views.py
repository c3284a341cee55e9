"""The first page of each role, preferences, health, and the pages about Quotidia itself."""

import datetime
import re
from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from quizapp.accounts import queries as accounts
from quizapp.accounts import service as people
from quizapp.accounts.forms import ReadingForm
from quizapp.accounts.probe import obstacle_now
from quizapp.attempts import queries as attempts
from quizapp.attempts.models import Attempt, Purpose
from quizapp.attempts.releases import lines_of
from quizapp.bench import queries as bench
from quizapp.bench.forms import PasteForm
from quizapp.classes import queries as classes
from quizapp.core.memory import minutes
from quizapp.core.policy import Action, Role
from quizapp.core.timing import Standing, deadline, extra_time, remaining, standing
from quizapp.home.samples import samples
from quizapp.practice import queries as practice
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.extras import extras_of_student
from quizapp.reports import queries as reports
from quizapp.upkeep import queries as upkeep
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.guard import allowed, identity, me, public
from quizapp.web.languages import LANGUAGES
from quizapp.web.settings import may_fetch

home = Blueprint("home", __name__)
THEMES = ("auto", "light", "dark")
SWITCH = ("on", "off")
_HERE = re.compile(r"/(?![/\\])[^\s\\\0]*")  # browsers drop tabs and line ends, so `/\t/elsewhere` leads elsewhere


@home.get("/")
@public
def start() -> str:
    """What to do now."""
    who = identity()
    if who is None:
        return render_template("home/welcome.html", setup=not accounts.any_admin(database.session()))
    return _student_page() if who.role is Role.STUDENT else _teacher_page()


def _student_page() -> str:
    db = database.session()
    rows = attempts.of_user(db, me().id, 40)
    cards = []
    found = quizzes.for_student(db, me().id)
    graded = attempts.graded_at(db, me().id, [given.assignment.id for given in found])
    extras = extras_of_student(db, me().id, [given.assignment.id for given in found])
    for given in found:
        extra = extras[given.assignment.id]
        mine = [each for each in graded if each.assignment_id == given.assignment.id]
        running = next((attempt for attempt in mine if attempt.state == "open"), None)
        end = deadline(running.started_at, quizzes.rules(given.assignment), extra) if running else None
        time, limit = given.time_if_begun(now(), extra), quizzes.rules(given.assignment).limit
        cards.append(
            {
                "given": given,
                "running": running,
                "done": [a for a in mine if a.finished_at],
                "can_start": _goes_on(end) if running else given.open_at(now()) and given.left(len(mine), extra),
                "minutes": time and int(time.total_seconds()) // 60,
                "extra": int(extra_time(limit, extra).total_seconds()) // 60,
                "seconds_left": int(remaining(end, now()).total_seconds())
                if end and given.assignment.time_limit_s is not None
                else None,
            }
        )
    todo = [card for card in cards if card["can_start"] and not card["done"]]
    again = [card for card in cards if card not in todo]
    board = practice.board(db, me(), now())
    return render_template(
        "home/student.html",
        todo=todo,
        again=again,
        awaited=classes.awaited(db, me().id),
        board=board,
        minutes=minutes(len(board.due)),
        practising=attempts.open_practice(db, me().id),
        last=lines_of(db, [row for row in rows if row[0].finished_at][:4], now()),
        now=now(),
    )


def _goes_on(end: datetime.datetime | None) -> bool:
    return standing(end, now()) is Standing.RUNNING


def _teacher_page() -> str:
    db = database.session()
    everything = me().role is Role.ADMIN
    given = quizzes.of_teacher(db, me().school, me().id, everything=everything)
    rows = db.execute(
        select(Attempt.assignment_id, func.count(func.distinct(Attempt.user_id)))
        .where(
            Attempt.assignment_id.in_([each.assignment.id for each in given]),
            Attempt.purpose == Purpose.GRADED.value,
            Attempt.finished_at.is_not(None),
        )
        .group_by(Attempt.assignment_id)
    )
    counts = {row[0]: row[1] for row in rows}
    return render_template(
        "home/teacher.html",
        given=given,
        counts=counts,
        reported=reports.waiting_count(db, me()),
        due=upkeep.due_count(db, me(), today()),
        second=bench.waiting_count(db, me()),
        form=PasteForm(formdata=None, data={"retrieved": today()}),
        may_fetch=may_fetch(),
        classes=classes.of_teacher(db, me().school, me().id, everything=everything),
    )


@home.post("/preferences")
@public
def preferences() -> Response:
    """Remember the language or the look in the cookie."""
    lang, theme = request.form.get("lang"), request.form.get("theme")
    if lang in LANGUAGES:
        session["lang"] = lang
    if theme in THEMES:
        session["theme"] = theme
    if request.form.get("shortcuts") in SWITCH:
        session["shortcuts"] = request.form["shortcuts"]
    return redirect(_back(request.form), 303)


@home.get("/reading")
@allowed(Action.USE)
def reading() -> str:
    """How texts look to the signed-in person, to be changed."""
    form = ReadingForm(data={"text_size": me().text_size, "text_spacing": me().text_spacing})
    return render_template("home/reading.html", form=form, back=_back(request.args))


@home.post("/reading")
@allowed(Action.USE)
def reading_submit() -> Response | tuple[str, int]:
    """Keep it, and go back to where they were."""
    form = ReadingForm()
    if not form.validate():
        return render_template("home/reading.html", form=form, back=_back(request.form)), 422
    with database.writing() as db:
        people.set_reading(db, me().id, size=form.text_size.data, spacing=form.text_spacing.data)
    flash(_("Your texts now look like this."), "ok")
    back = _back(request.form)
    return redirect(url_for("home.reading") if back == "/" else back, 303)


def _back(values: Mapping[str, str]) -> str:
    back = values.get("next", "/")
    return back if _HERE.fullmatch(back) else "/"


@home.get("/licences")
@public
def licences() -> str:
    """Whose work Quotidia stands on."""
    return render_template("home/licences.html")


@home.get("/accessibility")
@public
def accessibility() -> str:
    """What was checked, and what was not."""
    return render_template("home/accessibility.html")


@home.get("/components")
@allowed(Action.TEACH)
def components() -> str:
    """Every item type in every outcome, on one sheet."""
    return render_template("home/components.html", samples=samples())


@home.get("/health")
@public
def health() -> tuple[dict[str, str], int]:
    """Whether the database can be written, and if not, why."""
    found = obstacle_now()
    if found is not None:
        return {"status": "unavailable", "database": "cannot be written", "why": found.value}, 503
    return {"status": "ok", "database": database.engine().dialect.name}, 200
