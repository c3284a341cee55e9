"""Correcting the text of an article, and the questions that lost their sentence; the blueprint is that of `views`."""

from dataclasses import dataclass
from itertools import pairwise

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from quizapp.articles import queries as articles
from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks import queries as banks
from quizapp.core.differences import Move, passages_changed, words_changed
from quizapp.core.policy import Action, may
from quizapp.core.spans import stored_text
from quizapp.corrections import articles as texts
from quizapp.corrections.forms import TextForm
from quizapp.corrections.views import corrections
from quizapp.web import database
from quizapp.web.clock import now
from quizapp.web.guard import allowed, me, require

__all__ = ["corrections"]


@corrections.get("/articles/<article>/correct")
@allowed(Action.CORRECT_ARTICLE)
def correct_article(article: str) -> str:
    """The text as it stands, to be corrected."""
    row, version = _article(article)
    return _page(row, version, TextForm(data={"text": version.text, "known": str(version.number)}))


@corrections.post("/articles/<article>/correct")
@allowed(Action.CORRECT_ARTICLE)
def correct_article_submit(article: str) -> Response | tuple[str, int]:
    """A further version; every quote that is still found goes along."""
    row, version = _article(article)
    form = TextForm()
    text = stored_text(form.text.data or "")
    if text == version.text:
        form.text.errors = [*form.text.errors, _("This is the text as it stands: nothing was changed.")]
    if not form.validate() or text == version.text:
        return _page(row, version, form), 422
    if form.known.data != str(version.number):
        return _page(row, version, form, overtaken=True), 409
    with database.writing() as db:
        again = db.get_one(Article, row.id)
        texts.correct_text(db, again, text, now())
        gone = len(texts.broken_items(db, row.id))
        stands = texts.count(db, row.id) - gone
    words = ngettext("%(num)s question stands as before.", "%(num)s questions stand as before.", stands)
    lost = ngettext("%(num)s lost its sentence.", "%(num)s lost their sentence.", gone)
    flash(f"{words} {lost}" if gone else words, "warn" if gone else "ok")
    place = "corrections.broken" if gone else "quizzes.article"
    return redirect(url_for(place, article=article), 303)


@corrections.get("/articles/<article>/texts")
@allowed(Action.CORRECT_ARTICLE)
def texts_of_article(article: str) -> str:
    """Every text that the article has had, the newest first, each with what it changed."""
    row, version = _article(article, needs_text=False)
    found = articles.texts(database.session(), row.id)
    changed = [
        passages_changed(older.text, newer.text) if older.text is not None and newer.text is not None else None
        for older, newer in pairwise(found)
    ]
    return render_template(
        "corrections/texts.html",
        article=row,
        version=version,
        texts=list(reversed(list(zip(found, [None, *changed], strict=True)))),
    )


@corrections.get("/articles/<article>/broken")
@allowed(Action.CORRECT_ARTICLE)
def broken(article: str) -> str:
    """The questions whose sentence is no longer in the article: the old sentence, and the nearest new one."""
    row, version = _article(article)
    found = texts.broken_items(database.session(), row.id)
    return render_template(
        "corrections/broken.html",
        article=row,
        version=version,
        lines=[_line(each) for each in found],
    )


@dataclass(frozen=True, slots=True)
class _Line:
    broken: texts.Broken
    changes: list[tuple[str, tuple[tuple[Move, str], ...]]]
    """Each old sentence, and how the nearest new one differs; no piece where there is none."""
    may_edit: bool


def _line(each: texts.Broken) -> _Line:
    changes = [(gone.quote, words_changed(gone.quote, gone.nearest) if gone.nearest else ()) for gone in each.gone]
    return _Line(each, changes, may(me(), Action.EDIT_BANK, banks.thing(each.bank)))


def _article(article: str, *, needs_text: bool = True) -> tuple[Article, ArticleVersion]:
    db = database.session()
    found = articles.by_public_id(db, article)
    require(Action.CORRECT_ARTICLE, banks.article_thing(db, me(), found[0]) if found else None)
    if found is None:
        abort(404)
    if needs_text and found[1].text is None:
        abort(409)
    return found


def _page(row: Article, version: ArticleVersion, form: TextForm, *, overtaken: bool = False) -> str:
    return render_template(
        "corrections/article.html",
        article=row,
        version=version,
        form=form,
        count=texts.count(database.session(), row.id),
        overtaken=overtaken,
    )
