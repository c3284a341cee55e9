"""The history of the signed-in person: what first attempts say, and every attempt."""

from flask import render_template, request

from quizapp.core.measure import BANDS, LEAST
from quizapp.core.policy import Action
from quizapp.core.typed import whole_number
from quizapp.progress.history import measures, sittings
from quizapp.progress.views import progress
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me

_PAGE, _MOST_PAGES = 20, 9999
_TREND = 20
"""The latest first attempts in the line; earlier ones stand in the list."""


@progress.get("/history")
@allowed(Action.USE)
def history() -> str:
    """Trend, kinds, topics, articles and certainty over first attempts; all attempts below, page by page."""
    db = database.session()
    found = sittings(db, me().id, now())
    page = whole_number(request.args.get("page"), _MOST_PAGES, least=1) or 1
    return render_template(
        "progress/history.html",
        rows=found[(page - 1) * _PAGE : page * _PAGE],
        page=page,
        pages=-(-len(found) // _PAGE),
        quizzes=sum(each.first for each in found),
        said=measures(db, found) if page == 1 else None,
        latest=_TREND,
        least=LEAST,
        bands=BANDS,
    )
