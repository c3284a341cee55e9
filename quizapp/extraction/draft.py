"""What the families make, and what they make it from."""

import datetime
import hashlib
import random
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from quizapp.core.items import Item
from quizapp.core.kinds import Kind
from quizapp.extraction.cues import Cues
from quizapp.extraction.entities import people_of
from quizapp.extraction.facts import Fact, key_facts, stems_of
from quizapp.extraction.patterns import said_in
from quizapp.extraction.phrases import Phrases

_RARE, _SHARED = 3, 2
_ELIDED = re.compile(
    r"\bdel (?=(?:8|11) (?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)\b)"
)
"""«del 8 luglio»: Italian writes «dell’8», «dell’11»."""
_GRAVE = 4
OPENING = 1
"""The place of the last sentence that opens an article."""
LIMIT = 0.75
"""From which sum of doubts on a draft is not sound."""
_LIMITS = {"true-false-lead": 2.0, "true-false-first": 2.0, "true-false-voiced": 0.5, "true-false-dated": 0.3}
"""Where another sum holds: the opening of an article explains itself better, the rest of it has to be above doubt."""
_EXCUSED = dict.fromkeys(
    ("true-false-voiced", "true-false-dated", "gap-typed-dated", "who-told", "kind-status"), frozenset({"not-central"})
)
"""Doubts that do not count: these families choose their sentences by other traits."""


_LASTING = frozenset(
    {
        "told",
        "first_said",
        "headed",
        "_seed",
        "ranked",
        "_alike",
        "_rare_stems",
        "_rare",
        "people",
        "grave",
        "_touching",
    }
)
"""What is found of an article whatever its sentences are put aside for."""


@dataclass(frozen=True)
class Context:
    """An article as the families see it; `facts` holds every sentence in order."""

    text: str
    shade: str
    title: str
    lang: str
    cues: Cues
    say: Phrases
    facts: tuple[Fact, ...]
    published: datetime.date | None
    subtitle: str = ""
    asked_of: frozenset[int] | None = None
    """The places of the sentences that questions are wanted on, where it is not all."""

    @cached_property
    def told(self) -> dict[Hashable, str]:
        """What was said of a sentence in explanations, by what it was said from."""
        return {}

    def loosened(self, facts: tuple[Fact, ...], asked_of: frozenset[int]) -> "Context":
        """The same article, its sentences put aside for other reasons and questions wanted on some of them; what was
        found of the article itself holds for it too."""
        other = replace(self, facts=facts, asked_of=asked_of)
        for name in _LASTING & self.__dict__.keys():
            other.__dict__[name] = self.__dict__[name]
        return other

    @cached_property
    def first_said(self) -> dict[str, int]:
        """Of each stem the place of the first sentence that has it."""
        found: dict[str, int] = {}
        for place, fact in enumerate(self.facts):
            for stem in fact.stems:
                found.setdefault(stem, place)
        return found

    @cached_property
    def headed(self) -> frozenset[str]:
        """The stems of title and subtitle."""
        return stems_of(f"{self.title} {self.subtitle}".replace("-", " "), self.cues)

    def chance(self, *key: object) -> random.Random:
        """A generator that depends on the article and the key alone."""
        seed = self._seed.copy()
        seed.update("".join(f"|{each}" for each in key).encode())
        return random.Random(seed.hexdigest())  # noqa: S311 - reproducible by design, no secret

    @cached_property
    def _seed(self) -> "hashlib._Hash":
        return hashlib.sha256(self.text.encode())

    @cached_property
    def ranked(self) -> list[float]:
        """The scores of all sentences, the highest first."""
        return sorted((fact.score for fact in self.facts), reverse=True)

    def same_things(self, one: Fact, other: Fact) -> bool:
        """Whether two sentences share two words that few sentences of the article have."""
        return one.sentence.index in self._like(other.sentence.index)

    def others_like(self, fact: Fact) -> Iterator[Fact]:
        """Every other sentence that shares two such words with this one."""
        place = fact.sentence.index
        return (self.facts[at] for at in sorted(self._like(place) - {place}))

    def _like(self, place: int) -> frozenset[int]:
        alike = self._alike.get(place)
        if alike is None:
            rare, mine = self._rare_stems, self._rare_stems[place]
            alike = frozenset(at for at, stems in enumerate(rare) if len(stems & mine) >= _SHARED)
            self._alike[place] = alike
        return alike

    @cached_property
    def _alike(self) -> dict[int, frozenset[int]]:
        """Of each sentence that was asked about, the places of those that share with it what few have."""
        return {}

    @cached_property
    def _rare_stems(self) -> tuple[frozenset[str], ...]:
        """Of each sentence the words that few have."""
        return tuple(fact.stems & self._rare for fact in self.facts)

    @cached_property
    def _rare(self) -> frozenset[str]:
        """The words that few sentences have."""
        frequency = Counter(stem for fact in self.facts for stem in fact.stems)
        return frozenset(stem for stem, times in frequency.items() if times <= _RARE)

    @cached_property
    def people(self) -> list[str]:
        """Everybody whom the article names in full."""
        return people_of(self.shade)

    @cached_property
    def key_facts(self) -> tuple[Fact, ...]:
        """What the article is about, best first."""
        return tuple(key_facts(self.facts))

    @cached_property
    def grave(self) -> bool:
        """Whether the title, or a quarter of the sentences, touch on crime, illness, minors or casualties."""
        touched = sum(self.touches_harm(fact.sentence.shade) for fact in self.facts)
        return said_in(self.cues.harm, self.title) or touched * _GRAVE >= len(self.facts)

    def touches_harm(self, shade: str) -> bool:
        """Whether a sentence speaks of crime, illness, minors or casualties."""
        found = self._touching.get(shade)
        if found is None:
            found = self._touching[shade] = said_in(self.cues.harm, shade)
        return found

    @cached_property
    def _touching(self) -> dict[str, bool]:
        """What was found of each sentence."""
        return {}

    def usable(self) -> list[Fact]:
        """The facts that stand alone."""
        return [fact for fact in self._wanted if fact.reason is None]

    @property
    def _wanted(self) -> Iterable[Fact]:
        places = self.asked_of
        return self.facts if places is None else (fact for fact in self.facts if fact.sentence.index in places)

    def datable(self) -> list[Fact]:
        """The facts that stand alone in a question that says the article's date."""
        if self.published is None:
            return self.usable()
        return [fact for fact in self._wanted if fact.reason in {None, "relative-time"}]


@dataclass(slots=True)
class Draft:
    """A drafted item: `own` are the keys of its type; `focus` is what it asks for, folded."""

    family: str
    facts: tuple[Fact, ...]
    type: str
    stem: str
    own: dict[str, Any]
    explanation: str
    focus: str
    kind: Kind | None
    holder: str | None = None
    shows: str = ""
    """Everything a student reads before answering, folded: what may give another item away."""
    flaws: list[str] = field(default_factory=list)
    doubts: dict[str, float] = field(default_factory=dict)
    """What a strict reader may hold against it, with weights: see `doubts`."""
    drawer: str = "check"
    sound: bool = False
    """Whether it has no flaw and the best claim to its sentence and focus."""
    score: float = 0.0
    conflicts: list[int] = field(default_factory=list)
    item: Item | None = field(default=None, init=False, repr=False, compare=False)
    """The draft as anybody's item, without its dates, once it has been read."""

    @property
    def doubtful(self) -> bool:
        """Whether a strict reader would hardly take it as it stands."""
        excused: frozenset[str] = _EXCUSED.get(self.family, frozenset())
        told = sum(weight for code, weight in self.doubts.items() if code not in excused)
        return told >= _LIMITS.get(self.family, LIMIT)

    def __post_init__(self) -> None:
        if "del 8 " in self.stem or "del 11 " in self.stem:
            self.stem = _ELIDED.sub("dell’", self.stem)


def option(text: str, feedback: str | None = None, *, key: bool = False) -> dict[str, Any]:
    """One option of a choice or multiple item."""
    found: dict[str, Any] = {"text": text, "fraction": 1 if key else 0}
    if feedback:
        found["feedback"] = feedback
    return found
