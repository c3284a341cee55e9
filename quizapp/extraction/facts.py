"""Stage 5: the sentences as facts, the ones that carry the article first."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise, zip_longest

from quizapp.core.finding import names
from quizapp.core.kinds import Kind
from quizapp.extraction.clauses import lacking
from quizapp.extraction.cues import FULL, Cues
from quizapp.extraction.eligibility import reason_against
from quizapp.extraction.kinds import Reading, read_kind
from quizapp.extraction.lexicon import Lexicon, lexicon
from quizapp.extraction.people import full_names
from quizapp.extraction.quantities import Quantity, When, dates, quantities
from quizapp.extraction.sentences import Sentence

_TOKEN = re.compile(r"[\w][\w'-]*")
_SHORTEST_STEM = 4
_STEM = 6
_LEAD = (1.6, 1.1, 0.7, 0.4)
_DEPENDENT = frozenset({"leans-on-context", "no-subject", "points-elsewhere", "relative-time"})
UNUSABLE = frozenset({"fragment", "question", "damaged", "too-short"})
SHOWN = 12
TOLD_AFTER = "told-after"
"""The form of a reading whose holder stands in the next sentence."""
_LONG, _KEPT, _TOO_LONG = 28, 10, 34
_ADJUNCT = re.compile(
    r"(?<=[a-zà-ÿ0-9])(?:, (?:con|dopo|durante|nell'ambito|a seguito|in seguito|in vista|in occasione|in modo|per (?:poi|un|una|la|il)|nonché|e|ed|"
    r"quando|perché|poiché|dato che|visto che|in quanto|a causa|a partire|fino a|mettendo|come|richiesta|decisione|scelta|"
    r"with|after|during|following|as|when|because|since|before|in order|so that|and|amid|despite)| (?:quando|perché|because|when|after|dopo che|poiché)) (?=[a-zà-ÿ])"
)
"""What a whole clause may do without, where its sentence is far too long."""
_NOT_ONLY = re.compile(
    r"\b(?:non (?:sol)?tanto|non sol[oa](?:mente)?|not (?:only|just|merely)|both|sia|either|neither|né)\b"
)
"""What the other half of the sentence completes."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence with what was found in it; `reason` is why no question may stand on it alone, or None."""

    sentence: Sentence
    reading: Reading
    reason: str | None
    quantities: tuple[Quantity, ...]
    dates: tuple[When, ...]
    stems: frozenset[str]
    score: float


def facts_of(sentences: Sequence[Sentence], title: str, lang: str, cues: Cues) -> list[Fact]:
    """Every sentence as a fact, in the order of the article."""
    stems = [stems_of(sentence.shade, cues) for sentence in sentences]
    frequency = Counter(stem for each in stems for stem in each)
    heading = stems_of(title, cues)
    whole = [trimmed(opened(sentence, cues), lang, cues) for sentence in sentences]
    facts = [
        _fact(sentence, each, frequency, heading, lang, cues)
        for sentence, each in zip(resolved(whole, cues), stems, strict=True)
    ]
    return [told(fact, after, cues) for fact, after in zip_longest(facts, facts[1:])]


def told(fact: Fact, after: Fact | None, cues: Cues) -> Fact:
    """A statement that the next sentence gives to somebody («Lo ha detto …») is a claim, whatever its own words."""
    if after is None or not cues.told_after.match(after.sentence.shade) or fact.reading.form is not None:
        return fact
    kind = Kind.CLAIM if fact.reading.kind is Kind.FACT else fact.reading.kind
    return replace(fact, reading=replace(fact.reading, kind=kind, form=TOLD_AFTER))


def opened(sentence: Sentence, cues: Cues) -> Sentence:
    """The sentence without an opening connective («Tuttavia, »); what is left is still exact text."""
    match = cues.connective.match(sentence.shade)
    if match is None or sentence.in_quote:
        return sentence
    cut = match.end()
    return replace(
        sentence, start=sentence.start + cut, quote=sentence.quote[cut:], shade=sentence.shade[cut:], opened=True
    )


def resolved(sentences: Sequence[Sentence], cues: Cues) -> list[Sentence]:
    """A pronoun that opens a sentence, as the one person named in the two sentences before it."""
    found: list[Sentence] = []
    for place, sentence in enumerate(sentences):
        match = cues.pronoun_start.match(sentence.shade) if not sentence.in_quote else None
        name = _only_person([each.shade for each in sentences], place) if match else None
        found.append(replace(sentence, lead=name, skip=len(match[0])) if match and name else sentence)
    return found


def _only_person(shades: Sequence[str], place: int) -> str | None:
    """The one full name of the last two sentences, where nobody else is named in them or the last names that one alone."""
    everybody = full_names(" . ".join(shades[:place]))
    for near in (" . ".join(shades[max(0, place - 2) : place]), shades[place - 1] if place else ""):
        named = [name for name in everybody if names(name.split()[-1], near)]
        if len({name.split()[-1] for name in named}) == 1:
            return named[0]
    return None


def trimmed(sentence: Sentence, lang: str, cues: Cues) -> Sentence:
    """A long sentence up to its last side clause, unless that clause says who speaks or doubts."""
    if sentence.words <= _LONG or sentence.in_quote:
        return sentence
    ends = [*reversed(list(cues.side_clause.finditer(sentence.shade)))]
    if sentence.words > _TOO_LONG:
        ends += reversed(list(_ADJUNCT.finditer(sentence.shade)))
    for match in ends:
        kept, dropped = sentence.shade[: match.start()], sentence.shade[match.start() :]
        left = len(kept.split())
        if left < _KEPT:
            break
        if (
            left > _LONG
            or not _whole(kept, lang, cues)
            or kept.count('"') % 2
            or _NOT_ONLY.search(kept)
            or kept.count("(") != kept.count(")")
            or _TO_BE_LISTED.search(kept)
            or _bears(dropped, cues)
            or _GOES_ON.search(dropped)
        ):
            continue
        return replace(
            sentence, end=sentence.start + len(kept), quote=sentence.quote[: len(kept)], shade=kept, cut=True
        )
    return sentence


_GOES_ON = re.compile(
    r"[^,], (?:has|have|had|was|were|is|are|will|would|could|è|sono|ha|hanno|aveva|avevano|era|erano|sarà|saranno|sarebbe)\b"
)
"""The side clause ends, and the verb of the whole sentence comes after it."""
_TO_BE_LISTED = re.compile(
    r"\b(?:tutt[oiae]|qualcosa|niente|quest[oaei]|everything|everyone|something|nothing|these|those)$"
)
"""What is left says that the rest would tell what it means."""


def _whole(kept: str, lang: str, cues: Cues) -> bool:
    """Whether the main verb stands before any relative clause of what is kept."""
    opened = _SUBORDINATE.match(kept)
    main = _CLAUSE.split(kept.partition(", ")[2] if opened else kept)[0]
    if lang not in FULL:
        return cues.finite_verb.search(main) is not None
    table = lexicon(lang)
    said = [word.lower() for word in re.findall(r"[\w']+", main)[1:]]
    return any(
        word in table.auxiliaries or (_finite(word, table) and not (lang == "en" and after == "by"))
        for word, after in pairwise([*said, ""])
    )


def _finite(word: str, table: Lexicon) -> bool:
    """«chiede», 'asked'; not «guidato», which is a participle alone."""
    italian = table.language == "it" and word in table.participles
    return word in table.finite_verbs and word not in table.noun_like and not italian


_SUBORDINATE = re.compile(
    r"(?:[^:,]{2,30}: )?(?:While|Although|Though|When|If|Because|Since|As|Mentre|Sebbene|Benché|Quando|Se|Poiché|Siccome) "
)
_CLAUSE = re.compile(r",? (?:che|which|who|where|dove|cui|that) ")


def _bears(dropped: str, cues: Cues) -> bool:
    patterns = (cues.according, cues.speech, cues.reported)
    return '"' in dropped or any(pattern.search(dropped) for pattern in patterns)


@lru_cache(maxsize=2048)
def stems_of(shade: str, cues: Cues) -> frozenset[str]:
    """The content words of a text, cut to six letters; a country and its people are one word, whatever their letters."""
    tokens = {
        token
        for part in _TOKEN.findall(shade)
        for token in (part.lower().split("'") if "'" in part else (part.lower(),))
    }
    sides = _sides()
    return frozenset(
        sides.get(token, token[:_STEM])
        for token in tokens
        if len(token) >= _SHORTEST_STEM and token not in cues.stop_words
    )


@cache
def _sides() -> dict[str, str]:
    """«Russia», «russi» and 'Russian' under one sign: no side counts for more because its name is more regular."""
    tables = lexicon("it"), lexicon("en")
    named = {form: f"={people[0].code}" for table in tables for form, people in table.demonyms.items()}
    return named | {name.lower(): f"={code}" for table in tables for name, code in table.country_names.items()}


def key_facts(facts: Sequence[Fact]) -> list[Fact]:
    """At most twelve, best first, no two saying nearly the same (maximal marginal relevance)."""
    pool = [fact for fact in facts if fact.reason not in UNUSABLE]
    chosen: list[Fact] = []
    while pool and len(chosen) < SHOWN:
        best = max(pool, key=lambda fact: (fact.score - 1.5 * _nearest(fact, chosen), -fact.sentence.index))
        pool.remove(best)
        chosen.append(best)
    return chosen


def _nearest(fact: Fact, chosen: Sequence[Fact]) -> float:
    return max((len(fact.stems & each.stems) / max(1, len(fact.stems | each.stems)) for each in chosen), default=0.0)


def _fact(
    sentence: Sentence, stems: frozenset[str], frequency: Counter[str], heading: frozenset[str], lang: str, cues: Cues
) -> Fact:
    reading = read_kind(sentence.shade, sentence.quote, cues)
    reason = reason_against(sentence, cues, heading)
    if reason not in UNUSABLE:
        reason = _lacking(sentence, lang) or reason
    whens = dates(sentence.shade, cues)
    numbers = tuple(quantities(sentence.shade, lang, cues))
    score = _LEAD[sentence.index] if sentence.index < len(_LEAD) else 0.0
    score += 1.6 * len(stems & heading) / max(1, min(len(heading), 8))
    score += 0.9 * sum(math.log1p(frequency[stem] - 1) for stem in stems) / max(4, len(stems)) * 2
    score += 0.25 * min(2, len(numbers)) + 0.15 * min(2, len(whens)) + 0.2 * min(3, _names(sentence.shade))
    score += 0.25 * (reading.form is not None)
    score -= 0.5 * (sentence.in_quote) + 0.3 * (sentence.words > 45) + 0.6 * (sentence.words < 9)
    score -= 0.35 * (reason == "leans-on-context")
    return Fact(sentence, reading, reason, numbers, whens, stems, round(score, 4))


def _lacking(sentence: Sentence, lang: str) -> str | None:
    return lacking(sentence.lead + sentence.shade[sentence.skip :]) if lang == "it" else None


def _names(shade: str) -> int:
    return len(set(re.findall(r"(?:(?<=[a-zà-ÿ,'] )|(?<='))[A-ZÀ-Þ][\w-]{2,}", shade)))
