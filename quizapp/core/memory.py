"""What a student remembers of an item, from the answers given to it: FSRS-6 (formula 10), and what comes today.

Days are those of the student's own clock; nothing is drawn by chance, so the same answers lead to the same dates.
"""

import datetime
import heapq
import random
from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler, State

from quizapp.core.scoring import Certainty

DAILY = 15
"""Items that one day asks for, however many wait."""
_SECONDS = 30
"""About how long an answer and its explanation take."""
_HALF = 0.5
_scheduler = Scheduler(desired_retention=0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
_START = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)

Days = list[tuple[datetime.date, list[int]]]


class Review(NamedTuple):
    """How well an item was known on a day."""

    day: datetime.date
    rating: Rating


class Memory(NamedTuple):
    """What is left of an item: stability in days, difficulty from 1 to 10, the last day it was asked, the next one."""

    stability: float
    difficulty: float
    last: datetime.date
    due: datetime.date

    @property
    def interval(self) -> int:
        """Days from the last time to the next, at least 1."""
        return (self.due - self.last).days


def rating_of(
    fraction: float | None, *, unknown: bool = False, certainty: Certainty | None = None, helped: bool = False
) -> Rating:
    """The rating of an answer: `fraction` of the mark from -1 to 1, None for a blank; `helped` by a hint or a retry.

    A failure is Again and never Hard, which counts as recall; Easy is never given.
    """
    if fraction is None or unknown or fraction < _HALF:
        return Rating.Again
    unsure = helped or certainty is Certainty.LOW
    return Rating.Hard if fraction < 1 or unsure else Rating.Good


def daily(answers: Iterable[tuple[datetime.datetime, Rating]], zone: datetime.tzinfo) -> list[Review]:
    """One review for each day on which an item was answered: that day's first answer, which no explanation helped."""
    every = sorted(answers, key=_moment_of)
    if len(every) == 1:
        return [Review(every[0][0].astimezone(zone).date(), every[0][1])]
    found: dict[datetime.date, Rating] = {}
    for at, rating in every:
        found.setdefault(at.astimezone(zone).date(), rating)
    return [Review(day, rating) for day, rating in sorted(found.items())]


_moment_of = itemgetter(0)


def remembered(reviews: Iterable[Review]) -> Memory | None:
    """What is left after reviews of different days, in their order; None without any."""
    memory: Memory | None = None
    for review in reviews:
        memory = _first(review) if memory is None else _again(memory, review)
    return memory


@lru_cache(maxsize=4096)
def _first(review: Review) -> Memory:
    """After the first review; most items of a long history have no other, and many of one day share theirs."""
    return _memory(review, _after(None, review.rating))


def _again(memory: Memory, review: Review) -> Memory:
    known = (memory.stability, memory.difficulty, (review.day - memory.last).days)
    return _memory(review, _after(known, review.rating))


def _memory(review: Review, after: tuple[float, float, int]) -> Memory:
    stability, difficulty, interval = after
    return Memory(stability, difficulty, review.day, review.day + datetime.timedelta(days=interval))


def retrievability(memory: Memory, day: datetime.date) -> float:
    """How likely the item is still known on a day, from 0 to 1."""
    card = Card(0, State.Review, None, memory.stability, memory.difficulty, _START, _START)
    return _scheduler.get_card_retrievability(card, _START + (day - memory.last))


def spread(memories: Mapping[int, Memory], today: datetime.date, *, done: int = 0, days: int = 7) -> Days:
    """The items of today and the days after it, by id: at most `DAILY` a day, `done` of them today already.

    What finds no room goes on to the next day. The likeliest to be forgotten comes first, ties by id.
    """
    end = today + datetime.timedelta(days=days)
    left = [
        (memory.due.toordinal(), memory.last.toordinal(), memory.stability, each)
        for each, memory in memories.items()
        if memory.due < end
    ]
    found, given = [], set[int]()
    for ahead in range(days):
        day = today + datetime.timedelta(days=ahead)
        now, room = day.toordinal(), DAILY if ahead else max(DAILY - done, 0)
        due = [
            ((last - now) / stability, each) for on, last, stability, each in left if on <= now and each not in given
        ]
        chosen = [each for _worn_off, each in heapq.nsmallest(room, due)]
        found.append((day, chosen))
        given.update(chosen)
    return found


def portion(items: Iterable[int], memories: Mapping[int, Memory], today: datetime.date, seed: str) -> list[int]:
    """What to practise of some items, at most `DAILY`: those never met by lot, then those likeliest to be forgotten."""
    met = {item: memories.get(item) for item in items}
    fresh = [item for item, memory in met.items() if memory is None]
    random.Random(f"practice|{seed}").shuffle(fresh)  # noqa: S311 - reproducible by design, no secret
    known = sorted((_worn(memory, today), item) for item, memory in met.items() if memory is not None)
    return [*fresh, *(item for _worn_off, item in known)][:DAILY]


def minutes(count: int) -> int:
    """About how many minutes so many items take, rounded up."""
    return -(-count * _SECONDS // 60)


def _worn(memory: Memory, day: datetime.date) -> float:
    """In the order of `retrievability`, which falls with the days over the stability, and cheaper."""
    return (memory.last - day).days / memory.stability


@lru_cache(maxsize=65_536)
def _after(known: tuple[float, float, int] | None, rating: Rating) -> tuple[float, float, int]:
    """Stability, difficulty and next interval after a review; `known`: the former ones, and the days since."""
    if known is None:
        card, at = Card(0, due=_START), _START
    else:
        stability, difficulty, elapsed = known
        card, at = Card(0, State.Review, None, stability, difficulty, _START, _START), _START
        at += datetime.timedelta(days=elapsed)
    after, _log = _scheduler.review_card(card, rating, at)
    if after.stability is None or after.difficulty is None:  # pragma: no cover - a reviewed card has both
        raise ValueError("a card was reviewed and remembers nothing")
    return after.stability, after.difficulty, (after.due - at).days
