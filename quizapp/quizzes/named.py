"""The questions that a plan names, as they stand on a day: may they be asked, and if not, why."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import Session, aliased

from quizapp.banks import queries as banks
from quizapp.banks import search
from quizapp.banks.models import Bank, Item, ItemListing, ItemVersion
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Standing, Status, Timing, Unfit, unfit
from quizapp.core.policy import Identity
from quizapp.quizzes.models import QuizEdition, QuizSlot


@dataclass(frozen=True, slots=True)
class Named:
    """A question in its newest version; `article` by id. `unfit` is why no new quiz may ask it."""

    version: int
    item: CoreItem
    public_id: str
    selectable: bool
    article: int | None
    unfit: Unfit | None


@dataclass(frozen=True, slots=True)
class Past:
    """A question that draws may still ask, though its review date has passed."""

    public_id: str
    lang: str
    review_by: datetime.date
    stem: str


_pinned_version = aliased(ItemVersion)


def named_items(
    session: Session, who: Identity, items: Sequence[int], today: datetime.date, quiz_id: int | None
) -> dict[int, Named]:
    """Those of these items, by id, that a person may see: one statement.

    One that is only past its review date stays selectable for the quiz whose newest edition asks it already.
    """
    rows = session.execute(
        select(
            Item,
            ItemVersion,
            Bank.article_id,
            search.selectable(today).label("selectable"),
            banks.REPLACED.label("superseded"),
            _pinned(quiz_id).label("pinned"),
        )
        .join(Bank, Bank.id == Item.bank_id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(Item.id.in_(items), search.visible_to(who))
    )
    return {row.Item.id: _named(row, today) for row in rows}


def _named(row: Any, today: datetime.date) -> Named:
    item = banks.as_core(row.ItemVersion.content, row.ItemVersion.status)
    reason = None
    if not row.selectable:
        standing = Standing(item.status, item.timing, item.review_by, superseded=bool(row.superseded))
        reason = unfit(standing, today) or Unfit.STATUS
    stays = reason is Unfit.OVERDUE and bool(row.pinned)
    fits = bool(row.selectable) or stays
    return Named(row.ItemVersion.id, item, row.Item.public_id, fits, row.article_id, reason)


def _pinned(quiz_id: int | None) -> ColumnElement[bool]:
    """Whether the newest edition of a quiz asks the item at hand."""
    version = aliased(ItemVersion)
    newest = select(func.max(QuizEdition.number)).where(QuizEdition.quiz_id == quiz_id).scalar_subquery()
    return (
        select(literal(1))
        .select_from(QuizSlot)
        .join(version, version.id == QuizSlot.item_version_id)
        .where(QuizSlot.quiz_id == quiz_id, QuizSlot.edition == newest, version.item_id == Item.id)
        .correlate(Item)
        .exists()
    )


def past_in_pools(session: Session, quiz_id: int, today: datetime.date) -> list[Past]:
    """The questions of the pools of the newest edition whose review date has passed, the longest ago first."""
    pools = session.scalar(
        select(QuizEdition.pools).where(QuizEdition.quiz_id == quiz_id).order_by(QuizEdition.number.desc()).limit(1)
    )
    pinned = {version for pool in (pools or {}).values() for version in pool}
    if not pinned:
        return []
    rows = session.execute(
        select(Item.public_id, ItemListing.lang, ItemListing.review_by, ItemVersion.stem)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(
            Item.id.in_(select(_pinned_version.item_id).where(_pinned_version.id.in_(pinned))),
            ItemListing.status == Status.READY.value,
            ItemListing.timing == Timing.CURRENT.value,
            ItemListing.review_by < today,
        )
        .order_by(ItemListing.review_by, Item.id)
    )
    return [Past(row.public_id, row.lang, row.review_by or today, row.stem) for row in rows]
