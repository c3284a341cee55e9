"""Names in a text that a reader may not know, and what explains the others: our tables, an office, a noun before them."""

import re
from collections.abc import Iterator

from quizapp.core.finding import bounded, everywhere
from quizapp.extraction.doubting import doubting
from quizapp.extraction.draft import Context
from quizapp.extraction.entities import named_things
from quizapp.extraction.lexicon import Lexicon, lexicon
from quizapp.extraction.patterns import whole
from quizapp.extraction.places import mentions

_HARD, _HALF = 1.0, 0.5
_AROUND = 6
QUOTES = re.compile(r'["«“‘][^"»”’]*["»”’]')
NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<![\w'-])[A-ZÀ-Þ][\w-]*(?:[ '][A-ZÀ-Þ][\w-]*)*")


def unexplained(context: Context, shown: str, heading: str) -> Iterator[float]:
    """A weight for each name that the text, on its shadow, leaves unexplained: 1 for a bare surname, a half for another."""
    for name in context.people:
        yield from _person(context, shown, name, heading)
    if _POLITE.search(shown):
        yield _HARD
    if context.lang == "it" and _SOME_OFFICE.search(shown):
        yield _HARD
    cues = lexicon(context.lang).org_cues
    yield from (_HARD for match in _CUE_ALONE.finditer(shown) if match[1] in cues and match[1] not in _OF_ITSELF)
    yield from (_HARD if _LETTERS.fullmatch(name) else _HALF for name in _unknown(context, shown))


def _person(context: Context, shown: str, name: str, heading: str) -> Iterator[float]:
    surname = name.rsplit(" ", 1)[-1]
    found = next(whole(surname, shown), None)
    if found is None:
        return
    start = shown.find(name)
    if start < 0:
        if name not in heading:
            yield _HARD
        return
    roles = lexicon(context.lang).role_nouns
    if _ROMAN.fullmatch(surname):
        return
    around = (
        re.findall(r"[\w-]+", shown[:start])[-_AROUND:] + re.findall(r"[\w-]+", shown[found + len(surname) :])[:_AROUND]
    )
    demonyms, beside = lexicon(context.lang).demonyms, doubting(context.lang).beside
    if not any(word.lower() in roles or word.lower() in demonyms or word.lower() in beside for word in around):
        yield _HALF


_POLITE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? [A-ZÀ-Þ]|^(?:Spokes(?:man|woman|person)|(?:Il|La) portavoce) [A-ZÀ-Þ]")
_SOME_OFFICE = re.compile(
    r"\b[Uu]n(?:a|')? ?(?:portavoce|funzionari[oa]|espert[oa]|dirigente|analista|consigliere|responsabile)\b"
    r"(?! (?:d[aeiu]\w*'? ?|[A-ZÀ-Þ]|per |in |che |\w+(?:al|an|es|in|ic|iv|ist)[oaie]\b))"
)
"""«Un portavoce ha promesso …»: whose, nobody says."""
_LETTERS = re.compile(r"[A-Z]{3,}")
"""Letters that stand for a name, which nobody spells out."""
_CUE_ALONE = re.compile(
    r"(?:\b(?:[Ii]l|[Ll]o|[Ll]a|[Dd]el|[Dd]ella|[Dd]al|[Dd]alla|[Aa]l|[Aa]lla|[Tt]he) |\b(?:[Ll]|[Dd]ell|[Aa]ll|[Dd]all)')"
    r"([A-Z][a-zà-ÿ]+)(?= [a-zà-ÿ]+|[.,;?])(?! (?:d[aeiu]\w*'? ?|of |for |per |europe\w|costituzional\w|federal\w|[a-z]+(?:an|es|in|ic|al|iv)[oaie]\b))"
)
"""«il Consiglio ha …»: a body by its first word alone."""
_OF_ITSELF = frozenset(
    "Parlamento Senato Camera Governo Congress Senate Parliament Government Chiesa Cassazione".split()
)
_ROMAN = re.compile(r"[IVX]{2,5}")


def _unknown(context: Context, shown: str) -> Iterator[str]:
    """Names that neither our tables nor a noun before them explain: «la Nadef», «a Niscemi»."""
    plain = _known_out(context, shown)
    table = lexicon(context.lang)
    for match in NAME.finditer(plain):
        words = re.findall(r"[\w-]+", match[0])
        everyday = doubting(context.lang).everyday
        if words[0] in everyday or _ROMAN.fullmatch(words[-1]) or all(_common(word, table) for word in words):
            continue
        before = re.findall(r"[\w-]+", plain[: match.start()])[-1:]
        explained = before and before[0][:1].islower() and len(before[0]) > 3 and before[0] not in table.stop_words
        if not explained:
            yield match[0]


def _common(word: str, table: Lexicon) -> bool:
    low = word.lower()
    known = (table.role_nouns, table.demonyms, table.weekdays, table.months)
    return word in table.org_cues or any(low in words for words in known)


def _known_out(context: Context, shown: str) -> str:
    """The text with dashes for what our tables know, for titles in quotation marks, and for persons, who are weighed
    apart."""
    shown = QUOTES.sub(lambda match: "-" * len(match[0]), shown)
    spans = [(each.start, each.end) for each in named_things(shown, context.lang)]
    spans += [(each.start, each.end) for each in mentions(shown, context.lang)]
    for name in context.people:
        surname = name.rsplit(" ", 1)[-1]
        if surname in shown:
            spans += [(start, start + len(name)) for start in everywhere(name, shown)]
            spans += [(start, start + len(surname)) for start in bounded(surname, shown)]
    for start, end in spans:
        shown = f"{shown[:start]}{'-' * (end - start)}{shown[end:]}"
    return shown
