"""Stage 7: one module per family of questions; each turns facts into drafts or stays silent."""

from collections.abc import Callable

from quizapp.extraction.cues import FULL
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.families import (
    answers,
    attributing,
    claims,
    gaps,
    headlines,
    kinds,
    lands,
    matches,
    names,
    numbers,
    orders,
    organs,
    persons,
    quoting,
    roles,
    several,
    sources,
    speakers,
    statements,
    towns,
    voices,
)

FAMILIES: tuple[Callable[[Context], list[Draft]], ...] = (
    claims.draft,
    voices.draft,
    speakers.draft,
    quoting.draft,
    attributing.draft,
    kinds.draft,
    roles.draft,
    statements.draft,
    gaps.draft,
    lands.draft,
    numbers.draft,
    answers.draft,
    names.draft,
    persons.draft,
    organs.draft,
    towns.draft,
    orders.draft,
    matches.draft,
    several.draft,
    sources.draft,
    headlines.draft,
)
PLAIN: tuple[Callable[[Context], list[Draft]], ...] = (statements.draft, gaps.draft, numbers.draft)
"""What a language without names and verbs in its tables allows: figures, dates and statements."""


def families_of(lang: str) -> tuple[Callable[[Context], list[Draft]], ...]:
    """The families of a language."""
    return FAMILIES if lang in FULL else PLAIN
