"""The page of what a person must be told, and how much of it is unread."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quizapp.core.policy import Action, Role
from quizapp.core.typed import whole_number
from quizapp.notices import queries, service
from quizapp.notices.models import Kind, Notice
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, identity, me

notices = Blueprint("notices", __name__)
_PLACES: dict[Kind, tuple[str, tuple[str, ...]]] = {
    Kind.REPORTED: ("reports.question", ("item",)),
    Kind.ANSWERED: ("reports.report", ("attempt", "n")),
    Kind.RESCHEDULED: ("home.start", ()),
    Kind.GRANTED: ("home.start", ()),
    Kind.REGRADED: ("attempts.outcome", ("attempt", "n")),
    Kind.CORRECTED: ("attempts.outcome", ("attempt", "n")),
    Kind.WITHDRAWN: ("attempts.outcome", ("attempt", "n")),
    Kind.RESTORED: ("attempts.outcome", ("attempt", "n")),
    Kind.CHANGED: ("attempts.outcome", ("attempt", "n")),
    Kind.TOUCHED: ("corrections.log", ("bank",)),
    Kind.COPIED: ("corrections.original", ("copy", "act")),
    Kind.SKIPPED: ("live.show", ("assignment",)),
    Kind.ERASURE: ("personal.erase", ("person",)),
    Kind.SENT_BACK: ("bench.drafts", ("article", "card", "_anchor")),
}
"""The page that a notice leads to, by kind, with what of `about` makes up its address."""
_COUNTED = frozenset({"home.start", "notices.index"})


@notices.get("/notices")
@allowed(Action.USE)
def index() -> str:
    """Every notice, unread ones first."""
    rows = queries.of_user(database.session(), me().id)
    return render_template(
        "notices/index.html",
        unread=[(row, _place(row)) for row in rows if row.read_at is None],
        read=[(row, _place(row)) for row in rows if row.read_at is not None],
    )


@notices.post("/notices")
@allowed(Action.USE)
def mark() -> Response:
    """Mark one notice as read, or all of them."""
    written = request.form.get("notice", "")
    one = whole_number(written)
    if one is not None or written == "all":
        with database.writing(f"notices of {me().id}") as write:
            service.mark_read(write, me().id, now(), notice=one)
    return redirect(url_for("notices.index"), 303)


@notices.app_template_global()
def unread_notices() -> int:
    """How many unread notices to show in the header: a teacher's on every page, a student's on the first one."""
    who = identity()
    if who is None or (who.role is Role.STUDENT and request.endpoint not in _COUNTED):
        return 0
    return queries.unread_count(database.session(), who.id)


def _place(notice: Notice) -> str:
    endpoint, names = _PLACES[Kind(notice.kind)]
    return url_for(endpoint, **{name: notice.about[name] for name in names})
