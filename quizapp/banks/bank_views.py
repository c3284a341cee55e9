"""Banks and the search across them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from quizapp.banks import dates, picking, queries, search, service
from quizapp.banks.bank_forms import BankForm, CopyForm
from quizapp.banks.models import Bank, Item
from quizapp.core.corroboration import backing
from quizapp.core.policy import Action, may
from quizapp.core.search import folded_words, terms
from quizapp.core.types import TYPES
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me, require
from quizapp.web.presses import once

banks = Blueprint("banks", __name__)
Later = tuple[Bank, queries.ListedItem]
PAGE = 50
"""Banks on one page of their list."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A filter of the list of banks, with how many banks it leaves."""

    name: str
    size: int


@banks.get("/banks")
@allowed(Action.TEACH)
def index() -> str:
    """Banks the teacher may see, by whose they are."""
    wish = search.wish_of(request.args)
    found = queries.listed_banks(database.session(), search.visible_to(me()))
    asked = terms(wish.query)
    found = [each for each in found if _named(each, asked) and not wish.wordless]
    shelves = {name: [each for each in found if _shelf_of(each.bank) == name] for name in search.SHELVES}
    listed = shelves[wish.shelf] if wish.shelf else found
    start = search.place_of(request.args) or 0
    return render_template(
        "banks/index.html",
        listed=listed[start : start + PAGE],
        after=start + PAGE if len(listed) > start + PAGE else None,
        shelves=[Shelf(name, len(each)) for name, each in shelves.items()],
        total=len(found),
        wish=wish,
        params=search.params_of(wish),
    )


@banks.get("/items")
@allowed(Action.TEACH)
def items() -> str:
    """Items across all banks the teacher may see, by words and filters."""
    db = database.session()
    wish = search.wish_of(picking.filters(request.args))
    after = search.place_of(request.args)
    found = search.search(db, me(), wish, after=after)
    chosen = request.args.getlist("item")
    return render_template(
        "banks/items.html",
        found=found,
        first=after is None,
        wish=wish,
        params=search.params_of(wish),
        facets=search.FACETS,
        chosen=chosen,
        elsewhere=picking.elsewhere(db, me(), chosen, found, today()),
        today=today(),
    )


@banks.get("/banks/<bank>")
@allowed(Action.SEE_BANK)
def show(bank: str) -> str:
    """A bank with its items; with `?on=2024-10-20`, which of its answers held on that day."""
    row = _bank(bank)
    db = database.session()
    version = queries.article_of(db, row)
    wish = search.wish_of(request.args, bank=row.public_id, shelf=None, topic=None)
    return render_template(
        "banks/show.html",
        bank=row,
        found=search.search(db, me(), wish, after=search.place_of(request.args)),
        wish=wish,
        params=search.params_of(wish),
        facets=[name for name in search.FACETS if name not in {"shelf", "topic", "lang"}],
        version=version,
        switch=dates.switch(db, row, version.published if version else None, today(), request.args.get("on")),
        backing=backing,
        article=queries.article_public_id(db, row),
        today=today(),
        may_edit=may(me(), Action.EDIT_BANK, queries.thing(row)),
        in_review=queries.in_review(db, row),
        types=list(TYPES),
        new="new" in request.args,
    )


@banks.get("/banks/new")
@allowed(Action.TEACH)
def new_bank() -> str:
    """The form of a new bank."""
    return _form_page(BankForm(), None)


@banks.post("/banks/new")
@allowed(Action.TEACH)
def new_bank_submit() -> Response | tuple[str, int]:
    """Make a bank."""
    form = BankForm()
    if not form.validate():
        return _form_page(form, None), 422
    with database.writing() as db:
        make = partial(service.make_bank, db, me().school, _head(form), owner_id=me().id, now=now())
        made = once(db, Bank, make).public_id
    flash(_("The bank is there: put questions in it."), "ok")
    return redirect(url_for("banks.show", bank=made), 303)


@banks.get("/banks/<bank>/settings")
@allowed(Action.EDIT_BANK)
def settings(bank: str) -> str:
    """The form that changes what a bank is called and who finds it."""
    row = _bank(bank, Action.EDIT_BANK)
    return _form_page(_settings_form(row), row)


@banks.post("/banks/<bank>/settings")
@allowed(Action.EDIT_BANK)
def settings_submit(bank: str) -> Response | tuple[str, int]:
    """Change what a bank is called and who finds it; a bundled one stays for everybody."""
    row = _bank(bank, Action.EDIT_BANK)
    form = _settings_form(row)
    if not form.validate():
        return _form_page(form, row), 422
    with database.writing() as db:
        service.change_bank(db.get_one(Bank, row.id), _head(form))
    flash(_("Saved."), "ok")
    return redirect(url_for("banks.show", bank=bank), 303)


@banks.post("/banks/<bank>/copy")
@allowed(Action.SEE_BANK)
def copy_bank(bank: str) -> Response:
    """Make a copy of a bank that is the teacher's own, with all its items."""
    row = _bank(bank)
    with database.writing() as db:
        made = once(db, Bank, lambda: _copied(db, db.get_one(Bank, row.id))).public_id
    flash(_("This copy is yours: what you change here changes nowhere else."), "ok")
    return redirect(url_for("banks.show", bank=made), 303)


def _copied(db: Session, source: Bank) -> Bank:
    head = service.BankHead(_("%(title)s (copy)", title=source.title)[:300], source.lang, source.topic, source.licence)
    copy = service.make_bank(db, me().school, head, owner_id=me().id, now=now(), article_id=source.article_id)
    items = queries.items_of(db, source)
    service.copy_items(db, source, items, copy, now=now(), author_id=me().id, later=_later(db, items))
    return copy


@banks.post("/items/<item>/copy")
@allowed(Action.SEE_BANK)
def copy_item(item: str) -> Response | tuple[str, int]:
    """Copy an item into a bank of the teacher's own."""
    bank, listed = load_item(item)
    form = CopyForm()
    targets = {each.public_id: each for each in queries.banks_to_fill(database.session(), me(), bank.article_id)}
    form.bank.choices = choices_of((name, each.title) for name, each in targets.items())
    if not form.validate():
        abort(422)
    target = targets[form.bank.data]
    require(Action.EDIT_BANK, queries.thing(target))
    with database.writing() as db:
        source, into = db.get_one(Bank, bank.id), db.get_one(Bank, target.id)
        later = _later(db, [listed])
        copy = partial(service.copy_items, db, source, [listed], into, now=now(), author_id=me().id, later=later)
        copied = once(db, Item, lambda: copy()[0]).public_id
    words = _("Copied into “%(title)s”.", title=target.title)
    along = _("The question that has taken its place came along.")
    flash(f"{words} {along}" if later else words, "ok")
    return redirect(url_for("items.item", item=copied), 303)


def _later(db: Session, listed: Sequence[queries.ListedItem]) -> list[Later]:
    """The questions elsewhere that took over from these, as far as this person sees their banks."""
    found = queries.successors_beside(db, [each.row.id for each in listed])
    seen = [(bank, each) for bank, each in found if may(me(), Action.SEE_BANK, queries.thing(bank))]
    return [(bank, each) for bank, each in seen if each.row.id not in {one.row.id for one in listed}]


def load_item(item: str, action: Action = Action.SEE_BANK) -> tuple[Bank, queries.ListedItem]:
    """An item with its bank, for whoever may do this with that bank; 404 or 403 for others."""
    found = queries.item_by_public_id(database.session(), item)
    require(action, queries.thing(found[0]) if found else None)
    return found or abort(404)


def _named(listed: queries.ListedBank, asked: tuple[str, ...]) -> bool:
    bank = listed.bank
    words = folded_words(f"{bank.title} {bank.topic or ''} {listed.owner or ''}")
    return all(any(word.startswith(term) for word in words) for term in asked)


def _shelf_of(bank: Bank) -> str:
    if bank.owner_id == me().id:
        return queries.OWN
    return queries.BUNDLED if bank.visible == queries.BUNDLED else queries.SCHOOL


def _bank(bank: str, action: Action = Action.SEE_BANK) -> Bank:
    found = queries.bank_by_public_id(database.session(), bank)
    require(action, queries.thing(found) if found else None)
    return found or abort(404)


def _settings_form(bank: Bank) -> BankForm:
    form = BankForm(obj=bank)
    if bank.visible == queries.BUNDLED:
        del form.visible
    return form


def _head(form: BankForm) -> service.BankHead:
    return service.BankHead(
        title=said(form.title),
        lang=form.lang.data,
        topic=said(form.topic) or None,
        licence=said(form.licence) or None,
        visible=str(form.data.get("visible") or queries.BUNDLED),
    )


def _form_page(form: BankForm, bank: Bank | None) -> str:
    return render_template("banks/bank_form.html", form=form, bank=bank)
