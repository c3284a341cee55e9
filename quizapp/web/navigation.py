"""The links of the header, by role."""

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from quizapp.core.policy import Role
from quizapp.web import addresses
from quizapp.web.guard import identity

_UNDER = {"/banks": ("/imports",)}
"""Pages that belong to a place of the navigation without lying under its address."""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the main navigation."""

    label: str
    href: str
    current: bool


def init_app(app: Flask) -> None:
    """Offer `navigation` to templates, for those that show it."""
    app.jinja_env.globals.update(navigation=links)
    app.context_processor(lambda: {"here": here(), "demo": app.config["DEMO"]})


def links() -> list[Link]:
    """What the signed-in person may reach from anywhere."""
    who = identity()
    if who is None:
        return []
    if who.role is Role.STUDENT:
        places = [
            (_("Today"), url_for("home.start")),
            (_("Practice"), url_for("practice.index")),
            (_("History"), url_for("progress.history")),
        ]
    else:
        places = [
            (_("Today"), url_for("home.start")),
            (_("Articles"), url_for("bench.articles")),
            (_("Classes"), url_for("classes.index")),
            (_("Quizzes"), url_for("quizzes.index")),
            (_("Banks"), url_for("banks.index")),
            (_("People"), url_for("accounts.people")),
        ]
        if who.role is Role.ADMIN:
            places.append((_("Installation"), url_for("jobs.admin")))
    return [Link(label, href, _current(href)) for label, href in places]


def here() -> str:
    """Where to come back to: this page, or the page that the form just sent stands on."""
    if request.method == "GET" or _readable():
        return addresses.asked()
    return "/"


def _readable() -> bool:
    adapter = current_app.url_map.bind("")
    try:
        adapter.match(request.path, method="GET")
    except (HTTPException, RequestRedirect):
        return False
    return True


def _current(href: str) -> bool:
    return request.path == href if href == "/" else request.path.startswith((href, *_UNDER.get(href, ())))
