"""Results as CSV that a spreadsheet reads and never runs."""

import csv
import io
import re
from collections.abc import Sequence

from quizapp.formats.formulas import is_formula

_BELOW_ZERO = re.compile(r"[-\N{MINUS SIGN}]\d+([.,]\d+)?(\s?%)?")


def safe_cell(text: str) -> str:
    """The text, led by an apostrophe where a spreadsheet would take it for a formula; a number below zero is none."""
    return f"'{text}" if is_formula(text) and not _BELOW_ZERO.fullmatch(text) else text


def as_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a byte-order mark, so that spreadsheets read accents; every cell made safe."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in [header, *rows]:
        writer.writerow([safe_cell(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")
