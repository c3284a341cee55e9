"""Who chose which option: the table of distractors (formula 6)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.core.analysis.figures import LEAST, Cell, answers
from quizapp.core.analysis.moments import moments
from quizapp.core.analysis.testing import fisher, surely_above

_FUNCTIONS_FROM = Fraction(5, 100)


@dataclass(frozen=True, slots=True)
class Offered:
    """An option: its id, and whether it is a key."""

    id: str
    is_key: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """How often an option was chosen, by everybody and in the two groups (shares of 1); `strong`: more by those who do
    well elsewhere, tested; `idle`: a distractor that fewer than 5 % choose."""

    id: str
    is_key: bool
    count: int
    share: float
    upper: float
    lower: float
    idle: bool
    strong: bool


def options_table(offered: Sequence[Offered], cells: Sequence[Cell], chance: float) -> list[Chosen]:
    """Every option in its order. `chance`: how often at most some distractor of a question may be called «chosen by the
    strong» though choosing it has nothing to do with the rest of the quiz; shared among the distractors."""
    n = answers(cells)
    wrong = sum(not each.is_key for each in offered) or 1
    return [_chosen(each, cells, n, chance / wrong) for each in offered]


def _chosen(option: Offered, cells: Sequence[Cell], n: int, chance: float) -> Chosen:
    mine = [cell for cell in cells if cell.chosen is not None and option.id in cell.chosen]
    count = answers(mine)
    pairs = [(Fraction(cell.chosen is not None and option.id in cell.chosen), cell.rest, cell.count) for cell in cells]
    tested = not option.is_key and n >= LEAST
    r = moments(pairs).correlation if tested else None
    return Chosen(
        option.id,
        option.is_key,
        count,
        count / n if n else 0.0,
        _share(mine, cells, 1),
        _share(mine, cells, -1),
        tested and Fraction(count, n) < _FUNCTIONS_FROM,
        r is not None and surely_above(fisher(r), 1 / math.sqrt(n - 3), chance),
    )


def _share(mine: Sequence[Cell], cells: Sequence[Cell], standing: int) -> float:
    whole = answers([cell for cell in cells if cell.standing == standing])
    return answers([cell for cell in mine if cell.standing == standing]) / whole if whole else 0.0
