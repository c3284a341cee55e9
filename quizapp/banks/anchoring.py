"""Where the quotes of item versions stand in the versions of their article: rows of their own, only ever added."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from quizapp.articles.models import ArticleVersion
from quizapp.banks.models import Anchor, Item, ItemVersion
from quizapp.core.anchoring import found_again
from quizapp.core.spans import Span


def anchor(session: Session, version: ItemVersion, spans: Sequence[Span], article: ArticleVersion) -> None:
    """Anchor a new item version to an article version, and where that is not the newest to the newest too.

    A quote that is not there keeps the place that it had for the item version before it, in the older text.
    """
    newest = _newest(session, article.article_id)
    rows = {(at.id, place): span for at in {article, newest} for place, span in _held(spans, at).items()}
    for place, span in enumerate(spans):
        if not any(found == place for _at, found in rows):
            former = _former(session, version.item_id, span.quote)
            if former is not None:
                rows[former.article_version_id, place] = Span(former.start, former.end, former.quote)
    session.add_all(_row(version.id, at, place, span) for (at, place), span in rows.items())


def anchor_again(session: Session, article: ArticleVersion) -> int:
    """Anchor every item version that stands on an article to its new version, where its quotes are still found.

    Without a text the places stay, unchecked. How many quotes are gone; nothing of an item is changed.
    """
    rows = session.execute(
        select(Anchor, ArticleVersion.number)
        .join(ArticleVersion, ArticleVersion.id == Anchor.article_version_id)
        .where(ArticleVersion.article_id == article.article_id)
        .order_by(ArticleVersion.number)
    )
    last: dict[tuple[int, int], Anchor] = {}
    for each, _number in rows:
        last[each.item_version_id, each.place] = each
    gone = 0
    for (version, place), each in last.items():
        if each.article_version_id == article.id:
            continue
        span = Span(each.start, each.end, each.quote)
        found = span if article.text is None else found_again(span, article.text)
        if found is None:
            gone += 1
        else:
            session.add(_row(version, article.id, place, found))
    session.flush()  # what is broken is read from them
    return gone


def places_now(session: Session, versions: Sequence[int]) -> dict[int, dict[int, Span]]:
    """Of item versions the places of their quotes in the newest version of the article, where it has several: one
    statement."""
    again = aliased(ArticleVersion)
    last = (
        select(func.max(again.number))
        .where(again.article_id == ArticleVersion.article_id)
        .correlate(ArticleVersion)
        .scalar_subquery()
    )
    wanted = (
        select(Anchor)
        .join(ArticleVersion, ArticleVersion.id == Anchor.article_version_id)
        .where(Anchor.item_version_id.in_(versions), ArticleVersion.number > 1, ArticleVersion.number == last)
    )
    found: dict[int, dict[int, Span]] = defaultdict(dict)
    for each in session.scalars(wanted):
        found[each.item_version_id][each.place] = Span(each.start, each.end, each.quote)
    return found


def _held(spans: Sequence[Span], article: ArticleVersion) -> dict[int, Span]:
    """The spans that stand in a text, by place: where they say, else where their words are found."""
    found: dict[int, Span] = {}
    for place, span in enumerate(spans):
        here = span if article.text is None or span.holds_in(article.text) else found_again(span, article.text)
        if here is not None:
            found[place] = here
    return found


def _newest(session: Session, article_id: int) -> ArticleVersion:
    wanted = select(ArticleVersion).where(ArticleVersion.article_id == article_id)
    return session.scalars(wanted.order_by(ArticleVersion.number.desc()).limit(1)).one()


def _former(session: Session, item_id: int, quote: str) -> Anchor | None:
    wanted = (
        select(Anchor)
        .join(ItemVersion, ItemVersion.id == Anchor.item_version_id)
        .join(Item, Item.id == ItemVersion.item_id)
        .where(Item.id == item_id, Anchor.quote == quote)
        .order_by(ItemVersion.number.desc(), Anchor.article_version_id.desc())
        .limit(1)
    )
    return session.scalars(wanted).first()


def _row(version: int, article: int, place: int, span: Span) -> Anchor:
    return Anchor(
        item_version_id=version,
        article_version_id=article,
        place=place,
        start=span.start,
        end=span.end,
        quote=span.quote,
    )
