"""The working copy of a quiz: lines in order, each a question or «draw N of those that fit»; plain values."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

MOST_DRAWN, MOST_LINES = 100, 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `item` by id, or a draw of `count` questions under `wish`; `points` None: each question's own."""

    item: int | None = None
    count: int = 1
    wish: Mapping[str, str] = field(default_factory=dict)
    points: Fraction | None = None

    def dump(self) -> dict[str, Any]:
        """As it is stored."""
        said: dict[str, Any] = (
            {"draw": dict(self.wish), "count": self.count} if self.item is None else {"item": self.item}
        )
        return said if self.points is None else {**said, "points": str(self.points)}

    @property
    def name(self) -> str:
        """What tells this line from others, whatever it is worth and however many it draws: a form carries it."""
        what = self.item if self.item is not None else sorted(self.wish.items())
        return hashlib.sha256(repr(what).encode()).hexdigest()[:12]


Plan = tuple[Line, ...]


def read(stored: Sequence[Mapping[str, Any]]) -> Plan:
    """From what is stored."""
    return tuple(
        Line(
            item=each.get("item"),
            count=each.get("count", 1),
            wish=each.get("draw") or {},
            points=Fraction(each["points"]) if "points" in each else None,
        )
        for each in stored
    )


def dump(plan: Plan) -> list[dict[str, Any]]:
    """To be stored."""
    return [line.dump() for line in plan]


def size(plan: Plan) -> int:
    """How many questions a student gets."""
    return sum(line.count for line in plan)


def with_items(plan: Plan, items: Sequence[int]) -> Plan:
    """The plan with further questions at its end, none of them twice."""
    there = {line.item for line in plan}
    return (*plan, *(Line(item=each) for each in dict.fromkeys(items) if each not in there))[:MOST_LINES]


def moved(plan: Plan, place: int, by: int) -> Plan:
    """The plan with the line at `place` (from 0) one up (-1) or down (1); unchanged at its ends."""
    other = place + by
    if not (0 <= place < len(plan) and 0 <= other < len(plan)):
        return plan
    lines = list(plan)
    lines[place], lines[other] = lines[other], lines[place]
    return tuple(lines)


def without(plan: Plan, place: int) -> Plan:
    """The plan without the line at `place` (from 0)."""
    return tuple(line for each, line in enumerate(plan) if each != place)


def with_line(plan: Plan, place: int, line: Line) -> Plan:
    """The plan with a line put in at `place` (from 0)."""
    return (*plan[:place], line, *plan[place:])


def changed(plan: Plan, points: Sequence[Fraction | None], counts: Sequence[int]) -> Plan:
    """The plan with points and numbers of drawn questions written anew, line by line."""
    return tuple(
        replace(line, points=worth, count=line.count if line.item is not None else number)
        for line, worth, number in zip(plan, points, counts, strict=True)
    )
