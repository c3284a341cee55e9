"""Sums of pairs, exact: what every figure of the item analysis is made of."""

import math
from collections.abc import Iterable, Iterator, Sequence
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
    xs, unit_x, ys, unit_y, counts = _whole(pairs)
    return _moments(zip(xs, ys, counts, strict=True), unit_x, unit_y)


def greatest_covariance(pairs: Sequence[Pair]) -> Fraction:
    """The covariance of the same values with each list put in order by itself: no pairing of them has a greater one."""
    xs, unit_x, ys, unit_y, counts = _whole(pairs)
    left, right = sorted(zip(xs, counts, strict=True)), sorted(zip(ys, counts, strict=True))
    return _moments(_in_step(left, right), unit_x, unit_y).cov


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


def _whole(pairs: Sequence[Pair]) -> tuple[list[int], int, list[int], int, list[int]]:
    unit_x = math.lcm(*{x.denominator for x, _y, _count in pairs})
    unit_y = math.lcm(*{y.denominator for _x, y, _count in pairs})
    xs = [x.numerator * (unit_x // x.denominator) for x, _y, _count in pairs]
    ys = [y.numerator * (unit_y // y.denominator) for _x, y, _count in pairs]
    return xs, unit_x, ys, unit_y, [count for _x, _y, count in pairs]
