"""The analysis of a quiz: first attempts alone, sentences where there is no figure, and the way to the editor."""

import datetime
from fractions import Fraction

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.accounts import service as people
from quizapp.accounts.models import User
from quizapp.analysis import queries
from quizapp.attempts import queries as attempts
from quizapp.attempts import service as taking
from quizapp.attempts.models import Attempt, Outcome, Purpose
from quizapp.core.analysis.figures import facility, group_size
from quizapp.core.policy import Role
from quizapp.core.responses import Chosen
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.sitting import sitting_of
from tests.architecture.test_statements import counted
from tests.build import NOW, signed_in


def sit(session, town, picks, assignment=None):
    """Attempts of new students: each answers the first question (option 0 is the key) and leaves the rest."""
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, assignment or town.immediate)
        made = []
        for pick in picks:
            name = f"s-{db.public_id()}"
            mate, _ = people.make_person(
                write, given.quiz.school_id, name=name, sign_in_name=name, role=Role.STUDENT, now=NOW, password="-"
            )
            made.append(mate.id)
            attempt(write, given, mate.id, pick)
        return made


def attempt(write, given, user, pick):
    places = sitting_of(write, given.assignment, "s").places
    made = taking.start(write, given.assignment, user, places, purpose=Purpose.GRADED, seed="s", now=NOW)
    slot = attempts.slot_at(write, made.public_id, 1)
    body = attempts.item_of(write, slot.item_version_id).body
    taking.answer(write, slot, 0, Chosen(body.options[pick].id), NOW)
    taking.hand_in(write, made, NOW + datetime.timedelta(minutes=1))
    return made


def page(app, town, lang="en"):
    return signed_in(app, town.giulia).get(f"/quizzes/{town.quiz}/analysis", headers={"Accept-Language": lang}).text


def test_without_answers_a_sentence_stands_instead_of_figures(app, town):
    assert "Nobody has handed in yet" in page(app, town)


def test_one_answer_and_fewer_than_ten_give_a_sentence_and_the_facility_alone(app, town, session):
    sit(session, town, [0])
    assert "One answer says nothing" in page(app, town)
    sit(session, town, [0, 1, 1])
    shown = page(app, town)
    assert "Fewer than ten answers" in shown
    assert "50%" in shown
    assert "Discrimination" not in shown


@pytest.mark.parametrize(("pick", "said"), [(0, "Everybody got it right"), (1, "Nobody got it right")])
def test_all_right_and_all_wrong_are_sentences(app, town, session, pick, said):
    sit(session, town, [pick] * 12)
    shown = page(app, town)
    assert said in shown
    assert "No reliability is given" in shown


def test_only_the_first_attempt_of_each_student_counts_whatever_the_class(app, town, session):
    users = sit(session, town, [0] * 6 + [1] * 6)
    with db.writing(session) as write:
        for user in users:
            attempt(write, quizzes.by_public_id(write, town.immediate), user, 1)
            attempt(write, quizzes.by_public_id(write, town.deferred), user, 1)
    found = queries.asked(session, quizzes.quiz_by_public_id(session, town.quiz).id, 1)
    assert facility(found[0].question.cells) == Fraction(1, 2)
    assert [each.count for each in queries.taken(session, quizzes.quiz_by_public_id(session, town.quiz).id)] == [12]


def test_the_newest_outcome_is_the_one_that_counts(town, session):
    users = sit(session, town, [1] * 10)
    with db.writing(session) as write:
        row = write.scalars(select(Outcome).join(Attempt, Attempt.id == Outcome.attempt_id).where(
            Attempt.user_id == users[0], Outcome.position == 1)).one()  # fmt: skip
        values = {column.name: getattr(row, column.name) for column in Outcome.__table__.columns}
        write.add(Outcome(**{**values, "number": 2, "fraction": Fraction(1), "mark": Fraction(1), "share": 1.0}))
    found = queries.asked(session, quizzes.quiz_by_public_id(session, town.quiz).id, 1)
    assert facility(found[0].question.cells) == Fraction(1, 10)


@pytest.mark.parametrize("n", [1, 5, 6, 13])
def test_the_database_makes_the_groups_that_the_rule_makes(town, session, n):
    sit(session, town, [number % 2 for number in range(n)])
    cells = queries.asked(session, quizzes.quiz_by_public_id(session, town.quiz).id, 1)[0].question.cells
    size = {standing: sum(cell.count for cell in cells if cell.standing == standing) for standing in (1, -1)}
    assert size == ({1: 1, -1: 0} if n == 1 else {1: group_size(n), -1: group_size(n)})


def test_people_whose_account_is_gone_are_named_and_still_count(app, town, session):
    users = sit(session, town, [0, 1] * 6)
    with db.writing(session) as write:
        write.get_one(User, users[0]).active = False
    shown = page(app, town)
    assert "1 of the students has no account any more" in shown
    assert "12" in shown


def test_editions_are_kept_apart_and_the_page_says_so(app, town, session):
    sit(session, town, [0] * 12)
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.deferred)
        from quizapp.quizzes.models import QuizEdition, QuizSlot

        first = write.get_one(QuizEdition, (given.quiz.id, 1))
        write.add(QuizEdition(quiz_id=given.quiz.id, number=2, pools=first.pools, conflicts=[], published_at=NOW))
        write.flush()
        for slot in quizzes.slots(write, given.quiz.id, 1)[:2]:
            write.add(QuizSlot(quiz_id=given.quiz.id, edition=2, position=slot.position,
                               item_version_id=slot.item_version_id))  # fmt: skip
        given.assignment.edition = 2
    sit(session, town, [1] * 11, town.deferred)
    shown = page(app, town)
    assert "The quiz was changed midway: these figures are of edition 2 alone." in shown
    assert "Nobody got it right" in shown
    former = signed_in(app, town.giulia).get(f"/quizzes/{town.quiz}/analysis?edition=1").text
    assert "100%" in former


def test_a_question_is_one_press_from_its_editor_and_stands_beside_the_articles_sentence(app, town, session):
    sit(session, town, [0, 1] * 6)
    shown = page(app, town)
    assert f'href="/items/{town.item}/edit"' in shown
    assert "A Vienna fu firmato" in shown


def test_the_statements_do_not_grow_with_the_students(app, town, session):
    sit(session, town, [0, 1] * 6)
    page(app, town)
    with counted(app) as before:
        page(app, town)
    sit(session, town, [0, 1] * 10)
    with counted(app) as after:
        page(app, town)
    assert len(after) == len(before)
