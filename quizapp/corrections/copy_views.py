"""What was done to the question that one of the teacher's is a copy of, and following it in one press."""

from dataclasses import dataclass

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.banks import queries as banks
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank, Deed, Item, ItemAct
from quizapp.core.correcting import same_entries
from quizapp.core.differences import differences
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status
from quizapp.core.policy import Action, may
from quizapp.corrections import copies, queries, service, succession
from quizapp.corrections.copies import Copy
from quizapp.corrections.rehearsal import rehearse
from quizapp.corrections.views import corrections
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me

__all__ = ["corrections"]


@dataclass(frozen=True, slots=True)
class _Case:
    """An act on an original, and a copy of it that may follow."""

    source: Bank
    entry: queries.Entry
    copy: Copy
    corrected: CoreItem | None = None
    """What following a correction makes of the copy; None where it cannot in one press, and for other acts."""
    given_up: tuple[str, ...] = ()
    successor: CoreItem | None = None

    @property
    def act(self) -> ItemAct:
        """The act on the original."""
        return self.entry.act


@corrections.get("/items/<copy>/original/<act>")
@allowed(Action.EDIT_BANK)
def original(copy: str, act: str) -> str:
    """What was done to the original, what following it changes here, and whom that reaches."""
    case = _case(copy, act)
    db = database.session()
    wanted = case.act.undone_at is None and copies.wants(db, case.act, case.copy)
    running, finished = queries.counts(db, case.copy.row.id)
    return render_template(
        "corrections/original.html",
        case=case,
        act=case.act,
        bank=case.copy.bank,
        row=case.copy.row,
        item=case.copy.item,
        wanted=wanted,
        followed=copies.following(db, case.copy.row, case.act),
        changes=differences(case.copy.item, case.corrected) if case.corrected else (),
        reach=rehearse(db, me(), case.copy.row.id, case.corrected) if wanted and case.corrected else None,
        running=running,
        finished=finished,
        sees_source=may(me(), Action.SEE_BANK, banks.thing(case.source)),
    )


@corrections.post("/items/<copy>/original/<act>")
@allowed(Action.EDIT_BANK)
def follow(copy: str, act: str) -> Response:
    """Do to the copy what was done to the original."""
    _case(copy, act)
    with database.writing() as db:
        case = _case(copy, act)
        if case.act.undone_at is not None or not copies.wants(db, case.act, case.copy):
            abort(409)
        if request.form.get("number") != str(case.copy.number):
            flash(_("Your copy was changed meanwhile: look again at what changes."), "warn")
            return redirect(url_for("corrections.original", copy=copy, act=act), 303)
        row = db.get_one(Item, case.copy.row.id)
        made = _follow(case, row)
        copies.note(db, row, case.act, made, me().id, now())
        place = made.public_id
    flash(_("Your copy follows now."), "ok")
    return redirect(url_for("corrections.act", act=place), 303)


def _follow(case: _Case, row: Item) -> ItemAct:
    db = database.session()
    article = banks.article_of(db, case.copy.bank)
    if case.act.act == Deed.WITHDRAWN:
        return service.withdraw(db, row, article, why=case.act.why, by=me().id, now=now())
    if case.act.act == Deed.SUPERSEDED:
        if case.successor is None:
            abort(409)
        return succession.follow(db, row, case.act, by=me().id, now=now())
    if case.corrected is None:
        abort(409)
    return service.correct(db, row, case.corrected, article, why=case.act.why, by=me().id, now=now())


def _case(item: str, act: str) -> _Case:
    """A copy that this person may change, with a told act on what it is a copy of; 404 or 403 otherwise."""
    load_item(item, Action.EDIT_BANK)
    db = database.session()
    copy, found = copies.copy_at(db, item), queries.act_by_public_id(db, act)
    if copy is None or found is None or not copies.origin(db, copy.row, found[1].id):
        abort(404)
    source, row, done = found
    (entry,) = (each for each in queries.entries(db, item_id=row.id) if each.act.id == done.id)
    if not entry.told:
        abort(404)
    if done.act == Deed.CORRECTED:
        change = copies.correction(db, done, copy)
        if change is None or not same_entries(copy.item, change.item):
            return _Case(source, entry, copy)
        return _Case(source, entry, copy, change.item, change.given_up)
    return _Case(source, entry, copy, successor=_successor(entry))


def _successor(entry: queries.Entry) -> CoreItem | None:
    """The active question that took over, where this person sees its bank."""
    if entry.successor_id is None:
        return None
    found = banks.item_by_public_id(database.session(), entry.successor_id)
    if found is None or not may(me(), Action.SEE_BANK, banks.thing(found[0])):
        return None
    return found[1].item if found[1].item.status is Status.READY else None
