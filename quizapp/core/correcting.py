"""What may be changed of an item without making another one of it, and what its answers are then worth."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.answers import Answer, earns, own_mark
from quizapp.core.items import Item
from quizapp.core.scoring import Scoring, total


def same_entries(old: Item, new: Item) -> bool:
    """Whether both offer the same entries, whatever they are called, worth, or in which order: so that an answer to
    the one is an answer to the other. An option, pair, gap, category or right side more or less is another item."""
    return _entries(old) == _entries(new)


def _entries(item: Item) -> tuple[str, tuple[str, ...], tuple[frozenset[str], ...]]:
    gaps = sorted((gap.id, gap.body.type) for gap in getattr(item.body, "gaps", ()))
    groups = sorted((frozenset(group.ids) for group in item.body.groups()), key=sorted)
    return item.type, tuple(f"{identifier} {type_}" for identifier, type_ in gaps), tuple(groups)


def marks_of(item: Item, answer: Answer | None, scoring: Scoring) -> tuple[Fraction, Fraction]:
    """How right an answer is, from -1 to 1, and the share of the maximum that it earns, from -2 to 1; none is worth
    nothing."""
    if answer is None:
        return Fraction(0), Fraction(0)
    fraction = own_mark(item.body, answer)
    return fraction, earns(item, answer, fraction, scoring)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an attempt as it stands: what it is worth, whether it has an answer, and its mark where it has one."""

    points: Fraction
    answered: bool
    fraction: Fraction | None
    mark: Fraction | None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """What an attempt says of all its places together; withdrawn ones are not among them."""

    size: int
    answered: int
    right: int
    mark: Fraction
    maximum: Fraction


def totals(places: Iterable[Place], scoring: Scoring, *, finished: bool) -> Totals:
    """The totals of an attempt; in one that is finished a place without a mark was never asked."""
    here = [each for each in places if not each.withdrawn and (each.mark is not None or not finished)]
    mark = sum((each.mark for each in here if each.mark is not None), Fraction(0))
    return Totals(
        len(here),
        sum(each.answered for each in here),
        sum(each.fraction is not None and each.fraction >= 1 for each in here),
        total(mark, scoring) if finished else mark,
        sum((each.points for each in here), Fraction(0)),
    )
