"""What is said of each question and of the quiz: figures where there are enough answers, else the reason why not."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction

from quizapp.core.analysis import figures
from quizapp.core.analysis.figures import LEAST, Cell, Counted, counted
from quizapp.core.analysis.options import Chosen, Offered, options_table
from quizapp.core.analysis.reliability import Reliability, reliability
from quizapp.core.analysis.testing import fisher, surely_above

_CHANCE = 0.02
"""Of each of the two tests on a question; together under 5 % false flags where nothing is wrong."""
_HARD, _EASY = Fraction(3, 10), Fraction(9, 10)


class Finding(StrEnum):
    """The one thing to say of a question, the gravest first."""

    KEY_IN_DOUBT = "key in doubt"
    AGAINST = "against"
    ALL_WRONG = "all wrong"
    HARD = "hard"
    ALL_RIGHT = "all right"
    EASY = "easy"
    NO_VARIANCE = "no variance"
    FINE = "fine"
    WITHDRAWN = "withdrawn"
    TOO_FEW = "too few"
    ONE = "one"
    NO_ANSWERS = "no answers"


FLAGS = frozenset({Finding.KEY_IN_DOUBT, Finding.AGAINST})
"""What says that the question itself is at fault."""
_ORDER = {finding: place for place, finding in enumerate(Finding)}


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the quiz asks it: the attempts that met it, and its options where it has any."""

    cells: Sequence[Cell]
    offered: Sequence[Offered] = ()
    fractions: Sequence[Fraction] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of a question; shares and correlations of 1. All but `facility` are None under ten answers."""

    finding: Finding
    n: int
    facility: float | None = None
    discrimination: float | None = None
    interval: tuple[float, float] | None = None
    efficiency: float | None = None
    upper_lower: float | None = None
    guess: float | None = None
    weight: float | None = None
    options: Sequence[Chosen] = field(default_factory=tuple)

    @property
    def gravity(self) -> tuple[int, float]:
        """Sorts the worst question first."""
        return _ORDER[self.finding], 1.0 if self.facility is None else self.facility


@dataclass(frozen=True, slots=True)
class QuizReading:
    """Every question's reading in the order of the questions, and the quiz's reliability where it can be said."""

    questions: Sequence[Reading]
    n: int
    reliability: Reliability | None


def read_quiz(questions: Sequence[Question], n: int) -> QuizReading:
    """The readings of a quiz over `n` first attempts."""
    met = [counted(question.cells) for question in questions]
    same = all(figures.answers(cells) == n for cells in met)
    weighed = figures.weights(met) if same else [None] * len(met)
    readings = [
        read_question(replace(question, cells=cells), weight)
        for question, cells, weight in zip(questions, met, weighed, strict=True)
    ]
    return QuizReading(readings, n, reliability(met) if same and n >= LEAST else None)


def read_question(question: Question, weight: float | None = None) -> Reading:
    """The reading of one question."""
    cells = counted(question.cells)
    n, easy = cells.n, figures.facility(cells)
    if easy is None:
        return Reading(Finding.NO_ANSWERS, 0)
    if all(not cell.maximum for cell in cells):
        return Reading(Finding.WITHDRAWN, n)
    if n < LEAST:
        return Reading(Finding.ONE if n == 1 else Finding.TOO_FEW, n, float(easy))
    r, chance = figures.discrimination(cells), figures.guess(question.fractions)
    table = options_table(question.offered, cells, _CHANCE)
    return Reading(
        _finding(cells, n, easy, r, table),
        n,
        float(easy),
        r,
        None if r is None else figures.interval(r, n),
        figures.efficiency(cells),
        figures.upper_lower(cells),
        None if chance is None else float(chance),
        weight,
        tuple(table),
    )


def _finding(cells: Counted, n: int, easy: Fraction, r: float | None, table: Sequence[Chosen]) -> Finding:
    if any(each.strong for each in table):
        return Finding.KEY_IN_DOUBT
    shares = set(cells.shares.values)
    if shares == {cells.shares.unit}:
        return Finding.ALL_RIGHT
    if max(shares) <= 0:
        return Finding.ALL_WRONG
    if r is not None and surely_above(-fisher(r), 1 / math.sqrt(n - 3), _CHANCE):
        return Finding.AGAINST
    return _by_facility(cells, n, easy) or (Finding.NO_VARIANCE if r is None else Finding.FINE)


def _by_facility(cells: Counted, n: int, easy: Fraction) -> Finding | None:
    """Hard or easy beyond chance: the mean share against the threshold, at 5 %."""
    error = math.sqrt(cells.against_rest.var_x / n)
    if error and surely_above(float(_HARD - easy), error, 0.05):
        return Finding.HARD
    return Finding.EASY if error and surely_above(float(easy - _EASY), error, 0.05) else None
