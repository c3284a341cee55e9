"""Where a press of the editor leads: to the very field, no further than it must, with nothing to do by hand."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.build import form_of
from tests.items.test_editor import COMMON, FILLED, blank, make, newest

WRONG = {
    "choice": {"key": ""},
    "multiple": {"options-0-right": "", "options-1-right": ""},
    "true_false": {"correction": ""},
    "text": {"answers-0-fraction": "tanto"},
    "number": {"numbers-0-value": "tre", "numbers-0-tolerance": "abc", "numbers-0-fraction": "1"},
    "matching": {"pairs-0-right": ""},
    "ordering": {"order-1-text": "L’avvio"},
    "cloze": {"gaps-0-right": "due", "gaps-0-type": "number", "gaps-0-weight": "x"},
    "classify": {"statements-0-category": ""},
}
LEADS = {
    "choice": {"key-0"},
    "multiple": {"options-0-right"},
    "true_false": {"correction"},
    "text": {"answers-0-fraction"},
    "number": {"numbers-0-value", "numbers-0-tolerance"},
    "matching": {"pairs-0-right"},
    "ordering": {"order-1-text"},
    "cloze": {"gaps-0-right", "gaps-0-weight"},
    "classify": {"statements-0-category"},
}


def soup(page):
    return BeautifulSoup(page.text, "html.parser")


def links(page):
    return {each["href"].removeprefix("#") for each in soup(page).select("section.errors a")}


@pytest.fixture
def bare(giulia):
    """A bank without an article."""
    made = giulia.post("/banks/new", data={"title": "Senza articolo", "lang": "it", "visible": "own"})
    return made.headers["Location"].rsplit("/", 1)[1]


@pytest.mark.parametrize("type_", WRONG)
def test_what_is_wrong_leads_the_keyboard_into_the_very_field(giulia, town, type_):
    page = make(giulia, town, type_, save="ready", sources="", as_of="", **WRONG[type_])
    assert page.status_code == 422
    assert LEADS[type_] <= links(page)
    for each in links(page):
        found = soup(page).find(id=each)
        assert found.name in {"input", "select", "textarea", "button"}, each
        told = [each.get("aria-describedby", "") for each in (found, *found.find_parents("fieldset"))]
        assert any(soup(page).find(id=name).get_text(strip=True) for names in told for name in names.split()), each


def test_a_row_is_moved_on_by_the_same_button(giulia, town):
    place, form = blank(giulia, town, "ordering")
    data = {**form, **COMMON, **FILLED["ordering"]}
    for wish, focus in (("down:order:0", "order-1-down"), ("up:order:2", "order-1-up"), ("up:order:1", "order-0-down")):
        page = giulia.post(place, data={**data, "save": wish})
        assert [each["id"] for each in soup(page).select("[autofocus]")] == [focus]


def test_adding_a_row_tells_no_list_of_what_is_missing(giulia, town):
    place, form = blank(giulia, town, "matching")
    page = giulia.post(place, data={**form, "save": "add:pairs"})
    assert soup(page).select("#h-problems") == []
    assert [each["id"].endswith("-left") for each in soup(page).select("[autofocus]")] == [True]


def test_a_draft_that_cannot_be_kept_says_what_is_in_the_way_and_no_more(giulia, town):
    wrong = {"as_of": "", "explanation": "", "statements-0-category": ""}
    assert links(make(giulia, town, "classify", save="draft", **wrong)) == {"statements-0-category"}
    assert {"statements-0-category", "as_of"} <= links(make(giulia, town, "classify", save="ready", **wrong))


def test_each_gap_that_the_text_marks_has_its_row(giulia, town):
    place, form = blank(giulia, town, "cloze")
    page = giulia.post(place, data={**form, "stem": "Nel [[1]] a [[2]] con [[3]].", "save": "check"})
    assert {"gaps-0-right", "gaps-1-right", "gaps-2-right"} <= set(form_of(page.text, place))
    added = giulia.post(place, data={**form, "stem": "Nel [[1]] a [[2]].", "save": "add:gaps"})
    assert sum(name.endswith("-right") for name in form_of(added.text, place)) == 2, "the one that was missing is added"
    many = giulia.post(place, data={**form, "stem": "Nel [[9999]].", "save": "check"})
    assert sum(name.endswith("-right") for name in form_of(many.text, place)) == 20


@pytest.mark.parametrize("type_", ["matching", "ordering", "classify", "choice"])
def test_where_there_is_no_article_nobody_is_asked_for_its_sentences(giulia, town, bare, type_):
    names = form_of(giulia.get(f"/banks/{bare}/items/new/{type_}").text, f"/banks/{bare}/items/new/{type_}")
    assert [name for name in names if "evidence" in name] == []
    assert [name for name in blank(giulia, town, type_)[1] if "evidence" in name]


@pytest.mark.parametrize(("lang", "half", "value"), [("it", "1,5", "3,5"), ("en", "1.5", "3.5")])
def test_points_and_numbers_come_back_as_the_reader_writes_them(giulia, town, session, lang, half, value):
    made = make(giulia, town, "number", points="3/2", **{"numbers-0-fraction": "1"}).headers["Location"]
    page = giulia.get(f"{made}/edit", headers={"Accept-Language": lang})
    form = form_of(page.text, f"{made}/edit")
    assert [form[name] for name in ("points", "numbers-0-value", "numbers-0-fraction")] == [[half], [value], ["1"]]
    giulia.post(f"{made}/edit", data={**form, "save": "review"}, headers={"Accept-Language": lang})
    assert newest(session, made.rsplit("/", 1)[1])[0].number == 1


def test_a_share_that_has_no_end_in_decimals_stays_a_ratio(giulia, town, session):
    made = make(giulia, town, "text", **{"answers-1-text": "Wien", "answers-1-fraction": "1/3"}).headers["Location"]
    page = giulia.get(f"{made}/edit").text
    assert form_of(page, f"{made}/edit")["answers-1-fraction"] == ["1/3"]
    assert re.search(r'name="answers-0-fraction"[^>]*value="1"', page)


@pytest.mark.parametrize("type_", ["matching", "ordering", "text", "multiple", "number"])
def test_a_question_put_aside_without_answers_opens_with_a_row_to_write_in(giulia, town, type_):
    place, form = blank(giulia, town, type_)
    made = giulia.post(place, data={**form, "stem": "Che cosa accadde?", "save": "draft"}).headers["Location"]
    names = form_of(giulia.get(f"{made}/edit").text, f"{made}/edit")
    row = {"matching": "pairs", "ordering": "order", "text": "answers", "multiple": "options", "number": "numbers"}
    assert [name for name in names if name.startswith(f"{row[type_]}-0-")]


def test_what_a_question_lacks_when_it_is_opened_leads_to_its_fields_and_takes_no_focus(giulia, town):
    made = make(giulia, town, "matching", save="draft", as_of="", explanation="").headers["Location"]
    page = soup(giulia.get(f"{made}/edit"))
    assert {"as_of", "explanation"} <= {each["href"].removeprefix("#") for each in page.select("#h-problems ~ ul a")}
    assert page.select("[autofocus]") == []
