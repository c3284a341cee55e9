"""Which questions must not stand in one quiz: those that give each other away, or stand on the same fact."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from quizapp.core.finding import apart
from quizapp.core.items import Item
from quizapp.core.text import Match, fold
from quizapp.core.types import ChoiceBody, ClozeBody, NumberBody, TextBody

_SHORTEST = 3
"""A shorter answer stands in every other sentence and gives nothing away."""

COMMON = 0.25
"""The share of the other questions above which a key is a word of the subject."""
_WORDS = Match(punctuation=True, spaces=True)


@dataclass(frozen=True, slots=True)
class Clues:
    """What a question asks for, what it shows before the answer, the facts it stands on, and what it is about."""

    keys: tuple[str, ...]
    shows: str
    facts: frozenset[Hashable]
    subject: Hashable = None


def conflicting(one: Clues, other: Clues) -> bool:
    """Whether two questions stand on the same fact, or one shows what the other asks for."""
    return not one.facts.isdisjoint(other.facts) or gives_away(one, other) or gives_away(other, one)


def gives_away(one: Clues, other: Clues) -> bool:
    """Whether `one` shows a key of `other` as words of its own."""
    return any(shows(one, key) for key in other.keys)


def shows(one: Clues, key: str) -> bool:
    """Whether it shows a key as words of its own."""
    return key in one.shows and any(True for _start in apart(key, one.shows))


def clues(item: Item, article: int | None) -> Clues:
    """The clues of an item of this article; questions on different articles share no facts."""
    quotes = {span.quote for span in item.evidence[:1]}
    return Clues(
        keys=tuple(key for key in map(_folded, _keys(item)) if len(key) >= _SHORTEST),
        shows=_folded(
            " · ".join(map(item.plain, (item.stem, *(item.body.texts() if item.type != "true_false" else ()))))
        ),
        facts=frozenset((article, said) for said in (item.facts or quotes)),
        subject=article,
    )


def conflicts(found: Sequence[tuple[int, Clues]]) -> frozenset[tuple[int, int]]:
    """Every pair of ids, the smaller first, whose clues conflict.

    A key that more than `COMMON` of the other questions on its subject show, and more than two, is a word of the
    whole subject: it gives nothing away.
    """
    pairs = {pair for same in _by_fact(found).values() for pair in combinations(same, 2)}
    on_subject = Counter(mine.subject for _id, mine in found)
    for each, mine in found:
        common = max(2, COMMON * (on_subject[mine.subject] - 1))
        for key in mine.keys:
            told = [(other, theirs) for other, theirs in found if key in theirs.shows and theirs is not mine]
            told = [(other, theirs) for other, theirs in told if shows(theirs, key)]
            if sum(theirs.subject == mine.subject for _other, theirs in told) <= common:
                pairs |= {(each, other) for other, _theirs in told}
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _by_fact(found: Sequence[tuple[int, Clues]]) -> dict[Hashable, list[int]]:
    standing: dict[Hashable, list[int]] = {}
    for each, mine in found:
        for fact in mine.facts:
            standing.setdefault(fact, []).append(each)
    return standing


def _keys(item: Item) -> tuple[str, ...]:
    body = item.body
    if item.type == "true_false":
        return ()
    if isinstance(body, ChoiceBody):
        return () if any(option.kind for option in body.options) else body.keys()
    if isinstance(body, ClozeBody):
        return tuple(key for gap in body.gaps for key in gap.body.keys())  # noqa: SIM118 - ours
    return body.keys() if isinstance(body, TextBody | NumberBody) else ()


def _folded(text: str) -> str:
    return " ".join(fold(text, _WORDS).split())
