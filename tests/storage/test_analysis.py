"""The item analysis counts the same on SQLite and PostgreSQL."""

from fractions import Fraction

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.analysis import queries
from quizapp.analysis.gradebook import gradebook
from quizapp.attempts.models import Attempt, Outcome
from quizapp.classes import queries as classes
from quizapp.core.analysis.figures import answers, facility, group_size
from quizapp.quizzes import queries as quizzes
from tests.analysis.test_quiz import sit
from tests.build import make_town


@pytest.fixture
def app(on_both):
    return on_both


def test_both_databases_count_the_same(app):
    with db.make_session(app.extensions["engine"]) as session:
        town = make_town(session)
        users = sit(session, town, [0, 0, 1, 1, 1, 2, 0, 1, 0, 1, 2])
        with db.writing(session) as write:
            row = write.scalars(
                select(Outcome)
                .join(Attempt, Attempt.id == Outcome.attempt_id)
                .where(Attempt.user_id == users[2], Outcome.position == 1)
            ).one()
            values = {column.name: getattr(row, column.name) for column in Outcome.__table__.columns}
            write.add(Outcome(**{**values, "number": 2, "fraction": Fraction(1), "mark": Fraction(1), "share": 1.0}))
        quiz = quizzes.quiz_by_public_id(session, town.quiz)
        assert [(each.edition, each.count, each.left) for each in queries.taken(session, quiz.id)] == [(1, 11, 0)]
        found = queries.asked(session, quiz.id, 1)
        assert [answers(each.question.cells) for each in found] == [11] * 5
        cells = found[0].question.cells
        assert facility(cells) == Fraction(5, 11)
        sizes = [sum(cell.count for cell in cells if cell.standing == standing) for standing in (1, -1)]
        assert sizes == [group_size(11)] * 2
        chosen = sorted((next(iter(cell.chosen)), cell.count) for cell in cells)
        assert sum(count for _option, count in chosen) == 11
        book = gradebook(session, classes.by_public_id(session, town.school_class))
        assert [row.student.name for row in book.rows] == ["Ada"]
        assert [mark for row in book.rows for mark in row.marks] == [None, None]
