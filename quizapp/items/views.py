"""One item: its page, its editor, its preview, its versions and its pictures."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus
from itertools import pairwise
from typing import Any

from flask import Blueprint, abort, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles.models import ArticleVersion
from quizapp.articles.queries import as_core as article_as_core
from quizapp.articles.queries import text_for
from quizapp.attempts import pages
from quizapp.banks import queries as banks
from quizapp.banks import service
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank, Item
from quizapp.bench.queries import drafted_as, sentences_of, wants_second
from quizapp.core.corroboration import backing
from quizapp.core.differences import differences
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import MOVES, Status, Timing, may_move
from quizapp.core.pictures import MOST_PICTURES, PictureError, attach
from quizapp.core.policy import Action, may
from quizapp.core.presentation import Shown, draw_order
from quizapp.core.problems import Problem
from quizapp.core.responses import Response as Answer
from quizapp.core.responses import Submission, Unreadable
from quizapp.core.shelf_life import proposed_review_by
from quizapp.core.types import TYPES
from quizapp.corrections import copies, succession
from quizapp.corrections import queries as acts
from quizapp.items import correcting, editing, queries, rows
from quizapp.items.editing import Edited
from quizapp.items.forms import FORMS, ItemForm, PictureForm
from quizapp.verification.catalogue import verify
from quizapp.web import database, filters
from quizapp.web.clock import now, today
from quizapp.web.forms import choices, said
from quizapp.web.guard import allowed, me, require
from quizapp.web.pictures import sent_picture

items = Blueprint("items", __name__)
_CORRECTS = frozenset({"correct", "apply"})
_SAVES = {"ready": Status.READY, "review": Status.IN_REVIEW, "draft": Status.DRAFT}
_PREVIEW_SEED = "preview"
Page = Response | str | tuple[str, int]


@items.get("/items/<item>")
@allowed(Action.SEE_BANK)
def item(item: str) -> str:
    """An item with its key, explanation and what the verifier says."""
    bank, listed = load_item(item)
    return _item_page(bank, listed, PictureForm())


@items.get("/items/<item>/edit")
@allowed(Action.EDIT_BANK)
def edit(item: str) -> Page:
    """The editor; with `?dated=1` the question already says its date, for the teacher to read over and save."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    shown, version = listed.item, version_of(bank)
    if "dated" in request.args:
        shown = editing.dated(shown, version.published if version else None)
    form = FORMS[shown.type](data=editing.form_values(shown))
    return _editor(bank, listed, form, Edited(shown))


@items.post("/items/<item>/edit")
@allowed(Action.EDIT_BANK)
def edit_submit(item: str) -> Page:
    """Check, add and take away rows, or save a further version; what was shown before stays as it was."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    return _press(bank, listed, listed.item)


@items.get("/banks/<bank>/items/new/<type_>")
@allowed(Action.EDIT_BANK)
def new_item(bank: str, type_: str) -> Page:
    """The editor, empty."""
    found, blank = bank_to_edit(bank), _blank(bank, type_)
    return _editor(found, None, FORMS[type_](data=editing.form_values(blank)), Edited(blank), quiet=True)


@items.post("/banks/<bank>/items/new/<type_>")
@allowed(Action.EDIT_BANK)
def new_item_submit(bank: str, type_: str) -> Page:
    """The same presses for an item that is not there yet."""
    return _press(bank_to_edit(bank), None, _blank(bank, type_))


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
        flash(_second_words(), "info")
    else:
        _keep(bank, listed, changed)
        flash(_("Saved."), "ok")
    return redirect(url_for("items.item", item=item), 303)


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
    if form.validate() and (changed := _with_picture(listed.item, form)):
        _keep(bank, listed, changed)
        flash(_("Saved."), "ok")
        return redirect(url_for("items.item", item=item), 303)
    return _item_page(bank, listed, form), 422


@items.post("/items/<item>/pictures/<name>/remove")
@allowed(Action.EDIT_BANK)
def remove_picture(item: str, name: str) -> Response:
    """Take a picture off."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    left = tuple(file for file in listed.item.files if file.name != name)
    if len(left) < len(listed.item.files):
        _keep(bank, listed, replace(listed.item, files=left))
        flash(_("Saved."), "ok")
    return redirect(url_for("items.item", item=item), 303)


def _press(bank: Bank, listed: banks.ListedItem | None, former: CoreItem) -> Page:
    """Do what the pressed button of the editor asks."""
    wish = request.form.get("save", "review")
    form = FORMS[former.type]()
    version = version_of(bank)
    if ":" in wish:
        focus = rows.change(form, wish)
        return _editor(bank, listed, form, _read(former, form, version), focus=focus), 422
    if request.headers.get("HX-Request") == "true":
        return _live(bank, listed, form, _read(former, form, version))
    if not form.validate():
        return _editor(bank, listed, form, Edited(former), quiet=True), 422
    found = _read(former, form, version)
    if listed is not None and wish in _CORRECTS:
        return _correct(bank, listed, form, found, apply=wish == "apply")
    if wish not in _SAVES:
        return _editor(bank, listed, form, found), 422
    return _save(bank, listed, form, replace(found, item=replace(found.item, status=_SAVES[wish])))


def _correct(bank: Bank, listed: banks.ListedItem, form: ItemForm, found: Edited, *, apply: bool) -> Page:
    """The key was wrong: first what it would do to the marks, then with a reason the correction itself."""
    version = version_of(bank)
    if found.problems or errors_in(problems_of(replace(found.item, status=Status.READY), version)):
        return _editor(bank, listed, form, found, refused=True), 422
    if request.form.get("version", str(listed.version.number)) != str(listed.version.number):
        return _editor(bank, listed, form, found, trouble="overtaken"), HTTPStatus.CONFLICT
    done = correcting.press(bank, listed, found.item, version, apply=apply)
    if done is correcting.Refused.SAME:
        flash(_("Nothing was changed."), "info")
        return redirect(url_for("items.edit", item=listed.row.public_id), 303)
    if done is correcting.Refused.ANOTHER:
        return _editor(bank, listed, form, found, trouble="another"), 422
    return done


def _save(bank: Bank, listed: banks.ListedItem | None, form: ItemForm, found: Edited) -> Page:
    ready = found.item.status is Status.READY
    if found.problems or (ready and errors_in(problems_of(found.item, version_of(bank)))):
        return _editor(bank, listed, form, found, refused=True), 422
    if listed is not None and request.form.get("version", str(listed.version.number)) != str(listed.version.number):
        return _editor(bank, listed, form, found, trouble="overtaken"), HTTPStatus.CONFLICT
    if listed is not None and found.item == listed.item:
        flash(_("Nothing was changed."), "info")
        return redirect(url_for("items.item", item=listed.row.public_id), 303)
    waits = ready and waits_for_second(me().id)
    saved = _keep(bank, listed, replace(found.item, status=Status.IN_REVIEW) if waits else found.item)
    flash(_second_words() if waits else _("Saved."), "info" if waits else "ok")
    return redirect(url_for("items.item", item=saved), 303)


def waits_for_second(author: int | None) -> bool:
    """Whether a question last written by this person needs another teacher of the school than the one at hand."""
    return author == me().id and wants_second(database.session(), me().school)


def _second_words() -> str:
    return str(_("It waits for a second teacher: in this school two agree on a question before it becomes active."))


def _keep(bank: Bank, listed: banks.ListedItem | None, changed: CoreItem) -> str:
    """Write a new item, or a further version of one; its public id."""
    version = version_of(bank)
    with database.writing() as db:
        if listed is None:
            row = service.add_item(db, db.get_one(Bank, bank.id), changed, version, now=now(), author_id=me().id)
        else:
            row = db.get_one(Item, listed.row.id)
            service.add_version(db, row, changed, version, now=now(), author_id=me().id)
        return str(row.public_id)


def _editor(
    bank: Bank,
    listed: banks.ListedItem | None,
    form: ItemForm,
    found: Edited,
    *,
    focus: str | None = None,
    quiet: bool = False,
    refused: bool = False,
    trouble: str | None = None,
) -> str:
    version = version_of(bank)
    _offer(form, version, found.item)
    _propose(form, found.item)
    problems = () if quiet else (*found.problems, *problems_of(found.item, version))
    db = database.session()
    return render_template(
        "editor/edit.html",
        bank=bank,
        listed=listed,
        public_id=listed.row.public_id if listed else None,
        form=form,
        type_=found.item.type,
        hints=_hints(problems, found, form),
        problems=problems,
        places=[found.place(problem, form) for problem in problems],
        twins=[] if quiet else queries.twins(db, me(), found.item, listed.row.id if listed else None),
        focus=focus,
        refused=refused,
        overtaken=trouble == "overtaken",
        another=trouble == "another",
        asked=bool(listed and any(acts.counts(db, listed.row.id))),
        version=version,
        sentences=editing.sentence_choices(_text(version), _cut(version), found.item),
    )


def _live(bank: Bank, listed: banks.ListedItem | None, form: ItemForm, found: Edited) -> Response:
    """The hints alone, for the page to put beside its fields while somebody types."""
    version = version_of(bank)
    problems = (*found.problems, *problems_of(found.item, version))
    hints = _hints(problems, found, form)
    twins = queries.twins(database.session(), me(), found.item, listed.row.id if listed else None)
    response = make_response(
        render_template("editor/_hints.html", form=form, hints=hints, twins=twins, slots=_slots(form))
    )
    response.headers["Vary"] = "HX-Request"
    return response


def _slots(form: ItemForm) -> list[str]:
    """Every place of the form beside which a hint may stand."""
    found = []
    for field in form:
        found.append(field.name)
        found += [entry.name for entry in getattr(field, "entries", ())]
    return [name for name in found if name != "csrf_token"]


def _hints(problems: tuple[Problem, ...], found: Edited, form: ItemForm) -> dict[str, list[Problem]]:
    hints: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        hints[found.place(problem, form)].append(problem)
    return dict(hints)


def _offer(form: Any, version: ArticleVersion | None, item: CoreItem) -> None:
    """Fill in what the form's selects offer: the article's sentences, and the categories as they stand."""
    sentences = choices(("", _("None")), *editing.sentence_choices(_text(version), _cut(version), item))
    for entry in form.evidence.entries:
        entry.form.sentence.choices = sentences
    for name in ("pairs", "order", "statements"):
        for entry in form[name].entries if name in form else ():
            entry.form.evidence.choices = sentences
    if "statements" in form:
        named = [(each.name.rsplit("-", 1)[1], each.form.text.data or "…") for each in form.categories.entries]
        for entry in form.statements.entries:
            entry.form.category.choices = choices(("", _("Choose…")), *named)


def _propose(form: ItemForm, item: CoreItem) -> None:
    """Say beside the field which review date an empty one means."""
    if item.timing is Timing.CURRENT and item.as_of is not None:
        day = filters.day(proposed_review_by(item, item.as_of))
        form.review_by.description = _("Left empty: %(day)s, by what the question is about.", day=day)


def _cut(version: ArticleVersion | None) -> Sequence[dict[str, Any]]:
    return sentences_of(database.session(), version.id) if version else ()


def _text(version: ArticleVersion | None) -> str | None:
    return text_for(database.session(), version, me().id) if version else None


def _read(former: CoreItem, form: ItemForm, version: ArticleVersion | None) -> Edited:
    return editing.edited(former, form, _text(version))


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
            "unknown": _("This is no PNG, JPEG or WebP picture."),
        }
        form.picture.errors = [says[error.reason]]
        return None
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


def _blank(bank: str, type_: str) -> CoreItem:
    if type_ not in TYPES:
        abort(404)
    found = bank_to_edit(bank)
    version = version_of(found)
    day = (version.published or version.retrieved) if version else None
    return replace(editing.blank(found.lang, type_), as_of=day)


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
