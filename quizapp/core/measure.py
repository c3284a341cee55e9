"""What a student's answers say of how they read and of how well they know what they know; nothing under ten answers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quizapp.core.items import Item
from quizapp.core.kinds import Kind
from quizapp.core.responses import Chosen, Placed, Response
from quizapp.core.scoring import Certainty
from quizapp.core.types import ChoiceBody, ClassifyBody

LEAST = 10
"""Answers from which on something is said."""
BANDS = {
    Certainty.LOW: (Fraction(0), Fraction(2, 3)),
    Certainty.MIDDLE: (Fraction(2, 3), Fraction(4, 5)),
    Certainty.HIGH: (Fraction(4, 5), Fraction(1)),
}
"""The shares of right answers for which each certainty earns most (formula 9)."""
Judged = tuple[Kind, Kind]
"""The kind of a sentence, and the kind that it was taken for."""


@dataclass(frozen=True, slots=True)
class KindReading:
    """How the sentences of a kind are taken; `taken_for` is what they are most often mistaken for, `times` how often.

    `missing` is how many answers it still takes to say so, 0 where there are enough.
    """

    kind: Kind
    n: int
    right: int
    missing: int
    taken_for: Kind | None
    times: int


class Sense(StrEnum):
    """How often somebody is right beside how sure they say to be."""

    LESS = "less"
    AS = "as"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Calibration:
    """The answers of one certainty; `sense` is None under ten, where `missing` says how many it still takes."""

    certainty: Certainty
    right: int
    n: int
    missing: int
    sense: Sense | None

    @property
    def share(self) -> Fraction:
        """Right answers out of all, 0 without any."""
        return Fraction(self.right, self.n or 1)


def kinds_judged(item: Item, response: Response | None) -> list[Judged]:
    """The kinds that a response gives to the sentences of an item that asks for them."""
    body = item.body
    if isinstance(body, ClassifyBody) and isinstance(response, Placed):
        pairs = ((body.home(each).kind, body.placed(each, response)) for each in body.statements)
        return [(kind, placed.kind) for kind, placed in pairs if kind and placed and placed.kind]
    if isinstance(body, ChoiceBody) and isinstance(response, Chosen):
        key = next((option.kind for option in body.options if option.is_key), None)
        said = body.option(response.entry).kind
        return [(key, said)] if key and said else []
    return []


def read_kinds(judged: Mapping[Judged, int]) -> list[KindReading]:
    """How each kind is taken, from counted judgements; of two mistakes as frequent the first in the order of kinds."""
    return [_read_kind(kind, Counter({said: judged.get((kind, said), 0) for said in Kind})) for kind in Kind]


def _read_kind(kind: Kind, said: Mapping[Kind, int]) -> KindReading:
    n = sum(said.values())
    worst = max((each for each in Kind if each is not kind), key=lambda each: said[each])
    enough = n >= LEAST and said[worst] > 0
    return KindReading(kind, n, said[kind], max(LEAST - n, 0), worst if enough else None, said[worst] if enough else 0)


def calibration(found: Iterable[tuple[Certainty, int, int]]) -> list[Calibration]:
    """From certainty, right answers and all answers: what each certainty was worth, the surest first."""
    return [_calibrated(*each) for each in sorted(found, reverse=True)]


def _calibrated(certainty: Certainty, right: int, n: int) -> Calibration:
    low, high = BANDS[certainty]
    share = Fraction(right, n) if n else Fraction(0)
    sense = Sense.LESS if share < low else Sense.MORE if share > high else Sense.AS
    return Calibration(certainty, right, n, max(LEAST - n, 0), sense if n >= LEAST else None)
