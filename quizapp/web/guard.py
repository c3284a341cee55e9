"""Sign-in state and leave: every route says what it needs, and an object is checked when loaded."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from flask.sessions import SecureCookieSessionInterface
from werkzeug.wrappers import Response

from quizapp.core.policy import Action, Identity, Role, Thing, knows, may
from quizapp.web import addresses

P = ParamSpec("P")
R = TypeVar("R")
PUBLIC = "public"
_MOST_COOKIE = 3500
"""Characters: browsers drop a cookie over 4096, name included, and a sign-in has to find room for its own."""


def init_app(app: Flask) -> None:
    """Offer the signed-in person to templates."""
    app.jinja_env.globals["identity"] = identity
    app.context_processor(lambda: {"me": identity()})


def identity() -> Identity | None:
    """The signed-in person, as `accounts` loaded it at the start of the request."""
    found: Identity | None = g._get_current_object().get("identity")  # noqa: SLF001 - documented
    return found


def me() -> Identity:
    """The signed-in person; only behind `allowed`."""
    who = identity()
    if who is None:
        raise RuntimeError("me() on a route without allowed()")
    return who


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Declare a route that anybody may use."""
    view.needs = PUBLIC  # type: ignore[attr-defined]
    return view


def allowed(action: Action) -> Callable[[Callable[P, R]], Callable[P, R | Response]]:
    """Declare what a route needs; a signed-out person is sent to sign in and then back.

    For an action on an object the view calls `require` once it has loaded it; here only the role
    is looked at.
    """

    def declare(view: Callable[P, R]) -> Callable[P, R | Response]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
            who = identity()
            if who is None:
                return to_sign_in()
            if action in ROLE_ACTIONS and not may(who, action):
                abort(403)
            return view(*args, **kwargs)

        guarded.needs = action  # type: ignore[attr-defined]
        return guarded

    return declare


ROLE_ACTIONS = frozenset(
    {
        Action.USE,
        Action.TEACH,
        Action.SEE_PEOPLE,
        Action.MAKE_PERSON,
        Action.SET_UP_SCHOOL,
        Action.RUN_INSTALLATION,
    }
)


def uploads(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a route to which a teacher may send a file, and how many bytes the whole form may have."""

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        view.uploads = most  # type: ignore[attr-defined]
        return view

    return declare


def unattended(view: Callable[P, R]) -> Callable[P, R]:
    """Declare a route that an open page asks for by itself: it does not mean that somebody is there."""
    view.unattended = True  # type: ignore[attr-defined]
    return view


def attended() -> bool:
    """Whether a person asks for this request, and not a page by itself."""
    return not getattr(current_app.view_functions.get(request.endpoint or ""), "unattended", False)


def room_for_uploads() -> None:
    """Widen the limit of this request where its route and its sender may."""
    most = getattr(current_app.view_functions.get(request.endpoint or ""), "uploads", None)
    who = identity()
    if most is not None and who is not None and who.role is not Role.STUDENT:
        request.max_content_length = most


def require(action: Action, thing: Thing | None) -> None:
    """404 where the object is not there for this person, 403 where it is but the right is not."""
    who = me()
    if thing is None:
        abort(404)
    if not may(who, action, thing):
        abort(403 if knows(who, thing) else 404)


def to_sign_in() -> Response:
    """To the sign-in page, remembering where to go on; a page that asks by itself is told to load itself anew."""
    if not attended():
        return Response(status=204, headers={"HX-Refresh": "true"})
    if request.method in {"GET", "HEAD"}:
        remember(next=addresses.asked())
    return redirect(url_for("accounts.sign_in"), 303)


def remember(**values: Any) -> bool:
    """Put values in the session cookie; False, and nothing done, where browsers would refuse a cookie of that size."""
    cookies = SecureCookieSessionInterface().get_signing_serializer(current_app)
    if cookies is None or len(cookies.dumps({**session, **values})) > _MOST_COOKIE:
        return False
    session.update(values)
    return True
