"""What is counted in the database is what the rows say one by one: marks given anew, second tries, editions and all."""

import random
from collections import Counter
from fractions import Fraction

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.models import User
from quizapp.analysis import queries
from quizapp.attempts.models import Attempt, Outcome, Response
from quizapp.attempts.queries import item_of
from quizapp.banks.models import Item
from quizapp.core.analysis.figures import group_size
from quizapp.progress.regrading import regrade
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import Assignment, QuizEdition, QuizSlot
from tests.analysis.test_quiz import attempt, sit
from tests.build import NOW

MIXED = (0, 0, 0, 1, 2)


def lived_in(session, town):
    """Two editions of the quiz with second tries, marks given by hand, some of them twice, and people who left."""
    chance = random.Random(3)  # noqa: S311 - invented answers
    users = sit(session, town, chance.choices(MIXED, k=17))
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.deferred)
        first = write.get_one(QuizEdition, (given.quiz.id, 1))
        write.add(QuizEdition(quiz_id=given.quiz.id, number=2, pools=first.pools, conflicts=[], published_at=NOW))
        write.flush()
        former = quizzes.slots(write, given.quiz.id, 1)
        for place, slot in enumerate([former[0], former[2], former[1]], 1):
            write.add(QuizSlot(quiz_id=given.quiz.id, edition=2, position=place,
                               item_version_id=slot.item_version_id))  # fmt: skip
        given.assignment.edition = 2
        for user in users[:4]:
            attempt(write, given, user, 1)
    users += sit(session, town, chance.choices(MIXED, k=8), town.deferred)
    with db.writing(session) as write:
        for made in write.scalars(select(Attempt).where(Attempt.user_id.in_(chance.sample(users, 15)))).all():
            for _time in range(chance.randint(1, 2)):
                regrade(
                    write, made, chance.randint(1, made.size), Fraction(chance.randint(0, 3), 3), "?", town.giulia, NOW
                )
        write.get_one(User, users[2]).active = False


def one_by_one(session, quiz_id, edition):
    """By item version, every first attempt's mark, maximum, total, whole, standing and options."""
    firsts = {}
    for made in session.scalars(select(Attempt).where(Attempt.quiz_id == quiz_id).order_by(Attempt.id)):
        firsts.setdefault(made.user_id, made)
    mine = [made for made in firsts.values() if edition == session.get_one(Assignment, made.assignment_id).edition]
    mine.sort(key=lambda made: (-made.mark / made.maximum, made.id))
    size, found = group_size(len(mine)), {}
    for place, made in enumerate(mine):
        standing = 1 if place < size else -1 if place >= len(mine) - size else 0
        rows = session.scalars(select(Outcome).where(Outcome.attempt_id == made.id).order_by(Outcome.number))
        for row in {row.position: row for row in rows}.values():
            said = session.get(Response, (made.id, row.position, row.seq)) if row.seq else None
            options = said and frozenset(said.given.get("options") or filter(None, [said.given.get("option")]))
            cell = (row.mark, row.maximum, made.mark, made.maximum, standing, options)
            found.setdefault(row.item_version_id, Counter())[cell] += 1
    return found


def told(asked):
    cells = Counter()
    for cell in asked.question.cells:
        cells[cell.mark, cell.maximum, cell.total, cell.whole, cell.standing, cell.chosen] += cell.count
    return cells


@pytest.mark.parametrize(("edition", "count"), [(1, 17), (2, 8)])
def test_the_database_counts_what_the_rows_say_one_by_one(town, session, edition, count):
    lived_in(session, town)
    quiz = quizzes.quiz_by_public_id(session, town.quiz).id
    assert {each.edition: each.count for each in queries.taken(session, quiz)}[edition] == count
    rows = one_by_one(session, quiz, edition)
    found = queries.asked(session, quiz, edition)
    assert [each.item.id for each in found] == [item_of(session, version).id for version in rows]
    assert [told(each) for each in found] == list(rows.values())
    assert len({cell[:2] for cells in rows.values() for cell in cells}) > 2
    for each, cells in zip(found, rows.values(), strict=True):
        item = session.scalars(select(Item.id).where(Item.public_id == each.public_id)).one()
        assert [told(use) for use in queries.asked(session, quiz, edition, item)] == [cells]


def test_of_answers_that_were_revised_the_one_that_was_marked_is_counted(town, session):
    users = sit(session, town, [0, 1, 2, 0])
    with db.writing(session) as write:
        revised, other = (write.scalars(select(Attempt).where(Attempt.user_id == user)).one() for user in users[:2])
        first, given = write.get_one(Response, (revised.id, 1, 1)), write.get_one(Response, (other.id, 1, 1)).given
        assert first.given != given
        write.add(Response(attempt_id=revised.id, position=1, seq=2, given=given, at=first.at))
        write.flush()
        write.get_one(Outcome, (revised.id, 1, 1)).seq = 2
    quiz = quizzes.quiz_by_public_id(session, town.quiz).id
    rows = one_by_one(session, quiz, 1)
    assert [told(each) for each in queries.asked(session, quiz, 1)] == list(rows.values())
