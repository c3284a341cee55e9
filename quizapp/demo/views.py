"""One press into the demo, as a student or as a teacher; registered in demo mode only."""

from flask import Blueprint, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.accounts import queries as accounts
from quizapp.accounts.models import User
from quizapp.accounts.views import sign_in_as
from quizapp.attempts import queries as attempts
from quizapp.attempts.models import Purpose
from quizapp.attempts.starting_views import begin
from quizapp.demo.people import STUDENT, TEACHER, demo_titles
from quizapp.quizzes import queries as quizzes
from quizapp.web import database
from quizapp.web.guard import public
from quizapp.web.languages import ui_language

demo = Blueprint("demo", __name__)
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@demo.before_request
def only_here() -> None:
    """Nobody from another machine."""
    if request.remote_addr not in _LOOPBACK:
        abort(404)


@demo.post("/demo/student")
@public
def as_student() -> Response:
    """Sign in as the demo student and open the treaty quiz."""
    user = _person(STUDENT)
    sign_in_as(user.id)
    g.identity = accounts.identity_of(user)
    db = database.session()
    wanted = demo_titles(db).get(ui_language())
    for given in quizzes.for_student(db, user.id):
        if given.quiz.title == wanted:
            attempt = begin(given, Purpose.GRADED)
            row = attempts.by_public_id(database.session(), attempt) or abort(404)
            place = next(
                (s.position for s in attempts.steps(database.session(), row.id) if s.waits),
                1,
            )
            return redirect(url_for("attempts.question", attempt=attempt, n=place), 303)
    return redirect(url_for("home.start"), 303)


@demo.post("/demo/teacher")
@public
def as_teacher() -> Response:
    """Sign in as the demo teacher."""
    sign_in_as(_person(TEACHER).id)
    return redirect(url_for("home.start"), 303)


def _person(sign_in_name: str) -> User:
    db = database.session()
    school = accounts.school(db) or abort(404)
    return accounts.by_sign_in_name(db, school.id, sign_in_name) or abort(404)
