"""Taking an article in, saying where it comes from, and giving its text up."""

import re
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles.service import purge_text
from quizapp.bench import queries, service
from quizapp.bench.forms import PasteForm, ProvenanceForm, SayProvenanceForm
from quizapp.bench.provenance import FIELDS, found_in
from quizapp.bench.queries import OnBench
from quizapp.bench.room import bench, worked_on
from quizapp.core.banks import UNKNOWN
from quizapp.core.policy import Action
from quizapp.core.spans import UnusableTextError, sha256_of
from quizapp.extraction.engine import SUPPORTED
from quizapp.extraction.report import no_tables
from quizapp.extraction.warming import warm
from quizapp.intake.article import RawArticle, Unusable
from quizapp.intake.fetch import FetchRefused, fetch
from quizapp.intake.reading import read_article
from quizapp.web import database
from quizapp.web.clock import now, today
from quizapp.web.forms import said
from quizapp.web.guard import allowed, me, uploads
from quizapp.web.languages import ui_language
from quizapp.web.settings import may_fetch

_MEGABYTE = 1024 * 1024
_SCHEMELESS = re.compile(r"(?:[^\s/:@.]+\.)+[^\W\d_]{2,}(?:[/?#]|$)")


@bench.get("/articles")
@allowed(Action.TEACH)
def articles() -> str:
    """The articles of this teacher."""
    return render_template("bench/articles.html", rows=queries.mine(database.session(), me().id))


@bench.get("/articles/new")
@allowed(Action.TEACH)
def new_article() -> str:
    """Paste, upload or fetch an article."""
    return _new_page(PasteForm(data={"retrieved": today()}))


@bench.post("/articles")
@uploads(21 * _MEGABYTE)
@allowed(Action.TEACH)
def take_in() -> Response | tuple[str, int]:
    """Read the article and draft from it; a text that is there already is opened instead."""
    form = PasteForm()
    if not form.validate():
        return _new_page(form), 422
    if not form.brought():
        form.text.errors = [_("Paste the text, upload a file or write an address.")]
        return _new_page(form), 422
    try:
        raw, address = _read(form)
    except (Unusable, FetchRefused) as refusal:
        _source(form).errors = [refusal.say(ui_language())]
        return _new_page(form), 422
    except UnusableTextError:
        _source(form).errors = [Unusable("nul").say(ui_language())]
        return _new_page(form), 422
    if raw.lang not in SUPPORTED:
        _source(form).errors = [no_tables(raw.lang, ui_language())]
        return _new_page(form), 422
    return _keep(form, raw, address)


def _keep(form: PasteForm, raw: RawArticle, address: str | None) -> Response:
    db = database.session()
    known = queries.same_text(db, me().school, me().id, sha256_of(raw.text))
    if known is not None:
        flash(_("You have this text already: here are its drafts."), "info")
        return redirect(url_for("bench.drafts", article=known), 303)
    provenance = form.provenance(found_in(raw, address))
    warm(raw.lang)
    drafted = service.drafted_from(raw, provenance)
    with database.writing() as write:
        made = queries.same_text(write, me().school, me().id, sha256_of(raw.text))
        made = made or service.take_in(write, raw, provenance, me(), now(), drafted).public_id
    return redirect(url_for("bench.drafts", article=made), 303)


def _read(form: PasteForm) -> tuple[RawArticle, str | None]:
    """The article and, where it was fetched, its address; the text comes first, then the file, then the address."""
    if said(form.text):
        return read_article((form.text.data or "").encode()), None
    upload = form.file.data
    if upload is not None and upload.filename:
        with upload.stream:
            return read_article(upload.read(), name=upload.filename), None
    if not may_fetch():
        raise FetchRefused("off")
    page = fetch(_whole(said(form.address)))
    return read_article(page.data, name=page.name), page.address


def _whole(typed: str) -> str:
    """An address as it is copied or typed from memory, `giornale.example/notizia`, with the scheme that it lacks."""
    return f"https://{typed}" if _SCHEMELESS.match(typed) else typed


def _source(form: PasteForm) -> Any:
    """The field by which the article came."""
    if said(form.text):
        return form.text
    if form.file.data is not None and form.file.data.filename:
        return form.file
    return form.address if said(form.address) else form.text


def _new_page(form: PasteForm) -> str:
    return render_template("bench/new.html", form=form, may_fetch=may_fetch())


@bench.get("/articles/<article>/provenance")
@allowed(Action.WORK_ON_ARTICLE)
def provenance(article: str) -> str:
    """Where the article comes from and what may be shown of it."""
    on = worked_on(article)
    return _provenance_page(on, SayProvenanceForm(data=_said_so_far(on)))


@bench.post("/articles/<article>/provenance")
@allowed(Action.WORK_ON_ARTICLE)
def provenance_submit(article: str) -> Response | tuple[str, int]:
    """Correct it; with another title or day the undecided questions are drafted anew."""
    on = worked_on(article)
    form = SayProvenanceForm()
    if not form.validate():
        return _provenance_page(on, form), 422
    said_now = form.provenance()
    warm(on.article.lang)
    drafted = service.drafted_anew(on, said_now)
    with database.writing() as write:
        fresh = queries.on_bench(write, article) or abort(404)
        service.say(write, fresh, said_now, me(), now(), drafted)
    flash(_("Saved."), "ok")
    if request.form.get("next") == "publish":
        return redirect(url_for("bench.publish", article=article), 303)
    return redirect(url_for("bench.drafts", article=article), 303)


@bench.post("/articles/<article>/purge")
@allowed(Action.WORK_ON_ARTICLE)
def purge(article: str) -> Response:
    """Give the text up at once; the questions and their sentences stay."""
    on = worked_on(article)
    with database.writing() as write:
        purge_text(write, on.article.id)
    flash(_("The text is gone. The questions keep their sentences."), "ok")
    return redirect(url_for("bench.drafts", article=article), 303)


def _said_so_far(on: OnBench) -> dict[str, Any]:
    version, unsaid = on.version, set(on.drafting.unsaid)
    values = {name: getattr(version, name) for name in FIELDS}
    known = {name: value for name, value in values.items() if value not in {None, UNKNOWN}}
    return {
        **known,
        "unknown": [name for name in FIELDS if name not in known and name not in unsaid],
        "rights": version.rights,
        "purge_on": version.purge_on,
    }


def _provenance_page(on: OnBench, form: ProvenanceForm) -> str:
    return render_template("bench/provenance.html", on=on, form=form, following=request.values.get("next", ""))
