"""Verbs on articles: a text is never changed, only followed by another version."""

import datetime
from dataclasses import replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizapp.articles import queries
from quizapp.articles.models import Article, ArticleVersion, Fact
from quizapp.core import banks as core
from quizapp.core.items import dump_source


def keep_article(
    session: Session,
    school_id: int,
    lang: str,
    article: core.Article,
    facts: tuple[core.Fact, ...],
    *,
    article_id: int | None,
    now: datetime.datetime,
    owner_id: int | None = None,
) -> ArticleVersion:
    """The stored version that says this: the newest one when nothing changed, else a new one.

    A text that the database has is never given up for a file without text.
    """
    newest = queries.newest_version(session, article_id) if article_id else None
    if newest is not None:
        stored = queries.as_core(newest)
        if article.text is None and article.sha256 == stored.sha256:
            article = replace(article, text=stored.text)
        if article == stored and facts == queries.facts_of(session, newest.id):
            return newest
    if article_id is None:
        row = Article(school_id=school_id, owner_id=owner_id, lang=lang, created_at=now)
        session.add(row)
        session.flush()  # the version needs its id
        article_id = row.id
    return _add_version(session, article_id, newest.number + 1 if newest else 1, article, facts, now)


def say_provenance(session: Session, version: ArticleVersion, article: core.Article) -> None:
    """Correct where a text comes from and what may be shown of it; its words stay as they are."""
    row = session.get_one(ArticleVersion, version.id)
    for name in ("title", "subtitle", "outlet", "author", "published", "retrieved", "url", "licence", "origin"):
        setattr(row, name, getattr(article, name))
    row.rights, row.purge_on = article.rights.value, article.purge_on


def purge_text(session: Session, article_id: int) -> None:
    """Give up the text of an article in every version; its hash, quotes and offsets stay."""
    for version in session.scalars(select(ArticleVersion).where(ArticleVersion.article_id == article_id)):
        version.text = None


def purge_due(session: Session, today: datetime.date) -> int:
    """Give up every text whose day has come; how many articles that were."""
    wanted = select(ArticleVersion.article_id).where(ArticleVersion.purge_on <= today, ArticleVersion.text.is_not(None))
    due = set(session.scalars(wanted))
    for article_id in due:
        purge_text(session, article_id)
    return len(due)


def _add_version(
    session: Session,
    article_id: int,
    number: int,
    article: core.Article,
    facts: tuple[core.Fact, ...],
    now: datetime.datetime,
) -> ArticleVersion:
    version = ArticleVersion(
        article_id=article_id,
        number=number,
        title=article.title,
        subtitle=article.subtitle,
        outlet=article.outlet,
        author=article.author,
        published=article.published,
        retrieved=article.retrieved,
        url=article.url,
        licence=article.licence,
        origin=article.origin,
        rights=article.rights.value,
        purge_on=article.purge_on,
        sources=[dump_source(source) for source in article.sources],
        sha256=article.sha256,
        text=article.text,
        created_at=now,
    )
    session.add(version)
    session.flush()  # facts and anchors need its id
    rows = [
        {
            "article_version_id": version.id,
            "key": fact.id,
            "position": place,
            "kind": fact.kind.value,
            "holder": fact.holder,
            "statement": fact.statement,
            "importance": fact.importance,
            "start": fact.span.start,
            "end": fact.span.end,
            "quote": fact.span.quote,
        }
        for place, fact in enumerate(facts)
    ]
    if rows:
        session.execute(insert(Fact), rows)
    return version
