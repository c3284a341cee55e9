"""The date switch of a bank: which of its answers held on a day, which not, and why."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from quizapp.banks.models import Bank, Item, ItemListing, ItemVersion
from quizapp.core.items import CameTrue
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.timeline import Held, Life, Replacement, held_on, in_order, proposed_days, told_from

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
    """The switch of a bank; `wanted` is a day as an address says it. Two statements at most."""
    rows = session.execute(
        select(Item.id, Item.key, Item.supersedes, *_SAID)
        .select_from(Item)
        .join(*_LISTED)
        .join(*_VERSION)
        .where(Item.bank_id == bank.id, ItemListing.status == Status.READY.value)
    ).all()
    replaced: dict[str, list[Replacement]] = defaultdict(list)
    for row in rows:
        if row.supersedes:
            replaced[row.supersedes].append(_replacement(row))
    for key, replacement in _from_elsewhere(session, bank):
        replaced[key].append(replacement)
    lives = {row.id: _life(row, replaced[row.key]) for row in rows}
    on = _day(wanted)
    held = {} if on is None else {row: held_on(life, on) for row, life in lives.items()}
    return Switch(tuple(proposed_days(lives.values(), article, today)), on, held)


_content = ItemVersion.content
_SAID = (
    *(
        _content[name].as_string().label(name)
        for name in ("as_of", "review_by", "timing", "kind", "came_true", "horizon", "title", "stem")
    ),
    _content["sources"].label("sources"),
)
"""What is asked of each version: its days alone, since a bank may hold thousands."""
_LISTED = (ItemListing, ItemListing.item_id == Item.id)
_VERSION = (ItemVersion, ItemVersion.id == ItemListing.version_id)


def _from_elsewhere(session: Session, bank: Bank) -> list[tuple[str, Replacement]]:
    """What replaces an answer of this bank among the ready items of others of the school, with the key it names."""
    if bank.slug is None:
        return []
    head = f"{bank.slug}#"
    rows = session.execute(
        select(Item.supersedes, *_SAID)
        .select_from(Item)
        .join(Bank, Bank.id == Item.bank_id)
        .join(*_LISTED)
        .join(*_VERSION)
        .where(
            func.substr(Item.supersedes, 1, len(head)) == head,
            Bank.school_id == bank.school_id,
            or_(Bank.owner_id.is_(None), Bank.owner_id == bank.owner_id),
            ItemListing.status == Status.READY.value,
        )
    )
    return [(row.supersedes[len(head) :], _replacement(row)) for row in rows]


def _replacement(row: Any) -> Replacement:
    return _day(row.as_of), row.title or row.stem


def _life(row: Any, replaced: Iterable[Replacement]) -> Life:
    as_of, horizon = _day(row.as_of), _day(row.horizon)
    came_true = CameTrue(row.came_true) if row.came_true else None
    return Life(
        as_of,
        Timing(row.timing) if row.timing else None,
        _day(row.review_by),
        row.kind == Kind.FORECAST,
        came_true,
        told_from(came_true, as_of, horizon, [_day(each.get("date")) for each in row.sources or ()]),
        in_order(replaced),
    )


def _day(said: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((said or "")[:_LONGEST])
    except ValueError:
        return None
