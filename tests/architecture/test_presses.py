"""A form sent several times at once, as by a double click or a browser that asks again, makes one thing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from quizapp import schema
from tests.bench.paper import NEWS
from tests.build import form_of, signed_in

TIMES = 6
MAKING = {
    "a class": ("/classes", "/classes", {"name": "3B"}, "class", 1),
    "the class of next year": ("/classes/{school_class}", "/classes/{school_class}/next-year", {}, "class", 1),
    "accounts": (
        "/classes/{school_class}/accounts", "/classes/{school_class}/accounts", {"names": "Eva\nIvo"}, "user", 2,
    ),
    "a bank": ("/banks/new", "/banks/new", {"title": "Altro"}, "bank", 1),
    "the copy of a bank": ("/banks/{bank}", "/banks/{bank}/copy", {}, "bank", 1),
    "a quiz": ("/quizzes/new", "/quizzes/new", {"title": "Altro"}, "quiz", 1),
    "a quiz of a bank": ("/banks/{bank}/quiz", "/banks/{bank}/quiz", {}, "quiz", 1),
    "the copy of a quiz": ("/quizzes/{quiz}", "/quizzes/{quiz}/duplicate", {}, "quiz", 1),
    "what a class is given": ("/quizzes/{quiz}", "/quizzes/{quiz}/assign", {}, "assignment", 1),
    "a question": (
        "/banks/{bank}/items/new/true_false",
        "/banks/{bank}/items/new/true_false",
        {"stem": "Piove?", "truth": "true", "save": "review"},
        "item",
        1,
    ),
    "the copy of a question": ("/items/{item}", "/items/{item}/copy", {}, "item", 1),
    "an article": ("/articles/new", "/articles", {"text": NEWS}, "article", 1),
}  # fmt: skip


@pytest.fixture
def strict(app, town):
    """The application with its forms guarded, as it is served."""
    app.config["WTF_CSRF_ENABLED"] = True
    return app


def rows(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(schema.TABLES[table]))


def again(app, town, client):
    """The same browser in another thread."""
    twin = signed_in(app, town.giulia)
    with client.session_transaction() as said, twin.session_transaction() as cookie:
        cookie.update(said)
    return twin


@pytest.mark.parametrize("what", MAKING)
def test_a_form_sent_six_times_at_once_makes_one_thing(strict, town, session, what):
    page, address, said, table, several = MAKING[what]
    page, address = (each.format(**vars(town)) for each in (page, address))
    client = signed_in(strict, town.giulia)
    sent = {**form_of(client.get(page).text, address), **said}
    before, twins = rows(session, table), [again(strict, town, client) for _ in range(TIMES)]
    with ThreadPoolExecutor(TIMES) as pool:
        answers = list(pool.map(lambda twin: twin.post(address, data=sent), twins))
    assert {answer.status_code for answer in answers} == {303}
    assert rows(session, table) - before == several
    led_to = {answer.location.split("?")[0] for answer in answers}
    assert len(led_to) == 1
    assert client.get(answers[0].location).status_code == client.get(answers[-1].location).status_code == 200


def test_the_same_words_from_a_page_shown_anew_make_another_thing(strict, town, session, clock):
    client = signed_in(strict, town.giulia)
    for _ in range(2):
        sent = {**form_of(client.get("/classes").text, "/classes"), "name": "3B"}
        assert client.post("/classes", data=sent).status_code == 303
        clock.shift(2)
    sent["name"] = "3C"
    client.post("/classes", data=sent)
    session.rollback()
    assert sorted(session.scalars(select(schema.TABLES["class"].c.name))) == ["3B", "3B", "3C", "3ªB"]
