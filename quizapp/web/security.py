"""Headers on every response, and CSRF on every change of state."""

from http import HTTPStatus

from flask import Flask, abort, current_app, request, session
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response

from quizapp.web.guard import room_for_uploads

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
csrf = CSRFProtect()


def init_app(app: Flask) -> None:
    """Switch on CSRF protection and the headers of the contracts."""
    app.before_request(room_for_uploads)  # before the token is looked for in the form
    csrf.init_app(app)
    app.before_request(_no_nul)
    app.after_request(_headers)
    app.after_request(_cookie_stays)


def _no_nul() -> None:
    """No address holds NUL, which PostgreSQL cannot even be asked for."""
    if "\0" in request.path:
        abort(404)


def _cookie_stays(response: Response) -> Response:
    """With a form of another site the browser sends no cookie; one set in answer would sign its person out."""
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
        session.modified = False
    return response


def _headers(response: Response) -> Response:
    headers = response.headers
    headers.extend(_ALWAYS)
    if current_app.config["SESSION_COOKIE_SECURE"]:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.endpoint == "static" and response.status_code < HTTPStatus.BAD_REQUEST:
        fingerprinted = "v" in request.args
        headers["Cache-Control"] = "public, max-age=31536000, immutable" if fingerprinted else "public, max-age=300"
    else:
        headers.setdefault("Cache-Control", "no-store")
    return response
