"""Reads of articles."""

import datetime

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.articles.models import Article, ArticleVersion, Fact
from quizapp.core import banks as core
from quizapp.core.items import read_source
from quizapp.core.kinds import Kind
from quizapp.core.reading import Reader
from quizapp.core.spans import Span

_again = aliased(ArticleVersion)


def newest_version(session: Session, article_id: int) -> ArticleVersion | None:
    """The version that counts."""
    wanted = (
        select(ArticleVersion)
        .where(ArticleVersion.article_id == article_id)
        .order_by(ArticleVersion.number.desc())
        .limit(1)
    )
    return session.scalars(wanted).first()


_newest = select(func.max(_again.number)).where(_again.article_id == Article.id).correlate(Article).scalar_subquery()
_articles = (
    select(Article, ArticleVersion)
    .join(ArticleVersion, ArticleVersion.article_id == Article.id)
    .where(ArticleVersion.number == _newest)
)
_by_id = _articles.where(Article.id == bindparam("article_id"))


def texts(session: Session, article_id: int) -> list[ArticleVersion]:
    """The versions of an article that say another text than the one before, the first one first."""
    wanted = select(ArticleVersion).where(ArticleVersion.article_id == article_id).order_by(ArticleVersion.number)
    found: list[ArticleVersion] = []
    for version in session.scalars(wanted):
        if not found or found[-1].sha256 != version.sha256:
            found.append(version)
    return found


def corrections_since(session: Session, version: ArticleVersion) -> list[Row[int, datetime.datetime, str]]:
    """Number, moment and digest of each later version that says another text than the one before, the oldest first."""
    wanted = (
        select(ArticleVersion.number, ArticleVersion.created_at, ArticleVersion.sha256)
        .where(ArticleVersion.article_id == version.article_id, ArticleVersion.number > version.number)
        .order_by(ArticleVersion.number)
    )
    rows = session.execute(wanted).all()
    before = [version.sha256, *(row.sha256 for row in rows)]
    return [row for row, former in zip(rows, before, strict=False) if row.sha256 != former]


def by_id(session: Session, article_id: int) -> tuple[Article, ArticleVersion] | None:
    """An article with its newest version."""
    row = session.execute(_by_id, {"article_id": article_id}).first()
    return (row[0], row[1]) if row else None


def by_public_id(session: Session, public_id: str) -> tuple[Article, ArticleVersion] | None:
    """The article with this public id, with its newest version."""
    row = session.execute(_articles.where(Article.public_id == public_id)).first()
    return (row[0], row[1]) if row else None


def opened(version: ArticleVersion) -> bool:
    """Whether its text may be shown to anybody but its owner: never where the licence is unknown."""
    return version.text is not None and version.rights == core.Rights.FULL and version.licence != core.UNKNOWN


def text_for(session: Session, version: ArticleVersion, teacher: int) -> str | None:
    """The text as a teacher may see it beside a question: her own articles and those that came with Quotidia."""
    owner = session.scalar(select(Article.owner_id).where(Article.id == version.article_id))
    return version.text if owner == teacher or (owner is None and opened(version)) else None


def facts_of(session: Session, version_id: int) -> tuple[core.Fact, ...]:
    """The facts of an article version, in order."""
    wanted = select(Fact).where(Fact.article_version_id == version_id).order_by(Fact.position)
    return tuple(
        core.Fact(
            id=fact.key,
            kind=Kind(fact.kind),
            holder=fact.holder,
            statement=fact.statement,
            importance=fact.importance,
            span=Span(fact.start, fact.end, fact.quote),
        )
        for fact in session.scalars(wanted)
    )


def as_core(version: ArticleVersion) -> core.Article:
    """The stored version as a value."""
    return core.Article(
        title=version.title,
        subtitle=version.subtitle,
        outlet=version.outlet,
        author=version.author,
        published=version.published,
        retrieved=version.retrieved,
        url=version.url,
        licence=version.licence,
        origin=version.origin,
        rights=core.Rights(version.rights),
        purge_on=version.purge_on,
        sources=tuple(read_source(Reader(source)) for source in version.sources),
        sha256=version.sha256,
        text=version.text,
    )
