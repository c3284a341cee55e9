"""Stage 11 for drafts: what keeps one out of the ready drawer, by code."""

import re

from quizapp.core.kinds import Kind
from quizapp.core.text import words
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.families.common import bare

_LONGEST_STEM = 48
_GAP_LONGEST = 40
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def flaws_of(context: Context, draft: Draft) -> list[str]:
    """Every flaw of a draft, in the order of the catalogue."""
    checks = (
        ("options-doubled", _doubled(draft)),
        ("key-in-stem", _leaks(draft)),
        ("stem-too-long", len(draft.stem.split()) > _LONGEST_STEM),
        ("unbalanced", _unbalanced(draft.stem)),
        ("attribution-lost", _attribution_lost(context, draft)),
        ("loaded-term", _loaded(context, draft)),
        ("harm", _harm(context, draft)),
        ("true-elsewhere", _true_elsewhere(context, draft)),
        ("longest-key", _longest_key(draft)),
        ("leans-on-context", any(fact.reason for fact in draft.facts) and draft.family not in {"role", "who-said"}),
        ("bare-definite", _bare_definite(context, draft)),
        ("mixed-kind", _mixed(draft)),
    )
    return [code for code, found in checks if found]


def _options(draft: Draft) -> list[dict[str, object]]:
    return list(draft.own.get("options", []))


def _doubled(draft: Draft) -> bool:
    folded = [tuple(words(str(each["text"]))) for each in _options(draft)]
    return len(set(folded)) < len(folded)


def _leaks(draft: Draft) -> bool:
    if not draft.family.startswith("gap"):
        return False
    return re.search(rf"(?<![\w.,]){re.escape(draft.focus)}(?![\w]|[.,]\d)", draft.shows) is not None


def _unbalanced(stem: str) -> bool:
    pairs = (("«", "»"), ("“", "”"), ("(", ")"))
    return any(stem.count(one) != stem.count(other) for one, other in pairs) or stem.count('"') % 2 == 1


def _attribution_lost(context: Context, draft: Draft) -> bool:
    if draft.type != "true_false" and not draft.family.startswith("gap"):
        return False
    holder = draft.holder
    return draft.kind is Kind.CLAIM and (holder is None or bare(holder, context.lang).lower() not in draft.stem.lower())


def _loaded(context: Context, draft: Draft) -> bool:
    return context.cues.loaded.search(re.sub(r'["“][^"”]*["”]', "", draft.stem)) is not None


def _harm(context: Context, draft: Draft) -> bool:
    touching = any(context.cues.harm.search(fact.sentence.shade) for fact in draft.facts)
    return touching and draft.family in {"who-said", "role", "true-false-swap", "multiple-statements", "gap-number"}


def _true_elsewhere(context: Context, draft: Draft) -> bool:
    """A wrong value that stands in another sentence about the same things."""
    if not draft.family.startswith("gap"):
        return False
    own = draft.facts[0]
    for each in _options(draft):
        if each["fraction"] == 1:
            continue
        value = re.compile(rf"(?<![\w.,]){re.escape(str(each['text']))}(?![\w]|[.,]\d)")
        for fact in context.facts:
            if fact is not own and value.search(fact.sentence.shade) and len(fact.stems & own.stems) > 2:
                return True
    return False


def _longest_key(draft: Draft) -> bool:
    lengths = sorted((len(str(each["text"])), each["fraction"] == 1) for each in _options(draft))
    if draft.type != "choice" or len(lengths) < 2:
        return False
    return lengths[-1][1] and lengths[-1][0] > 1.5 * lengths[-2][0] and lengths[-1][0] > 12


def _bare_definite(context: Context, draft: Draft) -> bool:
    """A sentence that opens with «Il progetto …» or 'The model …' leans on what was said before."""
    if draft.family in {"role", "classify-kinds"}:
        return False
    return any(bare_definite(context, fact.sentence.shade) for fact in draft.facts if draft.family != "who-said")


_DEFINITE = {
    "it": re.compile(r"(?:Il|Lo|La|I|Gli|Le|L')\s?(?P<noun>[a-zà-ÿ]\w+)(?P<rest>(?: \S+){0,5})"),
    "en": re.compile(r"The (?P<noun>[a-z]\w+)(?P<rest>(?: \S+){0,5})"),
}


def bare_definite(context: Context, shade: str) -> bool:
    """Whether the first noun is definite and nothing near it names which one."""
    match = _DEFINITE[context.lang].match(shade)
    if match is None:
        return False
    return re.search(r"\b[A-ZÀ-Þ]", match["rest"]) is None and _YEAR.search(match["rest"]) is None


def _mixed(draft: Draft) -> bool:
    return any(fact.reading.mixed for fact in draft.facts) and draft.family != "role"
