"""What a statement says of a number, and whether another number would make it false."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

ABOUT = Decimal("0.3")
"""The least share by which an approximate number must change before «circa» no longer covers it."""

_DIGITS = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d+)?(?!\d)|(?<![\w.,])\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[., \u00a0])\d{3}(?:(?P=mark)\d{3})*(?:[.,]\d+)?")
_BOUNDS = {
    "lower": "almeno|oltre|più di|non meno di|come minimo|at least|more than|over|no (?:less|fewer) than|upwards of|"
    "al menos|más de|au moins|plus de",
    "upper": "meno di|sotto|fino a|al massimo|non più di|non oltre|less than|fewer than|under|up to|at most|below|"
    "no more than|menos de|hasta|como máximo|moins de|jusqu'à|au plus",
    "about": "circa|quasi|intorno a|attorno a|poco (?:più|meno) di|about|around|nearly|almost|approximately|roughly|"
    "some|unos|unas|cerca de|casi|environ|près de|presque",
}
_ARTICLE = r"(?:il|lo|la|i|gli|le|l'|ai|al|alle|the|el|los|las|les|un|una)?"
_BEFORE = {
    name: re.compile(rf"\b(?:{heads})\s?{_ARTICLE}\s?(?:US\$|[€$£])?\s?$", re.IGNORECASE)
    for name, heads in _BOUNDS.items()
}
_REACH = 40
"""More characters than a bound with its article and the sign of a currency has."""
_SPACES = 3
_AFTER = re.compile(r"\W*(\w+)?")
_LIMIT = re.compile(
    r"\b(?:prima d\w+|entro|fino a\w*|dopo|a partire da\w*|sin da\w*|dal|before|by|until|after|since|from|antes d\w+|"
    r"hasta|desde|después d\w+|avant|jusqu'\w*|après|depuis)\s?(?:il|la|l'|the|el|le)?\s?$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:de )?(?:genn|febb|marzo|april|magg|giugn|lugl|agosto|sett|ottob|nov|dic|jan|feb|march|may|june|july|august|"
    r"sept|oct|dec|enero|abril|junio|julio|janv|févr|mars|avril|mai\b|juin|juil|août|déc)"
)
"""The beginnings of the months in the four languages."""
_LIMITS = re.compile(rf"(?:19|20)\d\d|\d{{1,2}} {_MONTH}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, the bound on it, and what follows it."""

    value: Decimal
    bound: str | None
    limit: bool
    after: str


@lru_cache(maxsize=2048)
def figures(text: str) -> tuple[Figure, ...]:
    """Every number in digits, in order."""
    found = []
    for match in _DIGITS.finditer(text):
        start = match.start()
        near = max(0, start - _REACH)
        bound = next((name for name, pattern in _BEFORE.items() if pattern.search(text, near, start)), None)
        after = _AFTER.match(text, match.end())
        value = value_of(match[0])
        if value is not None:
            limit = _LIMITS.match(text, start) is not None and _limited(text, start)
            found.append(Figure(value, bound, limit, (after[1] or "").lower() if after else ""))
    return tuple(found)


def _limited(text: str, start: int) -> bool:
    """Whether `_LIMIT` ends here: it has three spaces at most, and words of any length."""
    near = max(0, start - _REACH)
    return _LIMIT.search(text, near if text.count(" ", near, start) > _SPACES else 0, start) is not None


def value_of(digits: str) -> Decimal | None:
    """The number: groups of three are thousands, anything else after a mark decimals."""
    if match := _GROUPED.fullmatch(digits):
        mark = match["mark"]
        return Decimal(digits.replace(mark, "").replace(",", "."))
    plain = digits.replace(",", ".")
    return Decimal(plain) if plain.count(".") <= 1 else None


def falsifies(bound: str | None, said: Decimal, other: Decimal) -> bool:
    """Whether «almeno `said`» being so, «almeno `other`» need not be: what makes a swapped statement false.

    A lower bound entails every lower one, an upper bound every higher one, an approximate number its neighbours.
    """
    if bound == "lower":
        return other > said
    if bound == "upper":
        return other < said
    if bound == "about":
        return abs(other - said) >= ABOUT * abs(said)
    return other != said


def exchanged(said: str, stated: str) -> tuple[Figure, Figure] | None:
    """The one number by which two wordings of a sentence differ; None where they differ by none or several."""
    one, other = figures(said), figures(stated)
    if len(one) != len(other):
        return None
    pairs = [(first, second) for first, second in zip(one, other, strict=True) if first.value != second.value]
    return pairs[0] if len(pairs) == 1 else None


def entailed(said: str, stated: str) -> bool:
    """Whether a statement made false by a swap of numbers still follows from what was said."""
    pair = exchanged(said, stated)
    if pair is None:
        return False
    first, second = pair
    if first.limit:
        return True
    return not falsifies(first.bound, first.value, second.value)
