"""Results as CSV that a spreadsheet reads, in the notation of its reader's language, and never runs."""

import csv
import io
import re
from collections.abc import Sequence

from babel.numbers import get_decimal_symbol

from quizapp.formats.formulas import EVERYWHERE, begins_with_break, in_each_part, is_formula

_BELOW_ZERO = re.compile(r"[-\N{MINUS SIGN}]\d+([.,]\d+)?(\s?%)?")


def safe_cell(text: str) -> str:
    """The text, led by an apostrophe where a spreadsheet would take it, or a part of it that it may cut off, for a
    formula; a number below zero is none, and has the sign that a spreadsheet reads."""
    if _BELOW_ZERO.fullmatch(text):
        return text.replace("\N{MINUS SIGN}", "-")
    lead = "'" if begins_with_break(text) else ""
    return lead + in_each_part(text, lambda part: f"'{part}" if is_formula(part) else part, EVERYWHERE)


def divider(lang: str) -> str:
    """What stands between cells in a language: a semicolon where numbers have a comma, as spreadsheets expect."""
    return ";" if get_decimal_symbol(lang) == "," else ","


def as_csv(header: Sequence[str], rows: Sequence[Sequence[str]], lang: str) -> bytes:
    """UTF-8 with a byte-order mark, so that spreadsheets read accents; cells divided as in `lang`, each made safe."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=divider(lang))
    for row in [header, *rows]:
        writer.writerow([safe_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")
