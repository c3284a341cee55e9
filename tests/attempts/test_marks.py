"""Marks out of ten on the page, on paper and in the CSV, by the scale of the class."""

import pytest
from bs4 import BeautifulSoup

from tests.attempts.test_protocol import start
from tests.build import signed_in


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


@pytest.fixture
def place(app, town):
    """Ada has handed in the quiz with its first question right and the others unanswered."""
    ada = signed_in(app, town.ada)
    attempt = start(ada, town.deferred)
    page = BeautifulSoup(ada.get(f"{attempt}/1").text, "html.parser")
    right = next(label.input["value"] for label in page.select(".choice") if "Vienna" in label.get_text())
    ada.post(f"{attempt}/1", data={"seq": "0", "answer": right})
    ada.post(f"{attempt}/hand-in")
    return f"/assignments/{town.deferred}"


def rows(page):
    table = BeautifulSoup(page.text, "html.parser").find("table")
    return [[cell.get_text(strip=True) for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")[1:]]


def test_each_student_has_a_mark_or_is_said_not_to_have_handed_in(giulia, place):
    found = {name: (share, mark) for name, share, mark in rows(giulia.get(f"{place}/marks"))}
    assert found["Ada"] == ("20%", "3½")
    assert {pair for name, pair in found.items() if name != "Ada"} <= {("not handed in", "–"), ("non consegnato", "–")}


def test_another_scale_of_the_class_changes_marks_and_csv_at_once(giulia, place):
    saved = giulia.post(f"{place}/marks", data={"passes": "20", "lowest": "4", "steps": "1"})
    assert saved.status_code == 303
    assert ("Ada", "20%", "6") in {tuple(row) for row in rows(giulia.get(f"{place}/marks"))}
    assert ";20%;6;" in giulia.get(f"{place}/results.csv").text


@pytest.mark.parametrize("passes", ["0", "100", "", "molto"])
def test_a_threshold_that_is_none_is_refused_and_nothing_changes(giulia, place, passes):
    before = rows(giulia.get(f"{place}/marks"))
    assert giulia.post(f"{place}/marks", data={"passes": passes, "lowest": "2", "steps": "2"}).status_code == 422
    assert rows(giulia.get(f"{place}/marks")) == before


def test_students_and_teachers_of_other_classes_see_no_marks(app, town, place):
    assert signed_in(app, town.ada).get(f"{place}/marks").status_code in {403, 404}
    assert signed_in(app, town.ada).post(f"{place}/marks", data={}).status_code in {403, 404}
