"""What is wrong with an input, where, and in whose words."""

from dataclasses import dataclass, field
from typing import Literal

from quizapp.core.wording import Wording

Path = tuple[str | int, ...]
Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: a code, the place in the data, and the sentence to show."""

    code: str
    path: Path
    wording: Wording
    values: dict[str, object] = field(default_factory=dict)
    severity: Severity = "error"

    def say(self, language: str) -> str:
        """The sentence in the reader's language."""
        return self.wording.say(language, **{name: _shown(value, language) for name, value in self.values.items()})

    def under(self, *prefix: str | int) -> "Problem":
        """The same problem seen from further out in the data."""
        return Problem(self.code, (*prefix, *self.path), self.wording, self.values, self.severity)


_MOST_SHOWN = 200
"""Signs of somebody's text that a sentence repeats."""


def _shown(value: object, language: str) -> object:
    """A value as a sentence repeats it: words in the reader's language, a long text cut."""
    if isinstance(value, Wording):
        return value.say(language)
    return f"{value[:_MOST_SHOWN]}…" if isinstance(value, str) and len(value) > _MOST_SHOWN else value
