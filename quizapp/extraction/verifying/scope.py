"""Which flaws of a sentence concern a family: a role, a place or a date may be asked of a sentence not shown."""

from quizapp.extraction.draft import Draft
from quizapp.extraction.families.asking import says_when

_CONTEXT = frozenset(
    {"leans-on-context", "bare-definite", "linked", "dangling", "not-central", "bare-noun", "surname-only"}
)
_WAIVED = {
    "headline": _CONTEXT | {"attribution-lost"},
    "short-answer": frozenset({"linked"}),
    "source": frozenset({"bare-definite", "bare-noun"}),
    "ordering": frozenset({"not-central", "bare-noun"}),
    "speaker": frozenset({"attribution-lost", "negative-stem"}),
    "who-quoted": frozenset({"not-central"}),
    "who-told": frozenset({"not-central", "true-elsewhere"}),
}


_DATED = frozenset(
    {
        "short-answer",
        "multiple-subjects",
        "matching",
        "ordering",
        "source",
        "speaker",
        "headline",
        "gap-typed-number",
        "gap-typed-dated",
        "gap-typed-name",
    }
)


def own_flaws(draft: Draft, heading: str) -> list[str]:
    """A question of these families that says neither when it holds nor, by its title, of which article."""
    told = says_when(draft.stem) or (heading and heading in draft.stem)
    return ["undated"] if draft.family in _DATED and not told else []


def concerning(draft: Draft, codes: list[str]) -> list[str]:
    """The flaws of its sentences that a draft shares."""
    waived = _CONTEXT if draft.focus == "matching role" else _WAIVED.get(draft.family, frozenset())
    return [code for code in codes if code not in waived]
