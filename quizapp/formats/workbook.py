"""A table as a workbook of one sheet (ECMA-376): texts are inline strings, so that no cell is ever run as a formula."""

import io
import re
import zipfile
from collections.abc import Sequence
from fractions import Fraction
from xml.sax.saxutils import escape

Cell = str | Fraction | None
_UNFIT = re.compile("[\x00\ufffe\uffff\ud800-\udfff]")
_CODED = re.compile("[\x01-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook writes as `_x000D_`: signs that XML lacks or changes, and a line that begins such a code."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MIMETYPE = f"{_TYPE}.sheet"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same table gives the same bytes."""


def workbook(name: str, rows: Sequence[Sequence[Cell]]) -> bytes:
    """The rows, the first of which and the first column stay in sight; `name` is the sheet's, cut to what it may be."""
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": _link("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{_sheet_name(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _link("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": _sheet(rows),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, _HEAD + text)
    return out.getvalue()


def _link(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_LINKS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _sheet(rows: Sequence[Sequence[Cell]]) -> str:
    pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
    lines = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<sheetData>{lines}</sheetData></worksheet>"
    )


def _cell(value: Cell) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, Fraction):
        return f"<c><v>{float(value)!r}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'


def _text(value: str) -> str:
    coded = _CODED.sub(lambda match: f"_x{ord(match[0]):04X}_", _UNFIT.sub("", value))
    return escape(coded, {'"': "&quot;"})


def _sheet_name(name: str) -> str:
    """At most 31 characters, none of `[]:*?/\\`, no apostrophe at its ends."""
    return _text(re.sub(r"[\[\]:*?/\\]", " ", name)[:31].strip("' ") or "1")
