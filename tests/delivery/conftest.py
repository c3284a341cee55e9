"""A clock that stands, Giulia at her desk, and the assignments as the database has them."""

import datetime

import pytest
import time_machine

from quizapp import db
from quizapp.quizzes import queries as quizzes
from tests.build import NOW, signed_in


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as found:
        yield found


@pytest.fixture
def giulia(app, town, clock):
    return signed_in(app, town.giulia)


@pytest.fixture
def ada(app, town, clock):
    return signed_in(app, town.ada)


@pytest.fixture
def bound(town, session):
    """Change the rules of both assignments behind the pages' back."""

    def change(**rules):
        with db.writing(session) as write:
            for public_id in (town.immediate, town.deferred):
                for name, value in rules.items():
                    setattr(quizzes.by_public_id(write, public_id).assignment, name, value)

    return change


@pytest.fixture
def work(session):
    """An assignment as the database has it now."""

    def read(public_id):
        session.rollback()
        session.expire_all()
        return quizzes.by_public_id(session, public_id).assignment

    return read


def in_minutes(count):
    """So many minutes after the beginning of the tests."""
    return NOW + datetime.timedelta(minutes=count)
