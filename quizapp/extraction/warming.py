"""The tables of the engine, read before they are needed."""

from functools import cache

from quizapp.extraction.engine import draft_article
from quizapp.intake.blocks import blocks_of

_SHORT = {
    "it": "Il 3 marzo 2024 l’Italia ha firmato l’accordo, ha detto la ministra Anna Rossi. La spesa è salita del 4%.",
    "en": "On 3 March 2024 Italy signed the treaty, minister Anna Rossi said. Spending rose by 4% in the year.",
}


@cache
def warm(lang: str) -> None:
    """Read those of a language: once in a process, most of a second and 24 MB, so before a transaction that drafts."""
    if lang in _SHORT:
        draft_article(_SHORT[lang], blocks_of(_SHORT[lang], lang), lang)
