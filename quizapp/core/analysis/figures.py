"""The figures of one question, over first attempts. Formulas 1 to 5 of Moodle's quiz statistics."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache

from quizapp.core.analysis.moments import Column, Moments, Pair, column, greatest_covariance, mean, moments_of
from quizapp.core.analysis.testing import fisher

LEAST = 10
"""Answers under which nothing but the facility is said."""
_Z95 = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Cell:
    """Attempts that are alike in one question: mark and maximum there and in the whole quiz, their standing (1 in the
    upper group, -1 in the lower, else 0), the options they chose (None: no answer), and how many they are."""

    mark: Fraction
    maximum: Fraction
    total: Fraction
    whole: Fraction
    standing: int
    chosen: frozenset[str] | None
    count: int

    share: Fraction = field(init=False)
    """Of the question's mark; may be below 0."""
    rest: Fraction = field(init=False)
    """Of what the other questions were worth."""

    def __post_init__(self) -> None:
        """Reckon the shares once: every figure asks for them."""
        share, rest = _shares(
            self.mark.as_integer_ratio(),
            self.maximum.as_integer_ratio(),
            self.total.as_integer_ratio(),
            self.whole.as_integer_ratio(),
        )
        object.__setattr__(self, "share", share)
        object.__setattr__(self, "rest", rest)


_Ratio = tuple[int, int]


@lru_cache(maxsize=8192)
def _shares(mark: _Ratio, maximum: _Ratio, total: _Ratio, whole: _Ratio) -> tuple[Fraction, Fraction]:
    """By numerators and denominators, which are found again for a tenth of what fractions are."""
    here, most = Fraction(*mark), Fraction(*maximum)
    others = Fraction(*whole) - most
    return (
        here / most if most else Fraction(0),
        (Fraction(*total) - here) / others if others else Fraction(0),
    )


class Counted(tuple[Cell, ...]):
    """The cells of one question, with what several figures ask of them reckoned once."""

    @cached_property
    def counts(self) -> list[int]:
        """How many attempts each cell is."""
        return [cell.count for cell in self]

    @cached_property
    def n(self) -> int:
        """How many they are together."""
        return sum(self.counts)

    @cached_property
    def shares(self) -> Column:
        """Of the question's mark."""
        return column([cell.share for cell in self])

    @cached_property
    def rests(self) -> Column:
        """Of what the other questions were worth."""
        return column([cell.rest for cell in self])

    @cached_property
    def marks(self) -> Column:
        """In the question."""
        return column([cell.mark for cell in self])

    @cached_property
    def against_rest(self) -> Moments:
        """Of the shares and the rests."""
        return moments_of(self.shares, self.rests, self.counts)

    @cached_property
    def against_total(self) -> Moments:
        """Of the marks and the totals."""
        return moments_of(self.marks, column([cell.total for cell in self]), self.counts)


def counted(cells: Sequence[Cell]) -> Counted:
    """The cells, as they are where they are counted already."""
    return cells if isinstance(cells, Counted) else Counted(cells)


def group_size(n: int) -> int:
    """How many make up the upper and the lower group: 27 %, rounded half up, at least one."""
    return max(1, (54 * n + 100) // 200)


def answers(cells: Sequence[Cell]) -> int:
    """How many first attempts met the question."""
    return counted(cells).n


def facility(cells: Sequence[Cell]) -> Fraction | None:
    """Mean share of the mark (formula 1), from -2 to 1; None without answers."""
    found = counted(cells)
    return mean(zip(found.shares.values, found.counts, strict=True), found.shares.unit)


def with_rest(cells: Sequence[Cell]) -> list[Pair]:
    """Share in the question against share in all others, in which the question itself has no part."""
    return [(cell.share, cell.rest, cell.count) for cell in cells]


def discrimination(cells: Sequence[Cell]) -> float | None:
    """Item–rest correlation (formula 2, a hundredth of Moodle's), from -1 to 1; None where nothing varies."""
    return counted(cells).against_rest.correlation


def interval(r: float, n: int) -> tuple[float, float] | None:
    """The 95 % interval of a correlation by Fisher's transformation; None under four pairs."""
    if n < 4:
        return None
    z, half = fisher(r), _Z95 / math.sqrt(n - 3)
    return math.tanh(z - half), math.tanh(z + half)


def efficiency(cells: Sequence[Cell]) -> float | None:
    """Covariance with the rest as a share of the greatest these marks allow (formula 3); None where that is 0."""
    found = counted(cells)
    most = greatest_covariance(found.shares, found.rests, found.counts)
    return float(found.against_rest.cov / most) if most else None


def upper_lower(cells: Sequence[Cell]) -> float | None:
    """Facility of the upper group less that of the lower (the upper–lower index); None where one is empty."""
    upper, lower = _facility_of(counted(cells), 1), _facility_of(counted(cells), -1)
    return None if upper is None or lower is None else float(upper - lower)


def _facility_of(cells: Counted, standing: int) -> Fraction | None:
    shares, unit = cells.shares
    mine = ((share, cell.count) for share, cell in zip(shares, cells, strict=True) if cell.standing == standing)
    return mean(mine, unit)


def guess(fractions: Sequence[Fraction]) -> Fraction | None:
    """What blind guessing earns: the mean of the options' fractions (formula 4); None without options."""
    return sum(fractions, Fraction(0)) / len(fractions) if fractions else None


def weights(questions: Sequence[Sequence[Cell]]) -> list[float | None]:
    """The share of each question in what separates the students (formula 4), adding up to 1; None where its covariance
    with the total is negative, or none is above 0."""
    covs = [counted(cells).against_total.cov for cells in questions]
    roots = [math.sqrt(cov) if cov >= 0 else None for cov in covs]
    whole = sum(root for root in roots if root is not None)
    return [root / whole if root is not None and whole else None for root in roots]
