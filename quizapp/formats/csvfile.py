"""CSV in the columns of `tabular`: comma, semicolon or tab; a cell that a spreadsheet would run is made harmless."""

import csv
import io
from collections.abc import Sequence

from quizapp.core.items import Item
from quizapp.formats import tabular
from quizapp.formats.csv_rows import MOST_CELL, BrokenError, Torn, rows_in
from quizapp.formats.exchange import Gathering, Imported, Written, language_of, text_in
from quizapp.formats.formulas import begins_with_break, in_each_part, is_formula
from quizapp.formats.table_items import take
from quizapp.formats.table_write import table_of
from quizapp.formats.tabular import Lines, column_of, rows_of, said_in

NAME = "CSV"
_DELIMITERS = ",;\t"


def read_csv(data: bytes) -> Imported:
    """Every row of a CSV file, or why it is refused."""
    gathering = Gathering(tabular.SAYS)
    text = text_in(data, gathering)
    if text is None:
        return gathering.done()
    lines = lines_of(text, gathering)
    if lines is None:
        return gathering.done()
    gathering.lang = language_of(said_in(lines[1:]))
    for row in rows_of(gathering, lines):
        take(gathering, row)
    return gathering.done()


def lines_of(text: str, gathering: Gathering) -> Lines | None:
    """The rows of a CSV text with the line that each begins on; None with the reason noted."""
    delimiter = _delimiter(text)
    found: list[tuple[int, list[str] | Torn]] = []
    columns = 0
    try:
        for line, row in rows_in(text, delimiter):
            if isinstance(row, Torn):
                found.append((line, row))
                continue
            columns = columns or len(row)
            if _holds_rows(row, delimiter, columns):
                gathering.warn("table-row-inside", line=line)
            found.append((line, [_as_typed(cell) for cell in row]))
    except BrokenError as error:
        gathering.say("table-cell" if error.long else "table-broken", line=error.line, most=MOST_CELL)
        return None
    return found


def _holds_rows(row: Sequence[str], delimiter: str, columns: int) -> bool:
    """Whether the lines that cells of a row run over could be rows by themselves."""
    return columns > 2 and sum(line.count(delimiter) + 1 == columns for line in delimiter.join(row).split("\n")) > 1


def _delimiter(text: str) -> str:
    """What divides the headings: the sign that gives most columns that are known."""
    first = text.lstrip("\n").split("\n", 1)[0]
    known = {sign: sum(column_of(cell.strip('" ')) is not None for cell in first.split(sign)) for sign in _DELIMITERS}
    return max(known, key=lambda sign: (known[sign], first.count(sign)))


def looks_like(text: str) -> bool:
    """Whether a text's first line names the column of the question and another."""
    first = text.lstrip("\ufeff\n").split("\n", 1)[0]
    columns = {column_of(cell.strip('" ')) for cell in first.split(_delimiter(first))}
    return "stem" in columns and len(columns - {None}) > 1


def write_csv(items: Sequence[Item]) -> Written:
    """The items as CSV with a byte-order mark, so that spreadsheets read it as UTF-8."""
    rows, found = table_of(items, NAME)
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[guarded(cell) for cell in row] for row in rows])
    return Written(out.getvalue().encode("utf-8-sig"), tuple(found))


def guarded(cell: str) -> str:
    """A cell of which no spreadsheet takes a part for a formula."""
    return ("'" if begins_with_break(cell) else "") + in_each_part(cell, _guarded)


def _as_typed(cell: str) -> str:
    """A cell without the apostrophes that guard it."""
    bare = cell[1:] if cell[:1] == "'" and begins_with_break(cell[1:]) else cell
    return in_each_part(bare, lambda part: part[1:] if part[:1] == "'" and _wants_guard(part[1:]) else part)


def _guarded(part: str) -> str:
    return f"'{part}" if _wants_guard(part) else part


def _wants_guard(part: str) -> bool:
    """Whether an apostrophe leads a part: a formula, and what would otherwise lose an apostrophe of its own."""
    return part[:1] == "'" or is_formula(part)
