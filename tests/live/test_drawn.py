"""Questions that every student draws, on the wall: those that somebody drew, and one of them with all its answers."""

import re

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import db
from quizapp.attempts.models import Slot
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import QuizEdition
from tests.build import CANARY, ITEMS, signed_in
from tests.house import answer_all, begin, classmates

SIZE = len(ITEMS)


@pytest.fixture
def drawing(town, session):
    """From now on the quiz asks its first question of everybody, and draws two of the other four."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.deferred)
        found = quizzes.slots(write, given.quiz.id, 1)
        pool = [slot.item_version_id for slot in found[1:]]
        write.get_one(QuizEdition, (given.quiz.id, 1)).pools = {"1": pool}
        for slot in found[1:3]:
            slot.item_version_id, slot.draw = None, {"pool": "1"}
        for slot in found[3:]:
            write.delete(slot)
    return set(pool)


def page(client, address):
    told = client.get(address)
    assert told.status_code == 200
    return BeautifulSoup(told.text, "html.parser")


def links(found):
    return {each.get_text(strip=True): each["href"] for each in found.select("main a.t")}


def test_before_anybody_begins_it_says_that_nothing_was_drawn(giulia, town, drawing):
    wall = page(giulia, f"/assignments/{town.deferred}/project/2")
    assert "non è stata estratta nessuna domanda" in wall.get_text()
    assert {each["href"] for each in wall.nav.find_all("a")} == {
        f"/assignments/{town.deferred}/project/{n}" for n in (1, 3)
    }


def test_what_was_drawn_is_listed_and_one_shows_the_answers_of_all_its_places(app, ada, giulia, town, session, drawing):
    for pick, client in enumerate([ada, *(signed_in(app, each) for each in classmates(session, town))]):
        attempt = begin(client, town.deferred)
        answer_all(client, attempt, 3, pick)
        client.post(f"{attempt}/hand-in")
    live = page(giulia, f"/assignments/{town.deferred}/live")
    at = live.find("a", string=re.compile("estratta"))["href"]
    assert at == f"/assignments/{town.deferred}/project/2"
    rows = session.scalars(select(Slot.item_version_id).where(Slot.position > 1)).all()
    listed = page(giulia, at)
    assert len(links(listed)) == len(set(rows)), "each once"
    assert links(listed).keys() == links(page(giulia, at.replace("/2", "/3"))).keys()
    drawn = [int(re.search(r"uscita a (\d)", each.get_text())[1]) for each in listed.select("main li")]
    assert drawn == sorted((rows.count(version) for version in set(rows)), reverse=True)
    for address, students in zip(links(listed).values(), drawn, strict=True):
        wall = page(giulia, address)
        assert f"{students} rispost" in wall.get_text(), "those of every place"
        assert CANARY not in str(wall)
        (told,) = [each["href"] for each in wall.nav.find_all("a") if each["href"].endswith("show=1")]
        assert f"{CANARY}-spiegazione" in page(giulia, told).get_text()
        assert at in {each["href"] for each in wall.select("main .back a")}


@pytest.mark.parametrize("item", ["aaaaaaaaaaaaaaaa.1", "", "1", "x" * 400])
def test_what_nobody_drew_is_not_there(ada, giulia, town, drawing, item):
    begin(ada, town.deferred)
    assert giulia.get(f"/assignments/{town.deferred}/project/2?item={item}").status_code == 404
    assert giulia.get(f"/assignments/{town.deferred}/project/9").status_code == 404
