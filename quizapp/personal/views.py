"""A person's own data: a page that says what there is, and everything as one JSON file."""

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from quizapp.core.policy import Action
from quizapp.personal.document import as_json, own_data
from quizapp.personal.queries import summary
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me

personal = Blueprint("personal", __name__)


@personal.get("/my-data")
@allowed(Action.USE)
def index() -> str:
    """What is kept of the signed-in person, in short."""
    return render_template("personal/index.html", kept=summary(database.session(), me().id))


@personal.get("/my-data.json")
@allowed(Action.USE)
def download() -> Response:
    """The same to take away."""
    told = own_data(database.session(), me(), now())
    name = f"quotidia-{told['made_at'][:10]}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(as_json(told), mimetype="application/json", headers=headers)
