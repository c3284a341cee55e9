"""One item over all its uses: each quiz by itself, all answers together, no title of a quiz that is another's."""

from quizapp import db
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.service import IMMEDIATE, Delivery, assign, make_quiz
from tests.analysis.test_quiz import sit
from tests.build import NOW, signed_in


def page(app, town, who="giulia"):
    client = signed_in(app, getattr(town, who))
    return client.get(f"/items/{town.item}/analysis", headers={"Accept-Language": "en"})


def of_marco(session, town):
    """A colleague's quiz of the same questions, given to the same class."""
    with db.writing(session) as write:
        known = quizzes.by_public_id(write, town.immediate)
        versions = [slot.item_version_id for slot in quizzes.slots(write, known.quiz.id, 1)]
        quiz = make_quiz(
            write, known.quiz.school_id, title="Segreto di Marco", lang="it", article_id=known.quiz.article_id,
            item_version_ids=versions, owner_id=town.marco, now=NOW,
        )  # fmt: skip
        given = assign(write, quiz, known.assignment.class_id, Delivery(feedback=IMMEDIATE), by=town.marco, now=NOW)
        return given.public_id


def test_an_item_that_nobody_met_has_a_sentence(app, town):
    assert "Nobody has answered it yet." in page(app, town).text


def test_answers_of_all_quizzes_count_together_and_each_by_itself(app, town, session):
    sit(session, town, [0] * 6)
    sit(session, town, [1] * 6, of_marco(session, town))
    shown = page(app, town).text
    assert "right, over 12 answers" in shown
    assert ">50%<" in shown
    assert f"/quizzes/{town.quiz}/analysis?edition=1" in shown
    assert "Segreto di Marco" not in shown
    assert "A quiz of a colleague" in shown
    assert "Segreto di Marco" in page(app, town, "marco").text


def test_students_see_no_figures(app, town):
    assert page(app, town, "ada").status_code == 404
