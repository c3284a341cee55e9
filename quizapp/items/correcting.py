"""Correcting the key of a question that was asked: what it would do to every mark, and doing it."""

from dataclasses import replace
from enum import StrEnum

from flask import flash, redirect, render_template, request, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.articles.models import ArticleVersion
from quizapp.banks import queries as banks
from quizapp.banks.models import Bank, Item
from quizapp.core.items import Item as CoreItem
from quizapp.corrections import service
from quizapp.corrections.forms import WhyForm
from quizapp.corrections.rehearsal import rehearse
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import me

_OWN_FIELDS = frozenset({"csrf_token", "save", "why"})


class Refused(StrEnum):
    """Why what was written is no correction."""

    ANOTHER = "another"
    """It adds or takes away an entry: another question."""
    SAME = "same"


def press(
    bank: Bank, listed: banks.ListedItem, written: CoreItem, article: ArticleVersion | None, *, apply: bool
) -> Response | str | tuple[str, int] | Refused:
    """The dry run of a correction or, with `apply` and a reason, the correction itself."""
    corrected = replace(written, status=listed.item.status)
    if corrected == listed.item and not service.lags(database.session(), listed.row.id, corrected):
        return Refused.SAME
    form = WhyForm(formdata=request.form if apply else None)
    if not apply or not form.validate():
        try:
            page = _dry_run(bank, listed, corrected, form)
        except service.OtherEntriesError:
            return Refused.ANOTHER
        return (page, 422) if form.errors else page
    with database.writing() as db:
        try:
            row = db.get_one(Item, listed.row.id)
            act = service.correct(db, row, corrected, article, why=said(form.why), by=me().id, now=now())
        except service.OtherEntriesError:
            return Refused.ANOTHER
        place, count = act.public_id, act.touched
    words = ngettext(
        "Corrected. %(num)s attempt was marked again.", "Corrected. %(num)s attempts were marked again.", count
    )
    flash(words, "ok")
    return redirect(url_for("corrections.act", act=place), 303)


def leaves_marks(former: banks.ListedItem, saved: CoreItem) -> bool:
    """Whether answers were given to the question, and what was saved would mark them otherwise than they are."""
    if saved.body == former.item.body:
        return False
    try:
        return service.lags(database.session(), former.row.id, saved)
    except service.OtherEntriesError:
        return False


def _dry_run(bank: Bank, listed: banks.ListedItem, corrected: CoreItem, form: WhyForm) -> str:
    db = database.session()
    return render_template(
        "corrections/dry_run.html",
        bank=bank,
        listed=listed,
        item=corrected,
        form=form,
        reach=rehearse(db, me(), listed.row.id, corrected),
        other_versions=service.left_out(db, listed.row.id, corrected),
        sent=[(name, value) for name, value in request.form.items(multi=True) if name not in _OWN_FIELDS],
    )
