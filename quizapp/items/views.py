"""The pages of one item: reading, previewing, its versions and its pictures."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles.models import ArticleVersion
from quizapp.articles.queries import as_core as article_as_core
from quizapp.attempts import pages
from quizapp.banks import queries as banks
from quizapp.banks import service
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank, Item
from quizapp.bench.queries import drafted_as, wants_second
from quizapp.core.corroboration import backing
from quizapp.core.differences import differences
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import MOVES, Status, may_move
from quizapp.core.pictures import MOST_PICTURES, PictureError, attach
from quizapp.core.policy import Action, may
from quizapp.core.presentation import Shown, draw_order
from quizapp.core.problems import Problem
from quizapp.core.responses import Response as Answer
from quizapp.core.responses import Submission, Unreadable
from quizapp.corrections import copies, succession
from quizapp.corrections import queries as acts
from quizapp.items import queries
from quizapp.items.forms import PictureForm
from quizapp.verification.catalogue import verify
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me, require
from quizapp.web.pictures import sent_picture
from quizapp.web.presses import once

items = Blueprint("items", __name__)
_PREVIEW_SEED = "preview"
Page = Response | str | tuple[str, int]


@items.get("/items/<item>")
@allowed(Action.SEE_BANK)
def item(item: str) -> str:
    """An item with its key, explanation and what the verifier says."""
    bank, listed = load_item(item)
    return _item_page(bank, listed, PictureForm())


@items.post("/items/<item>/status")
@allowed(Action.EDIT_BANK)
def set_status(item: str) -> Response:
    """Move an item between its states; ready only without errors."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    wanted = request.form.get("status", "")
    if wanted not in set(Status) or not may_move(listed.item.status, Status(wanted)):
        abort(409)
    changed = replace(listed.item, status=Status(wanted))
    if changed.status is Status.READY and errors_in(problems_of(changed, version_of(bank))):
        flash(_("The verifier still finds errors: mend them first."), "error")
    elif changed.status is Status.READY and waits_for_second(listed.version.author_id):
        flash(second_words(), "info")
    else:
        keep(bank, listed, changed)
        flash(_state_words()[changed.status], "ok")
    return redirect(url_for("items.item", item=item), 303)


def _state_words() -> dict[Status, str]:
    return {
        Status.DRAFT: _("The question is a draft again."),
        Status.IN_REVIEW: _("The question is in review: no quiz asks it until it is made active."),
        Status.READY: _("The question is active: quizzes may ask it."),
        Status.RETIRED: _("The question is retired: no attempt that begins from now on asks it."),
    }


@items.get("/items/<item>/preview")
@allowed(Action.SEE_BANK)
def preview(item: str) -> str:
    """The item as a student meets it; nothing is recorded."""
    bank, listed = load_item(item)
    return _preview(bank, listed, {}, None)


@items.post("/items/<item>/preview")
@allowed(Action.SEE_BANK)
def preview_submit(item: str) -> Page:
    """What a student would be told of an answer; nothing is recorded."""
    bank, listed = load_item(item)
    given = request.form.to_dict(flat=False)
    if listed.item.body.faults():
        return _preview(bank, listed, given, None), 422
    parsed = listed.item.body.parse(Submission(given, _shown(listed.item).ids))
    if isinstance(parsed, Unreadable):
        return _preview(bank, listed, given, parsed), 422
    return _preview(bank, listed, given, None, parsed)


@items.get("/items/<item>/versions")
@allowed(Action.SEE_BANK)
def versions(item: str) -> str:
    """Every version, each with what it changed."""
    bank, listed = load_item(item)
    found = queries.versions(database.session(), listed.row.id)
    changes = [differences(older.item, newer.item) for newer, older in pairwise(found)]
    return render_template(
        "editor/versions.html", bank=bank, listed=listed, item=listed.item, versions=found, changes=[*changes, ()]
    )


@items.get("/items/<item>/pictures/<name>")
@allowed(Action.SEE_BANK)
def picture(item: str, name: str) -> Response:
    """A picture of the newest version."""
    _bank_row, listed = load_item(item)
    return sent_picture(listed.item.files, name)


@items.post("/items/<item>/pictures")
@allowed(Action.EDIT_BANK)
def add_picture(item: str) -> Page:
    """A further picture, told by its content, with its words."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    form = PictureForm()
    worded, changed = form.validate(), _with_picture(listed.item, form)
    if worded and changed:
        _keep_pictures(bank, listed, changed)
        return redirect(url_for("items.item", item=item), 303)
    return _item_page(bank, listed, form), 422


@items.post("/items/<item>/pictures/<name>/remove")
@allowed(Action.EDIT_BANK)
def remove_picture(item: str, name: str) -> Response:
    """Take a picture off."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    left = tuple(file for file in listed.item.files if file.name != name)
    if len(left) < len(listed.item.files):
        _keep_pictures(bank, listed, replace(listed.item, files=left))
    return redirect(url_for("items.item", item=item), 303)


def _keep_pictures(bank: Bank, listed: banks.ListedItem, changed: CoreItem) -> None:
    """An active question with other pictures is another one to agree on, where two have to."""
    waits = changed.status is Status.READY and waits_for_second(me().id)
    keep(bank, listed, replace(changed, status=Status.IN_REVIEW) if waits else changed)
    flash(second_words() if waits else _("Saved."), "info" if waits else "ok")


def waits_for_second(author: int | None) -> bool:
    """Whether a question last written by this person needs another teacher of the school than the one at hand."""
    return author == me().id and wants_second(database.session(), me().school)


def second_words() -> str:
    """Why a question is not active yet."""
    return str(_("It waits for a second teacher: in this school two agree on a question before it becomes active."))


def keep(bank: Bank, listed: banks.ListedItem | None, changed: CoreItem) -> str:
    """Write a new item, or a further version of one; its public id."""
    version = version_of(bank)
    with database.writing() as db:
        if listed is None:
            into = db.get_one(Bank, bank.id)
            row = once(db, Item, partial(service.add_item, db, into, changed, version, now=now(), author_id=me().id))
        else:
            row = db.get_one(Item, listed.row.id)
            service.add_version(db, row, changed, version, now=now(), author_id=me().id)
        return str(row.public_id)


def _item_page(bank: Bank, listed: banks.ListedItem, pictures: PictureForm) -> str:
    version = version_of(bank)
    db = database.session()
    may_edit = may(me(), Action.EDIT_BANK, banks.thing(bank))
    drafted = drafted_as(db, listed.row.id, me().id) if may_edit else None
    return render_template(
        "banks/item.html",
        bank=bank,
        listed=listed,
        item=listed.item,
        problems=problems_of(listed.item, version),
        may_edit=may_edit,
        targets=banks.banks_to_fill(db, me(), bank.article_id),
        twins=queries.twins(db, me(), listed.item, listed.row.id),
        moves=[status.value for status in Status if status in MOVES[listed.item.status]],
        chain=[link for link in _chain(listed) if may(me(), Action.SEE_BANK, banks.thing(link.bank))],
        acts=acts.entries(db, item_id=listed.row.id),
        open_act=copies.open_act(db, listed.row) if may_edit else None,
        pictures=pictures,
        room_for_pictures=len(listed.item.files) < MOST_PICTURES,
        drafted=drafted,
        written=may_edit and not drafted and listed.version.number == 1 and listed.version.author_id == me().id,
        backing=backing(version.origin if version else None, listed.item.corroboration),
        today=today(),
    )


def _chain(listed: banks.ListedItem) -> list[succession.Link]:
    db = database.session()
    return succession.with_acts(db, succession.chain(db, listed.row.id))


def _with_picture(item: CoreItem, form: PictureForm) -> CoreItem | None:
    """The item with the picture that was sent; None, and a message in the form, where it is none."""
    if len(item.files) >= MOST_PICTURES:
        abort(409)
    content = b""
    if form.picture.data:
        with form.picture.data.stream as upload:
            content = upload.read()
    try:
        file = attach(content, said(form.alt), [each.name for each in item.files])
    except PictureError as error:
        says = {
            "empty": _("Choose a picture."),
            "too-large": _("The picture is larger than 1 MB."),
            "too-many-points": _("The picture is too big: make it smaller, at most 6000 pixels on each side."),
            "unknown": _("This is no PNG, JPEG or WebP picture."),
        }
        form.picture.errors = [says[error.reason]]
        return None
    if form.alt.errors:
        form.picture.errors = [_("Choose the picture again: the browser keeps only the words.")]
    return replace(item, files=(*item.files, file))


def _preview(
    bank: Bank,
    listed: banks.ListedItem,
    given: dict[str, list[str]],
    error: Unreadable | None,
    response: Answer | None = None,
) -> str:
    item = listed.item
    shown = _shown(item)
    by_entry, general = pages.remarks(item, response)
    share = item.body.mark(response) if response is not None else None
    return render_template(
        "editor/preview.html",
        bank=bank,
        listed=listed,
        item=item,
        shown=shown,
        given=given,
        error=error,
        response=response,
        verdict=None if share is None else pages.verdict_name(share, None),
        fraction=share,
        remarks=by_entry,
        general_remark=general,
        key_labels=pages.key_labels(item, shown),
        proof=pages.proof(database.session(), listed.version.id, item, me().id) if response is not None else None,
        faults=item.body.faults(),
        picture_url=lambda name: url_for("items.picture", item=listed.row.public_id, name=name),
    )


def _shown(item: CoreItem) -> Shown:
    return Shown(draw_order(item.body.groups(), _PREVIEW_SEED), _PREVIEW_SEED)


def bank_to_edit(bank: str) -> Bank:
    """The bank of an address, if the person may change it; 404 or 403 otherwise."""
    found = banks.bank_by_public_id(database.session(), bank)
    require(Action.EDIT_BANK, banks.thing(found) if found else None)
    return found or abort(404)


def version_of(bank: Bank) -> ArticleVersion | None:
    """The newest version of a bank's article."""
    return banks.article_of(database.session(), bank)


def problems_of(item: CoreItem, version: ArticleVersion | None) -> tuple[Problem, ...]:
    """What the verifier says of an item."""
    return tuple(verify(item, article_as_core(version) if version else None))


def errors_in(problems: tuple[Problem, ...]) -> bool:
    """Whether any of it keeps the item from being active."""
    return any(problem.severity == "error" for problem in problems)
