"""Spreadsheets: our template as XLSX, Kahoot's, and the CSV of NotebookLM; cells are texts, formulas are never run."""

import io
import zipfile

import pytest
from hypothesis import given, settings

from quizapp.core.items import dump_item
from quizapp.formats.exchange import Gathering
from quizapp.formats.kahoot import read_kahoot
from quizapp.formats.notebooklm import read_notebooklm
from quizapp.formats.registry import format_of
from quizapp.formats.table_write import CARRIED
from quizapp.formats.workbook import workbook
from quizapp.formats.workbook_read import sheet_of
from quizapp.formats.xlsxfile import read_xlsx, write_xlsx
from tests.formats.items import items
from tests.formats.packing import kahoot, package, with_sheet
from tests.formats.test_csv import made

HEAD = ["domanda", "risposta 1", "risposta 2", "giusta"]
NOTEBOOK = "#,Question,Option A,Option B,Option C,Correct Answer,Rationale,Rationale A,Hint\n"


def said(found):
    return [(each.problem.code, each.line, each.element) for each in found.problems]


def row(*cells):
    return f"<row>{''.join(cells)}</row>"


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_workbook_with_headings_in_any_order_is_read_from_its_first_sheet():
    found = read_xlsx(workbook("x", [["Giusta", "Risposta 2", "DOMANDA", "risposta 1"], ["2", "Roma", "Dove?", "Qui"]]))
    (item,) = found.items
    assert [(o.text, o.fraction) for o in item.body.options] == [("Qui", 0), ("Roma", 1)]
    assert format_of(workbook("x", [HEAD])) == "xlsx"


def test_numbers_truths_percentages_and_shared_texts_are_read_as_a_person_would_type_them():
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>'
    shared = "<sst><si><t>Quanto?</t></si><si><r><t>si</t></r><r><t>ì</t></r><rPh><t>no</t></rPh></si></sst>"
    heads = row(*map(inline, ["tipo", "domanda", "risposta 1", "risposta 2", "peso 2", "commento 1", "giusta"]))
    number = row(inline("numero"), '<c t="s"><v>0</v></c>', "<c><v>0.30000000000000004</v></c>", "<c><v>2</v></c>",
                 '<c s="1"><v>0.5</v></c>', '<c t="s"><v>1</v></c>')  # fmt: skip
    truth = row(inline("vero/falso"), inline("Piove."), '<c r="G3" t="b"><v>1</v></c>')
    found = read_xlsx(with_sheet(heads + number + truth, sharedStrings=shared, styles=styles))
    assert said(found) == []
    first, second = found.items
    assert [(str(n.value), str(n.fraction), n.feedback) for n in first.body.numbers] == [
        ("0.3", "1", "siì"), ("2", "1/2", None),
    ]  # fmt: skip
    assert second.body.statement_is_true


def test_a_formula_is_named_and_its_saved_result_counts():
    cells = row(*map(inline, HEAD)) + row(
        inline("Chi?"), inline("io"), inline("tu"), '<c r="D2"><f>1+1</f><v>2</v></c>'
    )
    found = read_xlsx(with_sheet(cells))
    assert said(found) == [("sheet-formula", 2, "D2")]
    assert found.items[0].body.keys() == ("tu",)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (workbook("x", [["umore"], ["buono"]]), [("table-heading", 1, None)]),
        (workbook("x", [HEAD, ["Chi?", "io", "tu", "C"]]), [("table-key", 2, "correct")]),
        (workbook("x", []), [("nothing-found", None, None)]),
        (package({"xl/workbook.xml": "<workbook/>"}), [("sheet-missing", None, None)]),
        (package({"a": "b"}), [("zip-missing", None, None)]),
        (b"PK\x03\x04", [("zip-broken", None, None)]),
        (package({"Q": "x"}).replace(b"Q", b"\0"), [("zip-broken", None, None)]),
        (with_sheet("<!DOCTYPE x><row/>"), [("xml-syntax", 1, None)]),
        (with_sheet("<x>" * 101 + "</x>" * 101), [("xml-deep", 1, None)]),
    ],
)
def test_a_workbook_that_cannot_be_taken_is_refused_by_row_and_column(data, codes):
    found = read_xlsx(data)
    assert found.items == ()
    assert said(found) == codes


def test_a_cell_far_to_the_right_costs_nothing():
    far = with_sheet(row('<c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c>') * 50)
    assert [cells for _number, cells in sheet_of(far, Gathering({}))] == [["1"]] * 50


@given(items(sorted(set(CARRIED)), rich=False))
@settings(max_examples=40, deadline=None)
def test_a_workbook_that_is_written_is_read_the_same(item):
    written = write_xlsx([item])
    if any(each.severity == "error" for each in written.problems):
        assert item.type == "matching"
        return
    (again,) = read_xlsx(written.data).items
    assert dump_item(again) == dump_item(item)


@pytest.mark.parametrize("evil", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "'=x", "\u0001x", "_x0041_", "a\rb"])
def test_no_cell_of_a_workbook_is_a_formula_and_every_sign_comes_back(evil):
    item = made(type="text", title=evil, answers=[{"text": "io", "fraction": 1}])
    written = write_xlsx([item])
    with zipfile.ZipFile(io.BytesIO(written.data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    assert read_xlsx(written.data).items[0].title == evil


def test_kahoot_gives_choices_several_keys_truths_and_says_that_its_times_are_lost():
    data = kahoot(
        ["Chi?", "io", "tu", "", "", "20", "2"], ["Quali?", "a", "b", "c", "", "", "1,3"],
        ["Piove.", "Vero", "Falso", "", "", "", "1"],
    )  # fmt: skip
    found = read_kahoot(data)
    assert format_of(data) == "kahoot"
    assert [(each.type, each.body.keys()) for each in found.items] == [
        ("choice", ("tu",)), ("multiple", ("a", "c")), ("true_false", ("true",)),
    ]  # fmt: skip
    assert said(found) == [("kahoot-time", 9, "time")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (kahoot(["", "io", "tu", "", "", "", "2"]), ("kahoot-no-question", 9, "question")),
        (kahoot(["Chi?", "io", "tu", "", "", "", ""]), ("kahoot-no-key", 9, "correct")),
        (kahoot(["Chi?", "io", "tu", "", "", "", "3"]), ("kahoot-key", 9, "correct")),
        (kahoot(["Chi?", "io", "tu", "", "", "", "due"]), ("kahoot-key", 9, "correct")),
        (workbook("x", [HEAD]), ("kahoot-heading", None, None)),
    ],
)
def test_a_kahoot_row_that_cannot_be_taken_is_refused_by_row_and_column(data, code):
    found = read_kahoot(data)
    assert (found.items, said(found)) == ((), [code])


@pytest.mark.parametrize("key", ["B", "b) tu", "B. tu", "tu"])
def test_notebooklm_names_the_right_option_in_any_of_its_ways(key):
    data = f"{NOTEBOOK}1,Chi?,io,tu,egli,{key},Perché sì,No,Pensa\n".encode()
    (item,) = read_notebooklm(data).items
    assert format_of(data) == "notebooklm"
    assert (item.body.keys(), item.explanation, item.hints[0].text) == (("tu",), "Perché sì", "Pensa")
    assert [option.feedback for option in item.body.options] == ["No", None, None]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (NOTEBOOK + "1,,io,tu,,A,,,\n", [("table-empty-question", 2, "question")]),
        (NOTEBOOK + "1,Chi?,io,tu,,,,,\n", [("table-no-key", 2, "correct")]),
        (NOTEBOOK + "1,Chi?,io,tu,,B. io,,,\n", [("notebooklm-key", 2, "correct")]),
        (NOTEBOOK + "1,Chi?,io,tu,,D,,,\n", [("notebooklm-key", 2, "correct")]),
        ("a,b\n1,2\n", [("notebooklm-heading", 1, None)]),
        ("", [("file-empty", None, None)]),
    ],
)
def test_a_notebooklm_row_that_cannot_be_taken_is_refused_by_line_and_column(text, codes):
    found = read_notebooklm(text.encode())
    assert (found.items, said(found)) == ((), codes)
