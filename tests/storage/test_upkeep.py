"""What is due, where it is in use, and what a quiz may keep, asked alike of both databases."""

import datetime

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.banks import dates
from quizapp.banks.models import Bank, Item, ItemVersion
from quizapp.banks.service import BankHead, add_item, make_bank
from quizapp.classes import queries as classes
from quizapp.core.lifecycle import Unfit
from quizapp.core.policy import Identity, Role
from quizapp.quizzes import plan as plans
from quizapp.quizzes import publishing, service
from quizapp.quizzes.models import Quiz
from quizapp.upkeep import queries
from quizapp.upkeep.service import Look, still_valid, undo
from tests.build import NOW, make_item

TODAY, DAY = NOW.date(), datetime.timedelta(days=1)


@pytest.fixture
def app(on_both):
    return on_both


@pytest.fixture
def giulia(town):
    return Identity(town.giulia, 1, Role.TEACHER, "Giulia")


@pytest.fixture
def bank(session, town):
    """Five items of Giulia's own: stale, soon, far, a forecast to be told, and one that is told already."""
    said = {"as_of": "2026-01-01", "timing": "current", "evidence": None, "tags": ["attuali"]}
    forecast = {**said, "timing": "dated", "kind": "forecast", "holder": "x", "horizon": "2026-11-01"}
    items = (
        make_item(**said, id="stale", stem="Chi è il sindaco?", review_by=(TODAY - 9 * DAY).isoformat()),
        make_item(**said, id="soon", stem="Chi è la sindaca?", review_by=(TODAY + 9 * DAY).isoformat()),
        make_item(**said, id="far", stem="Chi è il ministro?", review_by=(TODAY + 99 * DAY).isoformat()),
        make_item(**forecast, id="open", stem="Che cosa poteva accadere nel 2026?"),
        make_item(**forecast, id="told", stem="E che altro poteva accadere nel 2026?", came_true="yes"),
    )
    with db.writing(session) as write:
        made = make_bank(write, 1, BankHead("Attualità", "it"), owner_id=town.giulia, now=NOW)
        for item in items:
            add_item(write, made, item, None, now=NOW, author_id=town.giulia)
        found = made.id
    session.rollback()
    return found


def named(session, bank):
    session.rollback()
    rows = session.execute(
        select(Item, ItemVersion.content)
        .join(ItemVersion, ItemVersion.item_id == Item.id)
        .where(Item.bank_id == bank)
        .order_by(Item.position, ItemVersion.number)
    )
    stems = {"sindaco": "stale", "sindaca": "soon", "ministro": "far", "E che": "told", "Che cosa": "open"}
    return {next(name for word, name in stems.items() if word in row.content["stem"]): row.Item for row in rows}


def test_what_is_due_comes_soonest_first_with_its_uses(session, town, bank, giulia):
    rows = named(session, bank)
    with db.writing(session) as write:
        fixed = service.new_quiz(
            write, 1, title="Fisso", lang="it", items=[rows["soon"].id], owner_id=town.giulia, now=NOW
        )
        drawn = service.new_quiz(write, 1, title="A sorte", lang="it", items=[], owner_id=town.giulia, now=NOW)
        line = plans.Line(count=1, wish={"tag": "attuali"})
        service.change_plan(drawn, (line,), drawn.plan_number)
        school_class = classes.by_public_id(write, town.school_class)
        for quiz in (fixed, drawn):
            publishing.publish(write, giulia, quiz, TODAY, NOW)
            service.assign(write, quiz, school_class.id, service.Delivery(), by=town.giulia, now=NOW)
    session.rollback()
    found = queries.due(session, giulia, TODAY)
    keys = {row.id: name for name, row in rows.items()}
    assert [keys[each.row.id] for each in found.items] == ["open", "stale", "soon"]
    assert (found.total, found.overdue, queries.due_count(session, giulia, TODAY)) == (3, 2, 3)
    assert [each.forecast for each in found.items] == [True, False, False]
    uses = {keys[each.row.id]: [(quiz.title, given) for quiz, given in each.uses.quizzes] for each in found.items}
    assert uses == {"open": [("A sorte", 1)], "stale": [], "soon": [("Fisso", 1), ("A sorte", 1)]}
    marco = Identity(town.marco, 1, Role.TEACHER, "Marco")
    assert queries.due(session, marco, TODAY).items == []
    assert queries.due_count(session, Identity(town.admin, 1, Role.ADMIN, "A"), TODAY) == 3


def test_still_valid_and_its_undo_are_versions_all_or_none(session, bank, giulia):
    rows = named(session, bank)
    looks = [Look(rows[name].public_id, 1) for name in ("stale", "soon")]
    with db.writing(session) as write:
        made = still_valid(write, giulia, dict.fromkeys(looks, TODAY + 90 * DAY), NOW)
    session.rollback()
    assert queries.due_count(session, giulia, TODAY) == 1
    with db.writing(session) as write:
        undo(write, giulia, made, NOW)
    session.rollback()
    assert queries.due_count(session, giulia, TODAY) == 3


def test_a_quiz_keeps_what_its_newest_edition_asks_and_another_may_not_take_it(session, town, bank, giulia):
    rows = named(session, bank)
    with db.writing(session) as write:
        one, other = (
            service.new_quiz(write, 1, title=title, lang="it", items=[rows["soon"].id], owner_id=town.giulia, now=NOW)
            for title in ("Uno", "Due")
        )
        publishing.publish(write, giulia, one, TODAY, NOW)
        ids = one.id, other.id
    session.rollback()
    after = TODAY + 10 * DAY
    kept, refused = (
        publishing.lay_out(session, giulia, plans.read(session.get_one(Quiz, each).plan), after, each) for each in ids
    )
    assert (kept.troubles, kept.stale) == ((), [1])
    assert refused.troubles == ((1, publishing.Trouble.GONE),)
    assert (refused.stale, refused.lines[0].unfit) == ([], Unfit.OVERDUE)
    with db.writing(session) as write:
        assert publishing.publish(write, giulia, write.get_one(Quiz, ids[0]), after, NOW) == 1


def test_the_switch_of_a_bank_without_a_file_knows_its_days(session, bank):
    row = session.get_one(Bank, bank)
    found = dates.switch(session, row, None, TODAY, "2026-11-20")
    assert (len(found.held), found.holding) == (5, 4)
    assert found.days[-1] == TODAY
