"""How far a whole quiz can be trusted: alpha (KR-20 on marks of 0 and 1) and the standard error (formula 5)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.analysis.figures import Cell, counted


@dataclass(frozen=True, slots=True)
class Reliability:
    """`alpha` at most 1; spread of the totals and standard error in marks. `binary`: alpha is KR-20."""

    alpha: float
    spread: float
    error: float
    binary: bool


def reliability(questions: Sequence[Sequence[Cell]]) -> Reliability | None:
    """Of questions that the same attempts met; None under three attempts or two questions, where the totals do not
    vary, or where not everybody met the same questions."""
    met = [counted(cells) for cells in questions]
    sizes = {cells.n for cells in met}
    if len(questions) < 2 or len(sizes) != 1 or sizes.pop() < 3:
        return None
    own = [cells.against_total for cells in met]
    total = own[0].var_y
    if not total or any(each.var_y != total for each in own):
        return None
    count = len(questions)
    alpha = Fraction(count, count - 1) * (1 - sum((each.var_x for each in own), Fraction(0)) / total)
    spread = math.sqrt(total)
    binary = all(cells.marks.unit == 1 and {0, 1}.issuperset(cells.marks.values) for cells in met)
    return Reliability(float(alpha), spread, spread * math.sqrt(1 - alpha), binary)
