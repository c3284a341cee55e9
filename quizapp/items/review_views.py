"""Questions that wait to be looked at, many on a page: read with their answers, and made active together."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.banks import queries as banks
from quizapp.banks import service
from quizapp.banks.models import Bank, Item
from quizapp.core.items import Source
from quizapp.core.lifecycle import Status
from quizapp.core.policy import Action
from quizapp.core.problems import Problem
from quizapp.core.typed import whole_number
from quizapp.items.completing import UNSOURCED, Said, completed, unsaid
from quizapp.items.forms import ManyForm
from quizapp.items.views import bank_to_edit, errors_in, items, problems_of, version_of, waits_for_second
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me

AT_ONCE = 50
Page = Response | str | tuple[str, int]


class OvertakenError(Exception):
    """Somebody else changed a question between its reading and its change."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question in review: what it does not say yet, what else the verifier finds, and who is needed besides."""

    listed: banks.ListedItem
    missing: frozenset[str]
    problems: tuple[Problem, ...]
    second: bool

    @property
    def mark(self) -> str:
        """Which version of which question is shown."""
        return f"{self.listed.row.public_id}:{self.listed.version.number}"

    @property
    def can_be_active(self) -> bool:
        """Whether one press is enough."""
        return not self.second and not errors_in(self.problems)


@items.get("/banks/<bank>/review")
@allowed(Action.EDIT_BANK)
def review(bank: str) -> str:
    """The questions of a bank that are in review, so many at once; `?after=` goes on behind a position."""
    return _page(bank_to_edit(bank), ManyForm(as_of=today()))


@items.post("/banks/<bank>/review")
@allowed(Action.EDIT_BANK)
def review_submit(bank: str) -> Page:
    """Make the ticked ones active, with what they did not say; all of them or none."""
    row, form = bank_to_edit(bank), ManyForm()
    ticked = frozenset(request.form.getlist("item")[:AT_ONCE])
    chosen = [each for each in _waiting(row, _in_review(row)) if each.mark in ticked and each.can_be_active]
    if len(chosen) < len(ticked):
        return _page(row, form, overtaken=True), HTTPStatus.CONFLICT
    missing = frozenset[str]().union(*(each.missing for each in chosen))
    if not form.validate() or not _is_said(form, missing) or not ticked:
        return _page(row, form, ticked=ticked, nothing=not ticked), 422
    source = Source(said(form.title), said(form.outlet), url=said(form.url) or None)
    try:
        _make_active(row, chosen, Said(form.as_of.data or today(), source))
    except OvertakenError:
        database.session().expire_all()
        return _page(row, form, overtaken=True), HTTPStatus.CONFLICT
    flash(ngettext("%(num)s question is active.", "%(num)s questions are active.", len(chosen)), "ok")
    left = len(_in_review(row))
    place = url_for("items.review", bank=bank, after=_after()) if left else url_for("banks.show", bank=bank)
    return redirect(place, 303)


def _is_said(form: ManyForm, missing: frozenset[str]) -> bool:
    """Whether the form says what is missing; what it does not say stands by its fields."""
    if "as-of-missing" in missing and form.as_of.data is None:
        form.as_of.errors = [_("Say the day.")]
    if UNSOURCED in missing and not said(form.title):
        form.title.errors = [_("Say where the answers can be read.")]
    return not form.errors


def _make_active(row: Bank, chosen: list[Waiting], of_all: Said) -> None:
    """Raises OvertakenError where one is no longer as it was read."""
    article = version_of(row)
    with database.writing() as db:
        numbers = {each.row.id: each.version.number for each in banks.items_of(db, row)}
        if any(numbers.get(each.listed.row.id) != each.listed.version.number for each in chosen):
            raise OvertakenError
        for each in chosen:
            active = completed(each.listed.item, each.missing, of_all, today())
            item = db.get_one(Item, each.listed.row.id)
            service.add_version(db, item, active, article, now=now(), author_id=me().id)


def _in_review(row: Bank) -> list[banks.ListedItem]:
    listed = banks.items_of(database.session(), row)
    return [each for each in listed if each.item.status is Status.IN_REVIEW]


def _waiting(row: Bank, listed: list[banks.ListedItem]) -> list[Waiting]:
    article, anything = version_of(row), Said(today(), Source("-", "-"))
    found = []
    for each in listed:
        missing = unsaid(problems_of(replace(each.item, status=Status.READY), article))
        problems = problems_of(completed(each.item, missing, anything, today()), article)
        found.append(Waiting(each, missing, problems, waits_for_second(each.version.author_id)))
    return found


def _after() -> int | None:
    return whole_number(request.values.get("after"))


def _page(
    row: Bank, form: ManyForm, *, ticked: frozenset[str] | None = None, nothing: bool = False, overtaken: bool = False
) -> str:
    found, after = _in_review(row), _after()
    behind = [each for each in found if after is None or each.row.position > after]
    waiting = _waiting(row, behind[:AT_ONCE])
    return render_template(
        "banks/review.html",
        bank=row,
        form=form,
        waiting=waiting,
        ticked=ticked,
        unsaid=any(each.missing for each in waiting if each.can_be_active),
        total=len(found),
        after=after,
        onward=waiting[-1].listed.row.position if len(behind) > AT_ONCE else None,
        nothing=nothing,
        overtaken=overtaken,
    )
