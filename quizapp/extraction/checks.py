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
        ("leans-on-context", any(fact.reason and not (fact.reason == "relative-time" and context.published) for fact in draft.facts) and draft.family not in {"role", "who-said"}),
        ("bare-definite", _bare_definite(context, draft)),
        ("bare-noun", _bare_noun(context, draft)),
        ("mixed-kind", _mixed(draft)),
        ("unanchored", _unanchored(draft)),
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
    return touching and draft.family not in {"gap-date", "gap-country", "classify-kinds"}


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
    verb = context.cues.finite_verb.search(match["rest"])
    phrase = match["rest"][: verb.start()] if verb else match["rest"]
    return re.search(r"\b[A-ZÀ-Þ]", phrase) is None and _YEAR.search(phrase) is None


_OPENERS = {
    "it": frozenset("il lo la i gli le l un uno una nel nello nella nei negli nelle nell in a al allo alla ai agli alle all di del dello della dei degli delle dell da dal dalla dallo dai dagli dalle dall con per tra fra su sul sulla sui sugli sulle sull secondo stando durante contro verso dopo dal dall oltre circa più molti molte alcuni alcune tutti tutte ogni nessun nessuna due tre quattro cinque sei sette otto nove dieci mentre quando se anche non".split()),
    "en": None,
}


def _bare_noun(context: Context, draft: Draft) -> bool:
    """An Italian sentence that opens with a word that is neither article, preposition nor a proper name."""
    openers = _OPENERS[context.lang]
    if openers is None or draft.family in {"role", "who-said"}:
        return False
    return any(not _opens_well(context, fact.sentence.shade, openers) for fact in draft.facts)


def _opens_well(context: Context, shade: str, openers: frozenset[str]) -> bool:
    match = re.match(r"[\"(]*(\w+)('?)\s?(\S*)", shade)
    if match is None:
        return False
    word, following = match[1], match[3]
    if word.lower() in openers or word[0].isdigit() or following[:1].isupper():
        return True
    elsewhere = re.compile(rf"(?<=[a-zà-ÿ,;:'] ){re.escape(word)}\b|(?<='){re.escape(word)}\b")
    return elsewhere.search(context.shade) is not None or word.isupper()


def _mixed(draft: Draft) -> bool:
    return any(fact.reading.mixed for fact in draft.facts) and draft.family != "role"


_ANCHOR = re.compile(r"(?<=[a-zà-ÿ0-9,;:»'’] )(?:[A-ZÀ-Þ][\w'’-]+)|(?<=[’'])[A-ZÀ-Þ][\w-]+|\b(?:1[5-9]|20)\d\d\b|^[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]\w+")
_ANCHORS = {"true-false-verbatim": 2, "true-false-swap": 1, "multiple-statements": 1}


def _unanchored(draft: Draft) -> bool:
    """A statement that names nobody, no place and no year says too little by itself."""
    wanted = _ANCHORS.get(draft.family, 1 if draft.family.startswith("gap") else 0)
    texts = [str(each["text"]) for each in _options(draft)] if draft.type == "multiple" else [_asked(draft)]
    return any(len(set(_ANCHOR.findall(text))) < wanted for text in texts)


def _asked(draft: Draft) -> str:
    """The statement or the gapped sentence, without the words around it."""
    match = re.search(r"[«“](.*)[»”]$", draft.stem, re.DOTALL)
    return match[1] if match else draft.stem
