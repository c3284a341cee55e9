"""A corrected text is a further version of its article: quotes are found again, and only those that are gone break."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from quizapp.articles import queries as articles
from quizapp.articles.models import Article, ArticleVersion
from quizapp.articles.service import keep_article
from quizapp.banks.anchoring import anchor_again
from quizapp.banks.models import Anchor, Bank, Item, ItemListing, ItemVersion
from quizapp.banks.queries import as_core, broken
from quizapp.core.anchoring import found_again, nearest_sentence
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status
from quizapp.core.spans import sha256_of


@dataclass(frozen=True, slots=True)
class Gone:
    """A quote that the newest text does not hold any more, and the sentence there that is most like it."""

    quote: str
    nearest: str | None


@dataclass(frozen=True, slots=True)
class Broken:
    """An item that lost a quote."""

    bank: Bank
    row: Item
    item: CoreItem
    gone: list[Gone]


def correct_text(session: Session, article: Article, text: str, now: datetime.datetime) -> ArticleVersion:
    """Keep a corrected text beside the former ones; facts and quotes go along where their words are still found."""
    newest = articles.newest_version(session, article.id)
    if newest is None:
        raise ValueError(article.id)
    facts = [
        replace(fact, span=here)
        for fact in articles.facts_of(session, newest.id)
        if (here := found_again(fact.span, text)) is not None
    ]
    said = replace(articles.as_core(newest), text=text, sha256=sha256_of(text))
    made = keep_article(session, article.school_id, article.lang, said, tuple(facts), article_id=article.id, now=now)
    anchor_again(session, made)
    return made


def broken_items(session: Session, article_id: int) -> list[Broken]:
    """The items not retired that stand on an article and lost a quote in its newest text: two statements."""
    newest = articles.newest_version(session, article_id)
    if newest is None:
        return []
    rows = session.execute(
        select(Bank, Item, ItemVersion)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(
            ItemListing.status != Status.RETIRED.value,
            ItemVersion.id.in_(_standing_on(article_id)),
            broken(ItemVersion.id),
        )
        .order_by(Bank.title, Bank.id, Item.position)
    ).all()
    gone = _gone(session, [row[2].id for row in rows], newest)
    return [Broken(row[0], row[1], as_core(row[2].content, row[2].status), gone[row[2].id]) for row in rows]


def count(session: Session, article_id: int) -> int:
    """How many questions that are not retired stand on an article."""
    wanted = select(func.count()).where(
        ItemListing.status != Status.RETIRED.value, ItemListing.version_id.in_(_standing_on(article_id))
    )
    return session.scalar(wanted) or 0


def _standing_on(article_id: int):  # type: ignore[no-untyped-def] # a select
    return (
        select(Anchor.item_version_id)
        .join(ArticleVersion, ArticleVersion.id == Anchor.article_version_id)
        .where(ArticleVersion.article_id == article_id)
    )


def _gone(session: Session, versions: list[int], newest: ArticleVersion) -> dict[int, list[Gone]]:
    still = aliased(Anchor)
    held = (
        select(still.place)
        .where(
            still.item_version_id == Anchor.item_version_id,
            still.place == Anchor.place,
            still.article_version_id == newest.id,
        )
        .correlate(Anchor)
        .exists()
    )
    wanted = (
        select(Anchor)
        .where(Anchor.item_version_id.in_(versions), ~held)
        .order_by(Anchor.item_version_id, Anchor.place, Anchor.article_version_id)
    )
    last = {(each.item_version_id, each.place): each.quote for each in session.scalars(wanted)}
    found: dict[int, list[Gone]] = defaultdict(list)
    for (version, _place), quote in last.items():
        near = nearest_sentence(quote, newest.text) if newest.text is not None else None
        found[version].append(Gone(quote, near.quote if near else None))
    return found
