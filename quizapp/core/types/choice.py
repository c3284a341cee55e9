"""`choice`: one answer out of several."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import Chosen, Response, Submission, Unreadable
from quizapp.core.spans import Span
from quizapp.core.types.contract import Remark
from quizapp.core.types.entries import Option, carried, group_of, read_options
from quizapp.core.types.faults import option_faults, single_key_faults


@dataclass(frozen=True, slots=True)
class ChoiceBody:
    """Options with a share each; the chosen one's share, negative ones included, is the mark."""

    type: ClassVar[str] = "choice"
    options: tuple[Option, ...]

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(read_options(reader))

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        return {"options": [option.dump() for option in self.options]}

    def groups(self) -> Sequence[Group]:
        """One group of options, shuffled but for the pinned ones."""
        return (group_of(self.options),)

    def carry_ids(self, older: Self) -> Self:
        """The options under their former ids."""
        return replace(self, options=carried(self.options, older.options, "o"))

    def parse(self, submission: Submission) -> Response | Unreadable:
        """The chosen option."""
        entry = submission.entry()
        return entry if isinstance(entry, Unreadable) else Chosen(entry)

    def store(self, response: Chosen) -> dict[str, Any]:
        """`{"option": id}`."""
        return {"option": response.entry}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"option": id}`."""
        return Chosen(stored["option"])

    def fields(self, response: Chosen, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field with one public id."""
        return {"answer": [code(response.entry)]}

    def words(self, response: Chosen) -> list[str]:
        """The chosen option."""
        return [self.option(response.entry).text]

    def chosen(self, response: Chosen) -> frozenset[str]:
        """The chosen option, by id."""
        return frozenset({response.entry})

    def option(self, identifier: str) -> Option:
        """The option with this internal id."""
        return next(option for option in self.options if option.id == identifier)

    def mark(self, response: Chosen) -> Fraction:
        """The share of the chosen option."""
        return self.option(response.entry).fraction

    def remarks(self, response: Chosen) -> tuple[Remark, ...]:
        """The feedback of the chosen option."""
        chosen = self.option(response.entry)
        return (Remark(chosen.id, chosen.feedback),) if chosen.feedback else ()

    def state(self, option: Option, response: Chosen | None) -> str:
        """How the outcome page shows an option: `right`, `wrong`, or `other`."""
        if option.is_key:
            return "right"
        return "wrong" if response is not None and option.id == response.entry else "other"

    def texts(self) -> tuple[str, ...]:
        """The options."""
        return tuple(option.text for option in self.options)

    def keys(self) -> tuple[str, ...]:
        """The options that earn the highest share."""
        best = max((option.fraction for option in self.options), default=Fraction(0))
        return tuple(option.text for option in self.options if option.fraction == best)

    def secrets(self) -> tuple[str, ...]:
        """Every feedback."""
        return tuple(option.feedback for option in self.options if option.feedback)

    def spans(self) -> tuple[Span, ...]:
        """None: evidence belongs to the item."""
        return ()

    def faults(self) -> tuple[Problem, ...]:
        """At least two options, all different, one full key."""
        return (*option_faults(self.options), *single_key_faults(self.options))
