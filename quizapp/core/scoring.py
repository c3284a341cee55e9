"""What an answer earns under the options of an assignment: certainty, or a cost for what is wrong."""

from enum import IntEnum, StrEnum
from fractions import Fraction

_ONE_OF = frozenset({"choice", "true_false"})
"""The types of item in which one entry is chosen: only there a wrong answer can cost something."""


class Scoring(StrEnum):
    """How the answers of an assignment earn their marks; what is none of these would break what is stored."""

    PLAIN = "plain"
    CERTAINTY = "certainty"
    CHANCE = "chance"
    """A wrong choice out of n costs 1/(n − 1) of the mark: blind guessing earns nothing on the average."""
    QUARTER = "1/4"
    THIRD = "1/3"
    HALF = "1/2"


class Certainty(IntEnum):
    """How sure a student says to be of an answer."""

    LOW = 1
    MIDDLE = 2
    HIGH = 3


RIGHT = {Certainty.LOW: Fraction(1, 3), Certainty.MIDDLE: Fraction(2, 3), Certainty.HIGH: Fraction(1)}
WRONG = {Certainty.LOW: Fraction(0), Certainty.MIDDLE: Fraction(-2, 3), Certainty.HIGH: Fraction(-2)}


def earned(
    fraction: Fraction, scoring: Scoring, *, certainty: Certainty | None = None, type_: str = "", size: int = 0
) -> Fraction:
    """The share of the maximum that an answer earns, from -2 to 1.

    `fraction` is the item's own mark of it, from -1 to 1. Certainty as Moodle's CBM with its marks over 3: right earns
    1/3, 2/3 or 1, partly right that much of it, wrong 0, -2/3 or -2; without a certainty the item's own mark stands.
    Otherwise a wrong answer of a `type_` in which one of `size` entries is chosen loses its cost, or what the item
    itself takes off where that is more.
    """
    if scoring is Scoring.CERTAINTY and certainty is not None:
        return fraction * RIGHT[certainty] if fraction > 0 else WRONG[certainty]
    return min(fraction, -cost_of(scoring, type_, size)) if fraction <= 0 else fraction


def cost_of(scoring: Scoring, type_: str, size: int) -> Fraction:
    """The share of the mark that a wrong answer costs."""
    if type_ not in _ONE_OF or scoring in {Scoring.PLAIN, Scoring.CERTAINTY}:
        return Fraction(0)
    if scoring is Scoring.CHANCE:
        return Fraction(1, size - 1) if size > 1 else Fraction(0)
    return Fraction(scoring.value)


def total(marks: Fraction, scoring: Scoring) -> Fraction:
    """The mark of a finished attempt from the sum of its outcomes: costs of wrong answers never take it below zero."""
    return marks if scoring in {Scoring.PLAIN, Scoring.CERTAINTY} else max(marks, Fraction(0))
