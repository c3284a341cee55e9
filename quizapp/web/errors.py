"""Error pages in the reader's language; the last one needs neither database nor session."""

from collections.abc import Callable

from flask import Flask, current_app, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from quizapp.db import UnannouncedWriteError
from quizapp.web.requests import note_error, request_id
from quizapp.web.sent import UnreadableNameError
from quizapp.web.templates import templates

RESCUES: dict[str, Callable[[], Response | None]] = {}
"""By endpoint: what to do with a form whose session has died, instead of losing what was typed."""

CODES = (400, 403, 404, 405, 409, 413, 422, 429)


def init_app(app: Flask) -> None:
    """Register a page for every code."""
    for code in CODES:
        app.register_error_handler(code, _page)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(UnreadableNameError, _unreadable_name)
    app.register_error_handler(500, _broken)
    app.register_error_handler(UnannouncedWriteError, _broken)


def page(code: int, title: str, words: str) -> tuple[str, int]:
    """An error page with its own words."""
    html = render_template(
        "errors/error.html", code=code, title=title, words=words, back_url="/", request_id=request_id()
    )
    return html, code


def _words(code: int) -> tuple[str, str]:
    return {
        400: (_("The request cannot be read"), _("Go back and try once more.")),
        403: (
            _("This page is not for you"),
            _("You are signed in, but your role does not allow this."),
        ),
        404: (
            _("This page is not here"),
            _("Check the address, or start again from the home page."),
        ),
        405: (
            _("This page is not here"),
            _("Check the address, or start again from the home page."),
        ),
        409: (
            _("Somebody was faster"),
            _("What you see has changed in the meantime. Reload and try again."),
        ),
        413: (
            _("Too large"),
            _("What you sent is larger than this page accepts. Nothing was stored."),
        ),
        422: (_("Something is missing"), _("Go back and check the form.")),
        429: (_("Too many tries"), _("Wait a few minutes, then try again.")),
    }[code]


def _page(error: HTTPException) -> tuple[str, int]:
    code = error.code if error.code in CODES else 400
    title, words = _words(code)
    return page(code, title, words)


def _stale_form(error: CSRFError) -> tuple[str, int] | Response:
    del error
    rescue = RESCUES.get(request.endpoint or "")
    rescued = rescue() if rescue else None
    return rescued or page(
        400,
        _("The form has expired"),
        _("You signed out or in on another page. Go back, reload the page and send it again."),
    )


def _unreadable_name(error: UnreadableNameError) -> tuple[str, int]:
    del error
    return page(
        400,
        _("The name of the file cannot be read"),
        _("It has characters that are not UTF-8. Give the file another name and send it again; nothing was stored."),
    )


def _broken(error: Exception) -> tuple[str, int]:
    note_error(getattr(error, "original_exception", None) or error)
    found = templates(current_app).in_language("it", "errors/plain_500.html")
    return found.render(request_id=request_id()), 500  # without what pages ask for
