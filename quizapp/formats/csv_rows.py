"""The rows of a CSV text; one in which a quotation mark is not closed takes along no other that can be read."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_CELL = 10**7
"""Characters of a cell, of which many may be markup."""
csv.field_size_limit(MOST_CELL)
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+(?P<closed>"?)')


@dataclass(frozen=True, slots=True)
class Torn:
    """A row that cannot be read: the line whose quotation mark is not closed, and the last one lost."""

    opens: int
    last: int


class BrokenError(Exception):
    """From this line on nothing can be read; `long` where a cell has more than `MOST_CELL` characters."""

    def __init__(self, line: int, *, long: bool) -> None:
        super().__init__(line)
        self.line, self.long = line, long


def rows_in(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | Torn]]:
    """Each row that is not empty, with the line that it begins on. Raises BrokenError.

    Where the line of the open mark has as many cells as the headings, or the row before it, the mark alone is missing,
    and the next line is a row again; otherwise the lines up to the next mark may belong together, and are lost.
    """
    lines = io.StringIO(text).readlines()
    usual: list[int] = []
    first = base = 0
    reader = csv.reader(_from(lines, base), delimiter=delimiter)
    while (row := _next(reader, first + 1)) is not None:
        after = base + reader.line_num
        torn = _torn(lines, first, after, delimiter, usual)
        if torn is not None:
            yield first + 1, torn
            base = after = torn.last
            reader = csv.reader(_from(lines, base), delimiter=delimiter)
        elif row:
            yield first + 1, row
            usual = [*usual[:1], len(row)]
        first = after


def _from(lines: Sequence[str], start: int) -> Iterator[str]:
    return (lines[place] for place in range(start, len(lines)))


def _next(reader: Iterator[list[str]], line: int) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error as error:  # in English, and told apart by nothing else
        raise BrokenError(line, long="limit" in str(error)) from None


def _torn(lines: Sequence[str], first: int, after: int, delimiter: str, usual: Sequence[int]) -> Torn | None:
    """Why the row of these lines is none: a mark that is never closed, or closed where another cell opens."""
    if after - first == 1 and after < len(lines):
        return None
    record, bare = "".join(lines[first:after]), re.compile(f"[^{delimiter}\n]*+")
    place = cells = 0
    while place < len(record):
        cells += 1
        quoted = _QUOTED.match(record, place)
        told = bare.match(record, quoted.end() if quoted else place)
        end = told.end() if told else place
        if quoted and not (quoted["closed"] and ("\n" not in quoted[0] or not record[quoted.end() : end].strip())):
            opens = first + record.count("\n", 0, place)
            rest = record[place:].partition("\n")[0]
            alone = cells + rest.count(delimiter) in usual
            return Torn(opens + 1, opens + 1 if alone else after)
        if record[end : end + 1] != delimiter:
            return None
        place = end + 1
    return None
