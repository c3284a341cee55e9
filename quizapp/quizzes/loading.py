"""An assignment as a view needs it: there, and with the leave to act on it."""

from flask import abort

from quizapp.core.policy import Action
from quizapp.quizzes import queries
from quizapp.quizzes.queries import Given
from quizapp.web import database
from quizapp.web.guard import require


def load_given(assignment: str, action: Action) -> Given:
    """The assignment, if the signed-in person may do this to it; 404 or 403 otherwise."""
    db = database.session()
    given = queries.by_public_id(db, assignment)
    require(action, queries.thing(db, given) if given else None)
    return given or abort(404)
