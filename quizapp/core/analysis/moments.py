"""Sums of pairs, exact: what every figure of the item analysis is made of."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

Pair = tuple[Fraction, Fraction, int]
"""Two values of one attempt, and how many attempts have just these."""


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


def moments(pairs: Sequence[Pair]) -> Moments:
    """The moments of counted pairs, reckoned in whole numbers over a common denominator."""
    xs, unit_x = _whole([x for x, _y, _count in pairs])
    ys, unit_y = _whole([y for _x, y, _count in pairs])
    n = sx = sy = sxx = syy = sxy = 0
    for x, y, (_x, _y, count) in zip(xs, ys, pairs, strict=True):
        n, sx, sy = n + count, sx + count * x, sy + count * y
        sxx, syy, sxy = sxx + count * x * x, syy + count * y * y, sxy + count * x * y
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


def sorted_apart(pairs: Sequence[Pair]) -> list[Pair]:
    """The same values, each list in order by itself: the pairs of the greatest covariance."""
    left, right = sorted((x, count) for x, _y, count in pairs), sorted((y, count) for _x, y, count in pairs)
    found: list[Pair] = []
    while left and right:
        (x, first), (y, second) = left.pop(), right.pop()
        count = min(first, second)
        found.append((x, y, count))
        if first > count:
            left.append((x, first - count))
        if second > count:
            right.append((y, second - count))
    return found


def _whole(values: Iterable[Fraction]) -> tuple[list[int], int]:
    listed = list(values)
    unit = math.lcm(*{value.denominator for value in listed})
    return [value.numerator * (unit // value.denominator) for value in listed], unit
