"""How many independent origins say the same: a story that an agency sent to ten newspapers is one."""

from dataclasses import dataclass

from quizapp.core.agencies import agency_of
from quizapp.core.banks import UNKNOWN
from quizapp.core.items import Corroboration, Stance
from quizapp.core.text import Match, fold

_LOOSE = Match(accents=False)
MANY = 3


@dataclass(frozen=True, slots=True)
class Backing:
    """Independent origins, folded, on each side; the item's own article is among those that support it."""

    supports: frozenset[str]
    disputes: frozenset[str]

    @property
    def badge(self) -> str:
        """`1`, `2`, `3+`; empty where no origin is known."""
        count = len(self.supports)
        return f"{MANY}+" if count >= MANY else str(count) if count else ""


def origin_key(origin: str) -> str:
    """An origin as it is compared: «ANSA», «agenzia Ansa», «ansa.it» and «Il Mattino (ANSA)» are one; empty where it is
    not known."""
    agency = agency_of(origin)
    if agency is not None:
        return agency
    key = " ".join(fold(origin, _LOOSE).split())
    return "" if key == UNKNOWN else key


def backing(own: str | None, further: tuple[Corroboration, ...]) -> Backing:
    """The independent origins of an answer; one that is not known cannot be told from the others, so it counts not.

    An article whose own origin is unknown is still one voice while no other is known.
    """
    sides = {stance: {origin_key(each.origin) for each in further if each.stance is stance} for stance in Stance}
    supports = {origin_key(own) if own else "", *sides[Stance.SUPPORTS]} - {""}
    if not supports and own is not None:
        supports = {UNKNOWN}
    return Backing(frozenset(supports), frozenset(sides[Stance.DISPUTES] - {""}))
