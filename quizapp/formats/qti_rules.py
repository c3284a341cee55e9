"""The conditions of QTI's response processing that compare a typed answer: with what, how nearly, for which share."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from quizapp.formats.cloze_codes import number_of
from quizapp.formats.qti_nodes import attribute, kind_of, share_in, within
from quizapp.formats.xmltree import Node

_MODES = frozenset({"exact", "absolute", "relative"})
_TESTS = {"equal", "stringmatch", "match"}


@dataclass(frozen=True, slots=True)
class Branch:
    """One answer; `value` is None for anything else, `slack` the two tolerances as they are written."""

    value: str | None
    share: Fraction
    feedback: str | None
    mode: str = "exact"
    slack: str = ""
    cased: bool = True

    @property
    def tolerance(self) -> Decimal | None:
        """What a number may differ, as a share of it where `mode` is relative; None where it cannot be read."""
        if self.mode not in _MODES:
            return None
        if self.mode == "exact" or not self.slack.split():
            return Decimal(0)
        found = number_of(self.slack.split()[0])
        if found is None or ":" in self.slack:
            return None
        return found[0] / 100 if self.mode == "relative" else found[0]

    @property
    def lopsided(self) -> bool:
        """Whether a number may differ more to one side than to the other."""
        sides = [number_of(each) for each in self.slack.split()[:2]] if self.mode != "exact" else []
        return len(sides) > 1 and sides[0] != sides[1]


def unread_score(node: Node) -> str | None:
    """The first score that the conditions of an item give and that is no number."""
    for processing in within(node, "responseprocessing"):
        for branch in within(processing, "responseif", "responseelseif", "responseelse"):
            for said in _scores(branch):
                if share_in(said) is None:
                    return said
    return None


def branches(node: Node, response: str) -> list[Branch]:
    """The answers that the conditions of an item name for a response, in order."""
    processing = next(within(node, "responseprocessing"), None)
    for condition in processing.nodes() if processing else ():
        if kind_of(condition) == "responsecondition":
            found = list(_of(condition, response))
            if any(each.value is not None for each in found):
                return found
    return []


def _of(condition: Node, response: str) -> Iterator[Branch]:
    for branch in condition.nodes():
        share, feedback = _earned(branch)
        if kind_of(branch) == "responseelse":
            if share is not None:
                yield Branch(None, share, feedback)
            continue
        test = next((each for each in branch.nodes() if kind_of(each) in _TESTS), None)
        value = _compared(test, response) if test else None
        if test is not None and value is not None and share is not None:
            mode, slack = attribute(test, "toleranceMode") or "exact", attribute(test, "tolerance")
            yield Branch(value, share, feedback, mode, slack, attribute(test, "caseSensitive") != "false")


def _compared(test: Node, response: str) -> str | None:
    """The value that a response is compared with; None where something else is compared."""
    kinds = {kind_of(each): each for each in test.nodes()}
    if set(kinds) != {"variable", "basevalue"} or attribute(kinds["variable"], "identifier") != response:
        return None
    return kinds["basevalue"].text.strip()


def _earned(branch: Node) -> tuple[Fraction | None, str | None]:
    share = next((share_in(said) for said in reversed(list(_scores(branch)))), None)
    feedback = None
    for outcome, value in _set(branch):
        if not outcome.startswith("SCORE") and attribute(value, "baseType") == "identifier":
            feedback = value.text.strip()
    return share, feedback


def _scores(branch: Node) -> Iterator[str]:
    return (value.text for outcome, value in _set(branch) if outcome.startswith("SCORE"))


def _set(branch: Node) -> Iterator[tuple[str, Node]]:
    """The outcomes that a branch sets, each with its value."""
    for each in branch.nodes():
        value = next(within(each, "basevalue"), None) if kind_of(each) == "setoutcomevalue" else None
        if value is not None:
            yield attribute(each, "identifier").upper(), value
