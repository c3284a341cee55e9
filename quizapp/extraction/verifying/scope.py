"""Which flaws of a sentence concern a family: a role, a place or a date may be asked of a sentence not shown."""

from quizapp.extraction.draft import Draft

_CONTEXT = frozenset(
    {"leans-on-context", "bare-definite", "linked", "dangling", "not-central", "bare-noun", "surname-only"}
)
_WAIVED = {
    "headline": _CONTEXT | {"attribution-lost"},
    "source": frozenset({"bare-definite", "bare-noun"}),
    "ordering": frozenset({"not-central", "bare-noun"}),
}


def concerning(draft: Draft, codes: list[str]) -> list[str]:
    """The flaws of its sentences that a draft shares."""
    waived = _CONTEXT if draft.focus == "matching role" else _WAIVED.get(draft.family, frozenset())
    return [code for code in codes if code not in waived]
