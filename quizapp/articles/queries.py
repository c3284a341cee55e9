"""Reads of articles."""

import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.articles.models import Article, ArticleVersion, Fact
from quizapp.core import banks as core
from quizapp.core.items import read_source
from quizapp.core.kinds import Kind
from quizapp.core.reading import Reader
from quizapp.core.spans import Span
from quizapp.db import Kept, plain_rows

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
NEWEST = (ArticleVersion.article_id == Article.id) & (ArticleVersion.number == _newest)
"""Joins an article to the version that counts."""


class Head(NamedTuple):
    """An article in one of its versions, but for its text."""

    id: int
    public_id: str
    owner_id: int | None
    lang: str
    version_id: int
    title: str
    subtitle: str | None
    outlet: str
    published: datetime.date | None
    origin: str
    rights: str
    licence: str
    has_text: bool


HEAD: tuple[Any, ...] = tuple(
    column.label(f"beside_{name}")
    for name, column in zip(
        Head._fields,
        (
            Article.id,
            Article.public_id,
            Article.owner_id,
            Article.lang,
            ArticleVersion.id,
            ArticleVersion.title,
            ArticleVersion.subtitle,
            ArticleVersion.outlet,
            ArticleVersion.published,
            ArticleVersion.origin,
            ArticleVersion.rights,
            ArticleVersion.licence,
            ArticleVersion.text.is_not(None),
        ),
        strict=True,
    )
)
"""The columns that `head_in` reads, of a statement that has `Article` and `ArticleVersion`; they come last."""
_head_by_id = select(*HEAD).join(ArticleVersion, NEWEST).where(Article.id == bindparam("article_id"))
_texts: Kept[str] = Kept(256)
_text = select(ArticleVersion.text).where(ArticleVersion.id == bindparam("version_id"))


def head_in(row: Any) -> Head:
    """The article of a row whose last columns are `HEAD`."""
    return Head(*row[-len(HEAD) :])


def head_of(article: Article, version: ArticleVersion) -> Head:
    """A loaded article as pages name it."""
    return Head(
        article.id,
        article.public_id,
        article.owner_id,
        article.lang,
        version.id,
        version.title,
        version.subtitle,
        version.outlet,
        version.published,
        version.origin,
        version.rights,
        version.licence,
        version.text is not None,
    )


def head_by_id(session: Session, article_id: int) -> Head | None:
    """An article in its newest version."""
    row = plain_rows(session, _head_by_id, {"article_id": article_id}).first()
    return head_in(row) if row else None


def text_of(session: Session, head: Head) -> str:
    """The words of a version, read once by a process: they never change, they are only given up."""
    if not head.has_text:
        return ""
    return _texts.of(session, head.version_id, lambda: session.scalar(_text, {"version_id": head.version_id}) or "")


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


def corrections_since(session: Session, version: ArticleVersion) -> list[tuple[int, datetime.datetime]]:
    """Number and moment of each later version that says another text than the one before, the oldest first."""
    wanted = (
        select(ArticleVersion.number, ArticleVersion.created_at, ArticleVersion.sha256)
        .where(ArticleVersion.article_id == version.article_id, ArticleVersion.number > version.number)
        .order_by(ArticleVersion.number)
    )
    rows = session.execute(wanted).all()
    before = [version.sha256, *(row.sha256 for row in rows)]
    return [(row.number, row.created_at) for row, former in zip(rows, before, strict=False) if row.sha256 != former]


def by_id(session: Session, article_id: int) -> tuple[Article, ArticleVersion] | None:
    """An article with its newest version."""
    row = session.execute(_by_id, {"article_id": article_id}).first()
    return (row[0], row[1]) if row else None


def by_public_id(session: Session, public_id: str) -> tuple[Article, ArticleVersion] | None:
    """The article with this public id, with its newest version."""
    row = session.execute(_articles.where(Article.public_id == public_id)).first()
    return (row[0], row[1]) if row else None


def opened(head: Head) -> bool:
    """Whether its text may be shown to anybody but its owner: never where the licence is unknown."""
    return head.has_text and head.rights == core.Rights.FULL and head.licence != core.UNKNOWN


def text_for(session: Session, version: ArticleVersion, teacher: int) -> str | None:
    """The text as a teacher may see it beside a question: her own articles and those that came with Quotidia."""
    article = session.get_one(Article, version.article_id)
    free = article.owner_id is None and opened(head_of(article, version))
    return version.text if article.owner_id == teacher or free else None


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
