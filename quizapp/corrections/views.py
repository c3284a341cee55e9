"""Withdrawing a question at once, what an act did, taking it back, and the public log of a bank."""

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.attempts import queries as attempts
from quizapp.attempts.releases import items_to_come, not_to_practise
from quizapp.banks import queries as banks
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank, Deed, Item, ItemAct
from quizapp.core.policy import Action, Role, may
from quizapp.corrections import queries, reach, service, succession
from quizapp.corrections.forms import WhyForm
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me, require

corrections = Blueprint("corrections", __name__)


@corrections.get("/items/<item>/withdraw")
@allowed(Action.EDIT_BANK)
def withdraw(item: str) -> str:
    """What withdrawing it would reach, and why it is to be done."""
    return _withdraw_page(*load_item(item, Action.EDIT_BANK), WhyForm(formdata=None))


@corrections.post("/items/<item>/withdraw")
@allowed(Action.EDIT_BANK)
def withdraw_submit(item: str) -> Response | tuple[str, int]:
    """Out of every attempt at once, and out of new quizzes."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    form = WhyForm()
    if not form.validate():
        return _withdraw_page(bank, listed, form), 422
    with database.writing() as db:
        row = db.get_one(Item, listed.row.id)
        standing = service.last_act(db, row.id)
        if standing is not None and standing.act == Deed.WITHDRAWN:
            abort(409)
        article = banks.article_of(db, db.get_one(Bank, bank.id))
        act = service.withdraw(db, row, article, why=said(form.why), by=me().id, now=now())
        place, count = act.public_id, act.touched
    words = ngettext(
        "Withdrawn. %(num)s attempt no longer counts it.", "Withdrawn. %(num)s attempts no longer count it.", count
    )
    flash(words, "ok")
    return redirect(url_for("corrections.act", act=place), 303)


@corrections.get("/acts/<act>")
@allowed(Action.EDIT_BANK)
def act(act: str) -> str:
    """What an act did, student by student where this teacher may see the results."""
    bank, row, found = _act(act)
    db = database.session()
    moves = queries.applied(db, found)
    reached = {move.place.attempt.id: move.place.attempt for move in moves}
    (entry,) = (each for each in queries.entries(db, item_id=row.id) if each.act.id == found.id)
    return render_template(
        "corrections/act.html",
        bank=bank,
        row=row,
        entry=entry,
        reach=queries.reach_of(db, me(), moves, reach.totals_of(db, reached.values())),
        may_undo=_may_undo(found),
    )


@corrections.post("/acts/<act>/undo")
@allowed(Action.EDIT_BANK)
def undo(act: str) -> Response:
    """Take an act back: marks and totals are again what they were."""
    bank, row, found = _act(act)
    with database.writing() as db:
        again = db.get_one(ItemAct, found.id)
        if again.act == Deed.SUPERSEDED:
            if again.undone_at is not None:
                abort(409)
            succession.take_back(db, again, by=me().id, now=now())
        else:
            try:
                article = banks.article_of(db, db.get_one(Bank, bank.id))
                service.undo(db, again, article, by=me().id, now=now())
            except service.NotLastError:
                abort(409)
    flash(_("Taken back: everything is as it was before."), "ok")
    return redirect(url_for("items.item", item=row.public_id), 303)


@corrections.get("/banks/<bank>/corrections")
@allowed(Action.SEE_CORRECTIONS)
def log(bank: str) -> str:
    """What was wrong in a bank and what happened; a student reads no reason that could give an answer away, and of no
    question that is still to come."""
    db = database.session()
    found = banks.bank_by_public_id(db, bank)
    require(Action.SEE_CORRECTIONS, queries.log_thing(db, me(), found) if found else None)
    if found is None:
        abort(404)
    entries = [each for each in queries.entries(db, bank_id=found.id) if each.told]
    if me().role is Role.STUDENT and entries:
        to_come = items_to_come(db, me().id, now())
        unmet, kept = to_come - queries.met(db, me().id), to_come | not_to_practise(db, me().id, now())
        entries = [
            replace(each, shows_why=_asks_no_more(each.act) or not kept & _items_in(each))
            for each in entries
            if each.row.id not in unmet
        ]
    return render_template(
        "corrections/log.html", bank=found, entries=entries, may_see=may(me(), Action.SEE_BANK, banks.thing(found))
    )


@corrections.get("/q/<attempt>/<int(max=9999):n>/corrections")
@allowed(Action.ANSWER)
def of_place(attempt: str, n: int) -> Response:
    """From a question of one's own attempt to the log of its bank."""
    db = database.session()
    row = attempts.slot_at(db, attempt, n)
    require(Action.ANSWER, attempts.thing(db, row) if row else None)
    return redirect(url_for("corrections.log", bank=queries.bank_of(db, row.item_version_id)), 303)


def _items_in(entry: queries.Entry) -> frozenset[int]:
    """Whose answer the words about an act may tell."""
    return frozenset({entry.row.id, entry.act.successor_id or entry.row.id})


def _asks_no_more(act: ItemAct) -> bool:
    return act.act == Deed.WITHDRAWN and act.undone_at is None


def _act(act: str) -> tuple[Bank, Item, ItemAct]:
    found = queries.act_by_public_id(database.session(), act)
    require(Action.EDIT_BANK, banks.thing(found[0]) if found else None)
    return found or abort(404)


def _may_undo(act: ItemAct) -> bool:
    if act.undone_at is not None:
        return False
    return act.act == Deed.SUPERSEDED or service.last_act(database.session(), act.item_id) is act


def _withdraw_page(bank: Bank, listed: banks.ListedItem, form: WhyForm) -> str:
    running, finished = queries.counts(database.session(), listed.row.id)
    return render_template(
        "corrections/withdraw.html",
        bank=bank,
        listed=listed,
        item=listed.item,
        form=form,
        running=running,
        finished=finished,
    )
