"""Hostile tables: workbooks of any maker, those of Kahoot, CSV, and quizzes of NotebookLM."""

# ruff: noqa: E501, RUF001 - a file and what it tries stand on one line

import json

from tests.attack.wraps import (
    ALL,
    ENTITIES,
    FILE,
    MEGABYTE,
    ODD_NUMBERS,
    Made,
    broken,
    cells,
    deep,
    linked,
    locked,
    said,
    sheet,
    swollen,
    wide,
)
from tests.formats.packing import kahoot, package, unpacked

HEADINGS = ["domanda", "risposta 1", "risposta 2", "giusta"]
NOTEBOOK = "Question,Option A,Option B,Correct Answer,Hint\n"


def _relation(target: str) -> str:
    return f"<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='{target}' TargetMode='External'/></Relationships>"


def _books(good: list[str], head: list[str]) -> Made:
    """What a workbook of any maker may hold; `good` is a row under the headings `head`."""
    top = cells(head)
    rows = top + cells(good)
    shared = "xl/sharedStrings.xml"
    links = "xl/_rels/workbook.xml.rels"
    return {
        **{f"entities, {name}": sheet(rows.replace(said(good[0]), use or "x"), head=declared) for name, (declared, use) in ENTITIES.items()},
        **{
            f"shared texts with entities, {name}": sheet(top + "<row><c t='s'><v>0</v></c></row>", {shared: f"{declared}<sst><si><t>{use}</t></si></sst>"})
            for name, (declared, use) in ENTITIES.items()
        },
        "a sheet from another file": sheet(rows, {links: _relation("../../../../etc/passwd")}),
        "a sheet from the web": sheet(rows, {links: _relation("http://127.0.0.1:1/x")}),
        "a sheet that is the workbook": sheet(rows, {links: _relation("workbook.xml")}),
        "formulas": sheet(top + cells([*(f"<c t='str'><f>{each}</f><v>x</v></c>" for each in ("cmd|'/c calc'!A0", "WEBSERVICE(\"http://e.example\")", "HYPERLINK(1)", "1+1"))][: len(good)])),
        "a million rows declared": sheet(rows).replace(b"x", b"x"),
        "the last row and column": sheet(top + "<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>x</t></is></c></row>"),
        "a row beyond all": sheet(top + f"<row r='{'9' * 40}'><c r='ZZZ9999999'><v>1</v></c></row>" + cells(good)),
        "rows that go back": sheet(top + "<row r='1'><c r='A1'><v>1</v></c></row>" * 500),
        "two hundred thousand rows": lambda: sheet(top + "<row><c><v>1</v></c></row>" * 190_000),
        "a shared text that is not there": sheet(top + "<row><c t='s'><v>99999999999</v></c><c t='s'><v>-1</v></c><c t='s'><v>x</v></c></row>"),
        "one text of a megabyte, ten thousand times": lambda: sheet(
            top + ("<row>" + "<c t='s'><v>0</v></c>" * 200 + "</row>") * 50, {shared: f"<sst><si><t>{'x' * MEGABYTE}</t></si></sst>"}
        ),
        "numbers that are none": sheet(top + cells([f"<c><v>{each}</v></c>" for each in ODD_NUMBERS])),
        "types nobody knows": sheet(top + cells(["<c t='e'><v>#REF!</v></c>", "<c t='b'><v>7</v></c>", "<c t='zz'><v>1</v></c>", "<c t='d'><v>0000-13-99</v></c>"])),
        "days without end": sheet(top + cells([f"<c s='1'><v>{each}</v></c>" for each in ("-1", "0", "2958466", "1e300")])),
        "texts in code": sheet(top + cells(["_x0000_a", "_xD800_b", "_x005F_x0041_", "_x000D_=1+1"][: len(good)])),
        "every way out": sheet(top + cells([f"{each} {ALL}" for each in good])),
        "nested too deeply": sheet(deep("row", 20_000)),
        "no sheet": package({"xl/workbook.xml": "<workbook/>"}),
        "a workbook that is none": package({"xl/workbook.xml": "PK", "word/document.xml": "x"}),
        "macros and links of others": sheet(rows, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0", "xl/externalLinks/externalLink1.xml": f"<x>{FILE}</x>"}),
        "a name that leads out": sheet(rows, {"../../x.xml": "x"}),
        "a link": linked("xl/workbook.xml"),
        "noughts": lambda: swollen("xl/workbook.xml"),
        "locked": locked(unpacked(sheet(rows))),
        "locked by its program": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "a sum that is wrong": broken(unpacked(sheet(rows * 5))),
        "an archive in it": sheet(rows, {"xl/worksheets/sheet1.xml": sheet(rows)}),
        "in UTF-16 with entities": package(unpacked(sheet(rows)) | {"xl/worksheets/sheet1.xml": wide(f"{ENTITIES['external'][0]}<worksheet>&e;</worksheet>")}),
    }  # fmt: skip


def sheets() -> Made:
    return _books(["Chi?", "io", "tu", "A"], HEADINGS)


def kahoots() -> Made:
    head = ["", "Question - max 120 characters", "Answer 1 - max 75", "Answer 2 - max 75", "Correct answer(s)"]
    keys = ("-1", "0", "5", "1,1,1", "1e400", "NaN", "=1", "1" * 5000, "١")
    return _books(["1", "Chi?", "io", "tu", "1"], head) | {
        **{f"a key of {each[:8]!r}": kahoot(["Chi?", "io", "tu", "", "", "20", each]) for each in keys},
        "a time without end": kahoot(["Chi?", "io", "tu", "", "", "9" * 500, "1"]),
        "every way out in Kahoot's rows": kahoot([ALL, f"a {ALL}", f"b {ALL}", "", "", ALL, "1"]),
    }


def _table(**changes: str) -> str:
    row = {"tipo": "scelta", "domanda": "Chi?", "risposta 1": "io", "risposta 2": "tu", "giusta": "A"} | {
        name.replace("_", " "): value for name, value in changes.items()
    }
    return ";".join(row) + "\n" + ";".join(f'"{each.replace(chr(34), chr(34) * 2)}"' for each in row.values()) + "\n"


def csvs() -> Made:
    good = _table()
    return {
        **{f"points of {each[:12]!r}": _table(punti=each) for each in (*ODD_NUMBERS, "-5", "1/0", "1e99", "1/" + "3" * 4000)},
        **{f"weight of {each[:12]!r}": _table(peso_1=each) for each in (*ODD_NUMBERS, "1/0", "200%", "1e99999999%")},
        **{f"a number of {each[:12]!r}": _table(tipo="numero", risposta_1=each, risposta_2="", giusta="") for each in ODD_NUMBERS},
        **{f"a tolerance of {each[:12]!r}": _table(tipo="numero", risposta_1="1", risposta_2="", giusta="", tolleranza_1=each) for each in (*ODD_NUMBERS, "-1", "1e99%")},
        **{f"a key of {each[:12]!r}": _table(giusta=each) for each in ("Z", "-1", "99", "A" * 5000, "A,B,C,D")},
        **{f"a cell that begins with {each!r}": _table(domanda=f"{each}1+1") for each in "=+-@\t\u2212\uff1d\u200b"},
        "every way out": _table(domanda=ALL, risposta_1=f"a {ALL}", risposta_2=f"b {ALL}", spiegazione=ALL, titolo=ALL, etichette=ALL, categoria=ALL, codice=ALL, lingua=ALL[:40], formato="html"),
        "a language that is a path": _table(lingua="../../../etc/passwd"),
        "a type nobody knows": _table(tipo=ALL),
        "a difficulty nobody knows": _table(difficoltà="x" * 90_000),
        "points of a hundred thousand signs": _table(punti="x" * 90_000),
        "a rule of a hundred thousand signs": _table(tipo="scelta multipla", regola="x" * 90_000),
        "a text of a hundred thousand signs": _table(domanda="x " * 60_000),
        "a title of ninety thousand signs": _table(titolo="t" * 90_000),
        "a tag of ninety thousand signs": _table(etichette="t" * 90_000),
        "ten thousand tags": _table(etichette=";".join(f"t{n}" for n in range(10_000))),
        "a number for people of ninety thousand signs": _table(codice="c" * 90_000),
        "a category of ninety thousand signs": _table(categoria="c" * 90_000),
        "a quotation mark that is never closed": good + '"' + "x,\n" * 300_000,
        "twenty thousand columns": ";".join([*HEADINGS, *(f"c{n}" for n in range(20_000))]) + "\nChi?;io;tu;A\n",
        "the same heading a thousand times": ";".join([*HEADINGS * 1000]) + "\nChi?;io;tu;A\n",
        "NUL": _table(domanda="Chi\0?"),
        "UTF-16": good.encode("utf-16"),
        "UTF-16 cut in half": good.encode("utf-16")[:-1],
        "UTF-7": good.encode("utf-7"),
        "windows-1252": _table(domanda="Perché?").encode("cp1252"),
        "two byte-order marks": "\ufeff\ufeff" + good,
        "carriage returns alone": good.replace("\n", "\r"),
        "direction turned around": _table(domanda="\u202e?ihC\u202c", risposta_1="\u200b", risposta_2="\u200c"),
        "nobody's characters": _table(domanda="Chi\ufdd0?"),
        "surrogates": _table(domanda="Chi\ud800?"),
        "a list of headings alone": ";".join(HEADINGS) + "\n",
    }  # fmt: skip


def notebooks() -> Made:
    return {
        "every way out": NOTEBOOK + ",".join(f'"{name} {ALL.replace(chr(34), chr(34) * 2)}"' for name in "sab") + f',A,"{ALL.replace(chr(34), chr(34) * 2)}"\n',
        "a key that is not offered": NOTEBOOK + f"Chi?,io,tu,{'Z' * 5000},x\n",
        "JSON": json.dumps({"quiz": [{"question": "Chi?", "answerOptions": [{"text": "io", "isCorrect": True}]}]}),
        "a hint of three hundred thousand signs": NOTEBOOK + f"Chi?,io,tu,A,{'h' * 300_000}\n",
        "a million options": "Question,Correct Answer," + ",".join(f"Option {each}" for each in "ABCDEF") + "\n" + "Chi?,A," + "x," * 1_000_000,
        "a quotation mark that is never closed": NOTEBOOK + '"' + "x,\n" * 1_000_000,
        "NUL": NOTEBOOK + "Chi\0?,io,tu,A,x\n",
        "formulas": NOTEBOOK + "=1+1,@io,-tu,A,+x\n",
        "headings alone": NOTEBOOK,
    }  # fmt: skip
