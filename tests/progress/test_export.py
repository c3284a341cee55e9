"""No cell of results is a formula, however a name begins."""

import csv
import io
import re
from fractions import Fraction

import pytest

from quizapp import db
from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.progress.export import as_csv, safe_cell
from tests.build import signed_in
from tests.house import answer_all, begin

UNSEEN = ("\u200b=", "\ufeff+", "\u202e-", "\u00ad@", " =", "\u3164=", "\u0301=", "\u2060\ufe62", "\u200b\u2212")
LEADS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20\u2212\ufe66\ufe62\ufe63\ufe6b\u207c", *UNSEEN)


def read(written, sign):
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=sign))


@pytest.mark.parametrize(("lang", "sign"), [("it", ";"), ("en", ",")])
@pytest.mark.parametrize("lead", LEADS, ids=repr)
def test_a_cell_that_begins_like_a_formula_is_text(lead, lang, sign):
    found = read(as_csv([f"{lead}1+1"], [[f"{lead}SUM(A1)", "Ada"]], lang), sign)
    assert found == [[f"'{lead}1+1"], [f"'{lead}SUM(A1)", "Ada"]]


@pytest.mark.parametrize(
    ("lang", "sign", "mark"), [("it", ";", "-0,5"), ("en", ",", "-0.5"), ("it-IT,it;q=0.9", ";", "-0,5")]
)
def test_cells_are_divided_and_numbers_written_as_in_the_language_of_the_reader(app, town, session, lang, sign, mark):
    attempt = begin(signed_in(app, town.ada), town.immediate)
    answer_all(signed_in(app, town.ada), attempt, 5, 0)
    with db.writing(session) as write:
        row = write.query(Attempt).filter_by(public_id=attempt.split("/")[2]).one()
        row.mark = Fraction(-1, 2)
    header = {"Accept-Language": lang}
    giulia = signed_in(app, town.giulia)
    first, *rows = read(giulia.get(f"/assignments/{town.immediate}/results.csv", headers=header).data, sign)
    assert {len(row) for row in rows} == {len(first)}
    assert mark in next(row for row in rows if row[0] == "Ada")
    book = read(giulia.get(f"/classes/{town.school_class}/gradebook.csv", headers=header).data, sign)
    assert {len(row) for row in book} == {5}


@pytest.mark.parametrize(("lang", "said"), [("it", "punto e virgola"), ("en", "divided by commas")])
def test_the_pages_say_how_the_file_is_divided(app, town, lang, said):
    giulia = signed_in(app, town.giulia)
    for place in (f"/assignments/{town.immediate}/results", f"/classes/{town.school_class}/gradebook"):
        assert said in giulia.get(place, headers={"Accept-Language": lang}).text


@pytest.mark.parametrize("number", ["-1", "-0,5", "-2.25", "-66,7 %", "-3%"])
def test_a_number_below_zero_stays_one(number):
    assert safe_cell(number) == number
    assert safe_cell(number.replace("-", "\N{MINUS SIGN}")) == number


@pytest.mark.parametrize("text", ["-1+1", "-1,5,5", "- 1", "-A1", "-1|cmd"])
def test_what_only_begins_like_such_a_number_does_not(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ada", "", "\u200b", "\u200bAda", "1=1", "– Ciao", "«=»", "\u2013 sì"])
def test_what_no_spreadsheet_would_run_stays_as_it_is(text):
    assert safe_cell(text) == text


@pytest.mark.parametrize("name", ["=1+1", "+1", "-A1", "@x", "\uff1d1"])
def test_a_student_puts_no_formula_into_the_results(app, town, session, name):
    with db.writing(session) as write:
        write.get_one(User, town.ada).name = name
    giulia = signed_in(app, town.giulia)
    lines = read(giulia.get(f"/assignments/{town.immediate}/results.csv").data, ";")
    assert f"'{name}" in {line[0] for line in lines}


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("sign", [*",;\t\r\n"], ids=repr)
def test_no_part_of_a_cell_is_a_formula_where_a_file_is_cut_at_other_signs(sign, lang):
    """A file that is opened in another country is cut at its sign, and quotes within a line hold nothing together."""
    row = ["Ada", f"-1{sign}=cmd|'/C calc'!A0{sign} @x{sign}Bice"]
    written = as_csv(["Studente"], [row], lang).decode("utf-8-sig")
    parts = [part.strip(' "') for part in re.split(r"[,;\t\r\n]", written)]
    assert "Bice" in parts
    assert "'=cmd|'/C calc'!A0" in parts
    assert not [part for part in parts if part[:1] in {"=", "@", "-", "+"}]
