"""A clock moved on: what is past its review date enters nothing new, says why, and stays where it was published."""

import pytest
from sqlalchemy import select

from quizapp.banks import search
from quizapp.banks.models import ItemVersion
from quizapp.core.policy import Identity, Role
from quizapp.practice import queries as practice
from tests.build import NOW, form_of
from tests.house import answer_all, begin
from tests.upkeep.shelf import DAY, TREATY, give, listed, newest, newest_assignment, put

LATER = (181 * DAY, 5 * 365 * DAY)


@pytest.fixture
def ids(town, session):
    return put(session, TREATY)


def drawn(session, day):
    """The stems that a draw of everything could take on a day."""
    session.rollback()
    who = Identity(1, 1, Role.ADMIN, "A")
    return search.search(session, who, search.Wish(selectable_on=day), size=100)


@pytest.mark.parametrize("passed", LATER)
def test_a_treaty_item_is_due_and_absent_from_every_new_quiz_draw_and_practice(
    giulia, town, ids, session, later, passed
):
    giulia.post(f"/banks/{town.bank}/practice", data={"classes": [town.school_class]})
    made = giulia.post("/quizzes/new", data={"title": "Vuoto"}).headers["Location"].rsplit("/", 2)[1]
    assert TREATY["stem"] in giulia.get(f"/banks/{town.bank}/quiz").text
    assert stems_to_practise(session, town, NOW) == {TREATY["stem"]}
    later(passed)
    day = (NOW + passed).date()
    assert ids["vigore"] in listed(giulia)
    new = giulia.get(f"/banks/{town.bank}/quiz").text
    assert f"{TREATY['stem']}</a>: da rivedere dal" in new
    assert new.count('name="items"') == 5
    pick = giulia.get(f"/quizzes/{made}/pick").text
    assert f'value="{ids["vigore"]}"' not in pick
    assert "1 domanda adatta non si può scegliere: è da rivedere" in pick
    giulia.post(f"/quizzes/{made}/items", data={"item": [ids["vigore"]]})
    assert "1 domanda ora non si può usare" in giulia.get(f"/quizzes/{made}/edit").text
    assert TREATY["stem"] not in {hit.listed.item.stem for hit in drawn(session, day).hits}
    giulia.post(f"/quizzes/{made}/draws", data={"count": "6", "lang": "it"})
    assert "La riga 1 ne pesca 6, ma ne corrispondono solo 5." in giulia.get(f"/quizzes/{made}").text
    assert give(giulia, town, made).status_code == 422
    assert stems_to_practise(session, town, NOW + passed) == set()


def stems_to_practise(session, town, now):
    """What Ada may practise of the open bank when she likes; the quizzes that wait for her keep their questions."""
    session.rollback()
    found = practice.board(session, Identity(town.ada, 1, Role.STUDENT, "Ada"), now).banks[0].versions
    return set(session.scalars(select(ItemVersion.stem).where(ItemVersion.id.in_(found.values()))))


def test_what_is_answered_leaves_the_queue_of_practice_when_its_date_passes(giulia, ada, town, ids, session, later):
    quiz = giulia.post("/quizzes/new", data={"title": "Trattati", "items": [ids["vigore"]]}).headers["Location"]
    give(giulia, town, quiz.rsplit("/", 2)[1])
    answer_all(ada, begin(ada, newest_assignment(session)), 1, 0)
    later(100 * DAY)
    who = Identity(town.ada, 1, Role.STUDENT, "Ada")
    session.rollback()
    assert len(practice.board(session, who, NOW + 100 * DAY).due) == 1
    later(181 * DAY)
    session.rollback()
    assert practice.board(session, who, NOW + 181 * DAY).due == []


def test_where_it_is_published_it_stays_with_a_warning_and_a_copy_refuses_it(giulia, ada, town, ids, session, later):
    made = giulia.post("/quizzes/new", data={"title": "Trattati", "items": [ids["vigore"]]}).headers["Location"]
    quiz = made.rsplit("/", 2)[1]
    give(giulia, town, quiz)
    given = newest_assignment(session)
    unpublished = giulia.post("/quizzes/new", data={"title": "Mai dato", "items": [ids["vigore"]]})
    later(181 * DAY)
    page = giulia.get(f"/quizzes/{quiz}").text
    assert "1 domanda era da rivedere prima di oggi" in page
    assert "Così non si può assegnare" not in page
    assert "1 domanda era da rivedere prima di oggi" in giulia.get(f"/quizzes/{quiz}/edit").text
    assert give(giulia, town, quiz).status_code == 303
    attempt = begin(ada, given)
    answer_all(ada, attempt, 1, 0)
    assert "alida alla data del 24 novembre 2026" in ada.get(f"{attempt}/1/outcome").text
    other = giulia.get(unpublished.headers["Location"].removesuffix("/edit")).text
    assert "La domanda 1 non può entrare in un nuovo quiz: era da rivedere entro il 23 maggio 2027." in other
    copy = giulia.post(f"/quizzes/{quiz}/duplicate").headers["Location"].rsplit("/", 2)[1]
    assert give(giulia, town, copy).status_code == 422
    giulia.post("/items/due", data={**form_of(giulia.get("/items/due").text, "/items/due"), "only": ids["vigore"]})
    page = giulia.get(f"/quizzes/{quiz}").text
    assert "1 domanda era da rivedere prima di oggi" not in page
    assert f"/quizzes/{quiz}/bring" not in page, "a review date is nothing that a class would see"
    place = f"/items/{ids['vigore']}/edit"
    giulia.post(place, data={**form_of(giulia.get(place).text, place), "explanation": "Un’altra.", "save": "ready"})
    assert f"/quizzes/{quiz}/bring" in giulia.get(f"/quizzes/{quiz}").text


def test_what_published_draws_may_still_ask_is_named_too(giulia, town, ids, later):
    made = giulia.post("/quizzes/new", data={"title": "Estratti"}).headers["Location"].rsplit("/", 2)[1]
    giulia.post(f"/quizzes/{made}/draws", data={"count": "2", "lang": "it"})
    assert give(giulia, town, made).status_code == 303
    assert "Un’estrazione può ancora porre" not in giulia.get(f"/quizzes/{made}").text
    later(181 * DAY)
    page = giulia.get(f"/quizzes/{made}").text
    assert "Un’estrazione può ancora porre 1 domanda che era da rivedere prima di oggi" in page
    assert f'href="/items/{ids["vigore"]}"' in page
    giulia.post("/items/due", data={**form_of(giulia.get("/items/due").text, "/items/due"), "only": ids["vigore"]})
    assert "Un’estrazione può ancora porre" not in giulia.get(f"/quizzes/{made}").text


def test_in_the_editor_an_empty_review_date_is_proposed_and_can_be_changed(giulia, ids, session):
    place = f"/items/{ids['vigore']}/edit"
    page = giulia.get(place).text
    assert "Se resta vuoto: 23 maggio 2027" in page
    form = form_of(page, place)
    sent = giulia.post(place, data={**form, "review_by": "", "stem": "Chi è la ministra?", "save": "ready"})
    assert sent.status_code == 303
    assert newest(session, ids["vigore"])[1].review_by == NOW.date() + 90 * DAY
