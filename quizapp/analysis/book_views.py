"""The gradebook of a class, as a page and for spreadsheets, and what the class should take up again."""

from fractions import Fraction

from flask import abort, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from quizapp.analysis.gradebook import Book, gradebook
from quizapp.analysis.taking_up import taking_up
from quizapp.analysis.views import analysis
from quizapp.classes.models import SchoolClass
from quizapp.classes.views import load_class
from quizapp.core.policy import Action, may
from quizapp.formats.workbook import MIMETYPE, workbook
from quizapp.progress.export import as_csv, divider
from quizapp.web import database
from quizapp.web.clock import today
from quizapp.web.filters import decimal
from quizapp.web.guard import allowed, me
from quizapp.web.languages import ui_language
from quizapp.web.replica import from_replica


@analysis.get("/classes/<school_class>/gradebook")
@allowed(Action.SEE_CLASS)
@from_replica
def book(school_class: str) -> str:
    """Students × assignments, in marks out of ten."""
    found, marks = _load(school_class)
    return render_template("analysis/gradebook.html", school_class=found, book=marks, divider=divider(ui_language()))


@analysis.get("/classes/<school_class>/gradebook.csv")
@allowed(Action.SEE_CLASS)
@from_replica
def book_csv(school_class: str) -> Response:
    """The same, in the reader's notation."""
    found, marks = _load(school_class)
    header, *rows = [
        ["" if cell is None else decimal(cell) if isinstance(cell, Fraction) else cell for cell in row]
        for row in _table(marks)
    ]
    return _file(as_csv(header, rows, ui_language()), "text/csv", f"{found.public_id}.csv")


@analysis.get("/classes/<school_class>/gradebook.xlsx")
@allowed(Action.SEE_CLASS)
@from_replica
def book_xlsx(school_class: str) -> Response:
    """The same, with marks as numbers."""
    found, marks = _load(school_class)
    return _file(workbook(found.name, _table(marks)), MIMETYPE, f"{found.public_id}.xlsx")


@analysis.get("/classes/<school_class>/members/<person>/report")
@allowed(Action.SEE_CLASS)
@from_replica
def report(school_class: str, person: str) -> str:
    """The marks of one student, to be printed and signed."""
    found, marks = _load(school_class)
    row = next((each for each in marks.rows if each.student.public_id == person), None)
    if row is None:
        abort(404)
    lines = list(zip(marks.columns, row.marks, strict=True))
    return render_template("analysis/report.html", school_class=found, row=row, lines=lines, today=today())


@analysis.get("/classes/<school_class>/take-up")
@allowed(Action.SEE_CLASS)
@from_replica
def take_up(school_class: str) -> str:
    """What the class should take up again tomorrow."""
    found = load_class(school_class)
    said = taking_up(database.session(), found.id)
    seen = {each.public_id for each in said.questions if may(me(), Action.SEE_BANK, each.bank)}
    return render_template("analysis/take_up.html", school_class=found, found=said, seen=seen)


def _load(school_class: str) -> tuple[SchoolClass, Book]:
    found = load_class(school_class)
    return found, gradebook(database.session(), found)


def _table(marks: Book) -> list[list[str | Fraction | None]]:
    header: list[str | Fraction | None] = [
        _("Student"),
        _("Sign-in name"),
        *(column.title for column in marks.columns),
        _("Mean"),
    ]
    return [
        header,
        *(
            [
                row.student.name,
                row.student.sign_in_name,
                *(None if mark is None else mark.tenths for mark in row.marks),
                row.mean,
            ]
            for row in marks.rows
        ),
    ]


def _file(body: bytes, mimetype: str, name: str) -> Response:
    return Response(body, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
