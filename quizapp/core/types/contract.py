"""What every item type must do. Forms and HTML are elsewhere: `templates/items/<type>.html`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Protocol, Self

from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import Response, Submission, Unreadable
from quizapp.core.spans import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """Feedback that belongs to one entry (or to the whole answer when `entry` is None)."""

    entry: str | None
    text: str


class Body(Protocol):
    """The part of an item that its type owns, immutable."""

    type: ClassVar[str]

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data; every problem goes into the reader."""
        ...

    def dump(self) -> dict[str, Any]:
        """Back to plain data, with the entries' internal ids under `id`."""
        ...

    def groups(self) -> Sequence[Group]:
        """The entries on offer, for drawing their order."""
        ...

    def carry_ids(self, older: Self) -> Self:
        """The same body with the internal ids of an earlier version where entries stayed."""
        ...

    def parse(self, submission: Submission) -> Response | Unreadable:
        """The posted form as a response."""
        ...

    def store(self, response: Any) -> dict[str, Any]:
        """A response as JSON."""
        ...

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """A stored response, back."""
        ...

    def fields(self, response: Any, code: Callable[[str], str]) -> dict[str, list[str]]:
        """The form fields that would give this response."""
        ...

    def words(self, response: Any) -> list[str]:
        """The response in words."""
        ...

    def mark(self, response: Any) -> Fraction:
        """The exact share of the item's mark, from -1 to 1."""
        ...

    def remarks(self, response: Any) -> tuple[Remark, ...]:
        """The feedback that this response meets, in the body's order."""
        ...

    def texts(self) -> tuple[str, ...]:
        """Every text a student may see before answering, beside the stem."""
        ...

    def keys(self) -> tuple[str, ...]:
        """The texts of the right answers."""
        ...

    def secrets(self) -> tuple[str, ...]:
        """Every text that must not be seen before the answer."""
        ...

    def spans(self) -> tuple[Span, ...]:
        """Evidence of single entries."""
        ...

    def faults(self) -> tuple[Problem, ...]:
        """What makes the body unusable as a question of its type."""
        ...
