"""Who else says it: spans of the teacher's other articles that support an answer or dispute it."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.banks import queries as banks
from quizapp.banks.bank_views import load_item
from quizapp.banks.models import Bank
from quizapp.core.banks import UNKNOWN
from quizapp.core.corroboration import backing
from quizapp.core.items import Corroboration, Stance
from quizapp.core.policy import Action
from quizapp.core.sentences import sentences
from quizapp.core.sharing import LONGEST_QUOTE
from quizapp.core.typed import whole_number
from quizapp.upkeep import articles, service
from quizapp.upkeep.articles import Voice
from quizapp.upkeep.forecast_views import look_of
from quizapp.upkeep.forms import CorroborationForm
from quizapp.upkeep.views import Page, upkeep
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import choices, said
from quizapp.web.guard import allowed, me


@upkeep.get("/items/<item>/corroboration")
@allowed(Action.EDIT_BANK)
def corroboration(item: str) -> str:
    """Who else says it, and the form for a further article: `?article=…` shows its sentences."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    found = articles.voices(database.session(), me(), bank)
    chosen = _chosen(found, request.args.get("article", ""))
    origin = "" if chosen is None or chosen.version.origin == UNKNOWN else chosen.version.origin
    form = CorroborationForm(formdata=None, data={"origin": origin, "stance": Stance.SUPPORTS.value})
    return _page(bank, listed, found, chosen, form)


@upkeep.post("/items/<item>/corroboration")
@allowed(Action.EDIT_BANK)
def add_corroboration(item: str) -> Page:
    """Keep a further span, located exactly, in a further version."""
    bank, listed = load_item(item, Action.EDIT_BANK)
    found = articles.voices(database.session(), me(), bank)
    form = CorroborationForm()
    chosen = _chosen(found, said(form.article))
    if chosen is None:
        form.refuse("article", _("Choose an article."))
        return _page(bank, listed, found, None, form), 422
    further = _further(chosen, form)
    if further in listed.item.corroboration:
        form.refuse("quote", _("This is there already."))
        further = None
    if further is None:
        return _page(bank, listed, found, chosen, form), 422
    try:
        with database.writing() as db:
            service.corroborate(db, me(), look_of(item, form.version.data), further, now())
    except service.ChangedError:
        database.session().expire_all()
        return _page(*load_item(item, Action.EDIT_BANK), found, chosen, form, overtaken=True), 409
    flash(_("Saved."), "ok")
    return redirect(url_for("upkeep.corroboration", item=item), 303)


@upkeep.post("/items/<item>/corroboration/remove")
@allowed(Action.EDIT_BANK)
def remove_corroboration(item: str) -> Response:
    """Take a further span off."""
    _bank, listed = load_item(item, Action.EDIT_BANK)
    place = whole_number(request.form.get("place"), len(listed.item.corroboration) - 1)
    if place is None:
        abort(422)
    try:
        with database.writing() as db:
            service.take_away(db, me(), look_of(item, request.form.get("version")), place, now())
    except service.ChangedError:
        abort(409)
    flash(_("Saved."), "ok")
    return redirect(url_for("upkeep.corroboration", item=item), 303)


def _chosen(found: list[Voice], public_id: str) -> Voice | None:
    return next((voice for voice in found if voice.public_id == public_id), None)


def _further(chosen: Voice, form: CorroborationForm) -> Corroboration | None:
    """What the form says; None, and a message in the form, where it cannot be kept."""
    if not form.validate():
        return None
    says = {
        "absent": _("The article does not say it in these words: copy them exactly."),
        "twice": _("The article says it twice: copy more of the sentence."),
        "long": _("It is longer than %(num)s characters: paste the part that says it.", num=LONGEST_QUOTE),
        "none": _("Choose a sentence, or paste the words."),
    }
    try:
        span = articles.place(chosen.version.text or "", said(form.sentence), said(form.quote))
    except articles.NotFoundError as error:
        form.refuse("quote", says[error.reason])
        return None
    return Corroboration(chosen.name, span, said(form.origin), Stance(form.stance.data))


def _page(
    bank: Bank,
    listed: banks.ListedItem,
    found: list[Voice],
    chosen: Voice | None,
    form: CorroborationForm,
    *,
    overtaken: bool = False,
) -> str:
    version = banks.article_of(database.session(), bank)
    if chosen is not None:
        spans = sentences(chosen.version.text or "")
        numbered = ((f"{span.start}-{span.end}", f"{number}. {span.quote}") for number, span in enumerate(spans, 1))
        form.sentence.choices = choices(("", _("Choose…")), *numbered)
    return render_template(
        "upkeep/corroboration.html",
        bank=bank,
        listed=listed,
        item=listed.item,
        voices=found,
        chosen=chosen,
        form=form,
        overtaken=overtaken,
        backing=backing(version.origin if version else None, listed.item.corroboration),
        own=version,
    )
