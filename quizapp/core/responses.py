"""What a student may answer, and what a form may hold instead of an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

MAX_TYPED = 1000


@dataclass(frozen=True, slots=True)
class Chosen:
    """One entry, by its internal id."""

    entry: str


@dataclass(frozen=True, slots=True)
class ChosenSet:
    """Any number of entries, by internal id."""

    entries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where each entry was put: entry id → place id."""

    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """A number, and the text that was typed for it."""

    text: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Ordered:
    """Every entry once, by internal id, in the order given."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """What each gap was filled with: gap id → response."""

    gaps: Mapping[str, "Response"]


Response = Chosen | ChosenSet | Typed | Placed | Measured | Ordered | Filled


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A form that is no answer: nothing chosen, not all of it, too long, or values not on offer.

    It is noted and explained, never marked. `readings` are what an ambiguous number may mean, each
    in figures that can be sent instead; `entry` is the gap it stands in.
    """

    reason: Literal[
        "empty",
        "incomplete",
        "too-long",
        "not-offered",
        "not-number",
        "ambiguous",
        "place-doubled",
        "no-certainty",
    ]
    readings: tuple[str, ...] = ()
    entry: str | None = None


class Submission:
    """The posted fields of one answer form, with the attempt's public ids turned into entry ids."""

    def __init__(self, fields: Mapping[str, Sequence[str]], ids: Mapping[str, str]) -> None:
        self._fields = fields
        self._ids = ids
        self._codes = {entry: code for code, entry in ids.items()}

    def code(self, entry: str) -> str:
        """The public id of an entry."""
        return self._codes[entry]

    def has(self, name: str) -> bool:
        """Whether a field says anything."""
        return any(self._fields.get(name, ()))

    def within(self, name: str, prefix: str) -> "Submission":
        """The form of one part of an item: one field as `answer`, and the entries under a prefix without it."""
        ids = {code: entry.removeprefix(prefix) for code, entry in self._ids.items() if entry.startswith(prefix)}
        return Submission({"answer": self._fields.get(name, ())}, ids)

    def entries(self, name: str = "answer") -> list[str] | Unreadable:
        """The entries chosen in a field, in the order sent."""
        codes = [code for code in self._fields.get(name, ()) if code]
        if any(code not in self._ids for code in codes):
            return Unreadable("not-offered")
        return [self._ids[code] for code in codes]

    def entry(self, name: str = "answer") -> str | Unreadable:
        """The single entry chosen in a field."""
        found = self.entries(name)
        if isinstance(found, Unreadable):
            return found
        if not found:
            return Unreadable("empty")
        return found[0] if len(found) == 1 else Unreadable("not-offered")

    def typed(self, name: str = "answer") -> str | Unreadable:
        """The text of a field, with its outer white space taken off."""
        text = "".join(self._fields.get(name, ())[:1]).replace("\0", "").strip()
        if not text:
            return Unreadable("empty")
        return text if len(text) <= MAX_TYPED else Unreadable("too-long")
