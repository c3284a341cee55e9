"""Two accounts of a class become one student: which, what will happen, and the deed."""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import queries as accounts
from quizapp.accounts.models import User
from quizapp.classes import queries as classes
from quizapp.classes.models import Membership, SchoolClass
from quizapp.classes.views import load_class
from quizapp.core.policy import Action, Role
from quizapp.doubles import queries, service
from quizapp.doubles.forms import DoubleForm
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import choices
from quizapp.web.guard import allowed, me

doubles = Blueprint("doubles", __name__)
Page = str | tuple[str, int] | Response


@dataclass(frozen=True, slots=True)
class Person:
    """A student with their place in the class."""

    user: User
    place: Membership


@doubles.get("/classes/<school_class>/members/<person>/merge")
@allowed(Action.SEE_CLASS)
def ask(school_class: str, person: str) -> Page:
    """Who it is that is in the class once more."""
    found = load_class(school_class)
    return _ask_page(found, _student(found, person), DoubleForm(formdata=None))


@doubles.post("/classes/<school_class>/members/<person>/merge")
@allowed(Action.SEE_CLASS)
def ask_submit(school_class: str, person: str) -> Page:
    """To the page that says what will happen."""
    found = load_class(school_class)
    kept, form = _student(found, person), DoubleForm()
    form.other.choices = _others(found, kept)
    if not form.validate():
        return _ask_page(found, kept, form), 422
    return redirect(url_for("doubles.show", school_class=school_class, person=person, other=form.other.data), 303)


@doubles.get("/classes/<school_class>/members/<person>/merge/<other>")
@allowed(Action.SEE_CLASS)
def show(school_class: str, person: str, other: str) -> Page:
    """What will happen."""
    return _page(*_both(school_class, person, other))


@doubles.post("/classes/<school_class>/members/<person>/merge/<other>")
@allowed(Action.SEE_CLASS)
def merge(school_class: str, person: str, other: str) -> Page:
    """Make them one."""
    found, kept, former = _both(school_class, person, other)
    if queries.in_a_strange_class(database.session(), former.user.id, me()):
        return _page(found, kept, former), 409
    with database.writing() as db:
        one, two = (db.get_one(User, each.user.id, populate_existing=True) for each in (kept, former))
        here = [db.get(Membership, (found.id, each.id), populate_existing=True) for each in (one, two)]
        if not all(here):
            abort(404)
        service.merge(db, db.get_one(SchoolClass, found.id), one, two, by=me().id, now=now())
    flash(_("%(kept)s and %(former)s are one student now.", kept=kept.user.name, former=former.user.name), "ok")
    return redirect(url_for("classes.member", school_class=school_class, person=person), 303)


@doubles.app_template_global()
def merged_into(user_id: int) -> list[queries.Merged]:
    """The accounts that became this person's; the database is asked only where a page calls it."""
    return queries.merged_into(database.session(), user_id)


def _both(school_class: str, person: str, other: str) -> tuple[SchoolClass, Person, Person]:
    found = load_class(school_class)
    if person == other:
        abort(404)
    return found, _student(found, person), _student(found, other)


def _student(found: SchoolClass, person: str) -> Person:
    db = database.session()
    user = accounts.by_public_id(db, person)
    place = db.get(Membership, (found.id, user.id)) if user else None
    if user is None or place is None or place.role != Role.STUDENT:
        abort(404)
    return Person(user, place)


def _others(found: SchoolClass, kept: Person) -> list[tuple[str, str]]:
    rows = classes.register(database.session(), found.id)
    others = [(user.public_id, _label(user, place)) for user, place in rows if user.id != kept.user.id]
    return choices(("", _("Choose…")), *others)


def _label(user: User, place: Membership) -> str:
    return user.name if place.nickname in {None, user.name} else f"{user.name} ({place.nickname})"


def _ask_page(found: SchoolClass, kept: Person, form: DoubleForm) -> str:
    form.other.choices = _others(found, kept)
    return render_template("doubles/ask.html", school_class=found, kept=kept, form=form)


def _page(found: SchoolClass, kept: Person, former: Person) -> str:
    db = database.session()
    return render_template(
        "doubles/show.html",
        school_class=found,
        kept=kept,
        former=former,
        moving=queries.moving(db, former.user.id),
        shared=queries.shared(db, kept.user.id, former.user.id),
        strange=queries.in_a_strange_class(db, former.user.id, me()),
    )
