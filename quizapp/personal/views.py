"""A person's own data: a page that says what there is, everything as one JSON file, and the wish to have it erased."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.accounts import queries as accounts
from quizapp.accounts.models import User
from quizapp.core.policy import Action, Identity
from quizapp.personal import retention, service
from quizapp.personal.document import as_json, own_data
from quizapp.personal.forms import LONG
from quizapp.personal.queries import asked_at, summary
from quizapp.personal.wording import SECTIONS, end_of
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, identity, me, public, require

personal = Blueprint("personal", __name__)


@personal.get("/my-data")
@allowed(Action.USE)
def index() -> str:
    """What is kept of the signed-in person, in short."""
    db = database.session()
    return render_template("personal/index.html", kept=summary(db, me().id), asked=asked_at(db, me().id))


@personal.get("/my-data.json")
@allowed(Action.USE)
def download() -> Response:
    """The same to take away."""
    return as_file(me())


def load_person(person: str) -> User:
    """Somebody of the school whose data whoever is signed in may hand out or erase; 404 or 403 where not."""
    user = accounts.by_public_id(database.session(), person)
    thing = accounts.thing(user) if user and user.erased_at is None else None
    require(Action.MANAGE_PERSON, thing)
    require(Action.ERASE_PERSON, thing)
    return user or abort(404)


def as_file(who: Identity) -> Response:
    """Everything that is kept of a person, as a file."""
    told = own_data(database.session(), who, now())
    name = f"quotidia-{told['made_at'][:10]}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(as_json(told), mimetype="application/json", headers=headers)


@personal.post("/my-data/erasure")
@allowed(Action.USE)
def ask_erasure() -> Response:
    """Tell the administrators that this person wants everything erased."""
    with database.writing() as db:
        service.ask(db, db.get_one(User, me().id), now())
    flash(_("The administrators of your school have been told."), "ok")
    return redirect(url_for("personal.index"), 303)


@personal.get("/privacy")
@public
def privacy() -> str:
    """What is kept of whom, why and for how long."""
    db, who = database.session(), identity()
    school = who.school if who else getattr(accounts.school(db), "id", 0)
    return render_template(
        "personal/privacy.html", sections=SECTIONS, end_of=end_of, rule=retention.rule_of(db, school), long=LONG
    )
