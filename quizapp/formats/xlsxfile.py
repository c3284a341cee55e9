"""XLSX in the columns of `tabular`, on the first sheet; written as texts alone, so that no cell is ever run."""

from collections.abc import Sequence

from quizapp.core.items import Item
from quizapp.formats import tabular, workbook_read
from quizapp.formats.exchange import Gathering, Imported, Written, language_of
from quizapp.formats.table_items import take
from quizapp.formats.table_write import table_of
from quizapp.formats.tabular import column_of, rows_of
from quizapp.formats.workbook import workbook
from quizapp.formats.workbook_read import Lines, sheet_of

NAME = "XLSX"


def read_xlsx(data: bytes) -> Imported:
    """Every row of the first sheet below its headings, or why it is refused."""
    gathering = Gathering({**tabular.SAYS, **workbook_read.SAYS})
    lines = sheet_of(data, gathering)
    if not lines:
        return gathering.done()
    gathering.lang = language_of(" ".join(cells) for _line, cells in lines[1:])
    for row in rows_of(gathering, lines):
        take(gathering, row)
    return gathering.done()


def is_ours(lines: Lines) -> bool:
    """Whether the first row names the column of the question and another."""
    columns = {column_of(cell) for cell in lines[0][1]} if lines else set()
    return "stem" in columns and len(columns - {None}) > 1


def write_xlsx(items: Sequence[Item]) -> Written:
    """The items as a workbook of one sheet."""
    rows, found = table_of(items, NAME)
    return Written(workbook("Quotidia", rows), tuple(found))
