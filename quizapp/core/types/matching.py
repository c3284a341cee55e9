"""`matching`: find the right side of each left side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from quizapp.core.presentation import Group
from quizapp.core.problems import Path, Problem
from quizapp.core.reading import Reader
from quizapp.core.spans import Span
from quizapp.core.types.entries import carried, numbered, read_span, told
from quizapp.core.types.faults import fault, faults_of_texts, text_faults
from quizapp.core.types.placing import PlacingBody


@dataclass(frozen=True, slots=True)
class Right:
    """A right side on offer; pairs with the same right side share one."""

    id: str
    text: str

    def renamed(self, identifier: str) -> "Right":
        """The same right side under another id."""
        return replace(self, id=identifier)


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the right side that goes with it."""

    id: str
    left: str
    right: str
    feedback: str | None = None
    evidence: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The left side: what the pair is known by."""
        return self.left

    def renamed(self, identifier: str) -> "Pair":
        """The same pair under another id."""
        return replace(self, id=identifier)

    def dump(self) -> dict[str, Any]:
        """Plain data."""
        return {"id": self.id, "left": self.left, "right": self.right, **told(self.feedback, self.evidence)}


def rights_of(pairs: Iterable[Pair], extra_rights: Iterable[str], ids: Sequence[str] = ()) -> tuple[Right, ...]:
    """Every right side on offer once, under `ids` where these are as many."""
    texts = dict.fromkeys([*(pair.right for pair in pairs), *extra_rights])
    known = ids if len(set(ids)) == len(texts) == len(ids) else [""] * len(texts)
    return numbered([Right(identifier, text) for identifier, text in zip(known, texts, strict=True)], "r")


@dataclass(frozen=True, slots=True)
class MatchingBody(PlacingBody[Pair, Right]):
    """Pairs, right sides that belong to none, and `rights_of` both; the mark is the share of pairs."""

    type: ClassVar[str] = "matching"
    pairs: tuple[Pair, ...]
    extra_rights: tuple[str, ...]
    rights: tuple[Right, ...]

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data; `right_ids` are the internal ids of the right sides."""
        pairs = numbered(reader.each("pairs", _read_pair), "p")
        extra_rights = reader.texts("extra_rights")
        return cls(pairs, extra_rights, rights_of(pairs, extra_rights, reader.texts("right_ids")))

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        return {
            "pairs": [pair.dump() for pair in self.pairs],
            "extra_rights": list(self.extra_rights),
            "right_ids": [right.id for right in self.rights],
        }

    def groups(self) -> Sequence[Group]:
        """Left sides and right sides, each shuffled."""
        return (
            Group(tuple(pair.id for pair in self.pairs), shuffled=True),
            Group(tuple(right.id for right in self.rights), shuffled=True),
        )

    def carry_ids(self, older: Self) -> Self:
        """Pairs and right sides under their former ids, each by its own text."""
        return replace(
            self,
            pairs=carried(self.pairs, older.pairs, "p"),
            rights=carried(self.rights, older.rights, "r"),
        )

    @property
    def entries(self) -> Sequence[Pair]:
        """The left sides, each with its pair."""
        return self.pairs

    @property
    def places(self) -> Sequence[Right]:
        """The right sides."""
        return self.rights

    def home(self, pair: Pair) -> Right:
        """The right side of a pair."""
        return next(right for right in self.rights if right.text == pair.right)

    def texts(self) -> tuple[str, ...]:
        """Left sides and right sides."""
        return (*(pair.left for pair in self.pairs), *(right.text for right in self.rights))

    def keys(self) -> tuple[str, ...]:
        """Each pair."""
        return tuple(f"{pair.left} → {pair.right}" for pair in self.pairs)

    def faults(self) -> tuple[Problem, ...]:
        """Two pairs or more, left sides all different, right sides too but for shared ones, and a choice of them."""
        found = [*text_faults(self.pairs, "pairs", "left"), *faults_of_texts(self._offered())]
        if len(self.pairs) < 2:
            found.append(fault("pairs-too-few", "pairs"))
        elif len(self.rights) < 2:
            found.append(fault("rights-too-few", "pairs"))
        return tuple(found)

    def _offered(self) -> list[tuple[Path, str]]:
        first: dict[str, Path] = {}
        for place, pair in enumerate(self.pairs):
            first.setdefault(pair.right, ("pairs", place, "right"))
        extra: list[tuple[Path, str]] = [(("extra_rights", n), text) for n, text in enumerate(self.extra_rights)]
        return [*((path, text) for text, path in first.items()), *extra]


def _read_pair(reader: Reader) -> Pair:
    pair = Pair(
        id=reader.text("id", ""),
        left=reader.text("left"),
        right=reader.text("right"),
        feedback=reader.optional_text("feedback"),
        evidence=reader.each("evidence", read_span),
    )
    reader.finish()
    return pair
