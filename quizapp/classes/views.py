"""Classes and who is in them."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import queries as accounts
from quizapp.classes import queries, service
from quizapp.classes.forms import ClassForm, MemberForm
from quizapp.classes.models import SchoolClass
from quizapp.core.policy import Action, Role
from quizapp.web import database
from quizapp.web.clock import now, zone
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me, require

classes = Blueprint("classes", __name__)


@classes.get("/classes")
@allowed(Action.TEACH)
def index() -> str:
    """The teacher's classes."""
    rows = queries.of_teacher(database.session(), me().school, me().id, everything=me().role is Role.ADMIN)
    return render_template("classes/index.html", rows=rows, form=ClassForm())


@classes.post("/classes")
@allowed(Action.TEACH)
def create() -> Response | tuple[str, int]:
    """Make a class."""
    form = ClassForm()
    if not form.validate():
        rows = queries.of_teacher(database.session(), me().school, me().id, everything=me().role is Role.ADMIN)
        return render_template("classes/index.html", rows=rows, form=form), 422
    with database.writing() as db:
        made = service.make_class(
            db,
            me().school,
            name=said(form.name),
            subject=said(form.subject),
            timezone=zone().key,
            teacher_id=me().id,
            now=now(),
        )
        public_id = made.public_id
    return redirect(url_for("classes.show", school_class=public_id), 303)


@classes.get("/classes/<school_class>")
@allowed(Action.SEE_CLASS)
def show(school_class: str) -> str:
    """Who is in a class."""
    return _page(_load(school_class), _member_form(school_class))


@classes.post("/classes/<school_class>/members")
@allowed(Action.SEE_CLASS)
def add_member(school_class: str) -> Response | tuple[str, int]:
    """Put somebody in a class."""
    found = _load(school_class)
    form = _member_form(school_class)
    if not form.validate():
        return _page(found, form), 422
    with database.writing() as db:
        user = accounts.by_public_id(db, form.person.data) or abort(404)
        service.add_member(db, found, user, now())
    flash(_("%(name)s is in the class.", name=user.name), "ok")
    return redirect(url_for("classes.show", school_class=school_class), 303)


@classes.post("/classes/<school_class>/members/<person>/remove")
@allowed(Action.SEE_CLASS)
def remove_member(school_class: str, person: str) -> Response:
    """Take somebody out of a class."""
    found = _load(school_class)
    user = accounts.by_public_id(database.session(), person)
    if user is None or user.id not in {member.id for member, _role in queries.members(database.session(), found.id)}:
        abort(404)
    with database.writing() as db:
        service.remove_member(db, found, user.id)
    flash(_("%(name)s is no longer in the class; their answers stay.", name=user.name), "ok")
    return redirect(url_for("classes.show", school_class=school_class), 303)


def _load(school_class: str) -> SchoolClass:
    found = queries.by_public_id(database.session(), school_class)
    require(Action.SEE_CLASS, queries.thing(database.session(), found) if found else None)
    return found or abort(404)


def _member_form(school_class: str) -> MemberForm:
    form = MemberForm()
    db = database.session()
    found = _load(school_class)
    inside = {member.id for member, _role in queries.members(db, found.id)}
    form.person.choices = choices_of(
        (user.public_id, user.name) for user in accounts.people(db, me().school) if user.id not in inside
    )
    return form


def _page(found: SchoolClass, form: MemberForm) -> str:
    return render_template(
        "classes/show.html",
        school_class=found,
        members=queries.members(database.session(), found.id),
        form=form,
    )
