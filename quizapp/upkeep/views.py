"""What is due to be looked at again: still valid until a day, all at once, and undone."""

import datetime
from dataclasses import dataclass, field

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from quizapp.attempts.pages import right_answers
from quizapp.core.policy import Action
from quizapp.core.typed import whole_number
from quizapp.upkeep import queries, service, undoing
from quizapp.upkeep.queries import Due
from quizapp.upkeep.service import Look
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.guard import allowed, me

upkeep = Blueprint("upkeep", __name__)
_LATEST = 2199
Page = str | tuple[str, int] | Response


@dataclass(slots=True)
class Answered:
    """What the form of the list says: ticks, days as typed, and what is wrong, by public id."""

    ticked: list[str] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


@upkeep.get("/items/due")
@allowed(Action.TEACH)
def due() -> str:
    """The items past their review date or near it, and the forecasts to be told, soonest first."""
    return _page(Answered())


@upkeep.post("/items/due")
@allowed(Action.TEACH)
def still_valid() -> Page:
    """The ticked ones, or the one whose button was pressed, hold until the days beside them."""
    answered, until = _read(request.form)
    if answered.errors or not until:
        return _page(answered, nothing=not answered.errors), 422
    try:
        with database.writing() as db:
            made = service.still_valid(db, me(), until, now())
    except service.ChangedError:
        database.session().expire_all()
        return _page(answered, overtaken=True), 409
    undoing.keep(made)
    flash(_progress(len(made)), "ok")
    return redirect(url_for("upkeep.due"), 303)


@upkeep.post("/items/due/undo")
@allowed(Action.TEACH)
def undo() -> Response:
    """Take back what was last said to hold."""
    made = undoing.kept()
    try:
        with database.writing() as db:
            service.undo(db, me(), made, now())
    except service.ChangedError:
        flash(_("It has been changed since: it can no longer be undone."), "error")
    else:
        flash(
            ngettext("%(num)s question is as it was before.", "%(num)s questions are as they were before.", len(made))
        )
    undoing.forget()
    return redirect(url_for("upkeep.due"), 303)


def _read(sent: "MultiDict[str, str]") -> tuple[Answered, dict[Look, datetime.date]]:
    only = sent.get("only")
    answered = Answered(list(dict.fromkeys([only] if only else sent.getlist("item")))[: queries.PAGE])
    until: dict[Look, datetime.date] = {}
    for name in answered.ticked:
        typed = answered.typed[name] = sent.get(f"until-{name}", "").strip()[:20]
        number, day = whole_number(sent.get(f"version-{name}")), _day(typed)
        if day is None or number is None:
            answered.errors[name] = _("Write a day to come, such as 2026-11-24.")
        else:
            until[Look(name, number)] = day
    return answered, until


def _day(typed: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(typed)
    except ValueError:
        return None
    return day if today() < day and day.year <= _LATEST else None


def _progress(done: int) -> str:
    left = queries.due_count(database.session(), me(), today())
    words = ngettext("%(num)s question checked.", "%(num)s questions checked.", done)
    rest = ngettext("%(num)s is left.", "%(num)s are left.", left) if left else _("Nothing is left to check.")
    return f"{words} {rest}"


def _page(answered: Answered, *, nothing: bool = False, overtaken: bool = False) -> str:
    found = queries.due(database.session(), me(), today())
    shown = {each.row.public_id for each in found.items}
    return render_template(
        "upkeep/due.html",
        found=found,
        today=today(),
        soon=queries.SOON,
        answered=answered,
        errors=[(name, words) for name, words in answered.errors.items() if name in shown],
        nothing=nothing or bool(answered.errors.keys() - shown),
        overtaken=overtaken,
        bulk=any(not each.forecast for each in found.items),
        undoable=len(undoing.kept()) if request.method == "GET" else 0,
        late=_late,
        right_answers=right_answers,
    )


def _late(each: Due) -> bool:
    return each.day < today()
