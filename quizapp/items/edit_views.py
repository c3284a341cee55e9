"""The editor of items: a new one of each type, a further version, a correction, and what the verifier says."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from flask import abort, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles.models import ArticleVersion
from quizapp.articles.queries import text_for
from quizapp.banks import queries as banks
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank
from quizapp.bench.queries import drafted_as, sentences_of
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.policy import Action
from quizapp.core.problems import Problem
from quizapp.core.shelf_life import proposed_review_by
from quizapp.core.types import TYPES
from quizapp.corrections import queries as acts
from quizapp.items import correcting, editing, queries, rows
from quizapp.items.editing import Edited
from quizapp.items.forms import FORMS, ItemForm
from quizapp.items.views import (
    Page,
    bank_to_edit,
    errors_in,
    items,
    keep,
    problems_of,
    second_words,
    version_of,
    waits_for_second,
)
from quizapp.web import database, filters
from quizapp.web.forms import choices
from quizapp.web.guard import allowed, me

_CORRECTS = frozenset({"correct", "apply"})
_SOURCELESS = "sources-missing"
_SAVES = {"ready": Status.READY, "review": Status.IN_REVIEW, "draft": Status.DRAFT}


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


def _press(bank: Bank, listed: banks.ListedItem | None, former: CoreItem) -> Page:
    """Do what the pressed button of the editor asks."""
    wish = request.form.get("save", "review")
    form = FORMS[former.type]()
    version = version_of(bank)
    grown = rows.for_gaps(form)
    if ":" in wish:
        focus = grown if grown and wish == "add:gaps" else rows.change(form, wish)
        return _editor(bank, listed, form, _read(former, form, version), focus=focus), 422
    if request.headers.get("HX-Request") == "true":
        return _live(bank, listed, form, _read(former, form, version))
    if not form.validate():
        return _editor(bank, listed, form, Edited(former), quiet=True), 422
    found = _read(former, form, version)
    if listed is not None and wish in _CORRECTS:
        return _correct(bank, listed, form, found, apply=wish == "apply")
    if wish not in _SAVES:
        return _editor(bank, listed, form, found, outcome="checked"), 422
    return _save(bank, listed, form, replace(found, item=replace(found.item, status=_SAVES[wish])))


def _unsourced(listed: banks.ListedItem | None, problems: Sequence[Problem]) -> str | None:
    """The article of one's own, by its public id, of which it is not said where it comes from, and that is a fault."""
    if listed is None or not any(problem.code == _SOURCELESS for problem in problems):
        return None
    found = drafted_as(database.session(), listed.row.id, me().id)
    return found[0] if found else None


def _needs_no_haste(listed: banks.ListedItem) -> bool:
    """Whether a second teacher is waited for all the same: nobody was asked the question, so that no mark is wrong."""
    return waits_for_second(me().id) and not any(acts.counts(database.session(), listed.row.id))


def _correct(bank: Bank, listed: banks.ListedItem, form: ItemForm, found: Edited, *, apply: bool) -> Page:
    """The key was wrong: first what it would do to the marks, then with a reason the correction itself."""
    if listed.item.status is Status.READY and _needs_no_haste(listed):
        return _save(bank, listed, form, replace(found, item=replace(found.item, status=Status.READY)))
    version = version_of(bank)
    if found.problems or errors_in(problems_of(replace(found.item, status=Status.READY), version)):
        return _editor(bank, listed, form, found, outcome="refused"), 422
    if request.form.get("version", str(listed.version.number)) != str(listed.version.number):
        return _editor(bank, listed, form, found, outcome="overtaken"), HTTPStatus.CONFLICT
    done = correcting.press(bank, listed, found.item, version, apply=apply)
    if done is correcting.Refused.SAME:
        flash(_("Nothing was changed."), "info")
        return redirect(url_for("items.edit", item=listed.row.public_id), 303)
    if done is correcting.Refused.ANOTHER:
        return _editor(bank, listed, form, found, outcome="another"), 422
    return done


def _save(bank: Bank, listed: banks.ListedItem | None, form: ItemForm, found: Edited) -> Page:
    ready = found.item.status is Status.READY
    if found.problems or (ready and errors_in(problems_of(found.item, version_of(bank)))):
        return _editor(bank, listed, form, found, outcome="refused"), 422
    if listed is not None and request.form.get("version", str(listed.version.number)) != str(listed.version.number):
        return _editor(bank, listed, form, found, outcome="overtaken"), HTTPStatus.CONFLICT
    if listed is not None and found.item == listed.item:
        flash(_("Nothing was changed."), "info")
        return redirect(url_for("items.item", item=listed.row.public_id), 303)
    waits = ready and waits_for_second(me().id)
    saved = keep(bank, listed, replace(found.item, status=Status.IN_REVIEW) if waits else found.item)
    flash(second_words() if waits else _("Saved."), "info" if waits else "ok")
    if ready and not waits and listed is not None and correcting.leaves_marks(listed, found.item):
        flash(
            _("Marks already given stay as they are. Was the key wrong? Choose «Correct the marks too» in the editor."),
            "info",
        )
    return redirect(url_for("items.item", item=saved), 303)


def _editor(
    bank: Bank,
    listed: banks.ListedItem | None,
    form: ItemForm,
    found: Edited,
    *,
    focus: str | None = None,
    quiet: bool = False,
    outcome: str | None = None,
) -> str:
    version = version_of(bank)
    _offer(form, version, found.item)
    _propose(form, found.item)
    problems = () if quiet else (*found.problems, *problems_of(found.item, version))
    told = () if focus else _in_the_way(problems, found) if outcome == "refused" else problems
    db = database.session()
    return render_template(
        "editor/edit.html",
        bank=bank,
        listed=listed,
        public_id=listed.row.public_id if listed else None,
        form=form,
        type_=found.item.type,
        hints=_hints(problems, found, form),
        problems=told,
        aims={found.field(problem, form) for problem in problems},
        places=[found.field(problem, form) for problem in told],
        unsourced=_unsourced(listed, problems),
        twins=[] if quiet else queries.twins(db, me(), found.item, listed.row.id if listed else None),
        focus=focus,
        refused=outcome == "refused",
        checked=outcome == "checked",
        overtaken=outcome == "overtaken",
        another=outcome == "another",
        asked=bool(listed and any(acts.counts(db, listed.row.id))),
        version=version,
        sentences=editing.sentence_choices(_text(version), _cut(version), found.item),
    )


def _in_the_way(problems: tuple[Problem, ...], found: Edited) -> tuple[Problem, ...]:
    """What keeps it from being saved: all of it where it was to become active, else what could not be read."""
    return problems if found.item.status is Status.READY else found.problems or problems


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


def _blank(bank: str, type_: str) -> CoreItem:
    if type_ not in TYPES:
        abort(404)
    found = bank_to_edit(bank)
    version = version_of(found)
    day = (version.published or version.retrieved) if version else None
    return replace(editing.blank(found.lang, type_), as_of=day)
