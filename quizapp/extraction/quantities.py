"""Stage 2, numbers and dates: what can be masked, and what it may be swapped with."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache

from quizapp.extraction.cues import Cues

_NUMBER = re.compile(
    r"(?<![\w.,/:-])(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!(?!(?:bn|tn|m)\b)\w|[.,:]\d|-\w|/)"
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:articol[oi]|art|n|numero|comma|legge|direttiva|risoluzione|resolution|regolamento|volo|flight|boeing|airbus|"
    r"magnitudo|magnitude|asteroide|articles?|section|canale|channel|apollo|formula|under|g|serie|linea|autostrada|a|"
    r"version|versione|windows|stagione|season|numbers?|no|chapter|capitolo|p|page|pagina|route|highway|area|zona|gruppo|category|categoria|grade|level|livello|phase|fase|stage|"
    r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r")\.? $|#$|\bn°$|°$)",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][\w'-]* $|^[A-Z]{1,4} $")
_PERCENT = re.compile(
    r"\s?%|\s(?:per cento|percent|per cent|por ciento|pour cent|punti percentuali|percentage points)\b"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_SMALLEST = 3
_MOST_FIGURES = 24
"""Figures and points of a number that somebody counted; more are a code, and longer than decimals are exact."""
_REACH = 80
"""Characters before a number or a date that what stands before it is looked for in."""
_SCALE = {"mila": 3, "thousand": 3, "milioni": 6, "milione": 6, "million": 6, "miliardi": 9, "miliardo": 9,
          "billion": 9, "trillion": 12, "mil": 3, "mille": 3, "millón": 6, "millones": 6, "millions": 6, "milliard": 9,
          "milliards": 9}  # fmt: skip
_SHORT = re.compile(r"(?:bn|tn|m)\b")
"""«€2.7bn»: a scale in letters, of money alone."""
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")
_MONEY_AFTER = re.compile(
    r"\s(?:di |de |d')?(?:euro|dollari|sterline|yen|franchi|rubli|dollars|euros|pounds|dólares|pesos|libras|francs|livres)\b"
)
_MONEY_BEFORE = re.compile(r"(?:[$€£]|US\$|NZ ?\$)\s?$")
_NO_UNIT = frozenset(
    "and che con dei del della per the anni years ore alle gli gennaio era sono was were had has from against contro nel nella dopo "
    "non after when while mentre of in on at to by "
    "los las del años que por para con una son era fue les des dans sur par avec pour ans fois est sont qui aux".split()
)
_WORD = re.compile(r"\s([a-zà-ÿ]{3,})")
_BOUND = {
    "lower": re.compile(r"(?:almeno|oltre|più di|non meno di|at least|more than|over|at minimum|above|supera(?:no|va|vano|to|ta|ti|te|rono)?|superò|exceed(?:s|ed|ing)?|topp(?:ed|ing)|surpass(?:ed|es|ing)?|al menos|más de|por lo menos|au moins|plus de)\s(?:i |le |gli |il )?$"),
    "upper": re.compile(r"(?:meno di|sotto (?:i|le|il)|fino a|al massimo|entro|non più di|less than|under|up to|at most|fewer than|below|within|menos de|hasta|como máximo|moins de|jusqu'à|au plus)\s(?:i |le |gli |il )?$"),
    "about": re.compile(r"(?:circa|quasi|intorno a|attorno a|poco (?:più|meno) di|approssimativamente|about|around|nearly|almost|approximately|some|roughly|an estimated|unos|unas|cerca de|casi|alrededor de|environ|près de|presque|quelque)\s(?:i |le |gli |il |a |ai )?$"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in digits, `shade[start:end]`; `unit` is the word or sign it counts."""

    start: int
    end: int
    text: str
    value: Decimal
    decimals: int
    comma: bool
    type: str
    unit: str
    bound: str | None


@dataclass(frozen=True, slots=True)
class When:
    """A date in words, at one of three grains: `day` (day month, maybe year), `month` (month year), `year`."""

    start: int
    end: int
    text: str
    grain: str
    day: int | None
    month: int | None
    year: int | None
    bounded: bool


def quantities(shade: str, lang: str, cues: Cues) -> list[Quantity]:
    """Numbers with a unit that a question could ask for; years, ages, names and codes are left out."""
    if _DIGIT.search(shade) is None:
        return []
    taken = _marked(shade, ((when.start, when.end) for when in dates(shade, cues)))
    grouped = _marked(shade, (group.span() for group in _GROUPED.finditer(shade)))
    found = []
    for match in _NUMBER.finditer(shade):
        start, end = match.span()
        if any(taken[start:end]) or _named(shade, start):
            continue
        if grouped[start]:
            continue  # «1 200»: thousands apart, more than one number for the pattern
        quantity = _quantity(shade, start, end, lang)
        if quantity is not None:
            found.append(quantity)
    return found


def _marked(shade: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """By character, whether it is in one of these."""
    found = bytearray(len(shade))
    for start, end in spans:
        found[start:end] = b"\1" * (end - start)
    return found


def _stands_before(pattern: re.Pattern[str], shade: str, start: int) -> bool:
    """Whether a pattern that ends with `$` ends here."""
    return pattern.search(shade, max(start - _REACH, 0), start) is not None


def _named(shade: str, start: int) -> bool:
    return _stands_before(_NAME_BEFORE, shade, start) or _stands_before(_CAPITAL_BEFORE, shade, start)


def _quantity(shade: str, start: int, end: int, lang: str) -> Quantity | None:
    digits = shade[start:end]
    value, decimals, comma = _read(digits, lang)
    counted = _counted(shade, start, shade[end:])
    if value is None or counted is None:
        return None
    kind, unit = counted
    bound = next((name for name, pattern in _BOUND.items() if _stands_before(pattern, shade, start)), None)
    if kind == "number" and (value < _SMALLEST or (_YEAR.fullmatch(digits) and not unit.startswith("mil"))):
        return None
    return Quantity(start, end, digits, value, decimals, comma, kind, unit, bound)


def _counted(shade: str, start: int, after: str) -> tuple[str, str] | None:
    """The type and the unit of a number by what follows it; None where it counts nothing that can be asked for."""
    priced = _stands_before(_MONEY_BEFORE, shade, start)
    scale = re.match(r"\s(\w+)", after)
    if short := _SHORT.match(after):
        return ("money", short[0]) if priced else None
    if percent := _PERCENT.match(after):
        return "percent", percent[0].strip()
    if scale and scale[1] in _SCALE:
        return _scaled(scale[1], after[scale.end() :], priced=priced)
    if priced or _MONEY_AFTER.match(after):
        return "money", "money"
    word = _WORD.match(after)
    return None if word is None or word[1] in _NO_UNIT else ("number", word[1])


def _scaled(scale: str, rest: str, *, priced: bool) -> tuple[str, str] | None:
    currency = _MONEY_AFTER.match(rest)
    unit = f"{scale} {currency[0].strip()}" if currency else scale
    if currency or priced:
        return "money", unit
    return ("number", unit) if re.match(r"\s(?:di |of )?[a-zà-ÿ]{3,}", rest) else None


def _read(digits: str, lang: str) -> tuple[Decimal | None, int, bool]:
    thousands, point = (",", ".") if lang == "en" else (".", ",")
    plain = digits
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{point}\d+)?", digits):
        plain = digits.replace(thousands, "")
    elif thousands in digits:
        if not re.fullmatch(r"\d+[.,]\d{1,2}", digits):
            return None, 0, False
        point = thousands
    decimals = len(plain.partition(point)[2])
    if len(plain) > _MOST_FIGURES:
        return None, 0, False
    try:
        return Decimal(plain.replace(point, ".")), decimals, point in plain
    except InvalidOperation:
        return None, 0, False


@lru_cache(maxsize=256)
def dates(shade: str, cues: Cues) -> tuple[When, ...]:
    """Every date in words and every bare year that stands in a time phrase, in order."""
    if _DIGIT.search(shade) is None:
        return ()
    found: list[When] = []
    taken = bytearray(len(shade))
    for grain, pattern in _dated(cues.months):
        for match in pattern.finditer(shade):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            groups = match.groupdict()
            year = next((groups[name] for name in ("y", "y2", "y3", "y4", "y5") if groups.get(name)), None)
            month = cues.months.index(groups["m"]) + 1 if groups.get("m") else None
            day = int(groups["d"]) if groups.get("d") else None
            if day is not None and not _possible(day, month, year):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(
                When(start, end, match[0], grain, day, month, int(year) if year else None,
                     _stands_before(_AFTER_BOUND, shade, start))
            )  # fmt: skip
    return tuple(sorted(found, key=lambda each: each.start))


@cache
def _dated(names: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    months = "|".join(names)
    patterns = (
        (
            "day",
            rf"\b(?P<d>\d{{1,2}})(?:°|º|st|nd|rd|th|er)? (?:of |de )?(?P<m>{months})(?:,? (?:del? )?(?P<y>(?:1[5-9]|20)\d\d))?\b",
        ),
        ("day", rf"\b(?P<m>{months}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y>(?:1[5-9]|20)\d\d))?\b"),
        ("month", rf"\b(?P<m>{months})(?:,| del?| of)? (?P<y>(?:1[5-9]|20)\d\d)\b"),
        (
            "year",
            r"(?<=\b[Nn]el )(?P<y>(?:1[5-9]|20)\d\d)\b|(?<=\b[Dd]al )(?P<y2>(?:1[5-9]|20)\d\d)\b|(?<=\b[Ii]n )(?P<y3>(?:1[5-9]|20)\d\d)\b|(?<=\b[Ss]ince )(?P<y4>(?:1[5-9]|20)\d\d)\b|(?<=\b[Ee]n )(?P<y5>(?:1[5-9]|20)\d\d)\b",
        ),
    )
    return tuple((grain, re.compile(pattern)) for grain, pattern in patterns)


_AFTER_BOUND = re.compile(
    r"\b(?:prima d\w*|dopo|entro|fino a\w*|da\w*|sin da\w*|dal|tra il|fra il|tra|e il|al|before|after|by|until|since|from|between|and|to|through|antes de|después de|hasta|desde|entre|y|avant|après|jusqu'en|jusqu'au|depuis|dès|d'ici|et|à partir d[eu]|a partir del?)\s(?:il |l'|the |early |late |el |le )?$",
    re.IGNORECASE,
)


def _possible(day: int, month: int | None, year: str | None) -> bool:
    try:
        datetime.date(int(year) if year else 2024, month or 1, day)
    except ValueError:
        return False
    return True
