r"""`cloze`: gaps in the stem, marked `[[1]]`, `[[2]]`; a literal `[[` is written `\[[`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.core.marking import verdict_of
from quizapp.core.presentation import Group, Shown
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import Filled, Response, Submission, Unreadable
from quizapp.core.spans import Span
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.contract import Body, Remark
from quizapp.core.types.entries import Option, carried, numbered, written
from quizapp.core.types.faults import fault
from quizapp.core.types.number import NumberBody
from quizapp.core.types.placing import place_field
from quizapp.core.types.text import TextBody
from quizapp.core.wording import Wording

GAP_TYPES: dict[str, type[Body]] = {body.type: body for body in (ChoiceBody, TextBody, NumberBody)}
_GAP_TYPE_UNKNOWN = Wording(
    "una lacuna non può essere di tipo «{value}»: scegli fra {allowed}",
    "a gap cannot be of the type “{value}”: choose from {allowed}",
)
_BRACKETS = re.compile(r"(?P<literal>\\\[\[)|\[\[(?P<gap>[1-9][0-9]{0,3})\]\]|(?P<loose>\[\[(?!\[))")


def pieces(stem: str) -> tuple[str | int, ...]:
    """The stem cut at its markers: texts with their literal brackets, and the numbers of the gaps.

    A backslash right before `[[` always makes it literal, so no text that ends in one can touch a marker.
    """
    found: list[str | int] = []
    text, end = "", 0
    for match in _BRACKETS.finditer(stem):
        text, end = text + stem[end : match.start()], match.end()
        if match["gap"] is None:
            text += "[["
        else:
            found += [text, int(match["gap"])]
            text = ""
    return tuple(piece for piece in (*found, text + stem[end:]) if piece != "")


def markers(stem: str) -> list[int]:
    """The numbers of the gaps that a stem marks, in its order."""
    return [piece for piece in pieces(stem) if isinstance(piece, int)]


def blanked(stem: str) -> str:
    """The stem with a blank for every gap, numbered where there are several."""
    several = len(markers(stem)) > 1
    return "".join(
        piece if isinstance(piece, str) else f"____ ({piece})" if several else "____" for piece in pieces(stem)
    )


def has_loose_brackets(stem: str) -> bool:
    """Whether a `[[` is neither a marker nor written as a literal one."""
    return any(match["loose"] for match in _BRACKETS.finditer(stem))


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: a small item of its own, and its weight in the mark."""

    id: str
    body: Body
    weight: Fraction = Fraction(1)

    @property
    def text(self) -> str:
        """What fills it rightly: what the gap is known by."""
        return "; ".join(self.body.keys())

    @property
    def prefix(self) -> str:
        """What the ids of its own entries begin with in the whole item."""
        return f"{self.id}."

    def renamed(self, identifier: str) -> "Gap":
        """The same gap under another id."""
        return replace(self, id=identifier)

    def after(self, former: "Gap | None") -> "Gap":
        """The same gap with the ids of the entries of its former version."""
        if former is None or type(former.body) is not type(self.body):
            return self
        return replace(self, body=self.body.carry_ids(former.body))

    def groups(self) -> Iterator[Group]:
        """The entries on offer in this gap, under ids of the whole item."""
        for group in self.body.groups():
            pinned = frozenset(self.prefix + entry for entry in group.pinned)
            yield replace(group, ids=tuple(self.prefix + entry for entry in group.ids), pinned=pinned)

    def dump(self) -> dict[str, Any]:
        """Plain data; a weight of 1 is left out."""
        data: dict[str, Any] = {"id": self.id, "type": self.body.type}
        if self.weight != 1:
            data["weight"] = written(self.weight)
        return {**data, **self.body.dump()}


@dataclass(frozen=True, slots=True)
class ClozeBody:
    """Gaps in the order of their numbers; the mark is the mean of theirs by weight."""

    type: ClassVar[str] = "cloze"
    gaps: tuple[Gap, ...]

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(numbered(reader.each("gaps", _read_gap), "g"))

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        return {"gaps": [gap.dump() for gap in self.gaps]}

    def groups(self) -> Sequence[Group]:
        """The gaps in their order, then the entries of each."""
        inner = [group for gap in self.gaps for group in gap.groups()]
        return (Group(tuple(gap.id for gap in self.gaps)), *inner)

    def carry_ids(self, older: Self) -> Self:
        """Gaps, and the entries in them, under their former ids."""
        former = {gap.id: gap for gap in older.gaps}
        gaps = carried(self.gaps, older.gaps, "g")
        return replace(self, gaps=tuple(gap.after(former.get(gap.id)) for gap in gaps))

    def field(self, gap_code: str) -> str:
        """The form field that holds what fills a gap."""
        return place_field(gap_code)

    def parse(self, submission: Submission) -> Response | Unreadable:
        """Something for every gap."""
        given: dict[str, Response] = {}
        for gap in self.gaps:
            found = gap.body.parse(submission.within(self.field(submission.code(gap.id)), gap.prefix))
            if not isinstance(found, Unreadable):
                given[gap.id] = found
            elif found.reason != "empty":
                return replace(found, entry=gap.id)
        if not given:
            return Unreadable("empty")
        return Filled(given) if len(given) == len(self.gaps) else Unreadable("incomplete")

    def store(self, response: Filled) -> dict[str, Any]:
        """`{"gaps": {gap id: what its type stores}}`."""
        return {"gaps": {gap.id: gap.body.store(response.gaps[gap.id]) for gap in self.gaps}}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"gaps": …}`."""
        return Filled({gap.id: gap.body.restore(stored["gaps"][gap.id]) for gap in self.gaps})

    def fields(self, response: Filled, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field per gap."""
        return {
            self.field(code(gap.id)): values
            for gap in self.gaps
            for values in gap.body.fields(response.gaps[gap.id], _coding(gap, code)).values()
        }

    def words(self, response: Filled) -> list[str]:
        """What fills each gap, with the gap's number."""
        return [
            f"{number}. {word}"
            for number, gap in enumerate(self.gaps, 1)
            for word in gap.body.words(response.gaps[gap.id])
        ]

    def filling(self, gap: Gap, response: Filled) -> str:
        """What one gap was filled with, in words."""
        return "; ".join(gap.body.words(response.gaps[gap.id]))

    def offered(self, gap: Gap, shown: Shown) -> tuple[Option, ...]:
        """The options of a gap in the order drawn for the attempt; none where it is typed."""
        options = gap.body.options if isinstance(gap.body, ChoiceBody) else ()
        place = {entry: index for index, entry in enumerate(shown.order)}
        return tuple(sorted(options, key=lambda option: place.get(gap.prefix + option.id, len(place))))

    def gap_mark(self, gap: Gap, response: Filled) -> Fraction:
        """The share of one gap's own mark."""
        return gap.body.mark(response.gaps[gap.id])

    def mark(self, response: Filled) -> Fraction:
        """The mean of the gaps' marks by their weights."""
        total = sum((gap.weight for gap in self.gaps), Fraction(0))
        return sum((gap.weight * self.gap_mark(gap, response) for gap in self.gaps), Fraction(0)) / total

    def state(self, gap: Gap, response: Filled | None) -> str:
        """`right`, `partly` or `wrong`, or `missed` without a response."""
        return "missed" if response is None else verdict_of(self.gap_mark(gap, response)).value

    def remarks(self, response: Filled) -> tuple[Remark, ...]:
        """The feedback that each gap's filling meets, under the gap."""
        return tuple(
            Remark(gap.id, remark.text) for gap in self.gaps for remark in gap.body.remarks(response.gaps[gap.id])
        )

    def texts(self) -> tuple[str, ...]:
        """What the gaps offer."""
        return tuple(text for gap in self.gaps for text in gap.body.texts())

    def keys(self) -> tuple[str, ...]:
        """What fills each gap rightly, with the gap's number."""
        numbers = enumerate(self.gaps, 1)
        return tuple(f"{number}. {key}" for number, gap in numbers for key in gap.body.keys())  # noqa: SIM118 - ours

    def secrets(self) -> tuple[str, ...]:
        """The secrets of every gap."""
        return tuple(secret for gap in self.gaps for secret in gap.body.secrets())

    def spans(self) -> tuple[Span, ...]:
        """None: evidence belongs to the item."""
        return ()

    def faults(self) -> tuple[Problem, ...]:
        """A gap at least, each with a weight and without faults of its own; the markers are the stem's affair."""
        if not self.gaps:
            return (fault("gaps-missing", "gaps"),)
        found = []
        for place, gap in enumerate(self.gaps):
            if not gap.weight:
                found.append(fault("gap-weightless", "gaps", place, "weight"))
            found.extend(problem.under("gaps", place) for problem in gap.body.faults())
        return tuple(found)


def _coding(gap: Gap, code: Callable[[str], str]) -> Callable[[str], str]:
    return lambda entry: code(gap.prefix + entry)


def _read_gap(reader: Reader) -> Gap:
    identifier, name = reader.text("id", ""), reader.text("type")
    weight = reader.fraction("weight", Fraction(1), low=0, high=1000)
    body_type = GAP_TYPES.get(name)
    if body_type is None:
        if name:
            values: dict[str, object] = {"value": name, "allowed": ", ".join(GAP_TYPES)}
            reader.problems.append(Problem("gap-type-unknown", (*reader.path, "type"), _GAP_TYPE_UNKNOWN, values))
        return Gap(identifier, TextBody(()), weight)
    gap = Gap(identifier, body_type.read(reader), weight)
    reader.finish()
    return gap
