"""The blueprint of questions in and out, and the upload of an address."""

from flask import Blueprint, abort

from quizapp.core.policy import Action
from quizapp.exchange import queries
from quizapp.exchange.models import Upload
from quizapp.web import database
from quizapp.web.guard import require

exchange = Blueprint("exchange", __name__)


def own(upload: str) -> Upload:
    """The upload, if the signed-in person sent it; 404 otherwise."""
    found = queries.by_public_id(database.session(), upload)
    if found is None:
        abort(404)
    require(Action.SEE_UPLOAD, queries.thing(database.session(), found))
    return found
