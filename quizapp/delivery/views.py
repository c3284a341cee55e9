"""Pages of a given assignment: its dates and rules, and what single students are granted."""

from zoneinfo import ZoneInfo

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.attempts.pages import time_words
from quizapp.classes.forms import ExtraForm, extra_form
from quizapp.core.policy import Action
from quizapp.delivery import queries, service
from quizapp.delivery.forms import RulesForm, complain, rules_form
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.loading import load_given
from quizapp.quizzes.queries import Given
from quizapp.quizzes.service import bounds
from quizapp.quizzes.views import delivery_of
from quizapp.web import database
from quizapp.web.clock import now, zone
from quizapp.web.guard import allowed

delivery = Blueprint("delivery", __name__)
Page = str | tuple[str, int] | Response


@delivery.get("/assignments/<assignment>/edit")
@allowed(Action.RUN_ASSIGNMENT)
def edit(assignment: str) -> str:
    """The dates and rules as they stand."""
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    return _rules_page(given, rules_form(given.assignment, _zone(given)))


@delivery.post("/assignments/<assignment>/edit")
@allowed(Action.RUN_ASSIGNMENT)
def edit_submit(assignment: str) -> Page:
    """Change them; students are told of a date they count on."""
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    form = RulesForm()
    wanted = delivery_of(form, _zone(given), given.assignment) if form.validate() else None
    if wanted is None:
        return _rules_page(given, form), 422
    with database.writing() as db:
        row = quizzes.by_id(db, given.assignment.id)
        stale = request.form.get("known") != bounds(row.assignment)
        refused = service.refusals(row.assignment, wanted, queries.begun(db, row.assignment.id), now())
        told = not stale and not refused and service.change(db, row, wanted, now())
    if stale:
        flash(_("The times were changed meanwhile: nothing was kept. Here they are as they stand now."), "warn")
        return _rules_page(row, rules_form(row.assignment, _zone(row))), 409
    if refused:
        complain(form, refused)
        return _rules_page(given, form), 422
    flash(_("Saved. The students find the new times in their notices.") if told else _("Saved."), "ok")
    return redirect(url_for("delivery.edit", assignment=assignment), 303)


@delivery.get("/assignments/<assignment>/extra")
@allowed(Action.RUN_ASSIGNMENT)
def extra(assignment: str) -> str:
    """Every student with the time and the attempts that they have."""
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    limit = quizzes.rules(given.assignment).limit
    students = [(each, time_words(limit, each.extra)) for each in queries.granted(database.session(), given)]
    return render_template("delivery/extra.html", given=given, students=students)


@delivery.get("/assignments/<assignment>/extra/<person>")
@allowed(Action.RUN_ASSIGNMENT)
def student(assignment: str, person: str) -> str:
    """What one student is granted."""
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    found = _student(given, person)
    return _student_page(given, found, extra_form(found.extra))


@delivery.post("/assignments/<assignment>/extra/<person>")
@allowed(Action.RUN_ASSIGNMENT)
def grant(assignment: str, person: str) -> Page:
    """Grant it in this assignment, or leave what the class grants."""
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    found = _student(given, person)
    back = redirect(url_for("delivery.extra", assignment=assignment), 303)
    if request.form.get("as_class") == "1":
        with database.writing() as db:
            service.grant(db, quizzes.by_id(db, given.assignment.id), found.student.id, None, now())
        return back
    form = ExtraForm()
    if not form.validate():
        return _student_page(given, found, form), 422
    with database.writing() as db:
        service.grant(db, quizzes.by_id(db, given.assignment.id), found.student.id, form.extra, now())
    flash(_("Saved. It holds at once, in attempts that are running too."), "ok")
    return back


def _student(given: Given, person: str) -> queries.Granted:
    found = queries.granted(database.session(), given)
    return next((each for each in found if each.student.public_id == person), None) or abort(404)


def _student_page(given: Given, found: queries.Granted, form: ExtraForm) -> str:
    return render_template("delivery/student.html", given=given, found=found, form=form)


def _rules_page(given: Given, form: RulesForm) -> str:
    return render_template(
        "delivery/edit.html",
        given=given,
        form=form,
        begun=queries.begun(database.session(), given.assignment.id),
        done_by_hand=quizzes.done_by_hand(database.session(), given.assignment.id),
        known=bounds(given.assignment),
    )


def _zone(given: Given) -> ZoneInfo:
    return ZoneInfo(given.zone) if given.zone else zone()
