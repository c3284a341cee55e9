"""A finished quiz for the dumps of the schema."""

from sqlalchemy.orm import Session

from quizapp import db
from quizapp.attempts import queries as attempts
from quizapp.attempts import service as taking
from quizapp.attempts.service import Purpose
from quizapp.core.responses import Chosen
from quizapp.quizzes import queries as quizzes
from tests.build import NOW, Town


def finish_a_quiz(session: Session, town: Town) -> None:
    """Ada answers the first question of the deferred quiz, and hands it in."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.deferred)
        assert given is not None
        places = quizzes.sitting(write, given.assignment, "dump")
        attempt = taking.start(write, given.assignment, town.ada, places, purpose=Purpose.GRADED, seed="dump", now=NOW)
        row = attempts.slot_at(write, attempt.public_id, 1)
        taking.answer(write, row, 0, Chosen("o1"), NOW)
        taking.hand_in(write, attempt, NOW)
