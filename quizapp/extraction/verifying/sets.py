"""Items of one set taken together: the same question asked twice."""

from collections.abc import Sequence
from itertools import combinations

from quizapp.core.items import Item
from quizapp.core.text import words

ALIKE = 0.8
"""The share of words that two stems with the same key may have in common."""


def duplicates(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Places of items that ask the same: the same stem, or nearly the same with the same key."""
    asked = [(set(words(item.stem)), _answer(item)) for item in items]
    return [(one, other) for one, other in combinations(range(len(items)), 2) if _same(asked[one], asked[other])]


def _same(one: tuple[set[str], tuple[str, ...]], other: tuple[set[str], tuple[str, ...]]) -> bool:
    common = len(one[0] & other[0]) / max(1, len(one[0] | other[0]))
    return common == 1 or (one[1] == other[1] and common >= ALIKE)


def _answer(item: Item) -> tuple[str, ...]:
    return tuple(sorted(" ".join(words(key)) for key in item.body.keys()))  # noqa: SIM118 - a method of ours
