"""CSV: our template by Italian or English headings in any order, whole and back; formulas made harmless."""

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.items import dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.formats import csv_rows, csvfile, tabular
from quizapp.formats.csv_rows import Torn, rows_in
from quizapp.formats.csvfile import read_csv, write_csv
from quizapp.formats.exchange import Gathering
from quizapp.formats.formulas import is_formula
from quizapp.formats.notebooklm import read_notebooklm
from quizapp.formats.registry import format_of
from quizapp.formats.table_write import CARRIED
from tests.formats.items import items


def one(text):
    found = read_csv(text.encode())
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    (item,) = found.items
    return item


def refused(text):
    found = read_csv(text.encode())
    assert found.items == ()
    return [(each.problem.code, each.line, each.element) for each in found.problems]


def made(**data):
    reader = Reader({"id": "q1", "lang": "it", "stem": "Chi?", **data})
    item = read_item(reader, "it")
    assert reader.problems == []
    return item


@pytest.mark.parametrize(
    "text",
    [
        "tipo,domanda,risposta 1,risposta 2,giusta\nscelta,Capitale?,Milano,Roma,B\n",
        "Giusta;Risposta 2;DOMANDA;risposta 1\n2;Roma;Capitale?;Milano\n",
        "question\tanswer 1\tanswer 2\tcorrect\nCapitale?\tMilano\tRoma\tb\n",
    ],
)
def test_headings_in_either_language_any_order_and_any_usual_sign_between_them(text):
    item = one(text)
    assert (item.type, item.stem) == ("choice", "Capitale?")
    assert [(o.text, o.fraction) for o in item.body.options] == [("Milano", 0), ("Roma", 1)]


def test_every_type_from_its_columns():
    assert [
        o.fraction for o in one("domanda;risposta 1;risposta 2;risposta 3;giusta\nQuali?;a;b;c;A,C\n").body.options
    ] == [1, 0, 1]
    assert one("domanda;giusta;correzione\nPiove.;falso;Non piove.\n").body.correction == "Non piove."
    assert [a.text for a in one("domanda;giusta\nChi?;Dante|Alighieri\n").body.answers] == ["Dante", "Alighieri"]
    number = one("tipo;domanda;risposta 1;tolleranza 1;risposta 2;unità\nnumero;Quanto?;6,25;5%;*;km\n").body
    assert [(str(n.value), str(n.tolerance), n.tolerance_kind, n.fraction) for n in number.numbers] == [
        ("6.25", "0.05", "relative", 1), ("None", "0", "absolute", 0),
    ]  # fmt: skip
    pairs = one("tipo;domanda;risposta 1;risposta 2;risposta 3\nabbinamento;Abbina.;a = b;c = d;= e\n").body
    assert ([(p.left, p.right) for p in pairs.pairs], pairs.extra_rights) == ([("a", "b"), ("c", "d")], ("e",))
    assert [s.text for s in one("tipo;domanda;risposta 1;risposta 2\nordinamento;Ordina.;uno;due\n").body.order] == [
        "uno",
        "due",
    ]


def test_weights_as_percentages_or_fractions():
    item = one("tipo;domanda;risposta 1;risposta 2;peso 1;peso 2\nscelta multipla;Quali?;a;b;1/3;-50%\n")
    assert [(o.fraction, item.body.rule) for o in item.body.options] == [
        (Fraction(1, 3), "weights"),
        (Fraction(-1, 2), "weights"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a;b\n1;2\n", [("table-heading", 1, None)]),
        ("domanda;risposta 1;risposta 2;giusta\n;a;b;A\n", [("table-empty-question", 2, "stem")]),
        ("domanda;risposta 1;risposta 2;giusta\nChi?;a;b;C\n", [("table-key", 2, "correct")]),
        ("domanda;risposta 1;risposta 2;giusta\nChi?;a;b;\n", [("table-no-key", 2, "correct")]),
        ("tipo;domanda\ntema;Chi?\n", [("table-type", 2, "type")]),
        ("tipo;domanda;giusta\nvero/falso;Piove.;forse\n", [("table-truth", 2, "correct")]),
        ("tipo;domanda;giusta\nnumero;Quanto?;tanto\n", [("table-number", 2, "answer")]),
        ("domanda;risposta 1;risposta 2;peso 1\nChi?;a;b;molto\n", [("table-weight", 2, "weight 1")]),
        ("tipo;domanda;risposta 1\nabbinamento;Abbina.;solo\n", [("table-pair", 2, "answer")]),
        ("", [("file-empty", None, None)]),
    ],
)
def test_what_cannot_be_taken_is_refused_by_line_and_column(text, said):
    assert refused(text) == said


def test_a_row_over_several_lines_and_a_column_not_known():
    found = read_csv('domanda;risposta 1;risposta 2;giusta;umore\n"Chi\nè?";a;b;A;buono\nDove?;a;b;Z;x\n'.encode())
    assert found.items[0].stem == "Chi\nè?"
    assert [(each.problem.code, each.severity, each.line) for each in found.problems] == [
        ("table-column", "warning", 1), ("table-key", "error", 4),
    ]  # fmt: skip


@given(items(sorted(set(CARRIED)), rich=False))
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_the_same(item):
    written = write_csv([item])
    if any(each.severity == "error" for each in written.problems):
        assert item.type == "matching"
        return
    assert written.problems == ()
    found = read_csv(written.data)
    assert [each.problem.code for each in found.problems if each.severity == "error"] == []
    (again,) = found.items
    assert dump_item(again) == dump_item(item)


@pytest.mark.parametrize(
    "evil",
    [
        "=1+1",
        "+cmd",
        "-2+3",
        "@SUM(A1)",
        "'=x",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "\u22121+1",
        "\u200b=1",
        "\ufeff=1",
        "\u00ad@x",
        "\u3164+1",
        "\u2060\u2212x",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless_and_comes_back(evil):
    item = made(type="text", title=evil, answers=[{"text": "io", "fraction": 1}])
    written = write_csv([item])
    assert f",{evil}," not in written.data.decode("utf-8-sig")
    assert read_csv(written.data).items[0].title == evil


@pytest.mark.parametrize("sign", [*"=+-@\uff1d\uff0b\uff0d\uff20\u2212\t\r\n'", "\u200b=", "\ufeff+", "\u115f@"])
def test_no_cell_begins_with_a_sign_of_formulas_and_each_comes_back(sign):
    cell = csvfile.guarded(f"{sign}1")
    assert cell == f"'{sign}1"
    quoted = cell.replace('"', '""')
    lines = csvfile.lines_of(f'domanda,giusta\n"{quoted}",A\n', Gathering({}))
    assert lines[1][1][0] == f"{sign}1"


@pytest.mark.parametrize(
    ("heading", "reader"),
    [("domanda,risposta 1,giusta", read_csv), ("Question,Option A,Option B,Answer", read_notebooklm)],
)
def test_a_cell_without_end_is_named_in_words_of_ours_with_the_line_it_begins_on(heading, reader):
    (found,) = reader(f'{heading}\nChi?,io,io\n"Chi,\n{"x" * csv_rows.MOST_CELL}'.encode()).problems
    assert (found.problem.code, found.line) == ("table-cell", 3)
    assert found.problem.say("it").startswith("una cella ha più di 10000000 caratteri")
    assert found.problem.say("en").startswith("a cell has more than 10000000 characters")


def test_a_line_that_the_reader_of_tables_does_not_understand_is_named_without_its_words():
    gathering = Gathering(tabular.SAYS)
    assert csvfile.lines_of("domanda,giusta\nChi?,io\nChi\raltro?,io\n", gathering) is None
    (found,) = gathering.problems
    assert (found.problem.code, found.line) == ("table-broken", 3)
    assert found.problem.say("it") == "da questa riga in poi la tabella non si può leggere"


def test_what_a_table_has_no_place_for_is_said():
    item = made(type="choice", hints=[{"text": "x"}], penalty="1/3", options=[
        {"text": "a", "fraction": 1, "pinned": True}, {"text": "b", "fraction": 0},
    ])  # fmt: skip
    assert {each.element for each in write_csv([item]).problems} == {"hints", "penalty", "options.pinned"}


def test_it_is_told_by_its_first_line():
    assert format_of(b"domanda;risposta 1;giusta\n") == "csv"


@pytest.mark.parametrize("tags", [["0\\", "0"], ["a;b", "c"], ["\\;", "\\\\"], ["a\\b"]])
def test_tags_keep_semicolons_and_backslashes_of_their_own(tags):
    item = made(type="text", tags=tags, answers=[{"text": "io", "fraction": 1}])
    assert list(read_csv(write_csv([item]).data).items[0].tags) == tags


@pytest.mark.parametrize("weight", ["1e999999999", "1e99999999%", "9" * 5000, "1/" + "9" * 5000])
def test_a_weight_whose_figures_would_never_end_is_refused_at_once(weight):
    found = read_csv(f"domanda;risposta 1;risposta 2;giusta;peso 1\nChi?;io;tu;A;{weight}\n".encode())
    assert [each.problem.code for each in found.problems] == ["table-weight"]


@pytest.mark.parametrize("sign", [*";\t\n"], ids=repr)
@pytest.mark.parametrize("part", ["=1+1", " @x", "'", "''=1", "\u200b-1", "sì", ""])
def test_no_part_of_a_cell_is_a_formula_and_each_comes_back(part, sign):
    cell = f"Uno{sign}{part}{sign}due"
    guarded = csvfile.guarded(cell)
    assert not any(is_formula(each) for each in re.split(r"[;\t\n]", guarded))
    quoted = guarded.replace('"', '""')
    assert csvfile.lines_of(f'domanda,giusta\n"{quoted}",A\n', Gathering({}))[1][1][0] == cell


TOP = "domanda;risposta 1;risposta 2;giusta\n"


def told(text, read=read_csv):
    found = read(text.encode())
    errors = [(each.problem.code, each.index, each.line) for each in found.problems if each.severity == "error"]
    return [item.stem for item in found.items], errors


@pytest.mark.parametrize(
    "bad",
    ['"Due?;a;b;A', 'Due?;"a;b;A', 'Due?;a;"b;A', 'Due?;a;b;"A'],
)
@pytest.mark.parametrize(
    "after",
    [
        "Tre?;a;b;B\nSei?;a;b;A\n",
        'Tre?;a;b;B\n"Sei?";"a";"b";"A"\n',
        '"Tre?";a;b;B\nSei?;a;"b";A\n',
        'Tre?;a;"b";B\nSei?;a;b;A',
    ],
)
def test_a_mark_that_is_not_closed_costs_its_row_and_no_other(bad, after):
    assert told(f"{TOP}Uno?;a;b;A\n{bad}\n{after}") == (["Uno?", "Tre?", "Sei?"], [("table-unclosed", 2, 3)])


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_mark_that_is_not_closed_in_the_last_row_is_named_too(end):
    assert told(f'{TOP}Uno?;a;b;A\nDue?;a;"b;A{end}') == (["Uno?"], [("table-unclosed", 2, 3)])


def test_a_mark_is_named_by_the_line_on_which_it_opens_even_in_a_row_that_goes_over_lines():
    assert told(f'{TOP}"Chi\nè?";"a;b;A\nDue?;a;b;B\n') == (["Due?"], [("table-unclosed", 1, 3)])


@pytest.mark.parametrize(("end", "last"), [("Sei?;a;b;A\n", 3), ("", 3)])
def test_lines_that_may_belong_to_one_question_are_lost_together_and_named(end, last):
    found = read_csv(f'{TOP}"Chi è\n"Dante"?";a;b;A\n{end}'.encode())
    assert [item.stem for item in found.items] == ["Sei?"] * bool(end)
    (problem,) = found.problems
    assert (problem.problem.code, problem.line, problem.problem.values["last"]) == ("table-unclosed-to", 2, last)


def test_a_heading_with_a_mark_that_is_not_closed_is_what_is_said_of_the_file():
    assert told(f'"{TOP}Uno?;a;b;A\n') == ([], [("table-unclosed-to", None, 1)])


@pytest.mark.parametrize(
    "text",
    [
        '"Chi\nè?" ;a;b;A\n',
        '"Chi ha detto ""no""\ne poi ""sì""?";a;b;A\n',
        'Chi?;a;"b\n";A\n',
        '"\n\nChi?\n";a;b;A',
        'Il "caso?;a;b;A\n',
        '"Il" caso?;a;b;A\n',
        "Chi?;a;b;A;\n",
    ],
)
def test_a_cell_over_lines_and_a_mark_within_a_cell_are_no_fault(text):
    stems, errors = told(TOP + text)
    assert (len(stems), errors) == (1, [])
    assert read_csv((TOP + text).encode()).problems == ()


@pytest.mark.parametrize(
    ("before", "bad"),
    [("Uno?;a;b;A", 'Due?;"a;b;A;perché'), ("Uno?;a;b;A;sì", 'Due?;"a;b;A;no'), ("Uno?;a;b;A", 'Due?;"a;b;A')],
)
def test_a_row_has_the_cells_of_the_headings_or_of_the_row_before(before, bad):
    top = "domanda;risposta 1;risposta 2;giusta;spiegazione"
    assert told(f"{top}\n{before}\n{bad}\nTre?;a;b;B\n") == (["Uno?", "Tre?"], [("table-unclosed", 2, 3)])


def test_rows_within_a_cell_that_is_closed_too_late_are_pointed_at():
    found = read_csv(f'{TOP}Due?;"a;b;A\nTre?;a";b;A\nSei?;a;b;A\n'.encode())
    assert [(each.problem.code, each.severity, each.line) for each in found.problems] == [
        ("table-row-inside", "warning", 2)
    ]


def test_a_quiz_of_notebooklm_loses_one_question_to_a_mark_too():
    top = "Question,Option A,Option B,Correct Answer\n"
    read = told(f'{top}Uno?,a,b,A\n"Due?,a,b,A\nTre?,a,b,B\n', read_notebooklm)
    assert read == (["Uno?", "Tre?"], [("table-unclosed", 2, 3)])


WORD = st.text(alphabet="abcò ?.", min_size=1, max_size=6).filter(str.strip)


@given(st.lists(st.tuples(WORD, st.booleans()), min_size=2, max_size=7), st.data())
@settings(deadline=None)
def test_whichever_mark_is_left_open_every_other_row_is_read(rows, data):
    """A row with its cells in marks or without; in one of them a mark opens and is not closed."""
    lines = [[stem, "a", "b", "A"] for stem, _marked in rows]
    place = data.draw(st.integers(0, len(rows) - 1))
    cell = 3 if rows[place][1] else data.draw(st.integers(0, 3))
    cells = [[f'"{each}"' if rows[n][1] else each for each in line] for n, line in enumerate(lines)]
    cells[place][cell] = f'"{lines[place][cell]}'
    stems, errors = told(TOP + "\n".join(";".join(line) for line in cells))
    assert stems == [stem.strip() for n, (stem, _marked) in enumerate(rows) if n != place]
    assert errors == [("table-unclosed", place + 1, place + 2)]


@given(st.text(alphabet='ab;\n"', max_size=60))
def test_no_line_is_read_twice_and_none_is_passed_over_in_silence(text):
    """Whatever marks stand in it: every line that holds a letter is in a row, or within what an error names."""
    rows, reached = list(rows_in(text, ";")), 0
    for line, row in rows:
        between = text.split("\n")[reached : line - 1]
        assert line > reached
        assert not "".join(between).strip()
        reached = row.last if isinstance(row, Torn) else line + sum(cell.count("\n") for cell in row)
    assert sum(not isinstance(row, Torn) for _line, row in rows) == len(
        {line for line, row in rows if not isinstance(row, Torn)}
    )
