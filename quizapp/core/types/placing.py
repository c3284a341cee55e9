"""Putting entries in places: what `classify` and `matching` share, and the fields that `ordering` has too."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Generic, Protocol, TypeVar

from quizapp.core.responses import Placed, Response, Submission, Unreadable
from quizapp.core.spans import Span
from quizapp.core.types.contract import Remark


class Entry(Protocol):
    """What is put in a place."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def feedback(self) -> str | None: ...
    @property
    def evidence(self) -> tuple[Span, ...]: ...


class Place(Protocol):
    """Where it is put."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


E = TypeVar("E", bound=Entry)
P = TypeVar("P", bound=Place)


class PlacingBody(ABC, Generic[E, P]):
    """A body with entries of which each has its home among the places; the mark is the share of those put there."""

    __slots__ = ()

    @property
    @abstractmethod
    def entries(self) -> Sequence[E]:
        """What is to be put somewhere."""

    @property
    @abstractmethod
    def places(self) -> Sequence[P]:
        """Where it can be put."""

    @abstractmethod
    def home(self, entry: E) -> P:
        """The right place of an entry."""

    def field(self, code: str) -> str:
        """The form field that holds the place of an entry."""
        return place_field(code)

    def parse(self, submission: Submission) -> Response | Unreadable:
        """A place for every entry."""
        return _parsed(submission, [entry.id for entry in self.entries], {place.id for place in self.places})

    def store(self, response: Placed) -> dict[str, Any]:
        """`{"places": {entry id: place id}}`."""
        return {"places": dict(response.places)}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"places": …}`."""
        return Placed(dict(stored["places"]))

    def fields(self, response: Placed, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field per entry with the public id of its place."""
        return {self.field(code(entry)): [code(place)] for entry, place in response.places.items()}

    def words(self, response: Placed) -> list[str]:
        """Each entry with where it was put."""
        names = {place.id: place.text for place in self.places}
        return [f"{entry.text} → {names[response.places[entry.id]]}" for entry in self.entries]

    def placed(self, entry: E, response: Placed | None) -> P | None:
        """Where the response put an entry."""
        chosen = response.places.get(entry.id) if response else None
        return next((place for place in self.places if place.id == chosen), None)

    def mark(self, response: Placed) -> Fraction:
        """Entries placed rightly over all entries."""
        right = sum(self.placed(entry, response) == self.home(entry) for entry in self.entries)
        return Fraction(right, len(self.entries))

    def state(self, entry: E, response: Placed | None) -> str:
        """`right`, `wrong`, or `missed` without a response."""
        if response is None:
            return "missed"
        return "right" if self.placed(entry, response) == self.home(entry) else "wrong"

    def remarks(self, response: Placed) -> tuple[Remark, ...]:
        """The feedback of every entry."""
        return tuple(Remark(entry.id, entry.feedback) for entry in self.entries if entry.feedback)

    def secrets(self) -> tuple[str, ...]:
        """Every feedback."""
        return tuple(entry.feedback for entry in self.entries if entry.feedback)

    def spans(self) -> tuple[Span, ...]:
        """The evidence of the entries."""
        return tuple(span for entry in self.entries for span in entry.evidence)


def place_field(code: str) -> str:
    """The form field that holds where an entry is put."""
    return f"answer-{code}"


def _parsed(submission: Submission, entries: Iterable[str], offered: Collection[str]) -> Placed | Unreadable:
    places: dict[str, str] = {}
    wanted = tuple(entries)
    for entry in wanted:
        place = submission.entry(place_field(submission.code(entry)))
        if isinstance(place, str) and place not in offered:
            return Unreadable("not-offered")
        if isinstance(place, str):
            places[entry] = place
        elif place.reason != "empty":
            return place
    if not places:
        return Unreadable("empty")
    return Placed(places) if len(places) == len(wanted) else Unreadable("incomplete")
