"""A teacher opens a bank to her classes for practice."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.banks.models import Bank
from quizapp.banks.queries import bank_by_public_id, thing
from quizapp.classes.models import SchoolClass
from quizapp.classes.queries import of_teacher
from quizapp.core.policy import Action, Role
from quizapp.practice import queries, service
from quizapp.practice.views import practice
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me, require


@practice.get("/banks/<bank>/practice")
@allowed(Action.SEE_BANK)
def opening(bank: str) -> str:
    """Which classes may practise this bank."""
    found = _bank(bank)
    opened = queries.classes_of_opening(database.session(), found.id)
    return render_template("practice/opening.html", bank=found, classes=_classes(), opened=opened)


@practice.post("/banks/<bank>/practice")
@allowed(Action.SEE_BANK)
def opening_submit(bank: str) -> Response:
    """Open the bank to the ticked classes, and to no other of the teacher's."""
    found, mine = _bank(bank), {each.public_id: each.id for each in _classes()}
    chosen = [mine[name] for name in request.form.getlist("classes") if name in mine]
    with database.writing() as db:
        service.open_bank(db, db.get_one(Bank, found.id), mine.values(), chosen, by=me().id, now=now())
    flash(_("Saved."), "ok")
    return redirect(url_for("banks.show", bank=bank), 303)


def _classes() -> list[SchoolClass]:
    everything = me().role is Role.ADMIN
    return [row[0] for row in of_teacher(database.session(), me().school, me().id, everything=everything)]


def _bank(bank: str) -> Bank:
    found = bank_by_public_id(database.session(), bank)
    require(Action.SEE_BANK, thing(found) if found else None)
    return found or abort(404)
