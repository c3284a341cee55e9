"""Every check, and `verify`."""

from datetime import date
from typing import Any

from quizapp.core.banks import UNKNOWN, Article, Rights
from quizapp.core.items import Item
from quizapp.core.problems import Problem
from quizapp.core.spans import sha256_of
from quizapp.verification import kinds, markers, quotes, sources, structure, time
from quizapp.verification.contract import Check

CHECKS: tuple[Check, ...] = (
    *structure.CHECKS,
    *markers.CHECKS,
    *quotes.CHECKS,
    *kinds.CHECKS,
    *time.CHECKS,
    *sources.CHECKS,
)
TEXT = "A Vienna fu firmato l’accordo il 3 marzo 2024."
SOUND: dict[str, Any] = {
    "id": "citta",
    "type": "choice",
    "lang": "it",
    "stem": "In quale città fu firmato l’accordo del 3 marzo 2024?",
    "kind": "fact",
    "as_of": "2024-03-03",
    "timing": "dated",
    "explanation": "Lo dice la prima frase.",
    "options": [
        {"text": "Vienna", "fraction": 1},
        {"text": "Ginevra", "fraction": 0, "feedback": "Non compare."},
    ],
    "evidence": [{"start": 0, "end": 46, "quote": TEXT}],
    "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}],
}
ARTICLE = Article(
    title="L’accordo",
    subtitle=None,
    outlet="Quotidia",
    author="Redazione",
    published=date(2024, 3, 4),
    retrieved=date(2024, 3, 4),
    url=UNKNOWN,
    licence="CC BY 4.0",
    origin="Quotidia",
    rights=Rights.FULL,
    purge_on=None,
    sources=(),
    sha256=sha256_of(TEXT),
    text=TEXT,
)


def verify(item: Item, article: Article | None) -> tuple[Problem, ...]:
    """Everything wrong with an item, errors first; paths lead into the item."""
    found = [problem for check in CHECKS for problem in check.problems(item, article)]
    return tuple(sorted(found, key=lambda problem: problem.severity != "error"))
