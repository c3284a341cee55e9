"""Who chose which option: the table of distractors (formula 6)."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import compress

from quizapp.core.analysis.figures import LEAST, Cell, Counted, counted
from quizapp.core.analysis.moments import Column, moments_of
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
    met = counted(cells)
    groups = {standing: _count(met, [cell.standing == standing for cell in met]) for standing in (1, -1)}
    wrong = sum(not each.is_key for each in offered) or 1
    return [_chosen(each, met, groups, chance / wrong) for each in offered]


def _chosen(option: Offered, cells: Counted, groups: Mapping[int, int], chance: float) -> Chosen:
    mine = [cell.chosen is not None and option.id in cell.chosen for cell in cells]
    n, count = cells.n, _count(cells, mine)
    upper, lower = (
        _count(cells, [chose and cell.standing == standing for chose, cell in zip(mine, cells, strict=True)])
        for standing in (1, -1)
    )
    tested = not option.is_key and n >= LEAST
    r = moments_of(Column(mine, 1), cells.rests, cells.counts).correlation if tested else None
    return Chosen(
        option.id,
        option.is_key,
        count,
        count / n if n else 0.0,
        upper / groups[1] if groups[1] else 0.0,
        lower / groups[-1] if groups[-1] else 0.0,
        tested and Fraction(count, n) < _FUNCTIONS_FROM,
        r is not None and surely_above(fisher(r), 1 / math.sqrt(n - 3), chance),
    )


def _count(cells: Counted, which: Iterable[bool]) -> int:
    return sum(compress(cells.counts, which))
