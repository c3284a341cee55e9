"""What a question brought from elsewhere does not say: when its answer held, if it can go stale, where to read it."""

import datetime
from dataclasses import dataclass, replace

from quizapp.core.dating import YEAR
from quizapp.core.items import Item, Source
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.problems import Problem
from quizapp.core.shelf_life import kept_up

UNSAID = frozenset({"as-of-missing", "timing-missing", "review-by-missing", "sources-missing"})
"""The verifier's codes for it."""
UNSOURCED = "sources-missing"


@dataclass(frozen=True, slots=True)
class Said:
    """What a teacher says of many questions at once; those that say it themselves keep what they say."""

    as_of: datetime.date
    source: Source


def unsaid(problems: tuple[Problem, ...]) -> frozenset[str]:
    """Which of it is missing."""
    return frozenset(each.code for each in problems) & UNSAID


def completed(item: Item, missing: frozenset[str], said: Said, today: datetime.date) -> Item:
    """The question, active, with what was missing; one that names no year is to be looked at again, by a day proposed
    from what it is about."""
    timing = item.timing or (Timing.DATED if YEAR.search(item.stem) else Timing.CURRENT)
    sources = (said.source,) if UNSOURCED in missing else item.sources
    whole = replace(item, status=Status.READY, as_of=item.as_of or said.as_of, timing=timing, sources=sources)
    return kept_up(whole, today)
