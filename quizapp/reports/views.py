"""A student reports a problem of a question; a teacher reads what was reported, and answers."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.attempts import pages
from quizapp.attempts import queries as attempts
from quizapp.banks import queries as banks
from quizapp.core.policy import Action, may
from quizapp.reports import queries, service
from quizapp.reports.forms import ANSWERS, REASONS, AnswerForm, ReportForm
from quizapp.reports.models import Reason, Report, State
from quizapp.reports.queries import Told, Wish
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me, require

reports = Blueprint("reports", __name__)
Page = str | tuple[str, int] | Response


@reports.get("/q/<attempt>/<int(max=9999):n>/report")
@allowed(Action.REPORT)
def report(attempt: str, n: int) -> str:
    """What is wrong with this question, and what was answered to earlier reports."""
    row = _place(attempt, n)
    former = _former(row)
    waiting = former[0] if former and former[0].state == State.OPEN else None
    return _report_page(row, former, ReportForm(formdata=None, obj=waiting))


@reports.post("/q/<attempt>/<int(max=9999):n>/report")
@allowed(Action.REPORT)
def report_submit(attempt: str, n: int) -> Page:
    """Keep the report, or the change of one that waits, and tell the teachers."""
    row, form = _place(attempt, n), ReportForm()
    if not form.validate_on_submit():
        return _report_page(row, _former(row), form), 422
    try:
        with database.writing() as write:
            service.report(write, row, Reason(form.reason.data), said(form.words), now())
    except service.TooManyOpenError:
        form.reason.errors = [*form.reason.errors, _("Too many of your reports wait for an answer. Try again later.")]
        return _report_page(row, _former(row), form), 422
    flash(_("Your report has been sent. The answer will be among your notices."), "ok")
    return redirect(url_for("attempts.question", attempt=attempt, n=n), 303)


@reports.get("/reports")
@allowed(Action.TEACH)
def index() -> str:
    """The questions with reports that wait for an answer, or with answered ones."""
    waiting = request.args.get("show") != "answered"
    kept = {name: value for name in ("quiz", "bank") if (value := request.args.get(name))}
    found = queries.for_teacher(database.session(), me(), Wish(**kept), waiting=waiting)
    return render_template(
        "reports/index.html", groups=queries.grouped(found), waiting=waiting, kept=kept, reasons=REASONS
    )


@reports.get("/reports/<item>")
@allowed(Action.ANSWER_REPORTS)
def question(item: str) -> Page:
    """The reports of one question, with what each student had answered."""
    waiting = _waiting(item)
    form = AnswerForm(formdata=None)
    form.offer([told.report.public_id for told in waiting])
    return _question_page(item, waiting, form)


@reports.post("/reports/<item>")
@allowed(Action.ANSWER_REPORTS)
def question_submit(item: str) -> Page:
    """Answer the chosen reports of one question."""
    waiting = _waiting(item)
    if not waiting:
        abort(409)
    form = AnswerForm()
    form.offer([told.report.public_id for told in waiting])
    if not form.validate_on_submit():
        return _question_page(item, waiting, form), 422
    chosen_ids = frozenset(form.reports.data or ())
    with database.writing() as write:
        chosen = [told.report for told in _waiting(item) if told.report.public_id in chosen_ids]
        count = service.answer(write, chosen, State(form.state.data), said(form.reply), me(), now())
    flash(ngettext("%(num)s report has been answered.", "%(num)s reports have been answered.", count), "ok")
    return redirect(url_for("reports.question", item=item), 303)


def _place(attempt: str, n: int) -> Any:
    db = database.session()
    row = attempts.slot_at(db, attempt, n)
    require(Action.REPORT, attempts.thing(db, row) if row else None)
    return row


def _former(row: Any) -> list[Report]:
    return queries.of_place(database.session(), row.id, row.position)


def _report_page(row: Any, former: list[Report], form: ReportForm) -> str:
    return render_template(
        "reports/report.html",
        attempt=row.public_id,
        n=row.position,
        size=attempts.places(database.session(), row.id),
        item=attempts.item_of(database.session(), row.item_version_id),
        form=form,
        waits=bool(former) and former[0].state == State.OPEN,
        answered=[each for each in former if each.state != State.OPEN],
        reasons=REASONS,
        answers=ANSWERS,
    )


def _waiting(item: str) -> list[Told]:
    db = database.session()
    require(Action.ANSWER_REPORTS, queries.thing(db, item))
    return queries.for_teacher(db, me(), Wish(item=item), waiting=True)


def _question_page(item: str, waiting: list[Told], form: AnswerForm) -> str:
    answered = queries.for_teacher(database.session(), me(), Wish(item=item), waiting=False)
    newest = (waiting or answered or abort(404))[0]
    return render_template(
        "reports/question.html",
        newest=newest,
        keys=pages.right_answers(newest.item),
        sees_bank=may(me(), Action.SEE_BANK, banks.thing(newest.bank)),
        waiting=[_line(told) for told in waiting],
        answered=[_line(told) for told in answered],
        form=form,
        reasons=REASONS,
        answers=ANSWERS,
    )


def _line(told: Told) -> dict[str, Any]:
    return {"told": told, "given": pages.in_words(told.item, attempts.answer_of(told.item, told.given))}
