"""No cell of results is a formula, however a name begins."""

import csv
import io
import re

import pytest

from quizapp import db
from quizapp.accounts.models import User
from quizapp.progress.export import as_csv, safe_cell
from tests.build import signed_in

UNSEEN = ("\u200b=", "\ufeff+", "\u202e-", "\u00ad@", " =", "\u3164=", "\u0301=", "\u2060\ufe62", "\u200b\u2212")
LEADS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20\u2212\ufe66\ufe62\ufe63\ufe6b\u207c", *UNSEEN)


@pytest.mark.parametrize("lead", LEADS, ids=repr)
def test_a_cell_that_begins_like_a_formula_is_text(lead):
    found = csv.reader(io.StringIO(as_csv([f"{lead}1+1"], [[f"{lead}SUM(A1)", "Ada"]]).decode("utf-8-sig"), newline=""))
    assert list(found) == [[f"'{lead}1+1"], [f"'{lead}SUM(A1)", "Ada"]]


@pytest.mark.parametrize("number", ["-1", "-0,5", "-2.25", "-66,7 %", "-3%", "\u22121,5"])
def test_a_number_below_zero_stays_one(number):
    assert safe_cell(number) == number


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
    lines = list(csv.reader(io.StringIO(giulia.get(f"/assignments/{town.immediate}/results.csv").text)))
    assert f"'{name}" in {line[0].lstrip("\N{BYTE ORDER MARK}") for line in lines}


@pytest.mark.parametrize("sign", [*";\t\r\n"], ids=repr)
def test_no_part_of_a_cell_is_a_formula_where_a_file_is_cut_at_other_signs(sign):
    """Where numbers have a comma, spreadsheets cut at semicolons, and quotes within a line hold nothing together."""
    written = as_csv(["Studente"], [["Ada", f"-1{sign}=cmd|'/C calc'!A0{sign} @x{sign}Bice"]]).decode("utf-8-sig")
    parts = [part.strip(' "') for part in re.split(r"[,;\t\r\n]", written)]
    assert "Bice" in parts
    assert "'=cmd|'/C calc'!A0" in parts
    assert not [part for part in parts if part[:1] in {"=", "@", "-", "+"}]
