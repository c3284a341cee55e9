"""From a share of the mark to a verdict, and how the marks of several attempts become one grade."""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction


class Verdict(StrEnum):
    """What the outcome page says first."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    UNKNOWN = "unknown"
    """The student said not to know."""


class GradeRule(StrEnum):
    """Which of a student's attempts counts."""

    BEST = "best"
    LAST = "last"
    FIRST = "first"
    AVERAGE = "average"


def verdict_of(fraction: Fraction | float) -> Verdict:
    """Right at the full mark, wrong at nothing or less, else partly right."""
    if fraction >= 1:
        return Verdict.RIGHT
    return Verdict.PARTLY if fraction > 0 else Verdict.WRONG


def grade(shares: Sequence[Fraction], rule: GradeRule) -> Fraction | None:
    """The share of the maximum that counts, from the attempts in the order they were handed in."""
    if not shares:
        return None
    match rule:
        case GradeRule.BEST:
            return max(shares)
        case GradeRule.LAST:
            return shares[-1]
        case GradeRule.FIRST:
            return shares[0]
        case GradeRule.AVERAGE:
            return sum(shares, Fraction(0)) / len(shares)
