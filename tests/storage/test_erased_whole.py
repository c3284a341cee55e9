"""Whoever lived through every room of the school is in no row of it once erased."""

import pytest
from sqlalchemy import func, or_, select

from quizapp import db, schema
from quizapp.accounts.models import User
from quizapp.personal.models import Cause
from quizapp.personal.service import erase
from quizapp.personal.tables import TABLES, Fate
from tests.build import NOW
from tests.storage.populate import ROOMS


@pytest.fixture
def app(on_both):
    return on_both


@pytest.mark.parametrize("who", ["ada", "giulia"])
def test_who_lived_through_every_room_is_in_none_of_them_once_erased(session, town, who):
    person = getattr(town, who)
    with db.writing(session) as write:
        user = write.get_one(User, person)
        user.name, user.sign_in_name = "Zaccaria Zerbini", "zacczerbi"
        user.password_hash = "$zhash"
    for live in ROOMS:
        live(session, town)
    session.rollback()
    marks = ("zaccaria", "zerbini", "zacczerbi", "$zhash", town.user_ids[who].casefold())
    assert [mark for mark in marks if mark in everything(session)] == list(marks)
    with db.writing(session) as write:
        erase(write, write.get_one(User, person), Cause.ASKED, NOW, by=town.admin)
    session.rollback()
    assert [mark for mark in marks if mark in everything(session)] == []
    for name, said in TABLES.items():
        if said.fate is Fate.DELETE and said.own and name != "sign_in_tries":
            table = schema.TABLES[name]
            wanted = select(func.count()).select_from(table)
            assert session.scalar(wanted.where(or_(*(table.c[own] == person for own in said.own)))) == 0, name


def everything(session):
    rows = (tuple(row) for table in schema.TABLES.values() for row in session.execute(table.select()))
    return "\n".join(map(repr, rows)).casefold()
