"""Which items of a bank may enter a quiz: every type is asked in a browser."""

import re
from dataclasses import replace

import pytest

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import queries
from quizapp.banks.service import sync_bank
from quizapp.core.lifecycle import selectable
from quizapp.core.types import TYPES
from tests.build import NOW, make_bank, make_item, signed_in

BODIES = {
    "number": {"numbers": [{"value": 3}]},
    "matching": {"pairs": [{"left": "a", "right": "A"}, {"left": "b", "right": "B"}]},
    "ordering": {"order": [{"text": "a"}, {"text": "b"}, {"text": "c"}]},
    "cloze": {"gaps": [{"type": "number", "numbers": [{"value": 3}]}]},
}
BARE = tuple(
    make_item(id=name, type=name, options=None, stem=f"Nel 2024, {name}?", **body) for name, body in BODIES.items()
)


@pytest.fixture
def listed(session, town):
    bank = make_bank()
    with db.writing(session) as write:
        sync_bank(write, replace(bank, items=(*bank.items, *BARE)), school_id=school(write).id, now=NOW)
    session.rollback()
    row = queries.bank_by_slug(session, school(session).id, "it/accordo")
    return {each.item.type: each for each in queries.items_of(session, row)}


def test_an_item_of_every_type_is_selectable(listed):
    assert {name for name, each in listed.items() if selectable(each.standing, NOW.date())} == set(TYPES)


def test_a_quiz_can_be_made_of_every_type(app, town, listed):
    giulia = signed_in(app, town.giulia)
    page = giulia.get(f"/banks/{town.bank}/quiz").text
    offered = [int(value) for value in re.findall(r'name="items" value="(\d+)"', page)]
    assert set(offered) == {each.version.id for each in listed.values()}
    assert giulia.post(f"/banks/{town.bank}/quiz", data={"title": "Quiz", "items": offered}).status_code == 303


def test_the_teacher_sees_the_answers_of_every_type(app, town, listed):
    giulia = signed_in(app, town.giulia)
    for name in BODIES:
        page = giulia.get(f"/items/{listed[name].row.public_id}")
        assert page.status_code == 200, name
        assert 'class="good"' in page.text, name
