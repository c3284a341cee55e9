"""For administrators: who is signed in at the school, and what was done to accounts and the installation."""

import datetime
from typing import Any

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask_babel import ngettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.accounts import acts, queries, service
from quizapp.accounts.acts import PAGE, Act, Wish
from quizapp.accounts.forms import ACTS, ActsForm
from quizapp.accounts.views import accounts
from quizapp.core.policy import Action
from quizapp.core.typed import whole_number
from quizapp.web import database
from quizapp.web.clock import now, zone
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me

_SHOWN, _MOST_PAGES = 100, 999_999


@accounts.get("/admin/sessions")
@allowed(Action.RUN_INSTALLATION)
def school_sessions() -> str:
    """The browsers that are signed in, newest first."""
    who = request.args.get("who", "").strip()
    found = queries.live_sessions(database.session(), me().school, now(), who)
    return render_template(
        "accounts/sessions.html", found=found[:_SHOWN], count=len(found), who=who, here_id=g.session_id
    )


@accounts.post("/admin/sessions")
@allowed(Action.RUN_INSTALLATION)
def end_school_sessions() -> Response:
    """Sign out one browser, one person everywhere, or everybody but oneself."""
    with database.writing() as db:
        ended, subject = _chosen(db)
        count = service.end_sessions_of(db, ended, now())
        if count:
            acts.note(db, me().school, Act.SIGNED_OUT, now(), by=me().id, subject=subject, count=count)
    flash(ngettext("%(num)s browser signed out.", "%(num)s browsers signed out.", count), "ok")
    return redirect(url_for("accounts.school_sessions", who=request.form.get("who") or None), 303)


def _chosen(db: Session) -> tuple[list[int], int | None]:
    """The sessions that the form names, never one's own, and whose they are where they are one person's."""
    others = [row for row in queries.live_sessions(db, me().school, now()) if row.UserSession.id != g.session_id]
    person, one = request.form.get("person"), request.form.get("session", "")
    if person:
        wanted = [row for row in others if row.User.public_id == person]
    elif one == "others":
        return [row.UserSession.id for row in others], None
    elif (number := whole_number(one)) is not None:
        wanted = [row for row in others if row.UserSession.id == number]
    else:
        abort(400)
    return [row.UserSession.id for row in wanted], wanted[0].User.id if wanted else None


@accounts.get("/admin/log")
@allowed(Action.RUN_INSTALLATION)
def log() -> str | tuple[str, int]:
    """What was done, newest first, by whom, by what and by day."""
    form = ActsForm(request.args)
    if not form.validate():
        return _log_page(form, [], 0, 1), 422
    page = whole_number(request.args.get("page"), _MOST_PAGES, least=1) or 1
    return _log_page(form, *acts.found(database.session(), me().school, _wish(form), page), page)


def _log_page(form: ActsForm, found: list[Any], count: int, page: int) -> str:
    return render_template(
        "accounts/log.html",
        form=form,
        found=found,
        count=count,
        page=page,
        pages=-(-count // PAGE) or 1,
        asked={name: value for name, value in request.args.items() if name != "page" and value},
        words=ACTS,
        days=acts.KEPT.days,
    )


def _wish(form: ActsForm) -> Wish:
    return Wish(
        said(form.who),
        Act(form.act.data) if form.act.data else None,
        _midnight(form.since.data),
        _midnight(form.until.data and form.until.data + datetime.timedelta(days=1)),
    )


def _midnight(day: datetime.date | None) -> datetime.datetime | None:
    return None if day is None else datetime.datetime.combine(day, datetime.time(), zone())
