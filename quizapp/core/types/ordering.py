"""`ordering`: put entries in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any, ClassVar, Self

from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import Ordered, Response, Submission, Unreadable
from quizapp.core.spans import Span
from quizapp.core.types.contract import Remark
from quizapp.core.types.entries import carried, numbered, read_span, told
from quizapp.core.types.faults import fault, text_faults
from quizapp.core.types.placing import place_field


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the order."""

    id: str
    text: str
    feedback: str | None = None
    evidence: tuple[Span, ...] = ()

    def renamed(self, identifier: str) -> "Step":
        """The same step under another id."""
        return replace(self, id=identifier)

    def dump(self) -> dict[str, Any]:
        """Plain data."""
        return {"id": self.id, "text": self.text, **told(self.feedback, self.evidence)}


@dataclass(frozen=True, slots=True)
class OrderingBody:
    """Steps in their right order; the mark is the share of neighbours that follow each other rightly."""

    type: ClassVar[str] = "ordering"
    order: tuple[Step, ...]

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(numbered(reader.each("order", _read_step), "e"))

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        return {"order": [step.dump() for step in self.order]}

    def groups(self) -> Sequence[Group]:
        """The steps, shuffled and never in their right order."""
        return (Group(tuple(step.id for step in self.order), shuffled=True, disordered=True),)

    def carry_ids(self, older: Self) -> Self:
        """The steps under their former ids."""
        return replace(self, order=carried(self.order, older.order, "e"))

    def field(self, step_code: str) -> str:
        """The form field that holds the place of a step, from 1."""
        return place_field(step_code)

    def parse(self, submission: Submission) -> Response | Unreadable:
        """A place for every step, each place once."""
        typed = [submission.typed(self.field(submission.code(step.id))) for step in self.order]
        given = [place for place in typed if isinstance(place, str)]
        allowed = {str(place): place for place in range(1, len(self.order) + 1)}
        if not given:
            return Unreadable("empty")
        if any(place not in allowed for place in given):
            return Unreadable("not-offered")
        if len(set(given)) < len(given):
            return Unreadable("place-doubled")
        if len(given) < len(self.order):
            return Unreadable("incomplete")
        places = {allowed[place]: step.id for place, step in zip(given, self.order, strict=True)}
        return Ordered(tuple(places[place] for place in sorted(places)))

    def store(self, response: Ordered) -> dict[str, Any]:
        """`{"order": [ids]}` as given."""
        return {"order": list(response.entries)}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"order": [ids]}`."""
        return Ordered(tuple(stored["order"]))

    def fields(self, response: Ordered, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field per step with its place."""
        return {self.field(code(entry)): [str(place)] for place, entry in enumerate(response.entries, 1)}

    def words(self, response: Ordered) -> list[str]:
        """Each step with the place it was given."""
        texts = {step.id: step.text for step in self.order}
        return [f"{place}. {texts[entry]}" for place, entry in enumerate(response.entries, 1)]

    def follows(self, response: Ordered) -> tuple[bool, ...]:
        """For every two neighbours of the right order: whether the second follows the first at once."""
        given = set(pairwise(response.entries))
        return tuple((former.id, latter.id) in given for former, latter in pairwise(self.order))

    def given(self, response: Ordered) -> tuple[tuple[Step, bool | None], ...]:
        """The steps as answered, each with whether it rightly follows the one before; None for the first."""
        steps = {step.id: step for step in self.order}
        right = {(former.id, latter.id) for former, latter in pairwise(self.order)}
        links = (None, *(pair in right for pair in pairwise(response.entries)))
        return tuple((steps[entry], link) for entry, link in zip(response.entries, links, strict=True))

    def mark(self, response: Ordered) -> Fraction:
        """Neighbours that follow each other rightly over the n−1 there are."""
        return Fraction(sum(self.follows(response)), len(self.order) - 1)

    def remarks(self, response: Ordered) -> tuple[Remark, ...]:
        """The feedback of every step."""
        return tuple(Remark(step.id, step.feedback) for step in self.order if step.feedback)

    def texts(self) -> tuple[str, ...]:
        """The steps."""
        return tuple(step.text for step in self.order)

    def keys(self) -> tuple[str, ...]:
        """Each step with its place."""
        return tuple(f"{place}. {step.text}" for place, step in enumerate(self.order, 1))

    def secrets(self) -> tuple[str, ...]:
        """Every feedback."""
        return tuple(step.feedback for step in self.order if step.feedback)

    def spans(self) -> tuple[Span, ...]:
        """The evidence of the steps."""
        return tuple(span for step in self.order for span in step.evidence)

    def faults(self) -> tuple[Problem, ...]:
        """Two steps or more, all different."""
        found = text_faults(self.order, "order")
        return found if len(self.order) > 1 else (*found, fault("order-too-short", "order"))


def _read_step(reader: Reader) -> Step:
    step = Step(
        id=reader.text("id", ""),
        text=reader.text("text"),
        feedback=reader.optional_text("feedback"),
        evidence=reader.each("evidence", read_span),
    )
    reader.finish()
    return step
