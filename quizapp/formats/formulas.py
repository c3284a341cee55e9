"""What a spreadsheet would take for a formula, whatever unseen signs stand before it."""

import re
import unicodedata
from collections.abc import Callable

from quizapp.core.text import BLANK

_SIGNS = frozenset("=+-@\N{MINUS SIGN}")
_UNSEEN = frozenset({"Cc", "Cf", "Me", "Mn", "Zl", "Zp", "Zs"})
_BREAKS = frozenset("\t\r\n")
_DIVIDES = re.compile("([;\t\r\n])")
EVERYWHERE = re.compile("([,;\t\r\n])")
"""What divides the cells of a table, here or there."""


def is_formula(cell: str) -> bool:
    """Whether the first sign that is seen begins a formula, in any of its widths, or a break leads the cell."""
    if begins_with_break(cell):
        return True
    first = next((sign for sign in cell if sign not in BLANK and unicodedata.category(sign) not in _UNSEEN), "")
    return bool(first) and unicodedata.normalize("NFKC", first)[0] in _SIGNS


def in_each_part(cell: str, change: Callable[[str], str], divides: re.Pattern[str] = _DIVIDES) -> str:
    """A cell in which each part is changed that a spreadsheet may take for a cell of its own: in countries where the
    comma stands in numbers a file is cut at semicolons, and there quotes within a line hold nothing together."""
    parts = divides.split(cell)
    parts[::2] = map(change, parts[::2])
    return "".join(parts)


def begins_with_break(cell: str) -> bool:
    """Whether a break leads the cell."""
    return cell[:1] in _BREAKS
