"""Stage 10: which drafts are ready, in what order, and which give each other away."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from quizapp.core import conflicts
from quizapp.extraction.draft import Draft

PROVEN: frozenset[str] = frozenset()
"""Families whose sound drafts are ready: those with at least 90 % accepted unedited of 30 judged or more, as
docs/drafting.md tells."""
JUDGED = frozenset({"it", "en"})
"""Languages in which those were judged; in any other no family is proven."""

CANDIDATES = frozenset({
    "gap-date", "gap-country", "gap-typed-name", "role", "gap-number", "gap-percent", "gap-money", "gap-typed-number",
    "true-false-verbatim", "true-false-lead", "true-false-swap", "short-answer", "matching", "who-said", "who-quoted", "speaker",
    "source", "ordering", "headline", "multiple-subjects", "who-told", "true-false-voiced",
    "true-false-dated", "gap-typed-dated", "kind-status", "true-false-first",
})  # fmt: skip
"""Families that may be proven."""

PRIOR = {
    "claim-status": 1.35, "who-said": 1.3, "classify-kinds": 1.25, "role": 1.15, "multiple-statements": 1.1, "gap-date": 0.7, "who-quoted": 1.1, "speaker": 1.35, "kind-status": 1.1, "gap-country": 0.85,
    "gap-percent": 1.0, "gap-money": 1.0, "gap-number": 0.95, "true-false-verbatim": 0.8, "true-false-lead": 1.5, "true-false-swap": 0.85, "true-false-turned": 0.8,
    "gap-typed-number": 1.05, "gap-typed-name": 1.0, "short-answer": 1.2, "matching": 1.3, "ordering": 1.2, "headline": 1.4, "source": 1.25, "multiple-subjects": 1.25,
    "true-false-first": 1.4, "who-told": 1.1, "true-false-voiced": 1.2, "true-false-dated": 1.15, "gap-typed-dated": 1.3, "gap-person": 1.15, "gap-body": 1.15, "gap-place": 1.0, "gap-phrase": 0.7, "cloze-parts": 0.75,
}  # fmt: skip
_RECALL = ("gap-date", "gap-number", "gap-percent", "gap-money", "gap-typed-number", "gap-typed-dated")
_RICH = 10
"""Sentences with a ready draft from which several may go into one question."""


def proven_in(lang: str) -> frozenset[str]:
    """The families of a language whose sound drafts are ready."""
    return PROVEN if lang in JUDGED else frozenset()


def assemble(drafts: Sequence[Draft], proven: frozenset[str]) -> list[Draft]:
    """Drafts with their drawer, best first; `conflicts` lists places in the answer.

    A sound draft (no flaw, one per sentence and focus) of a proven family is ready; every other is to check,
    the sound ones first.
    """
    for draft in drafts:
        draft.score = round(PRIOR[draft.family] * (1 + max(0.0, *(fact.score for fact in draft.facts))), 4)
        draft.drawer = "check" if draft.flaws or draft.doubtful or draft.family not in CANDIDATES else "ready"
    ranked = sorted(drafts, key=lambda each: (-each.score, each.facts[0].sentence.index, each.family))
    _balance(ranked)
    ranked.sort(key=lambda each: each.drawer != "ready")
    for draft in ranked:
        draft.sound = draft.drawer == "ready"
        draft.drawer = "ready" if draft.sound and draft.family in proven else "check"
    _keep_apart(ranked)
    return ranked


def _keep_apart(ranked: Sequence[Draft]) -> None:
    """Note of each draft which others must not stand beside it: the same focus, the same sentence, or a key shown."""
    clues = [_clues(draft) for draft in ranked]
    alike: defaultdict[Hashable, set[int]] = defaultdict(set)
    for place, draft in enumerate(ranked):
        for shared in (draft.focus, *clues[place].facts):
            alike[shared].add(place)
    apart = [
        alike[draft.focus].union(*(alike[fact] for fact in own.facts)) for draft, own in zip(ranked, clues, strict=True)
    ]
    for place, other in _giving_away(clues):
        apart[place].add(other)
        apart[other].add(place)
    for place, draft in enumerate(ranked):
        draft.conflicts = sorted(apart[place] - {place})


def _giving_away(clues: Sequence[conflicts.Clues]) -> Iterator[tuple[int, int]]:
    """Every draft of which another shows a key, with that other."""
    showing: dict[str, list[int]] = {}
    for place, own in enumerate(clues):
        for key in own.keys:
            if key not in showing:
                showing[key] = [at for at, each in enumerate(clues) if conflicts.shows(each, key)]
            yield from ((place, other) for other in showing[key] if other != place)


def _clues(draft: Draft) -> conflicts.Clues:
    keys = (draft.focus,) if len(draft.focus) > 1 else ()
    return conflicts.Clues(keys, draft.shows, frozenset(id(fact) for fact in draft.facts))


def _balance(ranked: list[Draft]) -> None:
    """One ready draft per sentence and focus, false statements at most a quarter, recall at most half."""
    ready = [draft for draft in ranked if draft.drawer == "ready"]
    single = [draft for draft in ready if len(draft.facts) == 1]
    many = [draft for draft in ready if len(draft.facts) > 1]
    rich = len({draft.facts[0].sentence.index for draft in single}) >= _RICH
    used: set[int] = set()
    foci: set[str] = set()
    for draft in [*many, *single] if rich else [*single, *many]:
        places = {fact.sentence.index for fact in draft.facts}
        if places & used or draft.focus in foci:
            draft.drawer = "check"
        else:
            used |= places
            foci.add(draft.focus)
    ready = [each for each in ranked if each.drawer == "ready"]
    _limit(ready, ("true-false-swap", "true-false-turned"), len(ready) // 4 or 1)
    _limit(ready, ("true-false-verbatim",), max(3, len(ready) // 2))
    ready = [each for each in ranked if each.drawer == "ready"]
    others = sum(each.family not in _RECALL for each in ready)
    _limit(ready, _RECALL, max(others, 1))


def _limit(ready: list[Draft], families: tuple[str, ...], most: int) -> None:
    seen: Counter[bool] = Counter()
    for draft in ready:
        if draft.family in families:
            seen[True] += 1
            if seen[True] > most:
                draft.drawer = "check"
