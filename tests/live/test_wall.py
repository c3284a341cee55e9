"""One question on the wall: the class's answers and the key only when asked for, and nobody's name at any time."""

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.models import User
from quizapp.articles.models import Article, ArticleVersion
from quizapp.core.banks import Rights
from quizapp.live.pages import wall as wall_of
from quizapp.progress.queries import option_shares
from tests.build import CANARY, SENTENCE, make_item, signed_in
from tests.house import begin, classmates, fill


@pytest.fixture
def class_of_five(app, town, session):
    """The five students of the class, each in a browser of their own, with a deferred attempt begun."""
    clients = [signed_in(app, each) for each in (town.ada, *classmates(session, town))]
    return [(client, begin(client, town.deferred)) for client in clients]


def wall(client, assignment, n, query=""):
    told = client.get(f"/assignments/{assignment}/project/{n}{query}")
    assert told.status_code == 200
    return BeautifulSoup(told.text, "html.parser")


def choose(client, attempt, text):
    page = BeautifulSoup(client.get(f"{attempt}/1").text, "html.parser")
    label = next(each for each in page.find_all("label") if text in each.get_text())
    code = page.find(id=label["for"])["value"]
    assert client.post(f"{attempt}/1", data={"seq": "0", "answer": code}).status_code == 303


def shares(page):
    """What each option says of the class."""
    return {
        item.find(class_="choice__text").get_text(strip=True): item.find(class_="wall__share").get_text(" ", strip=True)
        for item in page.select(".wall__list > li")
    }


def test_the_shares_of_the_class_the_key_and_the_sentence_come_when_asked_for(giulia, town, class_of_five):
    for (client, attempt), city in zip(class_of_five, ("Vienna", "Vienna", "Vienna", "Roma", "Ginevra"), strict=True):
        choose(client, attempt, city)
    before = wall(giulia, town.deferred, 1)
    words = before.get_text(" ", strip=True)
    assert before.h1.get_text(strip=True) == "In quale città fu firmato l’accordo del 2024?"
    assert "5 risposte" in words
    assert not before.select(".wall__share, .choice--right, mark")
    assert CANARY not in str(before)
    assert "%" not in words
    after = wall(giulia, town.deferred, 1, "?show=1")
    assert shares(after) == {"Vienna": "60% 3 studenti", "Roma": "20% 1 studente", "Ginevra": "20% 1 studente"}
    assert [each.get_text() for each in after.select(".choice--right .choice__text")] == ["Vienna"]
    assert f"{CANARY}-roma" in after.get_text()
    assert f"{CANARY}-spiegazione" in after.get_text()
    assert SENTENCE in after.find("mark").get_text()


def test_the_order_on_the_wall_is_its_own_and_the_same_at_every_look(giulia, town):
    def order(query):
        return [each.get_text(strip=True) for each in wall(giulia, town.deferred, 1, query).select(".choice__text")]

    assert order("") == order("?show=1") == order("")
    assert sorted(order("")) == ["Ginevra", "Roma", "Vienna"]


def test_the_right_answer_does_not_always_stand_where_its_author_put_it():
    item = make_item()
    walls = [wall_of(item, option_shares(item, []), 0, str(seed)) for seed in range(20)]
    assert {each.letter for found in walls for each in found.choices if each.option.is_key} == {"A", "B", "C"}


@pytest.mark.parametrize("n", range(1, 6))
def test_no_name_of_a_student_stands_on_the_wall(giulia, town, session, class_of_five, n):
    names = list(session.scalars(select(User.name).where(User.role == "student")))
    assert len(names) >= 5
    for pick, (client, attempt) in enumerate(class_of_five):
        client.post(f"{attempt}/{n}", data=fill(client.get(f"{attempt}/{n}").text, pick))
    for query in ("", "?show=1"):
        text = str(wall(giulia, town.deferred, n, query))
        assert [name for name in names if name in text] == []


def test_what_one_student_alone_typed_is_counted_and_not_shown(giulia, town, class_of_five):
    typed = ("marzo", "maggio", "maggio", "Bruno è scemo", "marzo")
    for (client, attempt), word in zip(class_of_five, typed, strict=True):
        client.post(f"{attempt}/4", data={"seq": "0", "answer": word})
    words = wall(giulia, town.deferred, 4, "?show=1").get_text(" ", strip=True)
    assert "maggio 40% 2 studenti" in words
    assert "1 altra risposta, data da un solo studente." in words
    assert "scemo" not in words


def test_of_fewer_than_five_answers_no_share_is_shown(giulia, town, class_of_five):
    for client, attempt in class_of_five[:4]:
        choose(client, attempt, "Vienna")
    told = wall(giulia, town.deferred, 1, "?show=1")
    assert not told.select(".wall__share")
    assert "Con meno di cinque risposte le quote non si mostrano." in told.get_text()


def test_before_the_answers_are_shown_it_says_how_many_still_work(giulia, town, class_of_five):
    words = "studenti stanno ancora lavorando: vedrebbero le risposte."
    assert f"5 {words}" in wall(giulia, town.deferred, 1).get_text()
    for client, attempt in class_of_five:
        client.post(f"{attempt}/hand-in")
    assert words not in wall(giulia, town.deferred, 1).get_text()


def test_the_links_lead_through_the_quiz_and_hide_the_next_answers(giulia, town):
    place = f"/assignments/{town.deferred}/project"

    def links(n, query="?show=1"):
        return [each["href"] for each in wall(giulia, town.deferred, n, query).select("nav a")]

    assert links(1) == [f"{place}/1", f"{place}/2"]
    assert links(3, "") == [f"{place}/2", f"{place}/3?show=1", f"{place}/4"]
    assert links(5) == [f"{place}/4", f"{place}/5"]
    for n in (0, 6, 9999):
        assert giulia.get(f"{place}/{n}").status_code == 404
    assert f'href="{place}/1"' in giulia.get(f"/assignments/{town.deferred}/results").text
    assert f'href="{place}/2"' in giulia.get(f"/assignments/{town.deferred}/questions/2").text
    assert f'href="{place}/2"' in giulia.get(f"/assignments/{town.deferred}/live").text


def test_of_an_article_the_class_may_not_read_only_the_quote_is_shown(giulia, town, session):
    def whole():
        page = wall(giulia, town.deferred, 1, "?show=1")
        assert SENTENCE in page.find("mark").get_text()
        return "Apri l’articolo a questo punto" in page.get_text()

    assert whole()
    with db.writing(session) as write:
        article = write.scalars(select(Article)).one()
        article.owner_id = town.giulia
        write.scalars(select(ArticleVersion)).one().rights = Rights.SENTENCE.value
    assert not whole()
