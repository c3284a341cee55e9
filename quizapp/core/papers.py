"""Laying out one sitting of a quiz: fixed questions, and others drawn from pools by a seed."""

import random
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

Pair = tuple[int, int]
_STEPS = 5000
"""Choices tried before a draw without conflicts is given up."""


class ShortPoolError(Exception):
    """The pools together hold fewer different questions than the quiz draws from them."""


def draw(
    places: Sequence[int | Sequence[int]], conflicts: Iterable[Pair], seed: str, seen: Collection[int] = frozenset()
) -> tuple[int, ...]:
    """One question for each place: the id itself, or one out of the pool that stands there.

    The same seed gives the same questions; no question comes twice; two that conflict do not meet where that can
    be had within a bounded search, and otherwise as few as a greedy choice finds. What was `seen` is drawn after what
    was not, but before two that conflict. Raises ShortPoolError.
    """
    chance = random.Random(f"paper|{seed}")  # noqa: S311 - reproducible by design, no secret
    fixed = {place: each for place, each in enumerate(places) if isinstance(each, int)}
    pools = {place: list(each) for place, each in enumerate(places) if not isinstance(each, int)}
    against = _neighbours(conflicts)
    taken = set(fixed.values())
    free = {
        place: sorted(_shuffled(pool, taken, chance), key=lambda each: each in seen) for place, pool in pools.items()
    }
    apart = {place: [each for each in pool if not against[each] & taken] for place, pool in free.items()}
    unseen = {place: [each for each in pool if each not in seen] for place, pool in apart.items()}
    chosen = _apart(unseen, against) or _apart(apart, against) or _distinct(free, against, taken)
    return tuple({**fixed, **chosen}[place] for place in range(len(places)))


def enough(places: Sequence[int | Sequence[int]]) -> bool:
    """Whether every place can have a question of its own."""
    taken = {each for each in places if isinstance(each, int)}
    pools = enumerate(each for each in places if not isinstance(each, int))
    try:
        _distinct({place: [each for each in pool if each not in taken] for place, pool in pools}, {}, taken)
    except ShortPoolError:
        return False
    return True


def fitting(places: Sequence[tuple[int, int | Sequence[int]]]) -> list[tuple[int, int | Sequence[int]]]:
    """Of numbered places those that can each have a question of their own: all where that can be, else draws that
    find nothing left are given up, the last ones first."""
    if enough([place for _number, place in places]):
        return list(places)
    chosen = [each for each in places if isinstance(each[1], int)]
    for each in places:
        if not isinstance(each[1], int) and enough([place for _number, place in [*chosen, each]]):
            chosen.append(each)
    return sorted(chosen, key=lambda each: each[0])


def _shuffled(pool: Iterable[int], taken: set[int], chance: random.Random) -> list[int]:
    left = [each for each in dict.fromkeys(pool) if each not in taken]
    chance.shuffle(left)
    return left


def _neighbours(conflicts: Iterable[Pair]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in conflicts:
        found[one].add(other)
        found[other].add(one)
    return found


def _apart(free: Mapping[int, list[int]], against: Mapping[int, set[int]]) -> dict[int, int] | None:
    """A choice in which nothing conflicts, by backtracking from the tightest place on; None where none is found."""
    chosen: dict[int, int] = {}
    blocked: dict[int, int] = defaultdict(int)
    steps = _STEPS

    def hold(each: int, by: int) -> None:
        for other in (each, *against.get(each, ())):
            blocked[other] += by

    def place_next() -> bool:
        nonlocal steps
        open_ = {place: [e for e in pool if not blocked[e]] for place, pool in free.items() if place not in chosen}
        if not open_:
            return True
        place, candidates = min(open_.items(), key=lambda entry: (len(entry[1]), entry[0]))
        for each in candidates:
            if steps == 0:
                return False
            steps -= 1
            chosen[place] = each
            hold(each, 1)
            if place_next():
                return True
            hold(each, -1)
            del chosen[place]
        return False

    return chosen if place_next() else None


def _distinct(free: Mapping[int, list[int]], against: Mapping[int, set[int]], taken: set[int]) -> dict[int, int]:
    """Different questions all the same, as far apart as one look ahead allows."""
    owner: dict[int, int] = {}

    def give(place: int, seen: set[int]) -> bool:
        met = taken | owner.keys()
        for each in sorted(free[place], key=lambda one: (one in owner, len(against.get(one, set()) & met))):
            if each in seen:
                continue
            seen.add(each)
            if each not in owner or give(owner[each], seen):
                owner[each] = place
                return True
        return False

    if not all(give(place, set()) for place in sorted(free)):
        raise ShortPoolError
    return {place: each for each, place in owner.items()}
