"""The first sheet of a workbook (ECMA-376) as texts, within the limits of a package; formulas are never run."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import PurePosixPath
from urllib.parse import unquote

from quizapp.core.typed import whole_number
from quizapp.core.wording import Wording
from quizapp.formats import packages, xmltree
from quizapp.formats.exchange import Gathering
from quizapp.formats.packages import files_of
from quizapp.formats.xmltree import Node, tree_of

SAYS = {
    **xmltree.SAYS,
    **packages.SAYS,
    "sheet-missing": Wording("nella cartella di lavoro non c’è nessun foglio", "there is no sheet in the workbook"),
    "sheet-formula": Wording(
        "la cella {cell} contiene una formula: vale il risultato salvato, la formula si perde",
        "the cell {cell} holds a formula: its saved result counts, the formula is lost",
    ),
}  # fmt: skip
WORKBOOK = "xl/workbook.xml"
Lines = list[tuple[int, list[str]]]
_MOST_COLUMNS, _MOST_NUMBER = 256, 9_999_999
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_CODE = re.compile("_x([0-9A-Fa-f]{4})_")
_PERCENT = {"9", "10"}
"""The formats of numbers that every workbook knows as percentages."""
_HEAD_ROWS = 20


@dataclass(frozen=True, slots=True)
class _Book:
    """What cells refer to: shared texts by place, and the styles that show percentages."""

    texts: list[str]
    percent: frozenset[str]
    gathering: Gathering


def sheet_of(data: bytes, gathering: Gathering) -> Lines:
    """The rows of the first sheet that are not empty, with their numbers; none, with the reason noted."""
    files = files_of(data, gathering)
    root = _part(files, WORKBOOK, gathering) if files is not None else None
    sheet = next(root.all("sheet"), None) if root else None
    if files is None or root is None or sheet is None:
        if files is not None and not gathering.problems:
            gathering.say("sheet-missing")
        return []
    tree = _part(files, _target(files, sheet.attributes.get("id", ""), gathering), gathering)
    if tree is None:
        return []
    book = _Book(_texts(files, gathering), _percent(files, gathering), gathering)
    found = [(number, _cells(book, number, row)) for number, row in _rows(tree)]
    return [(number, cells) for number, cells in found if any(cell.strip() for cell in cells)]


def head_of(lines: Lines) -> Lines:
    """The rows among which the headings of a table stand."""
    return [line for line in lines if line[0] <= _HEAD_ROWS]


def _part(files: Mapping[str, bytes], name: str, gathering: Gathering) -> Node | None:
    if name not in files:
        gathering.say("zip-missing", name=name[:60])
        return None
    return tree_of(files[name], gathering)


def _target(files: Mapping[str, bytes], identifier: str, gathering: Gathering) -> str:
    """The part that a relation of the workbook names."""
    links = _part(files, "xl/_rels/workbook.xml.rels", gathering)
    for each in links.nodes("Relationship") if links else ():
        if each.attributes.get("Id") == identifier:
            target = unquote(each.attributes.get("Target", ""))
            return target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl", target))
    return "xl/worksheets/sheet1.xml"


def _texts(files: Mapping[str, bytes], gathering: Gathering) -> list[str]:
    root = tree_of(files["xl/sharedStrings.xml"], gathering) if "xl/sharedStrings.xml" in files else None
    return [_said(each) for each in root.nodes("si")] if root else []


def _percent(files: Mapping[str, bytes], gathering: Gathering) -> frozenset[str]:
    """The numbers of the styles that show a share as a percentage."""
    root = tree_of(files["xl/styles.xml"], gathering) if "xl/styles.xml" in files else None
    if root is None:
        return frozenset()
    own = {
        each.attributes.get("numFmtId") for each in root.all("numFmt") if "%" in each.attributes.get("formatCode", "")
    }
    styles = root.first("cellXfs")
    formats = [each.attributes.get("numFmtId") for each in styles.nodes("xf")] if styles else []
    return frozenset(str(place) for place, name in enumerate(formats) if name in _PERCENT | own)


def _said(node: Node) -> str:
    """The text of a string, without the readings that stand above Japanese signs."""
    inner = "".join(_said(each) if each.name == "r" else each.text for each in node.nodes() if each.name in {"r", "t"})
    return inner if node.name == "r" else _CODE.sub(_decoded, inner)


def _decoded(match: re.Match[str]) -> str:
    """The sign of a code; half of a pair of codes stands for none by itself."""
    number = int(match[1], 16)
    return match[0] if 0xD800 <= number <= 0xDFFF else chr(number)


def _rows(sheet: Node) -> list[tuple[int, Node]]:
    found, number = [], 0
    for row in sheet.all("row"):
        said = whole_number(row.attributes.get("r"), _MOST_NUMBER)
        number = number + 1 if said is None else said
        found.append((number, row))
    return found


def _cells(book: _Book, number: int, row: Node) -> list[str]:
    found: dict[int, str] = {}
    place = -1
    for cell in row.nodes("c"):
        match = _PLACE.fullmatch(cell.attributes.get("r", ""))
        place = _column(match[1]) if match else place + 1
        if place < _MOST_COLUMNS:
            found[place] = _value(book, cell, match[0] if match else f"{number}:{place + 1}")
    return [found.get(each, "") for each in range(max(found, default=-1) + 1)]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(book: _Book, cell: Node, name: str) -> str:
    """What a cell shows: its text, or its number as a person would type it."""
    if cell.first("f") is not None:
        book.gathering.warn("sheet-formula", line=_line(name), element=name, cell=name)
    kind, said = cell.attributes.get("t", "n"), cell.said("v")
    if kind == "inlineStr":
        inner = cell.first("is")
        return _said(inner) if inner else ""
    if kind == "s":
        place = whole_number(said, _MOST_NUMBER)
        return "" if place is None or place >= len(book.texts) else book.texts[place]
    if kind == "b":
        return {"1": "true", "0": "false"}.get(said, said)
    return said if kind != "n" else _number(said, percent=cell.attributes.get("s", "") in book.percent)


def _line(name: str) -> int | None:
    digits = re.search("[0-9]+", name)
    return int(digits[0]) if digits else None


def _number(said: str, *, percent: bool) -> str:
    """A number in the fifteen figures that a spreadsheet keeps: 0.1 + 0.2 is 0.3."""
    try:
        value = Decimal(f"{float(said) * (100 if percent else 1):.15g}")
    except (ValueError, InvalidOperation):
        return said
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return said
    return f"{value:f}%" if percent else f"{value:f}"
