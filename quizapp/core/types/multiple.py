"""`multiple`: every right answer out of several, with a rule for partial credit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any, ClassVar, Self

from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.responses import ChosenSet, Response, Submission, Unreadable
from quizapp.core.spans import Span
from quizapp.core.types.contract import Remark
from quizapp.core.types.entries import Option, carried, group_of, read_options, written
from quizapp.core.types.faults import fault, option_faults


class Rule(StrEnum):
    """Partial credit, as in formula 7 of `docs/glossary.md`."""

    NET_CORRECT = "net-correct"
    ALL_OR_NOTHING = "all-or-nothing"
    EACH_ANSWER = "each-answer"
    WEIGHTS = "weights"


@dataclass(frozen=True, slots=True)
class MultipleBody:
    """Options of which those with a positive share are keys; the mark follows `rule`, from 0 to 1."""

    type: ClassVar[str] = "multiple"
    options: tuple[Option, ...]
    rule: Rule = Rule.NET_CORRECT

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(read_options(reader), reader.one_of("rule", Rule, Rule.NET_CORRECT))

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        return {"rule": self.rule.value, "options": [option.dump() for option in self.options]}

    def groups(self) -> Sequence[Group]:
        """One group of options, shuffled but for the pinned ones."""
        return (group_of(self.options),)

    def carry_ids(self, older: Self) -> Self:
        """The options under their former ids."""
        return replace(self, options=carried(self.options, older.options, "o"))

    def parse(self, submission: Submission) -> Response | Unreadable:
        """The set of chosen options, at least one."""
        entries = submission.entries()
        if isinstance(entries, Unreadable):
            return entries
        return ChosenSet(frozenset(entries)) if entries else Unreadable("empty")

    def store(self, response: ChosenSet) -> dict[str, Any]:
        """`{"options": [ids]}` in the body's order."""
        return {"options": [option.id for option in self.options if option.id in response.entries]}

    def restore(self, stored: Mapping[str, Any]) -> Response:
        """From `{"options": [ids]}`."""
        return ChosenSet(frozenset(stored["options"]))

    def fields(self, response: ChosenSet, code: Callable[[str], str]) -> dict[str, list[str]]:
        """One field with the public ids of the chosen options."""
        return {"answer": [code(option.id) for option in self.options if option.id in response.entries]}

    def words(self, response: ChosenSet) -> list[str]:
        """The chosen options."""
        return [option.text for option in self.options if option.id in response.entries]

    def chosen(self, response: ChosenSet) -> frozenset[str]:
        """The chosen options, by id."""
        return response.entries

    def mark(self, response: ChosenSet) -> Fraction:
        """The share by the item's rule, for c keys, n options, t keys and w distractors chosen.

        net-correct max(0, (t − w)/c); all-or-nothing 1 if t = c and w = 0; each-answer
        (t + (n − c − w))/n; weights: the sum of the chosen shares, kept within 0 and 1.
        """
        chosen = [option for option in self.options if option.id in response.entries]
        right = sum(option.is_key for option in chosen)
        wrong = len(chosen) - right
        keys = sum(option.is_key for option in self.options)
        match self.rule:
            case Rule.NET_CORRECT:
                return max(Fraction(0), Fraction(right - wrong, keys))
            case Rule.ALL_OR_NOTHING:
                return Fraction(int(right == keys and wrong == 0))
            case Rule.EACH_ANSWER:
                return Fraction(right + len(self.options) - keys - wrong, len(self.options))
            case Rule.WEIGHTS:
                return min(Fraction(1), max(Fraction(0), sum((o.fraction for o in chosen), Fraction(0))))

    def remarks(self, response: ChosenSet) -> tuple[Remark, ...]:
        """The feedback of every option that was judged wrongly, and of those chosen."""
        return tuple(
            Remark(option.id, option.feedback)
            for option in self.options
            if option.feedback and (option.is_key or option.id in response.entries)
        )

    def state(self, option: Option, response: ChosenSet | None) -> str:
        """How the outcome page shows an option: `right`, `wrong`, `missed` or `other`."""
        chosen = response is not None and option.id in response.entries
        if option.is_key:
            return "right" if chosen or response is None else "missed"
        return "wrong" if chosen else "other"

    def texts(self) -> tuple[str, ...]:
        """The options."""
        return tuple(option.text for option in self.options)

    def keys(self) -> tuple[str, ...]:
        """The right options."""
        return tuple(option.text for option in self.options if option.is_key)

    def secrets(self) -> tuple[str, ...]:
        """Every feedback."""
        return tuple(option.feedback for option in self.options if option.feedback)

    def spans(self) -> tuple[Span, ...]:
        """None: evidence belongs to the item."""
        return ()

    def faults(self) -> tuple[Problem, ...]:
        """Two options or more, all different, at least one key and one distractor, shares that fit the rule."""
        found = list(option_faults(self.options))
        keys = [option for option in self.options if option.is_key]
        if not keys:
            found.append(fault("key-missing", "options"))
        elif len(keys) == len(self.options):
            found.append(fault("key-everything", "options"))
        if self.rule is not Rule.WEIGHTS:
            found.extend(
                fault(
                    "fraction-not-for-rule",
                    "options",
                    place,
                    "fraction",
                    rule=self.rule.value,
                    fraction=written(option.fraction),
                )
                for place, option in enumerate(self.options)
                if option.fraction not in {0, 1}
            )
        return tuple(found)
