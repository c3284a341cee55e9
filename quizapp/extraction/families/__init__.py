"""Stage 7: one module per family of questions; each turns facts into drafts or stays silent."""

from collections.abc import Callable

from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.families import gaps, kinds, lands, roles, statements, voices

FAMILIES: tuple[Callable[[Context], list[Draft]], ...] = (
    voices.draft,
    kinds.draft,
    roles.draft,
    statements.draft,
    gaps.draft,
    lands.draft,
)
