"""Stage 11 for drafts: what keeps one out of the ready drawer, by code."""

import re
from collections.abc import Sequence

from quizapp.core.finding import bounded, told
from quizapp.core.kinds import Kind
from quizapp.core.text import words
from quizapp.extraction.cues import FULL
from quizapp.extraction.doubting import MILD
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.families.numbers import primary
from quizapp.extraction.families.offices import offices
from quizapp.extraction.framing import title_of
from quizapp.extraction.leaning import anchors, dangling, opens_bare, short_named
from quizapp.extraction.lexicon import harms_in, lexicon
from quizapp.extraction.patterns import said_in
from quizapp.extraction.people import full_names
from quizapp.extraction.saying import bare, touches_casualties

VOICED = frozenset({"who-said", "who-quoted", "who-told", "speaker"})
"""Families that show what is said, not the sentence that says so."""
_WORD_FOR_WORD = ("true-false-verbatim", "true-false-lead", "true-false-first", "true-false-voiced", "true-false-dated")
_LONGEST_STEM = 48
_GAP_LONGEST = 40
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def flaws_of(context: Context, draft: Draft) -> list[str]:
    """Every flaw of a draft, in the order of the catalogue."""
    checks = (
        ("options-doubled", _doubled(draft)),
        ("key-in-stem", _leaks(draft)),
        ("stem-too-long", len(draft.stem.replace(_heading(context, draft), "").split()) > _LONGEST_STEM),
        ("unbalanced", _unbalanced(draft.stem)),
        ("attribution-lost", _attribution_lost(context, draft)),
        ("loaded-term", _loaded(context, draft)),
        ("harm", _harm(context, draft)),
        ("true-elsewhere", _true_elsewhere(context, draft)),
        ("longest-key", _longest_key(draft)),
        (
            "leans-on-context",
            any(fact.reason and not (fact.reason == "relative-time" and context.published) for fact in draft.facts)
            and draft.family not in {"role", "claim-status"} | VOICED,
        ),
        ("bare-definite", _bare_definite(context, draft)),
        ("linked", _linked(context, draft)),
        ("dangling", _dangling(context, draft)),
        ("surname-only", _surname_only(context, draft)),
        ("not-central", _not_central(context, draft)),
        ("undated", not _YEAR.search(draft.stem) and draft.family in _DATED and not _heading(context, draft)),
        ("trivial", _trivial(context, draft)),
        ("bare-noun", _bare_noun(context, draft)),
        ("mixed-kind", _mixed(draft)),
        ("unanchored", _unanchored(context, draft)),
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
    return told(draft.focus, draft.shows)


def _unbalanced(stem: str) -> bool:
    pairs = (("«", "»"), ("“", "”"), ("(", ")"))
    return any(stem.count(one) != stem.count(other) for one, other in pairs) or stem.count('"') % 2 == 1


def _attribution_lost(context: Context, draft: Draft) -> bool:
    if draft.type != "true_false" and not draft.family.startswith("gap"):
        return False
    holder = draft.holder
    return draft.kind is Kind.CLAIM and (holder is None or bare(holder, context.lang).lower() not in draft.stem.lower())


def _loaded(context: Context, draft: Draft) -> bool:
    return said_in(context.cues.loaded, re.sub(r'["“][^"”]*["”]', "", draft.stem))


def _harm(context: Context, draft: Draft) -> bool:
    """Crime, illness, minors, casualties: asked about by nothing that makes up a figure or a statement, and never where
    somebody private is named or people are counted."""
    if any(_UNFIT.search(fact.sentence.shade) for fact in draft.facts):
        return True
    about = context.grave and any(_private(context, fact) or _nameless(context, fact) for fact in draft.facts)
    if about and draft.family not in VOICED:
        return True
    touching = [fact for fact in draft.facts if context.touches_harm(fact.sentence.shade)]
    if draft.family in _MAKING_NOTHING_UP:
        return any(
            _private(context, fact) or _accused(context, fact) or touches_casualties(context, fact) for fact in touching
        )
    return bool(touching) and draft.family not in {"gap-country", "classify-kinds"}


_UNFIT = re.compile(
    r"\b(?:penis(?:es)?|vaginas?|genitals?|genital[ei]|porn\w*|erotic\w*|orgasm\w*|sex toys?|masturbat\w*|masturbazion\w*|striptease)\b",
    re.IGNORECASE,
)
"""What no class is asked about, news or not."""
_MAKING_NOTHING_UP = frozenset({"who-told", "kind-status", *_WORD_FOR_WORD, "gap-date", "gap-typed-name"})


def _private(context: Context, fact: Fact) -> bool:
    """Whether a sentence names a person without a public office beside the name."""
    named = full_names(fact.sentence.shade) if context.lang in FULL else ()
    held = {each.person for each in offices(context)} if named else set()
    return any(name in context.people and name not in held for name in named)


_NAMELESS = re.compile(
    r"\b(?:uomo|donna|ragazz[oaie]|bambin[oaie]|giovane|anzian[oa]|vittima|\d{1,3}enne|(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant)\w{0,8}enne|(?:un|do|tre|quattor|quin|se|dici)\w{2,8}enne|minorenne|fidanzat[oa]|marito|moglie|figli[oa]|"
    r"turista|passante|pensionat[oa]|automobilista|motociclista|ciclista|conducente|coniug\w+|titolare|residente|famiglia)\b",
    re.IGNORECASE,
)


def _nameless(context: Context, fact: Fact) -> bool:
    """Whether an Italian sentence speaks of somebody private without a name: «un quarantenne», «la ragazza»."""
    return context.lang == "it" and _NAMELESS.search(fact.sentence.shade) is not None


_ACCUSED = re.compile(
    r"\b(?:arrest|charged|accus|indict|jailed|convict|sentenced|imputat|indagat|incarcerat|condannat)\w*", re.IGNORECASE
)


def _accused(context: Context, fact: Fact) -> bool:
    """Whether a sentence of crime says of somebody by name that they are accused or sentenced, whoever they are, or
    tells of a crime against minors."""
    shade = fact.sentence.shade
    named = context.lang in FULL and any(name in context.people for name in full_names(shade))
    harms = harms_in(shade, lexicon(context.lang))
    return "crime" in harms and ("minors" in harms or (named and _ACCUSED.search(shade) is not None))


def _true_elsewhere(context: Context, draft: Draft) -> bool:
    """A wrong value that stands in another sentence about the same things."""
    if not draft.family.startswith("gap"):
        return False
    own = draft.facts[0]
    for each in _options(draft):
        if each["fraction"] == 1:
            continue
        said = str(each["text"])
        if said not in context.shade:
            continue
        for fact in context.facts:
            if fact is not own and told(said, fact.sentence.shade) and context.same_things(fact, own):
                return True
    return False


def _longest_key(draft: Draft) -> bool:
    lengths = sorted((len(str(each["text"])), each["fraction"] == 1) for each in _options(draft))
    if draft.type != "choice" or len(lengths) < 2:
        return False
    return lengths[-1][1] and lengths[-1][0] > 1.5 * lengths[-2][0] and lengths[-1][0] > 12


def _bare_definite(context: Context, draft: Draft) -> bool:
    """A sentence that opens with «Il progetto …» or 'The model …' leans on what was said before; under the title of its
    article it is only doubtful."""
    if _heading(context, draft) or draft.family in {"role", "classify-kinds", "claim-status"} | VOICED:
        return False
    return any(opens_bare(context, fact) for fact in draft.facts)


def _heading(context: Context, draft: Draft) -> str:
    """The title, where the question shows it."""
    title = title_of(context)
    return title if title and title in draft.stem else ""


_NEAR_START = 10
_DATED = frozenset(
    {
        "gap-country",
        "gap-date",
        "gap-number",
        "gap-percent",
        "gap-money",
        *_WORD_FOR_WORD,
        "true-false-swap",
        "true-false-turned",
        "kind-status",
        "claim-status",
        "role",
    }
)
_CENTRAL = 2
_UPPER, _MIDDLE = 0.5, 0.75


def _linked(context: Context, draft: Draft) -> bool:
    """An «invece» or 'then' near the start of what is asked; «anche» and 'also' say less and are doubted elsewhere."""
    if draft.family in {"role"} | VOICED:
        return False
    openings = (" ".join(fact.sentence.shade.split()[:_NEAR_START]) for fact in draft.facts)
    return any(match[0] not in MILD for opening in openings for match in context.cues.linking.finditer(opening))


def _dangling(context: Context, draft: Draft) -> bool:
    """A definite noun that an earlier sentence brought in, without the title over it: the reader of the question does not
    know which."""
    if _heading(context, draft) or draft.family in {"role"} | VOICED:
        return False
    return any(dangling(context, fact) for fact in draft.facts)


def _surname_only(context: Context, draft: Draft) -> bool:
    """A person by surname whom the article names in full elsewhere."""
    if draft.family in VOICED:
        return False
    return any(short_named(context, fact, _heading(context, draft)) for fact in draft.facts)


def _not_central(context: Context, draft: Draft) -> bool:
    """A sentence to be repeated that neither opens the article nor speaks of what its title speaks of, nor ranks among
    the best: a figure or a name may be worth asking of any sentence."""
    if draft.family not in _WEIGHED:
        return False
    heading = stems_of(context.title, context.cues)
    return any(not _central(fact, context.ranked, heading) for fact in draft.facts)


def _central(fact: Fact, ranked: Sequence[float], heading: frozenset[str]) -> bool:
    place = ranked.index(fact.score) / len(ranked)
    return place < _UPPER or (place < _MIDDLE and len(fact.stems & heading) >= _CENTRAL)


_WEIGHED = frozenset({"multiple-statements", "kind-status", "claim-status", "classify-kinds"})
_COUNTED = frozenset({"gap-number", "gap-percent", "gap-money"})


def _trivial(context: Context, draft: Draft) -> bool:
    """A birth, an hour of the day, or a figure beside the point of its sentence."""
    fact = draft.facts[0]
    if context.cues.born.search(fact.sentence.shade) is not None and draft.family != "role":
        return True
    if draft.family in _STATED and _HOUR.search(fact.sentence.shade):
        return True
    if draft.family in _COUNTED:
        return not any(primary(fact, each) for each in fact.quantities if each.text.lower() == draft.focus)
    return False


_STATED = frozenset(
    {
        *_WORD_FOR_WORD,
        "true-false-swap",
        "true-false-turned",
        "multiple-statements",
        "gap-typed-name",
        "gap-country",
    }
)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d{2}\b(?!\s?%)|\b(?:UTC|GMT|BST|CET)\b|\bore \d|\blocal time\b|\b\d (?:a\.m|p\.m)\b")


_OPENERS = {
    "it": frozenset(
        "il lo la i gli le l un uno una nel nello nella nei negli nelle nell in a al allo alla ai agli alle all di del dello della dei degli delle dell da dal dalla dallo dai dagli dalle dall con per tra fra fino fonti grazie ad ieri oggi domani stamattina lunedì martedì mercoledì giovedì venerdì sabato domenica su sul sulla sui sugli sulle sull secondo stando durante contro verso dopo dal dall oltre circa più molti molte alcuni alcune tutti tutte ogni nessun nessuna due tre quattro cinque sei sette otto nove dieci mentre quando se anche non".split()
    ),
    "en": None,
}


def _bare_noun(context: Context, draft: Draft) -> bool:
    """An Italian sentence that opens with a word that is neither article, preposition nor a proper name."""
    openers = _OPENERS.get(context.lang)
    if openers is None or draft.family in {"role"} | VOICED:
        return False
    return any(not _opens_well(context, fact.sentence.shade, openers) for fact in draft.facts)


def _opens_well(context: Context, shade: str, openers: frozenset[str]) -> bool:
    match = re.match(r"[\"(]*(\w+)('?)\s?(\S*)", shade)
    if match is None:
        return False
    word, following = match[1], match[3]
    if word.lower() in openers or word[0].isdigit() or following[:1].isupper():
        return True
    return word.isupper() or any(
        _INSIDE.search(context.shade[max(0, start - 2) : start]) for start in bounded(word, context.shade)
    )


_INSIDE = re.compile(r"[a-zà-ÿ,;:'] \Z|'\Z")
"""What stands before a word within a sentence."""


def _mixed(draft: Draft) -> bool:
    return any(fact.reading.mixed for fact in draft.facts) and draft.type in {"true_false", "multiple"}


_ANCHORS = {
    **dict.fromkeys(_WORD_FOR_WORD, 2),
    "true-false-swap": 1,
    "true-false-turned": 1,
    "multiple-statements": 1,
}


def _unanchored(context: Context, draft: Draft) -> bool:
    """A statement that names nobody, no place and no year says too little by itself."""
    wanted = _ANCHORS.get(draft.family, 1 if draft.family.startswith("gap") else 0)
    if _heading(context, draft):
        return False
    texts = [str(each["text"]) for each in _options(draft)] if draft.type == "multiple" else [_asked(context, draft)]
    return any(anchors(text) < wanted for text in texts)


def _asked(context: Context, draft: Draft) -> str:
    """The statement or the gapped sentence, without the words around it."""
    mark = "“" if context.lang == "en" else "«"
    return draft.stem[draft.stem.rfind(mark) + 1 :].rstrip("»”\u00a0")
