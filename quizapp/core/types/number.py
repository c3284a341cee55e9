"""`number`: a typed number compared with accepted ones, each with its tolerance; no value means anything else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.core.marking import verdict_of
from quizapp.core.numbers import plain, readings, written_number
from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import Measured, Response, Submission, Unreadable
from quizapp.core.spans import Span
from quizapp.core.types.contract import Remark
from quizapp.core.types.entries import carried, numbered, written
from quizapp.core.types.faults import fault


class ToleranceKind(StrEnum):
    """What a tolerance is counted in: the number's own unit, or shares of the value."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted (or foreseen wrong) number, or anything else where `value` is None."""

    id: str
    value: Decimal | None
    tolerance: Decimal = Decimal(0)
    tolerance_kind: ToleranceKind = ToleranceKind.ABSOLUTE
    fraction: Fraction = Fraction(1)
    feedback: str | None = None

    @property
    def text(self) -> str:
        """The value in figures; nothing for anything else."""
        return "" if self.value is None else str(written_number(self.value))

    @property
    def bounds(self) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest number it takes, both included; None where it takes any."""
        if self.value is None:
            return None
        middle, slack = Fraction(self.value), Fraction(self.tolerance)
        if self.tolerance_kind is ToleranceKind.RELATIVE:
            slack *= abs(middle)
        return middle - slack, middle + slack

    def takes(self, value: Decimal) -> bool:
        """Whether a number is this one, within the tolerance."""
        bounds = self.bounds
        return bounds is None or bounds[0] <= Fraction(value) <= bounds[1]

    def covers(self, other: "Accepted") -> bool:
        """Whether it takes everything that the other takes."""
        mine, theirs = self.bounds, other.bounds
        if mine is None or theirs is None:
            return mine is None
        return mine[0] <= theirs[0] and theirs[1] <= mine[1]

    def renamed(self, identifier: str) -> "Accepted":
        """The same number under another id."""
        return replace(self, id=identifier)

    def dump(self) -> dict[str, Any]:
        """Plain data; the value is written even where it is null."""
        data: dict[str, Any] = {"id": self.id, "value": None if self.value is None else written_number(self.value)}
        if self.tolerance:
            data["tolerance"] = written_number(self.tolerance)
        if self.tolerance_kind is ToleranceKind.RELATIVE:
            data["tolerance_kind"] = self.tolerance_kind.value
        data["fraction"] = written(self.fraction)
        return data if self.feedback is None else {**data, "feedback": self.feedback}


@dataclass(frozen=True, slots=True)
class NumberBody:
    """Numbers tried in order: the first that takes the response gives the mark."""

    type: ClassVar[str] = "number"
    numbers: tuple[Accepted, ...]
    unit: str | None = None

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(numbered(reader.each("numbers", _read_accepted), "n"), reader.optional_text("unit"))

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        data: dict[str, Any] = {"numbers": [accepted.dump() for accepted in self.numbers]}
        return data if self.unit is None else {**data, "unit": self.unit}

    def groups(self) -> Sequence[Group]:
        """Nothing is on offer."""
        return ()

    def carry_ids(self, older: Self) -> Self:
        """The numbers under their former ids."""
        return replace(self, numbers=carried(self.numbers, older.numbers, "n"))

    def parse(self, submission: Submission) -> Response | Unreadable:
        """The typed number; one with two readings is asked again."""
        typed = submission.typed()
        if isinstance(typed, Unreadable):
            return typed
        found = readings(typed, self.unit)
        if not found:
            return Unreadable("not-number")
        if len(found) > 1:
            return Unreadable("ambiguous", tuple(plain(value) for value in found))
        return Measured(typed, found[0])

    def store(self, response: Measured) -> dict[str, Any]:
        """`{"text": typed, "number": figures}`."""
        return {"text": response.text, "number": format(response.value, "f")}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"text": …, "number": …}`."""
        return Measured(stored["text"], Decimal(stored["number"]))

    def fields(self, response: Measured, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field with the text."""
        return {"answer": [response.text]}

    def words(self, response: Measured) -> list[str]:
        """The text."""
        return [response.text]

    def matched(self, response: Measured) -> Accepted | None:
        """The first number that takes the response."""
        return next((accepted for accepted in self.numbers if accepted.takes(response.value)), None)

    def mark(self, response: Measured) -> Fraction:
        """The share of the first match, 0 without one."""
        accepted = self.matched(response)
        return accepted.fraction if accepted else Fraction(0)

    def state(self, response: Measured) -> str:
        """How the outcome page shows the number: `right`, `partly` or `wrong`."""
        return verdict_of(self.mark(response)).value

    def remarks(self, response: Measured) -> tuple[Remark, ...]:
        """The feedback of the first match."""
        accepted = self.matched(response)
        return (Remark(None, accepted.feedback),) if accepted and accepted.feedback else ()

    def texts(self) -> tuple[str, ...]:
        """The unit."""
        return (self.unit,) if self.unit else ()

    def keys(self) -> tuple[str, ...]:
        """The first full number, with its unit."""
        texts = [accepted.text for accepted in self.full()]
        return tuple(f"{text} {self.unit}" if self.unit else text for text in texts)

    def full(self) -> tuple[Accepted, ...]:
        """The first number worth the full mark, alone."""
        return tuple(each for each in self.numbers if each.fraction == 1 and each.value is not None)[:1]

    def secrets(self) -> tuple[str, ...]:
        """Accepted numbers and feedback."""
        texts = tuple(accepted.text for accepted in self.numbers if accepted.text)
        return texts + tuple(accepted.feedback for accepted in self.numbers if accepted.feedback)

    def spans(self) -> tuple[Span, ...]:
        """None: evidence belongs to the item."""
        return ()

    def faults(self) -> tuple[Problem, ...]:
        """A full number at least; nothing that is never reached, a catch-all that is no key, shares as tolerance."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Problem]:
        if not any(accepted.fraction == 1 and accepted.value is not None for accepted in self.numbers):
            yield fault("answer-missing", "numbers")
        for place, accepted in enumerate(self.numbers):
            if accepted.value is None and accepted.fraction == 1:
                yield fault("anything-right", "numbers", place, "fraction")
            if accepted.tolerance_kind is ToleranceKind.RELATIVE and accepted.tolerance >= 1:
                yield fault("tolerance-not-share", "numbers", place, "tolerance", tolerance=accepted.tolerance)
            if any(former.covers(accepted) for former in self.numbers[:place]):
                yield fault("number-unreached", "numbers", place)


def _read_accepted(reader: Reader) -> Accepted:
    value = reader.decimal("value") if reader.has("value") else None
    accepted = Accepted(
        id=reader.text("id", ""),
        value=value,
        tolerance=reader.amount("tolerance"),
        tolerance_kind=reader.one_of("tolerance_kind", ToleranceKind, ToleranceKind.ABSOLUTE),
        fraction=reader.fraction("fraction", Fraction(0 if value is None else 1)),
        feedback=reader.optional_text("feedback"),
    )
    reader.finish()
    return accepted
