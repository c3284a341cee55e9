"""The items of a bank, and the simple item editor."""

from dataclasses import replace

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles.models import ArticleVersion
from quizapp.articles.queries import as_core as article_as_core
from quizapp.articles.queries import text_for
from quizapp.banks import editing, queries, service
from quizapp.banks.forms import ChoiceForm, ItemForm, TrueFalseForm
from quizapp.banks.models import Bank, Item
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status, may_move
from quizapp.core.policy import Action, may
from quizapp.core.problems import Problem
from quizapp.verification.catalogue import verify
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import choices
from quizapp.web.guard import allowed, me, require

banks = Blueprint("banks", __name__)


@banks.get("/items/<item>")
@allowed(Action.SEE_BANK)
def item(item: str) -> str:
    """An item with its key, explanation and what the verifier says."""
    bank, listed = _item(item)
    version = queries.article_of(database.session(), bank)
    return render_template(
        "banks/item.html",
        bank=bank,
        listed=listed,
        item=listed.item,
        problems=_problems(listed.item, version),
        editable=listed.item.type in editing.EDITABLE,
        may_edit=may(me(), Action.EDIT_BANK, queries.thing(bank)),
        targets=queries.banks_to_fill(database.session(), me(), bank.article_id),
    )


@banks.get("/items/<item>/edit")
@allowed(Action.EDIT_BANK)
def edit(item: str) -> str:
    """The editor of a `choice` or `true_false` item."""
    bank, listed = _editable(item)
    form = _form(listed.item, filled=True)
    return _editor(bank, form, listed.item, item, _problems(listed.item, _version(bank)))


@banks.post("/items/<item>/edit")
@allowed(Action.EDIT_BANK)
def edit_submit(item: str) -> Response | tuple[str, int]:
    """Save a further version, as a draft or ready; what was shown before stays as it was."""
    bank, listed = _editable(item)
    form = _form(listed.item)
    return _save(bank, listed.row, listed.item, form, item)


@banks.get("/banks/<bank>/items/new/<type_>")
@allowed(Action.EDIT_BANK)
def new_item(bank: str, type_: str) -> str:
    """The editor, empty."""
    found = _bank(bank, Action.EDIT_BANK)
    blank = _blank(found, type_)
    return _editor(found, _form(blank, filled=True), blank, None, ())


@banks.post("/banks/<bank>/items/new/<type_>")
@allowed(Action.EDIT_BANK)
def new_item_submit(bank: str, type_: str) -> Response | tuple[str, int]:
    """Save a new item."""
    found = _bank(bank, Action.EDIT_BANK)
    blank = _blank(found, type_)
    return _save(found, None, blank, _form(blank), None)


@banks.post("/items/<item>/status")
@allowed(Action.EDIT_BANK)
def set_status(item: str) -> Response:
    """Move an item between its states; ready only without errors."""
    bank, listed = _item(item, Action.EDIT_BANK)
    wanted = request.form.get("status", "")
    if wanted not in set(Status) or not may_move(listed.item.status, Status(wanted)):
        abort(409)
    changed = replace(listed.item, status=Status(wanted))
    if changed.status is Status.READY and _errors(_problems(changed, _version(bank))):
        flash(_("The verifier still finds errors: mend them first."), "error")
    else:
        with database.writing() as db:
            row = db.get_one(Item, listed.row.id)
            service.add_version(db, row, changed, _version(bank), now=now(), author_id=me().id)
        flash(_("Saved."), "ok")
    return redirect(url_for("banks.item", item=item), 303)


def _save(
    bank: Bank, row: Item | None, former: CoreItem, form: ItemForm, public_id: str | None
) -> Response | tuple[str, int]:
    version = _version(bank)
    if not form.validate():
        return _editor(bank, form, former, public_id, ()), 422
    changed = editing.edited(former, form, version.text if version else None)
    ready = request.form.get("save") == "ready"
    changed = replace(changed, status=Status.READY if ready else Status.IN_REVIEW)
    problems = _problems(changed, version)
    if ready and _errors(problems):
        return _editor(bank, form, former, public_id, problems, refused=True), 422
    with database.writing() as db:
        if row is None:
            bank_row = db.get_one(Bank, bank.id)
            saved = service.add_item(db, bank_row, changed, version, now=now(), author_id=me().id)
        else:
            saved = db.get_one(Item, row.id)
            service.add_version(db, saved, changed.after(former), version, now=now(), author_id=me().id)
        public_id = saved.public_id
    flash(_("Saved."), "ok")
    return redirect(url_for("banks.item", item=public_id), 303)


def _editor(
    bank: Bank,
    form: ItemForm,
    former: CoreItem,
    public_id: str | None,
    problems: tuple[Problem, ...],
    *,
    refused: bool = False,
) -> str:
    version = _version(bank)
    offered = editing.sentence_choices(text_for(database.session(), version, me().id) if version else None)
    current = form.evidence.data
    if current and current not in {value for value, _label in offered} and former.evidence:
        offered.insert(0, (current, former.evidence[0].quote))
    form.evidence.choices = choices(("", _("None")), *offered)
    return render_template(
        "banks/edit.html",
        bank=bank,
        form=form,
        former=former,
        public_id=public_id,
        problems=problems,
        places=[editing.field_of(problem, form) for problem in problems] if refused else [],
        type_=former.type,
    )


def _form(item: CoreItem, *, filled: bool = False) -> ItemForm:
    kind = TrueFalseForm if item.type == "true_false" else ChoiceForm
    return kind(data=editing.form_values(item)) if filled else kind()


def _blank(bank: Bank, type_: str) -> CoreItem:
    if type_ not in editing.EDITABLE:
        abort(404)
    return editing.blank(bank.lang, type_)


def _bank(bank: str, action: Action = Action.SEE_BANK) -> Bank:
    found = queries.bank_by_public_id(database.session(), bank)
    require(action, queries.thing(found) if found else None)
    return found or abort(404)


def _item(item: str, action: Action = Action.SEE_BANK) -> tuple[Bank, queries.ListedItem]:
    found = queries.item_by_public_id(database.session(), item)
    require(action, queries.thing(found[0]) if found else None)
    return found or abort(404)


def _editable(item: str) -> tuple[Bank, queries.ListedItem]:
    found = _item(item, Action.EDIT_BANK)
    if found[1].item.type not in editing.EDITABLE:
        abort(404)
    return found


def _version(bank: Bank) -> ArticleVersion | None:
    return queries.article_of(database.session(), bank)


def _problems(item: CoreItem, version: ArticleVersion | None) -> tuple[Problem, ...]:
    return tuple(verify(item, article_as_core(version) if version else None))


def _errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity == "error" for problem in problems)
