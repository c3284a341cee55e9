"""Sums of pairs, exact: what every figure of the item analysis is made of."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

Pair = tuple[Fraction, Fraction, int]
"""Two values of one attempt, and how many attempts have just these."""


class Column(NamedTuple):
    """Values in whole numbers of one `unit`th."""

    values: Sequence[int]
    unit: int


@dataclass(frozen=True, slots=True)
class Moments:
    """Means, and variances and covariance with the divisor n − 1; these are 0 for fewer than two."""

    n: int
    mean_x: Fraction
    mean_y: Fraction
    var_x: Fraction
    var_y: Fraction
    cov: Fraction

    @property
    def correlation(self) -> float | None:
        """Pearson's r, from -1 to 1; None where a variance is 0."""
        if not self.var_x or not self.var_y:
            return None
        square = min(self.cov * self.cov / (self.var_x * self.var_y), Fraction(1))
        return math.copysign(math.sqrt(square), self.cov)


def column(values: Sequence[Fraction]) -> Column:
    """Values over their common denominator."""
    ratios = [each.as_integer_ratio() for each in values]
    unit = math.lcm(*{below for _above, below in ratios})
    return Column([above * (unit // below) for above, below in ratios], unit)


def moments(pairs: Sequence[Pair]) -> Moments:
    """The moments of counted pairs."""
    return moments_of(
        column([x for x, _y, _count in pairs]), column([y for _x, y, _count in pairs]), [each[2] for each in pairs]
    )


def moments_of(x: Column, y: Column, counts: Sequence[int]) -> Moments:
    """The moments of two columns, reckoned in whole numbers; `counts` says how many attempts each row is."""
    return _moments(zip(x.values, y.values, counts, strict=True), x.unit, y.unit)


def greatest_covariance(x: Column, y: Column, counts: Sequence[int]) -> Fraction:
    """The covariance of the same values with each list put in order by itself: no pairing of them has a greater one."""
    left, right = sorted(zip(x.values, counts, strict=True)), sorted(zip(y.values, counts, strict=True))
    return _moments(_in_step(left, right), x.unit, y.unit).cov


def mean(values: Iterable[tuple[int, int]], unit: int) -> Fraction | None:
    """The mean of counted values; None where there are none."""
    n = total = 0
    for value, count in values:
        n, total = n + count, total + count * value
    return Fraction(total, n * unit) if n else None


def _in_step(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    while left and right:
        (x, first), (y, second) = left.pop(), right.pop()
        yield x, y, min(first, second)
        if first > second:
            left.append((x, first - second))
        if second > first:
            right.append((y, second - first))


def _moments(counted: Iterable[tuple[int, int, int]], unit_x: int, unit_y: int) -> Moments:
    n = sx = sy = sxx = syy = sxy = 0
    for x, y, count in counted:
        cx, cy = count * x, count * y
        n, sx, sy = n + count, sx + cx, sy + cy
        sxx, syy, sxy = sxx + cx * x, syy + cy * y, sxy + cx * y
    if not n:
        return Moments(0, *[Fraction(0)] * 5)
    spread = n * (n - 1) or 1
    return Moments(
        n,
        Fraction(sx, n * unit_x),
        Fraction(sy, n * unit_y),
        Fraction(n * sxx - sx * sx, spread * unit_x * unit_x),
        Fraction(n * syy - sy * sy, spread * unit_y * unit_y),
        Fraction(n * sxy - sx * sy, spread * unit_x * unit_y),
    )
