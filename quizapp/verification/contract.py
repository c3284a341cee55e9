"""What a check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from quizapp.core.banks import Article
from quizapp.core.items import Item
from quizapp.core.problems import Path, Problem, Severity
from quizapp.core.wording import Wording
from quizapp.verification.hints import HINTS

Found = Iterable[tuple[Path, dict[str, object]]]
Find = Callable[[Item, Article | None], Found]


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its code, its words, what finds it, and the shortest item that breaks it.

    `example` changes the sound item of `catalogue.SOUND`: keys replace, None takes away.
    """

    code: str
    wording: Wording
    find: Find
    example: dict[str, Any]
    severity: Severity = "error"

    @property
    def hint(self) -> Wording:
        """What to do about it, for the editor and the documentation."""
        return HINTS[self.code]

    def problems(self, item: Item, article: Article | None) -> list[Problem]:
        """Where the item breaks this rule."""
        return [
            Problem(self.code, path, self.wording, values, self.severity) for path, values in self.find(item, article)
        ]
