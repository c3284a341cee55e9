"""The gradebook: what counts of every student, the way to it, and files that a spreadsheet reads and never runs."""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp import db
from quizapp.accounts.models import User
from quizapp.formats.workbook import workbook
from tests.architecture.test_statements import counted
from tests.build import signed_in
from tests.house import answer_all, begin, classmates

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def texts(body):
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own
    return [["".join(cell.itertext()) for cell in row] for row in sheet.iterfind(".//m:row", NS)], sheet


@pytest.fixture
def marked(app, town):
    """Ada has handed in the first quiz and not the second."""
    ada = signed_in(app, town.ada)
    attempt = begin(ada, town.immediate)
    answer_all(ada, attempt, 5, 0)
    return attempt.split("/")[2]


def test_a_mark_leads_to_the_attempt_that_counts_and_what_is_missing_is_said(app, town, marked):
    page = signed_in(app, town.giulia).get(f"/classes/{town.school_class}/gradebook", headers={"Accept-Language": "en"})
    assert f'href="/assignments/{town.immediate}/attempts/{marked}"' in page.text
    assert page.text.count("not handed in</span>") == 1


def test_the_report_of_a_student_says_what_the_gradebook_says_and_whose_it_is(app, town, marked):
    giulia = signed_in(app, town.giulia)
    english = {"Accept-Language": "en"}
    page = giulia.get(f"/classes/{town.school_class}/members/{town.user_ids['ada']}/report", headers=english).text
    book = giulia.get(f"/classes/{town.school_class}/gradebook", headers=english).text
    (given,) = re.findall(r'<a class="cell [^>]*>([^<]+)<', book)
    (mean,) = re.findall(r'<strong class="num">([^<]+)<', book)  # 4½ is a mark, 4.5 a mean
    assert re.findall("<strong>([^<]+)</strong>", page) == [given.strip(), mean]
    assert page.count("not handed in") == 1
    assert "Report: Ada" in page
    for client, status in ((giulia, 404), (signed_in(app, town.ada), 403)):
        other = "bruno" if client is giulia else "ada"
        at = f"/classes/{town.school_class}/members/{town.user_ids[other]}/report"
        assert client.get(at).status_code == status


def test_the_files_hold_what_the_page_shows(app, town, marked):
    giulia = signed_in(app, town.giulia)
    english = {"Accept-Language": "en"}
    text = giulia.get(f"/classes/{town.school_class}/gradebook.csv", headers=english).data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    header = ["Student", "Sign-in name", "Il quiz sull’accordo", "Il quiz sull’accordo", "Mean"]
    assert rows[0] == header
    assert rows[1][:2] == ["Ada", "ada"]
    assert rows[1][2] == rows[1][4] != ""
    assert rows[1][3] == ""
    written, _sheet = texts(giulia.get(f"/classes/{town.school_class}/gradebook.xlsx", headers=english).data)
    assert written[0] == header
    assert float(written[1][2]) == float(rows[1][2])


def test_a_name_that_looks_like_a_formula_is_never_one(app, town, session):
    with db.writing(session) as write:
        write.get_one(User, town.ada).name = "=1+1"
    giulia = signed_in(app, town.giulia)
    assert "'=1+1" in giulia.get(f"/classes/{town.school_class}/gradebook.csv").text
    _rows, sheet = texts(giulia.get(f"/classes/{town.school_class}/gradebook.xlsx").data)
    assert sheet.find(".//m:f", NS) is None
    assert sheet.findall(".//m:row", NS)[1][0].get("t") == "inlineStr"


def test_the_statements_do_not_grow_with_the_students(app, town, session):
    giulia = signed_in(app, town.giulia)
    giulia.get(f"/classes/{town.school_class}/gradebook")
    with counted(app) as before:
        giulia.get(f"/classes/{town.school_class}/gradebook")
    classmates(session, town)
    with counted(app) as after:
        giulia.get(f"/classes/{town.school_class}/gradebook")
    assert len(after) == len(before)


@given(st.lists(st.lists(st.text(), min_size=1, max_size=3), min_size=1, max_size=3), st.text())
def test_every_text_makes_a_readable_workbook(rows, name):
    written, _sheet = texts(workbook(name, rows))
    assert [len(row) for row in written] == [len(row) for row in rows]


def test_an_attempt_that_is_still_open_has_no_mark_yet(app, town, marked):
    answer_all(signed_in(app, town.ada), begin(signed_in(app, town.ada), town.deferred), 5, 0)
    page = signed_in(app, town.giulia).get(f"/classes/{town.school_class}/gradebook", headers={"Accept-Language": "en"})
    assert page.text.count("not handed in</span>") == 1
