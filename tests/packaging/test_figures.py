"""Every figure that README and docs give has a row that says how it was measured, or which limit of the code it is."""

import datetime
from pathlib import Path

import pytest

from tools import figures
from tools.figures import Row

MEASURED = {"command": "make bench", "date": datetime.date(2026, 11, 27), "tuned": False}


def page(tmp_path: Path, text: str) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_figure_has_its_row_and_every_row_its_figure() -> None:
    assert list(figures.faults(figures.ROOT, figures.rows(figures.TABLE))) == []


def test_the_rows_are_read_and_there_are_measured_ones() -> None:
    found = figures.rows(figures.TABLE)
    assert {row.kind for row in found} == set(figures.KINDS)
    assert all(isinstance(row.source["date"], datetime.date) for row in found if row.kind == "measured")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An answer takes 64 ms,\n340\nms at most.", ["340 ms", "64 ms"]),
        (
            "Right in 95 % or 99.1%, 2,597 of 2,620; 1.4× and 3 × more.",
            ["1.4×", "2,597 of 2,620", "3 ×", "95 %", "99.1%"],
        ),
        ("| 3 of 5, | 0.4 MB | 5 GB |", ["0.4 MB", "3 of 5", "5 GB"]),
        ("Run `sleep 5 s`.\n\n    wait 7 s\n\n```\n8 s\n```\nDone in 9 s.", ["9 s"]),
        ("36 questions, 5 students, class 3B, 2 mstr, page 7 of the book.", []),
    ],
)
def test_a_figure_is_a_number_with_a_unit_or_so_many_of_so_many_outside_code(text: str, found: list[str]) -> None:
    assert sorted(figures.figures_of(text)) == found


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (Row("README.md", ("8 s",), None, "measured", MEASURED), "README.md: 9 s has no row"),
        (Row("README.md", ("9 s", "8 s"), None, "measured", MEASURED), "README.md: nobody says 8 s any more"),
        (Row("README.md", (), r"\d+ MB", "measured", MEASURED), r"README.md: nothing is like \d+ MB any more"),
        (Row("README.md", ("9 s",), None, "measured", {}), "README.md, 9 s: it was measured, and `command` is missing"),
        (
            Row("README.md", ("9 s",), None, "limit", {"where": "README.md: ten seconds"}),
            "README.md, 9 s: it is a limit, and `where` names no file and words in it",
        ),
        (Row("README.md", ("9 s",), None, "guess", {}), "README.md, 9 s: its kind is none of measured, limit, quoted"),
        (Row("docs/gone.md", ("9 s",), None, "quoted", {}), "docs/gone.md: there is no such page"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, row: Row, fault: str) -> None:
    assert fault in list(figures.faults(page(tmp_path, "Done in 9 s."), [row]))


def test_the_decisions_tell_what_was_true_on_their_day_and_are_left_out(tmp_path: Path) -> None:
    root = page(tmp_path, "")
    (root / "docs" / "decisions").mkdir()
    (root / "docs" / "decisions" / "0001-x.md").write_text("It took 9 s.", encoding="utf-8")
    assert list(figures.faults(root, [])) == []
