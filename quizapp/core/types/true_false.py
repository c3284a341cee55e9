"""`true_false`: is the statement in the stem true?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from quizapp.core.presentation import Group
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.types.choice import ChoiceBody
from quizapp.core.types.entries import carried, read_options
from quizapp.core.types.faults import fault, single_key_faults
from quizapp.core.wording import Wording

_WORDS = {"true": Wording("Vero", "True"), "false": Wording("Falso", "False")}


def truth_word(value: str, lang: str) -> str:
    """`true` or `false` in Italian, otherwise in English."""
    return _WORDS[value].say(lang)


@dataclass(frozen=True, slots=True)
class TrueFalseBody(ChoiceBody):
    """Exactly the options `true` and `false`, never shuffled; `correction` says what is true."""

    type: ClassVar[str] = "true_false"
    correction: str | None = None

    @classmethod
    def read(cls, reader: Reader) -> Self:
        """From plain data."""
        return cls(read_options(reader), reader.optional_text("correction"))

    def dump(self) -> dict[str, Any]:
        """Back to plain data."""
        data: dict[str, Any] = {"options": [option.dump() for option in self.options]}
        if self.correction is not None:
            data["correction"] = self.correction
        return data

    def groups(self) -> Sequence[Group]:
        """True before false, always."""
        return (Group(tuple(option.id for option in self.options)),)

    def carry_ids(self, older: Self) -> Self:
        """The options under their former ids."""
        return replace(self, options=carried(self.options, older.options, "o"))

    @property
    def statement_is_true(self) -> bool:
        """Whether the key is `true`."""
        return any(option.text == "true" and option.is_key for option in self.options)

    def secrets(self) -> tuple[str, ...]:
        """Feedback and correction."""
        feedback = tuple(option.feedback for option in self.options if option.feedback)
        return (*feedback, self.correction) if self.correction else feedback

    def faults(self) -> tuple[Problem, ...]:
        """Two options in order, one key, and a correction for a false statement."""
        if tuple(option.text for option in self.options) != ("true", "false"):
            return (fault("true-false-shape", "options"),)
        found = list(single_key_faults(self.options))
        if not found and not self.statement_is_true and not self.correction:
            found.append(fault("correction-missing"))
        return tuple(found)
