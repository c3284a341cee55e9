"""Headers on every response, and CSRF on every change of state."""

from collections.abc import Callable, Iterable
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import Flask, abort, request, session
from flask_wtf.csrf import CSRFProtect
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.wrappers import Response

from quizapp.web.guard import room_for_uploads
from quizapp.web.sent import SentRequest

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = [
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
]
csrf = CSRFProtect()


class WithoutNul(SentRequest):
    """A request whose query holds no NUL, which PostgreSQL cannot even be asked for."""

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """What is asked for by name."""
        asked: MultiDict[str, str] = super().args
        if b"%00" not in self.query_string and b"\0" not in self.query_string:
            return asked
        return ImmutableMultiDict((name, value.replace("\0", "")) for name, value in asked.items(multi=True))


def init_app(app: Flask) -> None:
    """Switch on CSRF protection and the headers of the contracts."""
    app.request_class = WithoutNul
    app.before_request(room_for_uploads)  # before the token is looked for in the form
    csrf.init_app(app)
    app.before_request(_no_nul)
    app.after_request(_kept_by_browsers)
    app.after_request(_cookie_stays)
    app.wsgi_app = _headed(app)  # type: ignore[method-assign]


def _no_nul() -> None:
    """No address holds NUL, which PostgreSQL cannot even be asked for."""
    if "\0" in request.path:
        abort(404)


def _cookie_stays(response: Response) -> Response:
    """With a form of another site the browser sends no cookie; one set in answer would sign its person out."""
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        session.modified = False
    return response


def _kept_by_browsers(response: Response) -> Response:
    """Static files alone."""
    if request.endpoint == "static" and response.status_code < HTTPStatus.BAD_REQUEST:
        fingerprinted = "v" in request.args
        kept = "public, max-age=31536000, immutable" if fingerprinted else "public, max-age=300"
        response.headers["Cache-Control"] = kept
    return response


def _headed(app: Flask) -> Callable[..., Iterable[bytes]]:
    """The application, with what stands on every answer put on it last: as Flask's headers they would cost more."""
    inner = app.wsgi_app

    def answered(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            own = dict(headers)
            found = [*headers, *_ALWAYS]
            if "Cache-Control" not in own:
                found.append(("Cache-Control", "no-store"))
            if app.config["SESSION_COOKIE_SECURE"]:
                found.append(("Strict-Transport-Security", "max-age=31536000"))
            return start_response(status, found, *error)

        return inner(environ, start)

    return answered
