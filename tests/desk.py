"""Fixtures of the rooms in which a class works: Giulia at her desk, Ada, and their assignments."""

import pytest

from quizapp import db
from quizapp.quizzes import queries as quizzes
from tests.build import signed_in


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
