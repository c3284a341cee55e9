"""Numbers as people type them, in Italian or in English, and as the contracts write them: never binary floats."""

import re
from decimal import Decimal

from quizapp.core.text import unify

_SIGNED = re.compile(r"(?P<sign>[+-]?) ?(?P<digits>[0-9.,].*)")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+")
_GROUPED = re.compile(
    r"(?P<whole>[1-9][0-9]{0,2}(?P<between>[.,' ])[0-9]{3}(?:(?P=between)[0-9]{3})*)"
    r"(?:(?!(?P=between))[.,](?P<decimals>[0-9]+))?"
)


def readings(typed: str, unit: str | None = None) -> tuple[Decimal, ...]:
    """Every number that a text may stand for, its unit left out: none, one, or two where «1.234» is typed.

    Point and comma both divide decimals, and both divide thousands, as spaces and apostrophes do.
    """
    text = _tidy(typed)
    found = _readings(text)
    if found or not unit or not unit.strip():
        return found
    named = re.escape(_tidy(unit))
    for shape in (rf"(.+?) ?{named}", rf"{named} ?(.+)"):
        match = re.fullmatch(shape, text, re.IGNORECASE)
        if match is not None and (found := _readings(match[1])):
            return found
    return ()


def plain(value: Decimal) -> str:
    """The number in figures that have one reading only."""
    text = format(value, "f")
    return text if len(_readings(text)) == 1 else f"{text}0"


def written_number(value: Decimal) -> int | str:
    """A decimal as bank files and JSON hold it: a whole number, or text like `3.50`."""
    text = format(value, "f")
    return text if "." in text else int(text)


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", unify(text)).strip()


def _readings(text: str) -> tuple[Decimal, ...]:
    signed = _SIGNED.fullmatch(text)
    if signed is None:
        return ()
    found = []
    digits = signed["digits"]
    if (grouped := _GROUPED.fullmatch(digits)) is not None:
        found.append(f"{re.sub('[^0-9]', '', grouped['whole'])}.{grouped['decimals'] or ''}")
    if _PLAIN.fullmatch(digits):
        found.append(digits.replace(",", "."))
    return tuple(Decimal(signed["sign"] + figures) for figures in found)
