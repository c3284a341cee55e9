"""The marks out of ten of an assignment, for the register and for paper."""

from dataclasses import dataclass
from fractions import Fraction

from quizapp.classes.models import SchoolClass
from quizapp.core.tenths import PASS, Scale, mark_of
from quizapp.progress.queries import Line


@dataclass(frozen=True, slots=True)
class Marked:
    """One student with the mark; None where nothing was handed in."""

    line: Line
    mark: Fraction | None


def scale_of(school_class: SchoolClass | None) -> Scale:
    """The scale of a class; the usual one where students were named without a class."""
    if school_class is None:
        return Scale()
    return Scale(Fraction(school_class.mark_passes, 100), school_class.mark_lowest, school_class.mark_steps)


def set_scale(school_class: SchoolClass, passes: int, lowest: int, steps: int) -> None:
    """Reckon the marks of a class so from now on."""
    school_class.mark_passes, school_class.mark_lowest, school_class.mark_steps = passes, lowest, steps


def marked(lines: list[Line], scale: Scale) -> list[Marked]:
    """Every student's mark, in the order of the lines."""
    return [Marked(line, None if line.grade is None else mark_of(line.grade, scale)) for line in lines]


def mean_of(found: list[Marked]) -> Fraction | None:
    """The mean of the marks given."""
    marks = [each.mark for each in found if each.mark is not None]
    return sum(marks, Fraction(0)) / len(marks) if marks else None


def failing(found: list[Marked]) -> int:
    """How many have less than a 6."""
    return sum(each.mark is not None and each.mark < PASS for each in found)
