"""What the tests of given assignments share, and the assignments as the database has them."""

import datetime

import pytest

from quizapp.quizzes import queries as quizzes
from tests.build import NOW
from tests.desk import ada, bound, giulia

__all__ = ["ada", "bound", "giulia"]


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
