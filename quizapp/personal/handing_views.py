"""What is kept of a person, for whoever asks the school for it: a parent, or somebody who can no longer sign in."""

from flask import abort, redirect, session, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import acts
from quizapp.accounts import queries as accounts
from quizapp.accounts.acts import Act
from quizapp.accounts.models import User
from quizapp.core.policy import Action
from quizapp.personal.views import as_file, personal
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me, require

_WHOSE = "handed_out"


@personal.post("/people/<person>/data")
@allowed(Action.ERASE_PERSON)
def hand_out(person: str) -> Response:
    """Note that the data of a person are handed out, and lead to the file."""
    user = _load(person)
    with database.writing() as db:
        acts.note(db, me().school, Act.HANDED_OUT, now(), by=me().id, subject=user.id)
    session[_WHOSE] = person
    return redirect(url_for("personal.handed_out", person=person), 303)


@personal.get("/people/<person>/data.json")
@allowed(Action.ERASE_PERSON)
def handed_out(person: str) -> Response:
    """The file that the person could take away themselves, once for each time that it was noted."""
    user = _load(person)
    if session.pop(_WHOSE, None) != person:
        return redirect(url_for("accounts.people"), 303)
    return as_file(accounts.identity_of(user))


def _load(person: str) -> User:
    user = accounts.by_public_id(database.session(), person)
    require(Action.MANAGE_PERSON, accounts.thing(user) if user and user.erased_at is None else None)
    require(Action.ERASE_PERSON, accounts.thing(user) if user else None)
    return user or abort(404)
