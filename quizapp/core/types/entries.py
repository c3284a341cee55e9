"""Entries shared by several item types, and the internal ids that follow them through versions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, Self, TypeVar

from quizapp.core.kinds import Kind
from quizapp.core.presentation import Group
from quizapp.core.reading import Reader
from quizapp.core.spans import Span


class Labelled(Protocol):
    """An entry with an internal id and a text."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    def renamed(self, identifier: str) -> Self:
        """The same entry under another id."""
        ...


L = TypeVar("L", bound=Labelled)


@dataclass(frozen=True, slots=True)
class Option:
    """One selectable answer; `fraction` is its share of the mark, from -1 to 1."""

    id: str
    text: str
    fraction: Fraction = Fraction(0)
    feedback: str | None = None
    pinned: bool = False
    kind: Kind | None = None

    @property
    def is_key(self) -> bool:
        """Whether choosing it earns anything."""
        return self.fraction.numerator > 0  # which a fraction takes longer to say of itself

    def renamed(self, identifier: str) -> "Option":
        """The same option under another id."""
        return Option(identifier, self.text, self.fraction, self.feedback, self.pinned, self.kind)

    def dump(self) -> dict[str, Any]:
        """Plain data; null and default values are left out, but for the fraction."""
        data: dict[str, Any] = {
            "id": self.id,
            "text": self.text,
            "fraction": written(self.fraction),
        }
        if self.feedback is not None:
            data["feedback"] = self.feedback
        if self.pinned:
            data["pinned"] = True
        if self.kind is not None:
            data["kind"] = self.kind.value
        return data


def read_options(reader: Reader) -> tuple[Option, ...]:
    """The field `options`."""
    return numbered(reader.each("options", _read_option), "o")


def _read_option(reader: Reader) -> Option:
    option = Option(
        id=reader.text("id", ""),
        text=reader.text("text"),
        **reader.given(_OPTION),
    )
    reader.finish()
    return option


_OPTION: Mapping[str, Callable[[Reader], Any]] = {
    "fraction": lambda reader: reader.fraction("fraction", Fraction(0)),
    "feedback": lambda reader: reader.optional_text("feedback"),
    "pinned": lambda reader: reader.flag("pinned", default=False),
    "kind": lambda reader: reader.optional_one_of("kind", Kind),
}


def read_span(reader: Reader) -> Span:
    """A quote with its offsets."""
    span = Span(reader.whole("start"), reader.whole("end"), reader.text("quote"))
    reader.finish()
    return span


def dump_span(span: Span) -> dict[str, Any]:
    """Plain data of a span."""
    return {"start": span.start, "end": span.end, "quote": span.quote}


def told(feedback: str | None, evidence: Sequence[Span]) -> dict[str, Any]:
    """Plain data of what is told of an entry afterwards; what there is none of is left out."""
    data: dict[str, Any] = {} if feedback is None else {"feedback": feedback}
    return {**data, "evidence": [dump_span(span) for span in evidence]} if evidence else data


def group_of(options: Sequence[Option]) -> Group:
    """The options as one group, shuffled but for the pinned ones."""
    pinned = frozenset(option.id for option in options if option.pinned)
    return Group(tuple(option.id for option in options), shuffled=True, pinned=pinned)


def written(share: Fraction) -> int | str:
    """A fraction as the contracts write it: a whole number, or text like `1/3`."""
    return share.numerator if share.denominator == 1 else f"{share.numerator}/{share.denominator}"


def numbered(entries: Sequence[L], prefix: str) -> tuple[L, ...]:
    """The entries, those without an id named by their place."""
    return tuple(entry if entry.id else entry.renamed(f"{prefix}{place}") for place, entry in enumerate(entries, 1))


def carried(new: Sequence[L], old: Sequence[L], prefix: str) -> tuple[L, ...]:
    """The new entries under the old ids: same text first, else same place if their number is unchanged."""
    free = {entry.id: entry for entry in old}
    ids: list[str | None] = []
    for entry in new:
        same = next((key for key, former in free.items() if former.text == entry.text), None)
        ids.append(same)
        free.pop(same or "", None)
    if len(new) == len(old):
        for place, former in enumerate(old):
            if ids[place] is None and former.id in free:
                ids[place] = former.id
                del free[former.id]
    unused = _unused(prefix, {entry.id for entry in old})
    return tuple(entry.renamed(key or next(unused)) for entry, key in zip(new, ids, strict=True))


def _unused(prefix: str, taken: set[str]) -> Iterator[str]:
    number = len(taken)
    while True:
        number += 1
        if f"{prefix}{number}" not in taken:
            yield f"{prefix}{number}"
