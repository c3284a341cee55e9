"""Leaving with everything: one press gives a teacher all her banks and quizzes in one zip."""

from tempfile import SpooledTemporaryFile
from typing import Any
from zipfile import ZipFile

from flask import Response as FlaskResponse
from flask import render_template, request, send_file
from flask_babel import gettext as _

from quizapp.banks import queries as banks
from quizapp.banks.models import Bank
from quizapp.core.policy import Action
from quizapp.core.types import TYPES
from quizapp.exchange import queries
from quizapp.exchange.along import OWN, Luggage
from quizapp.exchange.leaving import Leaving, leaving
from quizapp.exchange.room import exchange
from quizapp.formats.registry import FORMATS, WRITTEN_TO
from quizapp.quizzes import plan as plans
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.named import Named, named_items
from quizapp.web import database
from quizapp.web.clock import today
from quizapp.web.guard import allowed, me
from quizapp.web.languages import ui_language

_OTHERS = tuple(name for name in WRITTEN_TO if name != OWN)
_PROPOSED = "moodle-xml"
_IN_MEMORY = 16 * 1024 * 1024


@exchange.get("/export")
@allowed(Action.TEACH)
def everything() -> str | FlaskResponse:
    """What a teacher has, or with `get` all of it in one zip."""
    db = database.session()
    own, quizzes = queries.own_banks(db, me()), queries.own_quizzes(db, me())
    name = request.args.get("format", _PROPOSED)
    if request.args.get("get") and (own or quizzes):
        return _zip(own, quizzes, name if name in _OTHERS else "")
    return render_template(
        "exchange/along.html",
        banks=own,
        quizzes=quizzes,
        formats=[*((each, FORMATS[each].title) for each in _OTHERS), ("", _("Quotidia’s own alone"))],
        name=name,
    )


def _zip(own: list[Bank], quizzes: list[Quiz], other: str) -> FlaskResponse:
    """The banks one after the other, so that no more than one is in memory."""
    kept = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with the response
    with ZipFile(kept, "w") as file:
        luggage = Luggage(file, other, ui_language())
        for bank in own:
            luggage.put(_leaving(bank))
        lines = {quiz.id: plans.read(quiz.plan) for quiz in quizzes}
        asked = [line.item for plan in lines.values() for line in plan if line.item is not None]
        named = named_items(database.session(), me(), asked, today(), None)
        luggage.put(_of_others(named, luggage))
        luggage.put_plans(_quiz(quiz, lines[quiz.id], named, luggage) for quiz in quizzes)
        title = FORMATS[other].title if other else ""
        about = render_template("exchange/along.txt", luggage=luggage, quizzes=quizzes, title=title, types=list(TYPES))
        luggage.put_text(_("README.txt"), about)
    kept.seek(0)
    answer = send_file(kept, "application/zip", as_attachment=True, download_name=f"quotidia-{today()}.zip")
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _leaving(bank: Bank) -> Leaving:
    db = database.session()
    listed = [(each.row.public_id, each.item) for each in banks.items_of(db, bank)]
    return leaving(bank.title, listed, banks.whole_bank(db, bank))


def _of_others(named: dict[int, Named], luggage: Luggage) -> Leaving:
    """What the quizzes ask of banks that are not the teacher's."""
    names = [each.public_id for each in named.values() if each.public_id not in luggage.where]
    return leaving(_("Questions of other banks"), queries.of_items(database.session(), me(), names))


def _quiz(quiz: Quiz, plan: plans.Plan, named: dict[int, Named], luggage: Luggage) -> dict[str, Any]:
    return {
        "title": quiz.title,
        "lang": quiz.lang,
        "archived": quiz.archived_at is not None,
        "lines": [_line(line, named, luggage) for line in plan],
    }


def _line(line: plans.Line, named: dict[int, Named], luggage: Luggage) -> dict[str, Any]:
    """A line with the file and the id of its question; null for one that stays behind."""
    said = line.dump()
    if line.item is None:
        return said
    found = named.get(line.item)
    said["item"] = luggage.where.get(found.public_id) if found else None
    return {**said, "stem": found.item.plain(found.item.stem) if found else None}
