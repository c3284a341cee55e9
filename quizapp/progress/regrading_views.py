"""Giving a mark by hand; the blueprint is that of `views`."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts.models import User
from quizapp.attempts import pages
from quizapp.attempts import queries as attempts
from quizapp.attempts.models import Attempt
from quizapp.core.policy import Action
from quizapp.progress import regrading
from quizapp.progress.forms import RegradeForm
from quizapp.progress.views import progress
from quizapp.quizzes.loading import load_given
from quizapp.quizzes.queries import Given
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.filters import decimal
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me

__all__ = ["progress"]


@progress.get("/assignments/<assignment>/attempts/<attempt>/marks/<int:n>")
@allowed(Action.RUN_ASSIGNMENT)
def mark(assignment: str, attempt: str, n: int) -> str:
    """One answer, the mark it has, and what was changed before."""
    given, found, row = _load(assignment, attempt, n)
    return _page(given, found, row, RegradeForm(formdata=None))


@progress.post("/assignments/<assignment>/attempts/<attempt>/marks/<int:n>")
@allowed(Action.RUN_ASSIGNMENT)
def mark_submit(assignment: str, attempt: str, n: int) -> Response | tuple[str, int]:
    """Give it the mark that was written, for the reason that was written."""
    given, found, row = _load(assignment, attempt, n)
    form = RegradeForm()
    form.between = (regrading.lowest(found, row.points), row.points)
    if not form.validate() or form.mark.number is None:
        return _page(given, found, row, form), 422
    with database.writing(found.public_id) as db:
        again = db.get_one(Attempt, found.id)
        changed = regrading.regrade(db, again, n, form.mark.number, said(form.why), me().id, now())
    if changed:
        flash(_("The mark has been changed, and the total with it."), "ok")
    else:
        flash(_("It has that mark already."), "info")
    return redirect(url_for("progress.attempt", assignment=assignment, attempt=attempt, _anchor=f"s{n}"), 303)


def _load(assignment: str, attempt: str, n: int) -> tuple[Given, Attempt, Any]:
    given = load_given(assignment, Action.RUN_ASSIGNMENT)
    db = database.session()
    found = attempts.by_public_id(db, attempt)
    if found is None or found.assignment_id != given.assignment.id:
        abort(404)
    return given, found, regrading.slot_of(db, found, n) or abort(404)


def _page(given: Given, found: Attempt, row: Any, form: RegradeForm) -> str:
    db = database.session()
    item = attempts.item_of(db, row.key_id)
    lowest = decimal(regrading.lowest(found, row.points))
    form.mark.description = _("From %(lowest)s to %(highest)s.", lowest=lowest, highest=decimal(row.points))
    return render_template(
        "progress/regrade.html",
        given=given,
        attempt=found,
        student=db.get_one(User, found.user_id),
        row=row,
        item=item,
        answer=pages.in_words(item, attempts.answer_of(item, row.given)) if row.given else None,
        changes=regrading.changes(db, found.id, row.position),
        form=form,
    )
