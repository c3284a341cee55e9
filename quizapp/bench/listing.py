"""Which drafts stand on the bench as cards, and which in one line each until somebody comes to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.bench.pages import DRAWERS, Card
from quizapp.bench.queries import Laid, OnBench

FULL = 12
"""How many cards a page shows at once."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Drafts of one drawer that follow one another: as cards, or in one line each."""

    opened: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Drawer:
    """The drafts of a drawer that the page is asked for, in stretches."""

    name: str
    stretches: tuple[Stretch, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(each.cards) for each in self.stretches)


def listed(on: OnBench, drafts: Sequence[Laid], wanted: Sequence[Laid], card: str) -> list[Drawer]:
    """The drawers, with the cards round the draft of this public id, else the first ones, opened.

    Where that draft is not among the `wanted` ones any more, it is the one that follows it.
    """
    ordered = sorted(wanted, key=_place)
    opened = _index(drafts, ordered, card) // FULL
    drawers = []
    for name in DRAWERS:
        stretches: dict[int, list[Card]] = {}
        for index, laid in enumerate(ordered):
            if laid.row.drawer == name:
                stretches.setdefault(index // FULL, []).append(Card(laid, on.drafting.sentences, on.version))
        drawers.append(
            Drawer(name, tuple(Stretch(number == opened, tuple(cards)) for number, cards in stretches.items()))
        )
    return drawers


def between(on: OnBench, drafts: Sequence[Laid], wanted: Sequence[Laid], first: str, last: str) -> list[Card] | None:
    """The cards from one draft to another; None where one of the two is not there any more."""
    ends = [_place(each) for each in drafts if each.row.public_id in {first, last}]
    if len(ends) != len({first, last}):
        return None
    found = (laid for laid in sorted(wanted, key=_place) if min(ends) <= _place(laid) <= max(ends))
    return [Card(laid, on.drafting.sentences, on.version) for laid in found]


def _index(drafts: Sequence[Laid], ordered: Sequence[Laid], card: str) -> int:
    sought = next((_place(each) for each in drafts if each.row.public_id == card), None)
    if sought is None:
        return 0
    return min(sum(_place(each) < sought for each in ordered), max(len(ordered) - 1, 0))


def _place(laid: Laid) -> tuple[int, int]:
    return DRAWERS.index(laid.row.drawer), laid.row.position
