"""How a forecast went: said by a teacher, with the source that tells it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from quizapp.banks import queries as banks
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank
from quizapp.core.items import CameTrue
from quizapp.core.kinds import Kind
from quizapp.core.policy import Action
from quizapp.core.typed import whole_number
from quizapp.upkeep import service
from quizapp.upkeep.forms import ForecastForm
from quizapp.upkeep.service import Look
from quizapp.upkeep.views import Page, upkeep
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.guard import allowed, me


@upkeep.get("/items/<item>/forecast")
@allowed(Action.EDIT_BANK)
def forecast(item: str) -> str:
    """The form that says how a forecast went."""
    bank, listed = load(item)
    told = listed.item.came_true
    form = ForecastForm(formdata=None, data={"came_true": told.value if told and told is not CameTrue.OPEN else None})
    return _page(bank, listed, form)


@upkeep.post("/items/<item>/forecast")
@allowed(Action.EDIT_BANK)
def forecast_submit(item: str) -> Page:
    """Keep it, in a further version."""
    bank, listed = load(item)
    form = ForecastForm()
    if not form.fits(listed.item.as_of, today()):
        return _page(bank, listed, form), 422
    came_true = CameTrue(form.came_true.data)
    still_open = came_true is CameTrue.OPEN
    try:
        with database.writing() as db:
            service.tell(
                db,
                me(),
                look_of(item, form.version.data),
                came_true,
                now(),
                source=None if still_open else form.source,
                horizon=form.horizon.data if still_open else None,
            )
    except service.ChangedError:
        database.session().expire_all()
        return _page(*load(item), form, overtaken=True), 409
    flash(_("Saved."), "ok")
    from_list = request.args.get("from") == "due"
    return redirect(url_for("upkeep.due") if from_list else url_for("items.item", item=item), 303)


def load(item: str) -> tuple[Bank, banks.ListedItem]:
    """An item that the signed-in person may change; 404 or 403 otherwise, 404 for what is no forecast."""
    found = load_item(item, Action.EDIT_BANK)
    if found[1].item.kind is not Kind.FORECAST:
        abort(404)
    return found


def look_of(item: str, number: str | None) -> Look:
    """What the page showed, as its form says; no version at all where that is unreadable."""
    return Look(item, whole_number(number) or 0)


def _page(bank: Bank, listed: banks.ListedItem, form: ForecastForm, *, overtaken: bool = False) -> str:
    return render_template(
        "upkeep/forecast.html",
        bank=bank,
        listed=listed,
        item=listed.item,
        form=form,
        overtaken=overtaken,
        back="due" if request.args.get("from") == "due" else None,
    )
