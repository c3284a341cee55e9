"""Who holds which public office, as the article words it beside a full name."""

import re
from dataclasses import dataclass
from functools import cache

from quizapp.core.finding import bounded
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.people import full_names

_LONGEST = 10
_NEAR = 200
"""Characters before a name that an office of so many words is first looked for in."""
_SHORTEST = 2
_PREPOSITIONS = {
    "it": frozenset("di del dello della dell' dei degli delle alla allo agli ai alle all' per d' e ed".split()),
    "en": frozenset("of for to the and".split()),
}
_PLAIN = {
    "it": frozenset(
        "generale federale uscente delegato delegata straordinario esecutivo esecutiva europeo europea aggiunto aggiunta "
        "nazionale provinciale regionale permanente militare speciale onorario emerito".split()
    ),
    "en": frozenset(
        "general executive prime foreign deputy vice interim acting chief defence defense finance interior".split()
    ),
}
_POLITE = frozenset("dr mr mrs ms prof sir dott dottor dottoressa".split())
_OPENERS = frozenset("the in on at as a an by for from with and when after but if to of while since although".split())
_LEADING = {"it": frozenset("primo prima alto alta vice".split()), "en": _PLAIN["en"]}
_PAST = re.compile(r"(?:\bex[- ]|\bformer |\bgià |\bthen[- ]|\bformer[- ]|\bthen-[\w-]+ )$", re.IGNORECASE)
_TOKEN = re.compile(r"[\w-]+'?|,")


@dataclass(frozen=True, slots=True)
class Office:
    """A person, their office in the article's words, and the sentence that says so."""

    person: str
    role: str
    fact: Fact


def offices(context: Context) -> list[Office]:
    """Every person with one office in the article, in order; nobody with two or with a former one."""
    found: dict[str, list[Office]] = {}
    for fact in context.facts:
        for person in context.people:
            if person not in fact.sentence.shade:
                continue
            for start in bounded(person, fact.sentence.shade):
                if span := _before(context, fact.sentence.shade, start) or _after(
                    context, fact.sentence.shade, start + len(person)
                ):
                    found.setdefault(person, []).append(Office(person, fact.sentence.quote[slice(*span)], fact))
    return [
        held[0]
        for held in found.values()
        if len({each.role.lower() for each in held}) == 1 and _an_office(held[0].role, context.people, context.lang)
    ]


def office_before(context: Context, shade: str, end: int) -> int | None:
    """Where the office begins that stands right before a name; None where none does."""
    span = _before(context, shade, end)
    return span[0] if span else None


def _an_office(role: str, people: list[str], lang: str) -> bool:
    """One office of one person, which is no name: not «deputati del PRC», «presidente di turno», 'Winston Duke'."""
    words = re.findall(r"[\w-]+", role)
    table = lexicon(lang).role_nouns
    heads = [word for word in words if word.lower() in _heads(lang) and not (lang == "it" and word[:1].isupper())]
    if lang == "it" and len(heads) > 1 and words.index(heads[1]) != words.index(heads[0]) + 1:
        return False
    if _HALF.search(role) or words[0].lower() in _NO_OFFICE:
        return False
    single = all(any(each.number in {"s", ""} for each in table[word.lower()]) for word in heads[:1])
    named = any(set(name.split()) & set(words) for name in people) or _two_names(role)
    return single and not named and len(words[-1]) > 1 and len(heads) <= _MOST_HEADS[lang]


_NO_OFFICE = frozenset(
    "only candidate fellow incoming outgoing another other unico unica solo candidato candidata".split()
)
_HALF = re.compile(r"^(?:incumbent|current|then|former|ex|attuale|allora)\b|\bturno$", re.IGNORECASE)


def _two_names(role: str) -> bool:
    """«assessore alla Cultura Lorella Di Giovanni»: a role that runs into the next person."""
    return bool(full_names(role))


_MOST_HEADS = {"it": 2, "en": 2}


@cache
def _heads(lang: str) -> frozenset[str]:
    table = lexicon(lang).role_nouns
    return frozenset(word for word, readings in table.items() if any(each.public for each in readings))


def _before(context: Context, shade: str, end: int) -> tuple[int, int] | None:
    """«ministro degli Esteri italiano» right before the name, a comma between them or not."""
    lang = context.lang
    tokens = _last_tokens(shade, end)
    apart = bool(tokens) and tokens[-1][0] == ","
    if apart:
        tokens.pop()
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place][0].lower()
        if apart and lang == "en" and word in _heads(lang) and not tokens[place][0].islower():
            return None  # «Winston Duke, Mark Ruffalo»: a list of names as likely as an office
        if word in _heads(lang):
            first = _extended(tokens, place, lang)
            span = tokens[first][1], tokens[-1][2]
            if _whole(shade, span, tokens[first:], lang) and not _PAST.search(shade, max(span[0] - _NEAR, 0), span[0]):
                return None if shade[: span[0]].endswith(("'s ", " of ", " of the ")) else span
        if not _inside(tokens[place][0], tokens[place - 1][0] if place else "", lang):
            return None
    return None


def _last_tokens(shade: str, end: int) -> list[tuple[str, int, int]]:
    """As many as an office may have and one more, with their places, without those of a whole long sentence."""
    reach = _NEAR
    while True:
        begin = max(end - reach, 0)
        tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(shade, begin, end)]
        if begin == 0 or len(tokens) > _LONGEST + 1:  # the first may be half a word
            return tokens[-_LONGEST - 1 :]
        reach *= 2


def _extended(tokens: list[tuple[str, int, int]], place: int, lang: str) -> int:
    """Where the office begins: «primo» before «ministro», 'US' before 'Secretary'."""
    first = place
    while first > 0:
        word = tokens[first - 1][0]
        named = lang == "en" and word.lower() not in _OPENERS and word[:1].isupper()
        if word.lower() not in _LEADING[lang] and word.lower() not in _heads(lang) and not named:
            break
        first -= 1
    return first


def _inside(word: str, before: str, lang: str) -> bool:
    """Whether a word may stand within the name of an office."""
    low = word.lower()
    return (
        low in _PREPOSITIONS[lang]
        or low in _PLAIN[lang]
        or low in lexicon(lang).demonyms
        or (word[:1].isupper() and word != ",")
        or before.lower() in _PREPOSITIONS[lang]
        or low in _heads(lang)
    )


def _whole(shade: str, span: tuple[int, int], tokens: list[tuple[str, int, int]], lang: str) -> bool:
    """An office of two words or more that ends in no preposition."""
    text = shade[slice(*span)]
    words = [token[0] for token in tokens]
    return (
        _SHORTEST <= len(words) <= _LONGEST
        and words[-1].lower() not in _PREPOSITIONS[lang] | _POLITE
        and text.count("(") == text.count(")")
        and "," not in text
        and '"' not in text
    )


def _after(context: Context, shade: str, start: int) -> tuple[int, int] | None:
    """«Christine Lagarde, presidente della Bce, …»."""
    lang = context.lang
    article = r"(?:the |il |lo |la |l')?"
    match = re.match(rf", {article}(?P<role>[^,.;:()\"]{{4,70}}?)(?=[,.;])", shade[start:])
    if match is None:
        return None
    words = match["role"].split()
    head = words[1] if words[0].lower() in _LEADING[lang] and len(words) > 1 else words[0]
    low = head.lower().strip("'")
    english = lang == "en" and any(word in _heads(lang) for word in words[:5])
    if low not in _heads(lang) and not english:
        return None
    span = start + match.start("role"), start + match.end("role")
    tokens = [(each[0], each.start(), each.end()) for each in _TOKEN.finditer(shade, *span)]
    plain = all(
        _inside(word, tokens[place - 1][0] if place else "", lang) for place, (word, _s, _e) in enumerate(tokens)
    )
    return span if plain and _whole(shade, span, tokens, lang) else None
