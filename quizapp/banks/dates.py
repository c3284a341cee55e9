"""The date switch of a bank: which of its answers held on a day, which not, and why."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.banks.models import Bank, Item, ItemListing, ItemVersion
from quizapp.banks.queries import as_core
from quizapp.core.items import Item as CoreItem
from quizapp.core.lifecycle import Status
from quizapp.core.timeline import Held, Replacement, held_on, life_of, proposed_days

_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Switch:
    """The days on offer, the day that is looked at, and on it what is to be said of each active item, by row id."""

    days: tuple[datetime.date, ...]
    on: datetime.date | None
    held: Mapping[int, Held]

    @property
    def holding(self) -> int:
        """How many answers held on the day."""
        return sum(each.holds for each in self.held.values())


def switch(
    session: Session, bank: Bank, article: datetime.date | None, today: datetime.date, wanted: str | None
) -> Switch:
    """The switch of a bank; `wanted` is a day as an address says it. Two statements, one where nothing is replaced."""
    rows = session.execute(
        select(Item, ItemVersion)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(Item.bank_id == bank.id, ItemListing.status == Status.READY.value)
        .order_by(Item.position)
    ).all()
    items = [(row.Item, as_core(row.ItemVersion.content, row.ItemVersion.status)) for row in rows]
    replaced = _replacements(items, _from_elsewhere(session, bank))
    lives = {row.id: life_of(item, replaced[row.key]) for row, item in items}
    on = _day(wanted)
    held = {} if on is None else {row: held_on(life, on) for row, life in lives.items()}
    return Switch(tuple(proposed_days(tuple(lives.values()), article, today)), on, held)


def _from_elsewhere(session: Session, bank: Bank) -> Sequence[tuple[str, CoreItem]]:
    """The ready items of other banks of the school that replace an answer of this one, with the key they name."""
    if bank.slug is None:
        return []
    head = f"{bank.slug}#"
    rows = session.execute(
        select(Item.supersedes, ItemVersion.content, ItemVersion.status)
        .join(Bank, Bank.id == Item.bank_id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .join(ItemVersion, ItemVersion.id == ItemListing.version_id)
        .where(
            func.substr(Item.supersedes, 1, len(head)) == head,
            Bank.school_id == bank.school_id,
            ItemListing.status == Status.READY.value,
        )
    )
    return [(row.supersedes[len(head) :], as_core(row.content, row.status)) for row in rows]


def _replacements(
    items: Iterable[tuple[Item, CoreItem]], elsewhere: Iterable[tuple[str, CoreItem]]
) -> Mapping[str, list[Replacement]]:
    found: dict[str, list[Replacement]] = defaultdict(list)
    for key, item in (*((row.supersedes, item) for row, item in items), *elsewhere):
        if key:
            found[key].append((item.as_of, item.title or item.plain(item.stem)))
    return found


def _day(wanted: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((wanted or "")[:_LONGEST])
    except ValueError:
        return None
