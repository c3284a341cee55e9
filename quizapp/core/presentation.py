"""How one item is laid before one student: an order drawn once, and ids that say nothing of the key."""

import hashlib
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Entry(Protocol):
    """Anything on offer in an item: an option, a statement, a category."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Entry)


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that are shown together; pinned ones keep their place when the rest is shuffled.

    A `disordered` group never comes in the order given here.
    """

    ids: tuple[str, ...]
    shuffled: bool = False
    pinned: frozenset[str] = frozenset()
    disordered: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One item as one attempt shows it: the order of its entries and their public ids."""

    order: tuple[str, ...]
    seed: str

    def arrange(self, entries: Iterable[T]) -> list[T]:
        """The entries in the order drawn for this attempt."""
        place = {entry: index for index, entry in enumerate(self.order)}
        return sorted(entries, key=lambda entry: place.get(entry.id, len(place)))

    def code(self, entry: str) -> str:
        """The public id of an entry: random-looking, the same on every reload."""
        return hashlib.sha256(f"{self.seed}|{entry}".encode()).hexdigest()[:8]

    def letter(self, entries: Iterable[T], entry: str) -> str:
        """The letter beside an entry in the order shown."""
        return LETTERS[[each.id for each in self.arrange(entries)].index(entry)]

    @property
    def ids(self) -> Mapping[str, str]:
        """Public id → entry id."""
        return {self.code(entry): entry for entry in self.order}


def draw_order(groups: Sequence[Group], seed: str) -> tuple[str, ...]:
    """Every entry once, shuffled inside its group by the seed; pinned entries stay where they are."""
    chance = random.Random(f"order|{seed}")  # noqa: S311 - reproducible by design, no secret
    return tuple(entry for group in groups for entry in _arranged(group, chance))


def _arranged(group: Group, chance: random.Random) -> list[str]:
    if not group.shuffled:
        return list(group.ids)
    free = [entry for entry in group.ids if entry not in group.pinned]
    given = list(free)
    chance.shuffle(free)
    while group.disordered and free == given and len(free) > 1:
        chance.shuffle(free)
    rest = iter(free)
    return [entry if entry in group.pinned else next(rest) for entry in group.ids]
