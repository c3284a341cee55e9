"""Stage 8 for numbers and dates: wrong values of the same form, each with where it comes from."""

import datetime
import random
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from quizapp.core.finding import figured
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.patterns import kept
from quizapp.extraction.quantities import Quantity, When

_FACTORS = ("0.5", "0.6", "0.7", "0.75", "0.8", "1.2", "1.25", "1.4", "1.5", "1.75")
_POINTS = (-17, -14, -11, -8, -6, 5, 7, 9, 12, 15)
_SMALL_STEPS = (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6)
_SMALL = 20
_ABOUT = Decimal("0.3")
_GENERATION = 15
_FACTOR = 5
_SHORTEST_MONTH = 28
_NEAR_DAYS = 90
_DAY, _YEAR = re.compile(r"\b\d{1,2}(?:st|nd|rd|th|er|°|º)?(?!\d)"), re.compile(r"\b\d{4}\b")
_VOWEL = re.compile(r"(?:8|11)\b")
"""Days whose names begin with a vowel: «l’8», «l’11»."""
_ELIDED = re.compile(r"(?:8\d*|11|11\.\d{3}|80\d+|1)(?:[.,]\d+)?$")


@dataclass(frozen=True, slots=True)
class Swap:
    """A wrong value; `source` is the fact of the article that has it, None when it is made up."""

    text: str
    source: Fact | None
    value: Decimal | None = None


def number_swaps(context: Context, fact: Fact, focus: Quantity) -> list[Swap]:
    """Wrong numbers for a focus, those of the article first, none of them true of what is asked."""
    found = [*_numbers_of_article(context, fact, focus), *_made_numbers(context, fact, focus)]
    known = {focus.value}
    swaps = []
    for swap in found:
        if swap.value not in known and _same_elision(context, fact, focus, swap.text):
            known.add(swap.value or Decimal(0))
            swaps.append(swap)
    return swaps


def allowed(focus: Quantity, swap: Swap) -> bool:
    """Whether the sentence turns false with the swap: «almeno 100» stays true of 150's opposite, not of 80."""
    value = swap.value or Decimal(0)
    if focus.bound == "lower":
        return value > focus.value
    if focus.bound == "upper":
        return value < focus.value
    if focus.bound == "about":
        return abs(value - focus.value) >= _ABOUT * focus.value
    return True


def _numbers_of_article(context: Context, fact: Fact, focus: Quantity) -> list[Swap]:
    swaps = []
    for other in context.facts:
        if other is fact or context.same_things(other, fact):
            continue
        for each in other.quantities:
            alike = each.type == focus.type and (each.type == "percent" or each.unit == focus.unit)
            like = focus.value / _FACTOR <= each.value <= focus.value * _FACTOR
            if alike and like and each.decimals == focus.decimals and f" {each.text}" not in f" {fact.sentence.quote}":
                swaps.append(Swap(each.text, other, each.value))
    return swaps


def _made_numbers(context: Context, fact: Fact, focus: Quantity) -> list[Swap]:
    chance = context.chance("numbers", fact.sentence.index, focus.start)
    values = _grid(focus, chance)
    swaps = [Swap(_written(value, focus), None, value) for value in values]
    return [swap for swap in swaps if not figured(swap.text, context.shade)]


def _grid(focus: Quantity, chance: random.Random) -> list[Decimal]:
    step = Decimal(1).scaleb(-focus.decimals)
    if focus.type == "percent":
        made = [focus.value + point for point in _POINTS] if focus.value > _SMALL else _scaled(focus, step)
        made = [value for value in made if 0 < value < 100]
    elif focus.value <= _SMALL and not focus.decimals:
        made = [focus.value + each for each in _SMALL_STEPS]
    else:
        made = _scaled(focus, step)
    made = [value for value in made if value > 1 or focus.decimals]
    chance.shuffle(made)
    return made


def _scaled(focus: Quantity, step: Decimal) -> list[Decimal]:
    if not focus.decimals:
        digits = str(int(focus.value))
        zeros = len(digits) - len(digits.rstrip("0"))
        step = Decimal(1).scaleb(min(zeros, len(digits) - 1))
        if zeros >= len(digits) - 1:
            step = Decimal(1).scaleb(max(0, len(digits) - 2))
    return [(focus.value * Decimal(each) / step).quantize(Decimal(1), ROUND_HALF_UP) * step for each in _FACTORS]


def _written(value: Decimal, focus: Quantity) -> str:
    text = f"{value:.{focus.decimals}f}"
    whole, _point, decimals = text.partition(".")
    separator = _thousands(focus)
    if separator:
        whole = f"{int(whole):,}".replace(",", separator)
    mark = focus.text[-focus.decimals - 1] if focus.decimals else ""
    return f"{whole}{mark}{decimals}"


def _thousands(focus: Quantity) -> str:
    found = re.match(r"\d{1,3}([.,])\d{3}(?!\d)", focus.text)
    return found[1] if found and focus.value >= 1000 else ""


def _same_elision(context: Context, fact: Fact, focus: Quantity, text: str) -> bool:
    """In Italian «l’8» and «il 20» betray the key: only numbers of the same sound stay beside an article."""
    if context.lang != "it":
        before = fact.sentence.shade[: focus.start]
        return not re.search(r"\ban? $", before) or _vowel(focus.text) == _vowel(text)
    return bool(_ELIDED.match(focus.text)) == bool(_ELIDED.match(text))


def _vowel(text: str) -> bool:
    return text[0] == "8" or text in {"11", "18"}


def date_swaps(context: Context, fact: Fact, focus: When) -> list[Swap]:
    """Wrong dates of the same form, those of the article first."""
    if _told_by_the_day(context, focus):
        return []
    own = {each.text for each in fact.dates}
    swaps = [
        Swap(each.text, other)
        for other in context.facts
        if other is not fact and not context.same_things(other, fact)
        for each in other.dates
        if each.grain == focus.grain
        and bool(each.year) == bool(focus.year)
        and each.text not in own
        and _near(each.year, focus.year)
    ]
    swaps += [Swap(text, None) for text in _made_dates(context, fact, focus)]
    known: set[str] = set(own)
    return [swap for swap in swaps if _fits(context, focus, swap.text, known)]


def _told_by_the_day(context: Context, focus: When) -> bool:
    """Whether a date lies so near the article's own day, which the question shows, that it can be read off it."""
    if context.published is None or focus.year is None:
        return False
    if focus.grain == "year":
        return focus.year == context.published.year
    right = datetime.date(focus.year, focus.month or 1, min(focus.day or 15, 28))
    return abs((right - context.published).days) <= _NEAR_DAYS


def _near(one: int | None, other: int | None) -> bool:
    """Whether two years are not so far apart that one is absurd in the place of the other."""
    return one is None or other is None or abs(one - other) <= _GENERATION


def _fits(context: Context, focus: When, text: str, known: set[str]) -> bool:
    if text.lower() in known:
        return False
    known.add(text.lower())
    if context.lang == "it" and focus.grain == "day":
        return bool(_VOWEL.match(focus.text)) == bool(_VOWEL.match(text))
    return True


def _made_dates(context: Context, fact: Fact, focus: When) -> list[str]:
    chance = context.chance("dates", fact.sentence.index, focus.start)
    made = [text for date, text in _shifted(context, focus) if date is None or _same_side(context, focus, date)]
    chance.shuffle(made)
    return [text for text in made if text not in context.shade]


def _same_side(context: Context, focus: When, other: datetime.date) -> bool:
    """Whether a date lies before the article's day as the right one does, or after it as the right one does."""
    if context.published is None or focus.year is None:
        return True
    right = datetime.date(focus.year, focus.month or 1, min(focus.day or 1, 28))
    return (other > context.published) == (right > context.published)


def _shifted(context: Context, focus: When) -> list[tuple[datetime.date | None, str]]:
    if focus.grain == "year" and focus.year:
        return [
            (datetime.date(focus.year + step, 1, 1), str(focus.year + step)) for step in (-6, -4, -3, -2, 2, 3, 4, 5)
        ]
    month = focus.month or 1
    found: list[tuple[datetime.date | None, str]] = []
    for step, days in ((-4, 3), (-3, -5), (-2, 7), (-1, 4), (1, -6), (2, 5), (3, -3), (5, 8)):
        year = focus.year + (month - 1 + step) // 12 if focus.year else None
        shifted = (month - 1 + step) % 12 + 1
        day = None if focus.day is None else (focus.day + days - 1) % _SHORTEST_MONTH + 1
        date = datetime.date(year, shifted, day or 1) if year else None
        found.append((date, _date_text(context, focus, day, shifted, year)))
    return found


def _date_text(context: Context, focus: When, day: int | None, month: int, year: int | None) -> str:
    """The date in the form of the focus, its own digits and month name exchanged."""
    text = kept("|".join(context.cues.months)).sub(context.cues.months[month - 1], focus.text)
    if day is not None:
        text = _DAY.sub(str(day), text, count=1)
    return _YEAR.sub(str(year), text) if year else text
