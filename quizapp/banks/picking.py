"""Items ticked in a list, to be asked in a quiz: the ticks go along from page to page and from search to search."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.banks import search
from quizapp.banks.models import Bank, Item, ItemListing, ItemVersion
from quizapp.banks.queries import REPLACED, as_core
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.policy import Identity
from quizapp.core.text import without_nul

MOST = 200
"""As many ticks as go along."""


def by_public_ids(
    session: Session, who: Identity, names: Sequence[str], today: datetime.date
) -> dict[str, tuple[int, CoreItem]]:
    """Those of these items, by public id, that a person may see and that may be asked on a day: id and value."""
    rows = session.execute(
        select(Item, ItemVersion)
        .join(Bank, Bank.id == Item.bank_id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(Item.public_id.in_(without_nul(names)), search.visible_to(who), search.selectable(today))
    )
    found = {
        row.Item.public_id: (row.Item.id, as_core(row.ItemVersion.content, row.ItemVersion.status)) for row in rows
    }
    return {name: found[name] for name in dict.fromkeys(names) if name in found}


def elsewhere(
    session: Session,
    who: Identity,
    names: Sequence[str],
    found: search.Found,
    today: datetime.date,
    *,
    inside: Collection[int | None] = (),
) -> dict[str, CoreItem]:
    """Those ticked that the page with these hits does not show, in the order ticked; none of the ids `inside`."""
    shown = {hit.listed.row.public_id for hit in found.hits}
    unseen = [name for name in names if name not in shown][:MOST]
    if not unseen:
        return {}
    picked = by_public_ids(session, who, unseen, today)
    return {name: item for name, (item_id, item) in picked.items() if item_id not in inside}


OVERDUE_SHOWN = 20
"""As many questions past their review date as a search names beside those that it offers."""


def overdue(session: Session, who: Identity, wish: search.Wish, today: datetime.date) -> list[tuple[str, CoreItem]]:
    """What would fit a wish but for its review date, by public id, the longest overdue first."""
    rows = session.execute(
        select(Item.public_id, ItemVersion)
        .join(Bank, Bank.id == Item.bank_id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(
            *search.conditions(session, who, replace(wish, selectable_on=None, status=Status.READY.value)),
            ItemListing.timing == Timing.CURRENT.value,
            ItemListing.review_by < today,
            ~REPLACED,
        )
        .order_by(ItemListing.review_by, Item.id)
        .limit(OVERDUE_SHOWN)
    )
    return [(row.public_id, as_core(row.ItemVersion.content, row.ItemVersion.status)) for row in rows]


def filters(asked: Mapping[str, str]) -> Mapping[str, str]:
    """What a list is asked for, nothing where the filters are to be removed."""
    return {} if "clear" in asked else asked
