"""Quizzes whose truth is known, to try the flags of the item analysis on: sound, idle and miskeyed questions."""

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.analysis.figures import Cell
from quizapp.core.analysis.options import Offered
from quizapp.core.analysis.report import FLAGS, Question, read_question

KEY, DISTRACTORS = "k", ("a", "b", "c")
QUESTIONS, STUDENTS = 20, 100


@dataclass(frozen=True, slots=True)
class Truth:
    """A question with four options: how far ability decides, how hard it is, what guessing earns, and which option the
    teacher marked as right."""

    slope: float
    place: float
    marked: str = KEY

    def chosen(self, ability: float, chance: random.Random) -> str:
        """What a student of this ability chooses: three-parameter logistic, guessing at 0.2."""
        knows = 0.2 + 0.8 / (1 + math.exp(-self.slope * (ability - self.place)))
        return KEY if chance.random() < knows else chance.choice(DISTRACTORS)


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of 1: sound and idle questions that were flagged, and miskeyed ones that were found."""

    runs: int
    false: float
    idle: float
    found: float


def sound(chance: random.Random) -> Truth:
    """A question as teachers write them."""
    return Truth(chance.uniform(0.8, 2.0), chance.gauss(-0.4, 0.8))


def questions(truths: Sequence[Truth], students: int, chance: random.Random) -> list[Question]:
    """The first attempts of simulated students."""
    sheets = []
    for _student in range(students):
        ability = chance.gauss(0, 1)
        sheets.append([truth.chosen(ability, chance) for truth in truths])
    totals = [sum(said == truth.marked for said, truth in zip(sheet, truths, strict=True)) for sheet in sheets]
    offered = [[Offered(each, each == truth.marked) for each in (KEY, *DISTRACTORS)] for truth in truths]
    made = []
    for place, truth in enumerate(truths):
        alike = Counter((sheet[place], total) for sheet, total in zip(sheets, totals, strict=True))
        cells = [
            Cell(
                Fraction(said == truth.marked),
                Fraction(1),
                Fraction(total),
                Fraction(len(truths)),
                0,
                frozenset({said}),
                count,
            )
            for (said, total), count in alike.items()
        ]
        made.append(Question(cells, offered[place]))
    return made


def flagged(question: Question) -> bool:
    """Whether the analysis says that the question is at fault."""
    return read_question(question).finding in FLAGS


def figures(runs: int = 600, seed: int = 20261126) -> Figures:
    """Over quizzes of sound questions but for the first, which measures nothing, and the second, which is miskeyed."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    false = idle = found = 0
    for _run in range(runs):
        good = [sound(chance) for _place in range(QUESTIONS - 2)]
        wrong = sound(chance)
        truths = [Truth(0.0, 0.0), Truth(wrong.slope, wrong.place, DISTRACTORS[0]), *good]
        first, second, *rest = questions(truths, STUDENTS, chance)
        idle, found = idle + flagged(first), found + flagged(second)
        false += sum(map(flagged, rest))
    return Figures(runs, false / (runs * (QUESTIONS - 2)), idle / runs, found / runs)
