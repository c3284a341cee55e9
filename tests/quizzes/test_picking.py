"""Questions ticked in a list stay ticked through pages, searches and filters, until they are in a quiz."""

import pytest
from bs4 import BeautifulSoup

from quizapp import db
from quizapp.banks.models import Item
from quizapp.banks.service import BankHead, add_item, make_bank
from quizapp.quizzes import plan as plans
from quizapp.quizzes import queries
from tests.build import NOW, make_item, signed_in

PER_PAGE = 25


class Reader:
    """A browser without scripts: it ticks boxes, and presses buttons of the page that it has."""

    def __init__(self, client, address):
        self.client = client
        self.show(client.get(address, headers={"Accept-Language": "en"}))

    def show(self, answer):
        self.status, self.address = answer.status_code, answer.request.full_path
        self.page = BeautifulSoup(answer.text, "html.parser")

    def boxes(self, *, listed=True):
        return self.page.select('li input[name="item"]' if listed else 'input[name="item"]')

    def ticked(self, *, listed=False):
        return [box["value"] for box in self.boxes(listed=listed) if box.has_attr("checked")]

    def tick(self, *places):
        for place in places:
            self.boxes()[place]["checked"] = ""
        return [self.boxes()[place]["value"] for place in places]

    def untick(self, value):
        del self.page.select_one(f'input[value="{value}"]')["checked"]

    def write(self, name, value):
        self.page.select_one(f'input[name="{name}"]')["value"] = value

    def press(self, words):
        (button,) = [each for each in self.page.select("main button") if each.get_text(strip=True) == words]
        form = button.find_parent("form")
        sent = [*self.fields(form), *([(button["name"], button["value"])] if button.has_attr("name") else [])]
        method = button.get("formmethod", form["method"])
        data = {name: [value for other, value in sent if other == name] for name, _value in sent}
        self.show(
            self.client.open(
                button.get("formaction", form["action"]),
                method=method.upper(),
                headers={"Accept-Language": "en"},
                follow_redirects=True,
                **{"query_string" if method == "get" else "data": data},
            )
        )

    @staticmethod
    def fields(form):
        for field in form.select("input[name], select[name]"):
            if field.name == "select":
                chosen = field.select_one("option[selected]") or field.option
                yield field["name"], chosen["value"]
            elif field.get("type") != "checkbox" or field.has_attr("checked"):
                yield field["name"], field.get("value", "")


@pytest.fixture
def giulia(app, town):
    return signed_in(app, town.giulia)


@pytest.fixture
def long_list(session, town):
    """More questions than two pages hold, in a bank of Giulia's own; one of them tagged."""
    with db.writing(session) as write:
        bank = make_bank(write, 1, BankHead("Lunga", "it", "Europa"), owner_id=town.giulia, now=NOW)
        for place in range(2 * PER_PAGE + 3):
            stem = f"Quale città ospitò il vertice numero {place} del 2024?"
            item = make_item(id=f"v{place}", stem=stem, tags=["rara"] if place == 0 else [])
            add_item(write, bank, item, None, now=NOW, author_id=town.giulia)
    session.rollback()


@pytest.fixture
def quiz(giulia, town):
    return giulia.post("/quizzes/new", data={"title": "Europa"}).headers["Location"].split("/")[2]


@pytest.fixture(params=["pick", "items"])
def reader(request, giulia, long_list, quiz):
    return Reader(giulia, f"/quizzes/{quiz}/pick" if request.param == "pick" else "/items")


def names_in(session, quiz):
    session.rollback()
    session.expire_all()
    plan = plans.read(queries.quiz_by_public_id(session, quiz).plan)
    return [session.get_one(Item, line.item).public_id for line in plan]


def test_ticks_of_every_page_go_into_the_quiz_in_their_order(giulia, long_list, quiz, session):
    reader = Reader(giulia, f"/quizzes/{quiz}/pick")
    chosen = reader.tick(0, 3)
    reader.press("Next questions")
    assert reader.ticked() == chosen
    chosen += reader.tick(2)
    reader.press("Next questions")
    chosen += reader.tick(1)
    reader.press("Add the chosen ones")
    assert "4 questions added." in reader.page.get_text()
    assert names_in(session, quiz) == chosen


def test_ticks_of_every_page_go_into_a_new_quiz(giulia, long_list):
    reader = Reader(giulia, "/items")
    chosen = reader.tick(0)
    reader.press("Next questions")
    chosen += reader.tick(4)
    reader.press("Make a quiz of the chosen ones")
    assert [box["value"] for box in reader.page.select('input[name="items"][checked]')] == chosen


def test_ticks_stay_when_words_and_filters_change_or_go(reader):
    (chosen,) = reader.tick(7)
    reader.write("q", "numero 0")
    reader.press("Search")
    assert reader.ticked() == [chosen]
    assert reader.ticked(listed=True) == []
    reader.press("Remove all filters")
    assert (reader.ticked(), len(reader.boxes())) == ([chosen], PER_PAGE)
    assert reader.ticked(listed=True) == [chosen]
    reader.write("q", "niente del genere")
    reader.press("Search")
    assert "No question fits" in reader.page.get_text()
    assert reader.ticked() == [chosen]


def test_words_and_filters_stay_from_page_to_page(reader):
    reader.write("q", "vertice numero")
    reader.press("Search")
    reader.tick(0)
    reader.press("Next questions")
    assert "q=vertice" in reader.address
    assert "53 questions" in reader.page.get_text()
    reader.press("First questions")
    assert "after=" not in reader.address
    assert reader.ticked(listed=True) == reader.ticked() != []


def test_what_was_chosen_on_another_page_is_named_and_can_be_given_up(reader):
    kept, given_up = reader.tick(1, 2)
    reader.press("Next questions")
    assert "2 questions chosen already, not on this page" in reader.page.get_text()
    reader.untick(given_up)
    reader.press("First questions")
    assert reader.ticked() == [kept]


def test_what_stands_in_the_quiz_or_may_not_be_seen_is_no_tick(app, giulia, town, long_list, quiz):
    reader = Reader(giulia, f"/quizzes/{quiz}/pick")
    (added,) = reader.tick(0)
    reader.press("Add the chosen ones")
    reader = Reader(giulia, f"/quizzes/{quiz}/pick?after=1&item={added}&item=nowhere")
    assert reader.ticked() == []
    marco = Reader(signed_in(app, town.marco), f"/items?item={added}")
    assert marco.ticked() == []


def test_nothing_ticked_leads_back_to_the_same_words(giulia, long_list, quiz):
    reader = Reader(giulia, f"/quizzes/{quiz}/pick")
    reader.write("q", "vertice")
    reader.press("Add the chosen ones")
    assert "Choose at least one question." in reader.page.get_text()
    assert "q=vertice" in reader.address


def test_the_token_of_a_form_never_stands_in_an_address(reader):
    reader.press("Next questions")
    assert "csrf_token" not in reader.address
