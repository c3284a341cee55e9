"""Who met a question in practice alone hears of what was done to it, once, and not where that would give a key away."""

import pytest
from sqlalchemy import select

from quizapp.notices.models import Notice
from tests.build import NOW
from tests.corrections.conftest import say
from tests.corrections.test_supersede import LATER, successor

__all__ = ["successor"]
WHY = {"corrected": "Fu firmato a Ginevra.", "withdrawn": "Era ambigua.", "changed": "La firma fu spostata a Ginevra."}


@pytest.fixture
def practise(ada, giulia, town, bound):
    """Ada answers the question of the city in practice, the quizzes being over; its address."""
    bound(stopped_at=NOW)
    giulia.post(f"/banks/{town.bank}/practice", data={"classes": [town.school_class]})

    def practised():
        at = ada.post(f"/practice/banks/{town.bank}").headers["Location"].rsplit("/", 1)[0]
        place = next(f"{at}/{n}" for n in range(1, 6) if "In quale città" in ada.get(f"{at}/{n}").text)
        assert say(ada, place, "Roma").status_code == 303
        return place

    return practised


def told(session, user):
    session.rollback()
    wanted = select(Notice).where(Notice.user_id == user, Notice.read_at.is_(None)).order_by(Notice.id)
    return [each.kind for each in session.scalars(wanted)]


@pytest.mark.parametrize(
    ("deed", "kind", "words"),
    [
        ("correct", "corrected", "Una domanda che hai ripassato è stata corretta"),
        ("withdraw", "withdrawn", "Una domanda che hai ripassato è stata ritirata"),
        ("successor", "changed", LATER),
    ],
)
def test_whoever_only_practised_it_is_told_once_with_the_reason(
    request, ada, session, town, practise, deed, kind, words
):
    place = practise()
    request.getfixturevalue(deed)()
    assert told(session, town.ada) == [kind]
    page = ada.get("/notices").text
    assert words in page
    assert WHY[kind] in page
    assert f'href="{place}/outcome"' in page
    assert "Da 0" not in page


def test_taken_back_it_is_told_in_the_place_of_what_waits(ada, session, town, practise, correct, undo):
    practise()
    correct()
    undo()
    assert told(session, town.ada) == ["restored"]
    assert "una domanda che hai ripassato" in ada.get("/notices").text


def test_who_has_the_question_in_a_quiz_to_come_is_not_told_its_key(session, town, practise, bound, correct, withdraw):
    practise()
    bound(stopped_at=None)
    correct()
    assert told(session, town.ada) == []
    withdraw()
    assert told(session, town.ada) == ["withdrawn"]


def test_who_has_not_answered_it_is_not_told(ada, session, town, practise, correct, withdraw):
    ada.post(f"/practice/banks/{town.bank}")
    correct()
    withdraw()
    assert told(session, town.ada) == []
