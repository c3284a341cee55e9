"""When the database cannot be written, or read, for now: it is said, and what was typed stays where it is."""

from collections.abc import Callable
from contextlib import suppress

from flask import Flask, g, make_response, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.obstacles import ERRORS, Obstacle, obstacle
from quizapp.web import addresses, database
from quizapp.web.requests import note_error, request_id

STILL_THERE: dict[str, Callable[[str], str | Response]] = {}
"""By endpoint: what a form that could not be saved is answered with, given why; it may read."""
RESENT: dict[str, Callable[[], list[tuple[str, str]]]] = {}
"""By endpoint: the fields that can be sent again from a page which reads nothing."""
_AGAIN_S = 5
_CODES = {Obstacle.FULL: 507}
_UNAVAILABLE = 503


def init_app(app: Flask) -> None:
    """Answer whatever an obstacle comes as; what is none goes on as it was."""
    for each in ERRORS:
        app.register_error_handler(each, _answered)


def why_words(found: Obstacle) -> str:
    """What keeps the server from it, in the reader's language."""
    words: dict[Obstacle, str] = {
        Obstacle.FULL: _("The disk of the server is full: whoever looks after it must make room."),
        Obstacle.READ_ONLY: _("The server may read at the moment, but not write."),
        Obstacle.LOCKED: _("Somebody else has been writing for a long time."),
        Obstacle.AWAY: _("The database does not answer at the moment."),
    }
    return words[found]


def _answered(error: Exception) -> Response:
    found = obstacle(error)
    if found is None:
        raise error
    note_error(error)
    response = _kept_page(found) or make_response(_page(found))
    response.status_code = _CODES.get(found, _UNAVAILABLE)
    response.headers["Retry-After"] = str(_AGAIN_S)
    return response


def _kept_page(found: Obstacle) -> Response | None:
    """The page of the form with what was typed; None where it has none, or cannot be read either."""
    own = STILL_THERE.get(request.endpoint or "")
    if own is None or request.method != "POST" or g.get("identity") is None:
        return None
    with suppress(*ERRORS):
        database.session().rollback()
        return make_response(own(why_words(found)))
    return None


def _page(found: Obstacle) -> str:
    resent = RESENT.get(request.endpoint or "")
    return render_template(
        "errors/unsaved.html",
        sent=request.method == "POST",
        why=why_words(found),
        fields=resent() if resent else [],
        address=addresses.asked(),
        request_id=request_id(),
    )
