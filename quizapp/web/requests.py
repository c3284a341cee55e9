"""Each request and each breakdown as a line of the log, with a number that the error page shows too."""

import secrets
import time

from flask import Flask, current_app, g, request
from werkzeug.wrappers import Response

from quizapp import journal
from quizapp.journal import Journal
from quizapp.web.guard import identity


def init_app(app: Flask) -> None:
    """Time every request; registered first, so that it hears last what was answered."""
    app.before_request(_begin)
    app.after_request(_note)


def request_id() -> str:
    """The number of this request: random, of twelve signs, and of nobody."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(6)
    return str(g.request_id)


def note_error(error: BaseException) -> None:
    """Write down what went wrong in this request, without what was sent."""
    journal.write(_journal(), "error", request=request_id(), route=request.endpoint, **journal.described(error))


def _begin() -> None:
    g.begun = time.perf_counter()


def _note(response: Response) -> Response:
    kept = _journal()
    if kept.of_all:
        who, begun = identity(), g.get("begun")
        journal.write(
            kept,
            "request",
            request=request_id(),
            route=request.endpoint,
            method=request.method,
            status=response.status_code,
            ms=None if begun is None else round((time.perf_counter() - begun) * 1000, 1),
            role=who and who.role.value,
        )
    return response


def _journal() -> Journal:
    found: Journal = current_app.config["JOURNAL"]
    return found
