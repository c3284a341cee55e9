"""Articles and prepositions that agree: «dell'Italia», «negli Stati Uniti», «a Cuba», «with the Philippines»."""

import re

from quizapp.core.text import strip_accents
from quizapp.extraction.entries import Country, Named

PREPOSITIONS = ("di", "a", "da", "in", "su", "con", "per")
ARTICLES = ("", "il", "lo", "la", "l'", "i", "gli", "le")

_STEMS = {"di": "de", "a": "a", "da": "da", "in": "ne", "su": "su"}
_ENDINGS = {"il": "l", "lo": "llo", "la": "lla", "l'": "ll'", "i": "i", "gli": "gli", "le": "lle"}
# «lo» and «gli» stand before these; numbers are read out («l'8», «lo 0,65», «l'11»).
_LO = re.compile(r"s[^aeiou]|z|x|y[aeiou]|gn|ps|pn|0(?!\d)|i[aeiou]")
_VOWEL = re.compile(r"h?[aeiou]|8|11(?!\d)")


def articulated(preposition: str, article: str) -> str:
    """The preposition with its article: di + gli → «degli», con + gli → «con gli», of + the → “of the”."""
    if not article:
        return preposition
    if preposition in _STEMS and article in _ENDINGS:
        return _STEMS[preposition] + _ENDINGS[article]
    return f"{preposition} {article}"


def attach(word: str, name: str, apostrophe: str = "'") -> str:
    """An article or preposition before a name, with the apostrophe that the text uses: «dell’Italia»."""
    if word.endswith("'"):
        return word[:-1] + apostrophe + name
    return f"{word} {name}" if word else name


def with_article(named: Named | Country, apostrophe: str = "'") -> str:
    """«l'Italia», «Cuba», “the United States”."""
    return attach(named.article, named.name, apostrophe)


def with_preposition(preposition: str, named: Named | Country, apostrophe: str = "'") -> str:
    """«dell'Italia», «negli Stati Uniti»; with `in` the way into a country: «in Italia», «a Cuba»."""
    if preposition == "in" and isinstance(named, Country):
        return attach(named.where, named.name, apostrophe)
    word = articulated(preposition, named.article)
    return attach("ad" if word == "a" and _takes_ad(named.name) else word, named.name, apostrophe)


def definite(word: str, gender: str, number: str) -> str:
    """The Italian definite article before this word: «lo» Yemen, «l'» Iraq, «gli» Stati, «l'» 8 per cento."""
    first = strip_accents(word).casefold()
    if gender == "f":
        return "le" if number == "p" else "l'" if _VOWEL.match(first) and not _LO.match(first) else "la"
    special = _LO.match(first) is not None
    vowel = _VOWEL.match(first) is not None and not special
    if number == "p":
        return "gli" if special or vowel else "i"
    return "l'" if vowel else "lo" if special else "il"


def _takes_ad(name: str) -> bool:
    return name.casefold().startswith(("a", "ha"))
