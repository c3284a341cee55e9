"""Packages and workbooks of our own, made in memory."""

import io
import zipfile

from quizapp.formats.workbook import workbook


def package(files, *, pressed=True):
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if pressed else zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpacked(data):
    """The files of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_sheet(inner, **others):
    """A workbook whose sheet is these rows of XML; `others` are further parts by their name in `xl/`."""
    files = unpacked(workbook("x", []))
    files["xl/worksheets/sheet1.xml"] = f"<worksheet><sheetData>{inner}</sheetData></worksheet>".encode()
    return package(files | {f"xl/{name}.xml": content for name, content in others.items()})


def kahoot(*rows):
    """Kahoot's template: its headings in row 8, these rows below them."""
    heads = ["Question - max 120 characters", *(f"Answer {n} - max 75 characters" for n in range(1, 5))]
    heads += ["Time limit (sec) – 5, 10, 20", "Correct answer(s) - choose at least one"]
    return workbook(
        "Sheet1", [[""], ["", "Quiz template"], *([[""]] * 5), ["", *heads], *(["1", *row] for row in rows)]
    )
