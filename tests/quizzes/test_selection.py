"""Which items of a bank may enter a quiz: none of a type that has no page to be asked on."""

import re
from dataclasses import replace

import pytest

from quizapp import db
from quizapp.accounts.queries import school
from quizapp.banks import queries
from quizapp.banks.service import sync_bank
from quizapp.core.lifecycle import selectable
from quizapp.core.types import ON_PAGES, TYPES
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


def test_an_item_of_a_type_without_page_is_not_selectable(listed):
    assert set(listed) == set(TYPES)
    assert {name for name, each in listed.items() if selectable(each.standing, NOW.date())} == ON_PAGES


def test_the_form_of_a_new_quiz_leaves_it_out(app, town, listed):
    page = signed_in(app, town.giulia).get(f"/banks/{town.bank}/quiz").text
    offered = {int(value) for value in re.findall(r'name="items" value="(\d+)"', page)}
    assert offered == {each.version.id for name, each in listed.items() if name in ON_PAGES}


@pytest.mark.parametrize("name", BODIES)
def test_a_quiz_cannot_be_made_with_it_even_by_hand(app, town, listed, name):
    form = {"title": "Quiz", "items": [listed["choice"].version.id, listed[name].version.id]}
    assert signed_in(app, town.giulia).post(f"/banks/{town.bank}/quiz", data=form).status_code == 422


def test_the_teacher_sees_the_answers_of_every_type_with_page_or_without(app, town, listed):
    giulia = signed_in(app, town.giulia)
    for name in BODIES:
        page = giulia.get(f"/items/{listed[name].row.public_id}")
        assert page.status_code == 200, name
        assert 'class="good"' in page.text, name
