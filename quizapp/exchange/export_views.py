"""Taking questions along: of a bank, a quiz, or those ticked; what a format cannot carry is said beforehand."""

from flask import Response as FlaskResponse
from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.banks import picking
from quizapp.banks import queries as banks
from quizapp.core.policy import Action
from quizapp.core.types import TYPES
from quizapp.exchange import queries
from quizapp.exchange.leaving import Leaving, file_name, leaving, lost, written
from quizapp.exchange.problems import told
from quizapp.exchange.room import exchange
from quizapp.formats.registry import FORMATS, WRITTEN_TO
from quizapp.quizzes import plan as plans
from quizapp.quizzes import publishing
from quizapp.quizzes.views import load
from quizapp.web import database
from quizapp.web.clock import today
from quizapp.web.guard import allowed, me, require
from quizapp.web.languages import ui_language

_TYPES = {
    "bank": "application/yaml", "csv": "text/csv", "moodle-xml": "application/xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "anki": "application/octet-stream",
    "qti21": "application/zip", "qti30": "application/zip",
}  # fmt: skip


@exchange.get("/banks/<bank>/export")
@allowed(Action.SEE_BANK)
def bank(bank: str) -> str | FlaskResponse:
    """A whole bank."""
    db = database.session()
    row = banks.bank_by_public_id(db, bank)
    require(Action.SEE_BANK, banks.thing(row) if row else None)
    found = row or abort(404)
    listed = [(each.row.public_id, each.item) for each in banks.items_of(db, found)]
    return _answer(leaving(found.title, listed, banks.whole_bank(db, found)), url_for("banks.show", bank=bank))


@exchange.get("/quizzes/<quiz>/export")
@allowed(Action.SEE_QUIZ)
def quiz(quiz: str) -> str | FlaskResponse:
    """The questions of a quiz as it stands, with all of those that its draws may take."""
    row = load(quiz, Action.SEE_QUIZ)
    db = database.session()
    layout = publishing.lay_out(db, me(), plans.read(row.plan), today())
    versions = [version for each in layout.lines for version in (*filter(None, [each.version]), *each.pool)]
    return _answer(leaving(row.title, queries.of_versions(db, versions)), url_for("quizzes.show", quiz=quiz))


@exchange.get("/items/export")
@allowed(Action.TEACH)
def items() -> str | FlaskResponse:
    """The questions that are ticked (`?item=…&item=…`), as far as the person may see them."""
    names = list(dict.fromkeys(request.args.getlist("item")))[: picking.MOST]
    if not names:
        return render_template("exchange/nothing.html")
    found = queries.of_items(database.session(), me(), names)
    if not found:
        abort(404)
    return _answer(leaving(_("Chosen questions"), found), url_for("banks.items", item=names))


def _answer(on: Leaving, back: str) -> str | FlaskResponse:
    """The page of an export, or with `get` the file itself."""
    name = request.args.get("format", "")
    if request.args.get("get") and name in WRITTEN_TO and on.items:
        answer = FlaskResponse(written(on, name).data, mimetype=_TYPES.get(name, "text/plain"))
        answer.headers.set("Content-Disposition", "attachment", filename=file_name(on, name))
        return answer
    problems = lost(on, name) if name in WRITTEN_TO and on.items else ()
    return render_template(
        "exchange/export.html",
        on=on,
        back=back,
        formats=[(each, FORMATS[each].title) for each in WRITTEN_TO],
        name=name if name in WRITTEN_TO else "",
        losses=told(problems, ui_language(), "warning"),
        refused=told(problems, ui_language(), "error"),
        left=len({each.index for each in problems if each.severity == "error"}),
        kept=request.args.getlist("item"),
        action=request.path,
        types=list(TYPES),
    )
