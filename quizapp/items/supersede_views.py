"""The world has changed: a new item takes over from this one; the blueprint is that of `views`."""

from dataclasses import replace

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.banks import queries as banks
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank, Item
from quizapp.core.items import Source
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.policy import Action
from quizapp.corrections import succession
from quizapp.items.forms import SupersedeForm
from quizapp.items.views import items
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me

__all__ = ["items"]
_ASKED = frozenset({Status.READY, Status.RETIRED})


@items.get("/items/<item>/supersede")
@allowed(Action.EDIT_BANK)
def supersede(item: str) -> str:
    """Why, and with which source, a new item takes over."""
    bank, listed = _load(item)
    return _page(bank, listed, SupersedeForm(formdata=None))


@items.post("/items/<item>/supersede")
@allowed(Action.EDIT_BANK)
def supersede_submit(item: str) -> Response | tuple[str, int]:
    """A copy with its own source and date, in review, opened in the editor."""
    bank, listed = _load(item)
    form = SupersedeForm()
    _offer(bank, form)
    if not form.validate() or form.date.data is None:
        return _page(bank, listed, form), 422
    source = Source(said(form.title), said(form.outlet), form.date.data, said(form.url) or None)
    timing = listed.item.timing or Timing.DATED
    new = replace(
        listed.item,
        sources=(source,),
        as_of=form.date.data,
        timing=timing,
        review_by=None,
        horizon=None,
        came_true=None,
        corroboration=(),
        explanation=None,
    )
    with database.writing() as db:
        into = banks.bank_by_public_id(db, said(form.bank)) or abort(409)
        if into.article_id != bank.article_id:
            new = replace(new, evidence=(), facts=())
        row = db.get_one(Item, listed.row.id)
        made = succession.supersede(
            db, row, into, new, banks.article_of(db, into), why=said(form.why), by=me().id, now=now()
        )
        place = made.public_id
    flash(_("The new question is here, in review: write what it asks and what is right now."), "ok")
    return redirect(url_for("items.edit", item=place), 303)


def _load(item: str) -> tuple[Bank, banks.ListedItem]:
    bank, listed = load_item(item, Action.EDIT_BANK)
    if listed.item.status not in _ASKED:
        abort(409)
    return bank, listed


def _offer(bank: Bank, form: SupersedeForm) -> None:
    """The bank of the old item, and the others of its owner: what banks of anybody else say does not hold here."""
    fillable = banks.banks_to_fill(database.session(), me(), bank.article_id)
    mine = [each for each in fillable if each.id != bank.id and each.owner_id in {bank.owner_id, None}]
    form.bank.choices = choices_of((each.public_id, each.title) for each in (bank, *mine))


def _page(bank: Bank, listed: banks.ListedItem, form: SupersedeForm) -> str:
    _offer(bank, form)
    return render_template("corrections/supersede.html", bank=bank, listed=listed, item=listed.item, form=form)
