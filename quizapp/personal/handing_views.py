"""What is kept of a person, for whoever asks the school for it: a parent, or somebody who can no longer sign in."""

from flask import redirect, session, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import acts
from quizapp.accounts import queries as accounts
from quizapp.accounts.acts import Act
from quizapp.core.policy import Action
from quizapp.personal.views import as_file, load_person, personal
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me

_WHOSE = "handed_out"


@personal.post("/people/<person>/data")
@allowed(Action.ERASE_PERSON)
def hand_out(person: str) -> Response:
    """Note that the data of a person are handed out, and lead to the file."""
    user = load_person(person)
    with database.writing() as db:
        acts.note(db, me().school, Act.HANDED_OUT, now(), by=me().id, subject=user.id)
    session[_WHOSE] = person
    return redirect(url_for("personal.handed_out", person=person), 303)


@personal.get("/people/<person>/data.json")
@allowed(Action.ERASE_PERSON)
def handed_out(person: str) -> Response:
    """The file that the person could take away themselves, once for each time that it was noted."""
    user = load_person(person)
    if session.pop(_WHOSE, None) != person:
        return redirect(url_for("accounts.people"), 303)
    return as_file(accounts.identity_of(user))
