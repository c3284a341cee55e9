"""Marks out of ten, as Italian schools give them: exact reckoning from a share of the maximum."""

from dataclasses import dataclass
from fractions import Fraction

PASS, FULL = 6, 10
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Scale:
    """`passes`: the share that earns a 6, above 0 and below 1; `lowest`: the mark for nothing, 0 to 5; `steps`: how
    many marks there are to a whole one, 1, 2 or 4."""

    passes: Fraction = Fraction(6, 10)
    lowest: int = 2
    steps: int = 2


def mark_of(share: Fraction, scale: Scale) -> Fraction:
    """The mark for a share of the maximum; below 0 it counts as 0, above 1 as 1.

    One straight line from `lowest` to 6 at the share that passes, another from there to 10; rounded to the nearest
    step, half up, but never up to a 6 from below the share that passes.
    """
    held = min(max(share, Fraction(0)), Fraction(1))
    if held < scale.passes:
        exact = scale.lowest + (PASS - scale.lowest) * held / scale.passes
        return min(_rounded(exact, scale.steps), PASS - Fraction(1, scale.steps))
    return _rounded(PASS + (FULL - PASS) * (held - scale.passes) / (1 - scale.passes), scale.steps)


def _rounded(mark: Fraction, steps: int) -> Fraction:
    return Fraction((mark * steps + _HALF) // 1, steps)


def written(mark: Fraction) -> str:
    """«7», «7½», «7¼», «7¾»."""
    whole = mark // 1
    return f"{whole}{_QUARTERS[(mark - whole) * 4]}"


_QUARTERS = {Fraction(0): "", Fraction(1): "¼", Fraction(2): "½", Fraction(3): "¾"}
