"""What the rules of a QTI 1.2 item give for each answer: points, feedback, and the ranges of numbers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from quizapp.formats.cloze_codes import number_of
from quizapp.formats.xmltree import Node

_GENERAL = frozenset({"correct_fb", "general_fb", "general_incorrect_fb"})


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers that earn the points: all from `low` to `high`, perhaps around `exact`; None where none can be read."""

    low: Decimal | None
    high: Decimal | None
    exact: Decimal | None
    said: str
    feedback: str | None


@dataclass(slots=True)
class Rules:
    """The keys of each response, the accepted texts, the ranges, and the feedback by answer."""

    right: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    typed: list[str] = field(default_factory=list)
    ranges: list[Range] = field(default_factory=list)
    feedback: dict[str, str] = field(default_factory=dict)
    unread: str | None = None
    """Points that are no number."""

    def keys(self, response: str) -> set[str]:
        """The names of the right answers of a response."""
        return self.right.get(response, set())


def rules_of(item: Node) -> Rules:
    """What an item's `resprocessing` says."""
    rules = Rules()
    for condition in item.all("respcondition"):
        asked = condition.first("conditionvar")
        if asked is None:
            continue
        told = [name for each in condition.nodes("displayfeedback") if (name := each.attributes.get("linkrefid", ""))]
        own = next((name for name in told if name not in _GENERAL), None)
        equals = [each for each in _asked(asked) if each.name == "varequal"]
        points = [number_of(each.text.strip()) for each in condition.nodes("setvar")]
        if None in points and rules.unread is None:
            rules.unread = next(each.text for each in condition.nodes("setvar") if number_of(each.text.strip()) is None)
        if any(number is not None and number[0] > 0 for number in points):
            for each in equals:
                rules.right[each.attributes.get("respident", "")].add(each.text.strip())
                rules.typed.append(each.text.strip())
            rules.ranges.append(_range(asked, equals, own))
        elif own and len(equals) == 1:
            rules.feedback[equals[0].text.strip()] = own
    return rules


def _asked(node: Node) -> Iterator[Node]:
    """The conditions that must hold, without those that must not."""
    for each in node.nodes():
        if each.name in {"and", "or"}:
            yield from _asked(each)
        elif each.name != "not":
            yield each


def _range(asked: Node, equals: list[Node], feedback: str | None) -> Range:
    """The numbers of a condition: one, or from one to another."""
    bounds = {
        each.name: each.text.strip() for each in _asked(asked) if each.name in {"vargte", "vargt", "varlte", "varlt"}
    }
    said = bounds.get("vargte") or bounds.get("vargt") or (equals[0].text.strip() if equals else "")
    exact = _value(equals[0].text) if equals else None
    if not bounds:
        return Range(exact, exact, exact, said, feedback)
    low = _value(bounds.get("vargte") or bounds.get("vargt") or "")
    high = _value(bounds.get("varlte") or bounds.get("varlt") or "")
    return Range(low, high, exact, said, feedback)


def _value(text: str) -> Decimal | None:
    found = number_of(text.strip())
    return found[0] if found and ":" not in text else None
