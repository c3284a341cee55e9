"""The articles in which a teacher finds further voices, and the place of what she chose or pasted."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.articles.models import Article, ArticleVersion
from quizapp.banks.models import Bank
from quizapp.core.policy import Identity
from quizapp.core.sharing import LONGEST_QUOTE
from quizapp.core.spans import Span, locate, span_at


@dataclass(frozen=True, slots=True)
class Voice:
    """An article of the teacher's in its newest version, and how items name it."""

    public_id: str
    name: str
    version: ArticleVersion


def voices(session: Session, who: Identity, bank: Bank) -> list[Voice]:
    """The teacher's own articles whose text is there, the newest first, without the one that the bank stands on."""
    newest = (
        select(func.max(ArticleVersion.number))
        .where(ArticleVersion.article_id == Article.id)
        .correlate(Article)
        .scalar_subquery()
    )
    slug = select(func.min(Bank.slug)).where(Bank.article_id == Article.id).correlate(Article).scalar_subquery()
    wanted = (
        select(Article, ArticleVersion, slug.label("slug"))
        .join(ArticleVersion, ArticleVersion.article_id == Article.id)
        .where(
            Article.school_id == who.school,
            Article.owner_id == who.id,
            Article.id != (bank.article_id or 0),
            ArticleVersion.number == newest,
            ArticleVersion.text.is_not(None),
        )
        .order_by(Article.id.desc())
    )
    return [
        Voice(row.Article.public_id, row.slug or f"{row.Article.lang}/{row.Article.public_id}", row.ArticleVersion)
        for row in session.execute(wanted)
    ]


class NotFoundError(Exception):
    """Why a place cannot be told: `absent`, `twice`, `long` or `none`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def place(text: str, chosen: str, pasted: str) -> Span:
    """The exact span of the pasted words, else of the chosen sentence (`start-end`).

    Raises NotFoundError.
    """
    span = _pasted(text, pasted) if pasted else _chosen(text, chosen)
    if len(span.quote) > LONGEST_QUOTE:
        raise NotFoundError("long")
    return span


def _pasted(text: str, pasted: str) -> Span:
    pasted = pasted.replace("\r\n", "\n")
    found = locate(text, pasted)
    if found is None:
        raise NotFoundError("twice" if pasted in text else "absent")
    return found


def _chosen(text: str, chosen: str) -> Span:
    found = span_at(text, chosen)
    if found is None:
        raise NotFoundError("none")
    return found
