"""Who speaks in an article, and a place for what another article says against it."""

import textwrap
from dataclasses import replace

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.articles.models import ArticleVersion
from quizapp.banks import queries as banks
from quizapp.banks.models import Item
from quizapp.banks.service import add_version
from quizapp.bench import pages, queries
from quizapp.bench.forms import CounterForm
from quizapp.bench.queries import OnBench
from quizapp.bench.room import bench, worked_on
from quizapp.core.banks import UNKNOWN
from quizapp.core.items import Corroboration, Stance
from quizapp.core.items import Item as CoreItem
from quizapp.core.oneline import one_line
from quizapp.core.policy import Action
from quizapp.core.spans import locate
from quizapp.core.stems import gist
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.forms import choices_of, said
from quizapp.web.guard import allowed, me

_BEGINNING = 70


@bench.get("/articles/<article>/voices")
@allowed(Action.WORK_ON_ARTICLE)
def voices(article: str) -> str:
    """Who is quoted, how often, and whether only one side speaks."""
    on = worked_on(article)
    return _page(on, _form(on))


@bench.post("/articles/<article>/voices")
@allowed(Action.WORK_ON_ARTICLE)
def add_counter(article: str) -> Response | tuple[str, int]:
    """Set beside a question what another article of this teacher says on the same."""
    on = worked_on(article)
    form = _form(on)
    if not form.validate():
        return _page(on, form), 422
    other = queries.on_bench(database.session(), form.article.data) or abort(404)
    span = locate(other.version.text or "", said(form.quote))
    if span is None:
        form.quote.errors = [_("The other article does not say exactly this, or says it twice.")]
        return _page(on, form), 422
    found = banks.item_by_public_id(database.session(), form.item.data) or abort(404)
    name = f"{other.article.lang}/{other.article.public_id}"
    origin = said(form.origin) or other.version.origin
    beside = Corroboration(name, span, origin, Stance(form.stance.data))
    item = found[1].item
    if beside in item.corroboration:
        form.quote.errors = [_("This is there already.")]
        return _page(on, form), 422
    with database.writing() as write:
        row = write.get_one(Item, found[1].row.id)
        changed = replace(item, corroboration=(*item.corroboration, beside))
        add_version(write, row, changed, on.version, now=now(), author_id=me().id)
    flash(_("It stands beside the question now."), "ok")
    return redirect(url_for("bench.voices", article=article), 303)


def _form(on: OnBench) -> CounterForm:
    form = CounterForm()
    db = database.session()
    form.item.choices = choices_of((name, gist(one_line(item.stem, item))) for name, item in _questions(on))
    form.item.render_kw = {"lang": on.article.lang}
    others = [row for row in queries.mine(db, me().id) if row[0].id != on.article.id and row[1].text is not None]
    form.article.choices = choices_of((row[0].public_id, _named(row[1])) for row in others)
    return form


def _named(version: ArticleVersion) -> str:
    """The title of an article, or how it begins where nobody knows one."""
    if version.title != UNKNOWN:
        return version.title
    return f"«{textwrap.shorten(version.text or '', _BEGINNING, placeholder='…')}»"


def _questions(on: OnBench) -> list[tuple[str, CoreItem]]:
    bank = queries.bank_of(database.session(), on.article.id, me().id)
    return [(each.row.public_id, each.item) for each in banks.items_of(database.session(), bank)] if bank else []


def _page(on: OnBench, form: CounterForm) -> str:
    beside = [(name, item, each) for name, item in _questions(on) for each in item.corroboration]
    mine = queries.mine(database.session(), me().id)
    return render_template(
        "bench/voices.html",
        on=on,
        form=form,
        voices=pages.voices_of(on),
        beside=beside,
        titles={f"{row[0].lang}/{row[0].public_id}": row[1].title for row in mine},
    )
