"""Which families of drafts come first in an installation: the engine's order, bent by what its teachers accept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from quizapp.extraction.assembly import PRIOR

_WEIGHT = 12
"""How many decisions the engine's prior is worth."""
_EDITED = 0.5
ENOUGH, _SURE = 30, 0.9
"""How many decisions on a family say whether it is sure, and what share of them must be acceptances without an edit."""
_HIGHEST = 2.0
"""The prior that would mean certainty."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was decided on the drafts of one family; an accepted draft that was edited first counts as edited."""

    accepted: int = 0
    edited: int = 0
    rejected: int = 0

    @property
    def decided(self) -> int:
        """How many decisions stand behind it."""
        return self.accepted + self.edited + self.rejected


class Scored(Protocol):
    """A draft of the engine."""

    family: str
    drawer: str
    sound: bool
    score: float


S = TypeVar("S", bound=Scored)


def prior(family: str) -> float:
    """The share of accepted drafts that the engine expects of a family, between 0 and 1."""
    return PRIOR.get(family, 1.0) / _HIGHEST


def rate(family: str, tally: Tally) -> float:
    """The share of accepted drafts, smoothed by the prior; without decisions the prior itself."""
    good = tally.accepted + _EDITED * tally.edited
    return (good + _WEIGHT * prior(family)) / (tally.decided + _WEIGHT)


def drawer_here(draft: Scored, tallies: Mapping[str, Tally]) -> str:
    """The drawer of a draft in an installation: a sound one is `ready` where its teachers took nine of ten of its
    family as they were, of thirty decided on or more, and `check` where they took fewer; until then the engine's."""
    tally = tallies.get(draft.family, Tally())
    if not draft.sound or tally.decided < ENOUGH:
        return draft.drawer
    return "ready" if tally.accepted >= _SURE * tally.decided else "check"


def ordered(drafts: Sequence[S], tallies: Mapping[str, Tally]) -> list[S]:
    """Ready ones first, then sound ones, each by the engine's score times how much better the family does here."""

    def place(draft: S) -> tuple[bool, bool, float]:
        better = rate(draft.family, tallies.get(draft.family, Tally())) / prior(draft.family)
        return drawer_here(draft, tallies) != "ready", not draft.sound, -draft.score * better

    return sorted(drafts, key=place)
