"""Shares of the mark as Moodle knows them: «33.33333» is a third, and «33» is none."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

_WRITTEN = "1 9/10 5/6 4/5 3/4 7/10 2/3 3/5 1/2 2/5 1/3 3/10 1/4 1/5 1/6 1/7 1/8 1/9 1/10 1/20 0"
_GRADES = tuple(map(Fraction, _WRITTEN.split()))
_SLACK = Fraction(2, 100_000)
LIKE_A_WEIGHT = re.compile(r"%[^%\s]{0,9}[0-9][^%\s]{0,9}%")
"""What begins an answer like a weight, and is left in its text where it is none: `%50,5%`, `%1/3%`."""


def share_of(percent: str) -> Fraction | None:
    """The share that a percentage stands for; None for one that Moodle refuses."""
    try:
        value = Fraction(Decimal(percent.strip().replace(",", "."))) / 100
    except (InvalidOperation, ValueError, OverflowError):
        return None
    near = min(_GRADES, key=lambda grade: abs(abs(value) - grade))
    if abs(abs(value) - near) > _SLACK:
        return None
    return -near if value < 0 else near


def percent_of(share: Fraction) -> str:
    """A share as Moodle writes it: at most five decimals of a percentage."""
    value = round(float(share * 100), 5)
    return f"{value:g}" if value == int(value) else f"{value:.5f}".rstrip("0")


def is_grade(share: Fraction) -> bool:
    """Whether Moodle has this share."""
    return abs(share) in _GRADES
