"""What a class should take up again: first attempts alone, weakest first, and nothing of fewer than ten students."""

from quizapp import db
from quizapp.accounts.models import User
from quizapp.analysis.taking_up import taking_up
from quizapp.banks import queries as banks
from quizapp.classes import queries as classes
from quizapp.quizzes import queries as quizzes
from tests.analysis.test_quiz import attempt, sit
from tests.architecture.test_statements import counted
from tests.build import ITEMS, signed_in

NOTHING = "fewer than ten students: nothing is said"


def page(app, town, who="giulia"):
    client = signed_in(app, getattr(town, who))
    return client.get(f"/classes/{town.school_class}/take-up", headers={"Accept-Language": "en"})


def found(session, town):
    session.rollback()
    return taking_up(session, classes.by_public_id(session, town.school_class).id)


def test_of_nine_students_nothing_is_said_and_of_ten_it_is(app, town, session):
    sit(session, town, [0] * 9)
    shown = page(app, town).text
    assert shown.count(NOTHING) == 2
    assert "No question has been answered by ten students yet." in shown
    sit(session, town, [1])
    shown = page(app, town).text
    assert NOTHING not in shown
    assert "9 of 50" in shown
    assert "90%" in shown


def test_before_anybody_hands_in_the_page_says_so(app, town):
    assert "Nobody has handed in yet" in page(app, town).text


def test_the_weakest_question_comes_first_and_the_second_attempts_count_for_nothing(town, session):
    users = sit(session, town, [0] * 8 + [1] * 4)
    before = found(session, town)
    assert [round(each.share, 2) for each in before.questions] == [0, 0, 0, 0, 0.67]
    assert before.questions[-1].item.stem == ITEMS[0]["stem"]
    assert [(line.name, line.right, line.n, line.students) for line in before.by_kind] == [("fact", 8, 60, 12)]
    assert [(line.name, line.n) for line in before.by_topic] == [("Prova", 60)]
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, town.immediate)
        for user in users:
            attempt(write, given, user, 0)
    assert found(session, town) == before


def test_the_page_asks_as_much_of_the_database_for_a_class_of_any_size(app, town, session):
    sit(session, town, [0] * 10)
    page(app, town)
    with counted(app) as small:
        page(app, town)
    sit(session, town, [0, 1] * 15)
    with counted(app) as large:
        page(app, town)
    assert len(large) == len(small)


def test_who_does_not_teach_the_class_sees_nothing(app, town):
    assert page(app, town, "marco").status_code == 404
    assert page(app, town, "ada").status_code == 403


def test_a_weak_question_leads_to_what_is_known_of_it_unless_its_bank_is_anothers(app, town, session):
    sit(session, town, [1] * 10)
    link = f'href="/items/{town.item}/analysis"'
    assert link in page(app, town).text
    with db.writing(session) as write:
        bank = banks.bank_by_slug(write, write.get_one(User, town.giulia).school_id, "it/accordo")
        bank.owner_id, bank.visible = town.marco, "own"
    shown = page(app, town).text
    assert link not in shown
    assert ITEMS[0]["stem"] in shown


def test_results_lead_to_the_analysis_of_the_quiz_for_those_who_may_see_it(app, town, session):
    places = [f"/assignments/{town.immediate}/{page}" for page in ("results", "questions/1")]
    link = f'href="/quizzes/{town.quiz}/analysis?edition=1"'
    giulia = signed_in(app, town.giulia)
    assert all(link not in giulia.get(place).text for place in places), "nothing to analyse yet"
    with db.writing(session) as write:
        attempt(write, quizzes.by_public_id(write, town.immediate), town.ada, 0)
    assert all(link in giulia.get(place).text for place in places)
    with db.writing(session) as write:
        quizzes.quiz_by_public_id(write, town.quiz).owner_id = town.marco
    assert all(link not in giulia.get(place).text for place in places)
