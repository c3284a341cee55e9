"""Reads of practice: which of the items that a student met may be asked now, and which banks are open to them."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.attempts.recall import Recall, recall
from quizapp.attempts.releases import items_to_come, not_to_practise
from quizapp.banks.models import Bank, BankOpening, Item, ItemListing
from quizapp.banks.queries import MANY, REPLACED, among, successions
from quizapp.banks.search import selectable
from quizapp.classes.models import Membership, SchoolClass
from quizapp.classes.queries import IS_STUDENT
from quizapp.core.memory import DAILY, Days, Memory, spread
from quizapp.core.policy import Identity

_AHEAD = 7
"""Days that the page shows, today included."""


@dataclass(frozen=True, slots=True)
class OpenBank:
    """A bank that a student may practise; `versions` by item, in the order of the bank."""

    bank: Bank
    versions: dict[int, int]


@dataclass(frozen=True, slots=True)
class Board:
    """What a student can practise now.

    `days` are today and the next ones, by item; `versions` the version of each item to be asked; `wrong` the items
    whose last answer was not right, the last one first; `met` is whether anything was ever answered.
    """

    today: datetime.date
    days: Days
    versions: dict[int, int]
    wrong: tuple[int, ...]
    banks: tuple[OpenBank, ...]
    memories: dict[int, Memory]
    done: int
    met: bool

    @property
    def due(self) -> list[int]:
        """The items of today."""
        return self.days[0][1]

    @property
    def following(self) -> tuple[datetime.date, int] | None:
        """The next day that asks for something, and for how many items."""
        soon = next(((day, len(items)) for day, items in self.days[1:] if items), None)
        later = [memory.due for memory in self.memories.values() if memory.due > self.days[-1][0]]
        return soon or ((min(later), min(later.count(min(later)), DAILY)) if later else None)

    def wrong_now(self) -> list[int]:
        """The items to put right in one go."""
        return list(self.wrong[:DAILY])

    def asked(self, items: Iterable[int]) -> list[int]:
        """The versions that ask these items."""
        return [self.versions[item] for item in items]


def board(session: Session, who: Identity, now: datetime.datetime) -> Board:
    """Everything that the page of practice shows; as many statements however much was answered."""
    found = _swapped(session, recall(session, who.id, now))
    kept = not_to_practise(session, who.id, now)
    if found.new:
        kept |= found.new & items_to_come(session, who.id, now)
    versions = _practisable(session, who.school, found.memories.keys() - kept, found.today)
    memories = {item: found.memories[item] for item in versions}
    return Board(
        found.today,
        spread(memories, found.today, done=found.done, days=_AHEAD),
        versions,
        tuple(item for item in found.wrong if item in versions),
        tuple(_open_banks(session, who, found.today, now, kept)),
        memories,
        found.done,
        bool(found.memories),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """As `attempts.recall.Recall`, with what has changed swapped for what is so now: `new` are those items."""

    today: datetime.date
    memories: dict[int, Memory]
    wrong: tuple[int, ...]
    done: int
    new: frozenset[int]


def _swapped(session: Session, found: Recall) -> _Known:
    """What a student remembers, but each item that another has taken over from is met as that one, today, unless it
    was met already."""
    after = _successors(session, found.memories)
    memories = {item: memory for item, memory in found.memories.items() if item not in after}
    new: set[int] = set()
    for item, successor in after.items():
        if successor not in found.memories:
            new.add(successor)
            memory = found.memories[item]
            memories[successor] = memory._replace(due=min(memory.due, found.today))
    stays = {*found.wrong, *new}
    left = tuple(dict.fromkeys(now for now in (after.get(item, item) for item in found.wrong) if now in stays))
    return _Known(found.today, memories, left, found.done, frozenset(new))


def _successors(session: Session, items: Collection[int]) -> dict[int, int]:
    """Of these items those that an active one has taken over from, each with the last one of its chain."""
    found: dict[int, int] = {}
    left = set(items)
    while left:
        pairs = successions(session, left)
        found |= {old: new for old, new in pairs.items() if old not in found}
        left = set(pairs.values()) - found.keys()
    return {item: _last(found, item) for item in items if item in found}


def _last(after: dict[int, int], item: int) -> int:
    met = {item}
    while item in after and after[item] not in met:
        item = after[item]
        met.add(item)
    return item


def _practisable(session: Session, school_id: int, items: Collection[int], today: datetime.date) -> dict[int, int]:
    """The newest version of each of these items that may be asked on this day."""
    if not items:
        return {}
    wanted = (
        select(ItemListing.item_id, ItemListing.version_id)
        .join(Item, Item.id == ItemListing.item_id)
        .join(Bank, Bank.id == Item.bank_id)
        .where(among(ItemListing.item_id), Bank.school_id == school_id, selectable(today))
    )
    return dict(session.execute(wanted, {MANY.key: list(items)}).all())


def _open_banks(
    session: Session, who: Identity, today: datetime.date, now: datetime.datetime, kept: frozenset[int]
) -> Iterable[OpenBank]:
    wanted = (
        select(Bank, Item.id, ItemListing.version_id)
        .join(BankOpening, BankOpening.bank_id == Bank.id)
        .join(SchoolClass, SchoolClass.id == BankOpening.class_id)
        .join(Membership, Membership.class_id == SchoolClass.id)
        .join(Item, Item.bank_id == Bank.id)
        .join(ItemListing, ItemListing.item_id == Item.id)
        .where(
            Membership.user_id == who.id,
            IS_STUDENT,
            SchoolClass.archived_at.is_(None),
            Bank.school_id == who.school,
            selectable(today),
            ~REPLACED,
        )
        .order_by(Bank.title, Bank.id, Item.position)
    )
    rows = session.execute(wanted).all()
    out = kept | items_to_come(session, who.id, now) if rows else kept
    found: dict[int, OpenBank] = {}
    for bank, item, version in rows:
        here = found.setdefault(bank.id, OpenBank(bank, {}))
        if item not in out:
            here.versions[item] = version
    return found.values()


def classes_of_opening(session: Session, bank_id: int) -> frozenset[int]:
    """The classes that may practise a bank."""
    return frozenset(session.scalars(select(BankOpening.class_id).where(BankOpening.bank_id == bank_id)))
