"""A student's own history: first attempts alone are measured, a sentence where there are too few, never an error."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select, update

from quizapp import db
from quizapp.attempts.models import Attempt
from quizapp.banks.models import Bank, ItemListing
from quizapp.core.kinds import Kind
from quizapp.core.measure import Sense
from quizapp.core.release import Moment, Part, When, stored_plan
from quizapp.progress.history import measures, sittings
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import Assignment, Quiz
from tests.architecture.test_statements import counted
from tests.build import NOW
from tests.house import answer_all, answer_right, begin, copies, fill

SIZE = 5


def said(session, user_id):
    session.rollback()
    return measures(session, sittings(session, user_id, datetime.datetime.now(datetime.UTC)))


def english(client, page=""):
    html = client.get(f"/history{page}", headers={"Accept-Language": "en"})
    assert html.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.text))


def all_right(session, client, assignment, size=SIZE):
    attempt = begin(client, assignment)
    for n in range(1, size + 1):
        answer_right(session, client, attempt, n)
    return attempt


def test_without_answers_the_page_says_what_will_stand_there(ada, town, session):
    assert "Your first quiz will appear here." in english(ada)
    assert said(session, town.ada).n == 0
    assert "no attempts further back" in english(ada, "?page=7")
    assert "Your first quiz" in english(ada, "?page=mai")


def test_one_quiz_is_counted_and_the_chart_waits_for_the_second(ada, town, session):
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    page = english(ada)
    assert "The chart comes with your second quiz." in page
    assert "10 more answers are needed to tell." in page
    found = said(session, town.ada)
    assert (len(found.trend), found.n) == (1, SIZE)
    assert [(each.name, each.n) for each in found.by_topic] == [("Prova", SIZE)]
    assert [(each.name, each.n) for each in found.by_article] == [("L’accordo di Vienna", SIZE)]
    assert [(each.name, each.n) for each in found.by_kind] == [("fact", SIZE)]


def test_the_line_of_results_goes_by_the_hand_in(ada, town, session, clock):
    assignment, _bank = copies(session, town, 0, 2)
    begun_first = begin(ada, assignment)
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    clock.shift(datetime.timedelta(days=1))
    answer_all(ada, begun_first, 2, 1)
    assert [point.title for point in said(session, town.ada).trend] == ["Il quiz sull’accordo", "Tante"]
    assert "Share of right answers in your latest 2 quizzes." in english(ada)


@pytest.mark.parametrize("right", [True, False])
def test_all_right_and_all_wrong_are_shares_like_others(ada, town, session, right):
    attempt = begin(ada, town.deferred)
    if right:
        for n in range(1, SIZE + 1):
            answer_right(session, ada, attempt, n)
    ada.post(f"{attempt}/hand-in")
    found = said(session, town.ada)
    assert (found.right, found.n) == (SIZE * right, SIZE)
    assert f"{100 * right}%" in english(ada)
    assert ("Practise what slips away" in english(ada)) is not right


def test_only_the_first_attempt_at_a_quiz_is_measured_and_practice_never(ada, town, session, clock):
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    before = said(session, town.ada)
    all_right(session, ada, town.immediate)
    clock.shift(datetime.timedelta(days=3))
    place = ada.post("/practice", data={"what": "today"}).headers["Location"].rsplit("/", 1)[0]
    answer_right(session, ada, place, 1)
    assert said(session, town.ada) == before
    page = english(ada)
    assert "attempt 2" in page
    assert "Practice" in page


def test_another_assignment_of_the_same_quiz_is_no_first_attempt(ada, town, session, clock):
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    before = said(session, town.ada)
    attempt = begin(ada, town.deferred)
    ada.post(f"{attempt}/hand-in")
    assert said(session, town.ada) == before


@pytest.mark.parametrize("part", [Part.SCORE, Part.KEY])
def test_what_is_kept_back_is_not_measured_yet(ada, town, session, part):
    plan = stored_plan({each: When(Moment.NEVER) if each == part else None for each in Part})
    with db.writing(session) as write:
        quizzes.by_public_id(write, town.immediate).assignment.release = plan
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    found = said(session, town.ada)
    assert 'class="kind' not in ada.get("/history").text
    assert (found.n, found.by_kind, found.by_topic, found.reading[0].n) == (0, [], [], 0)
    assert len(found.trend) == (part is not Part.SCORE)
    page = english(ada)
    assert ("score to come" in page) == (part is Part.SCORE)


def test_from_ten_answers_on_it_is_said_what_a_kind_is_taken_for(ada, town, session):
    assignment, _bank = copies(session, town, 4, 9)
    answer_all(ada, begin(ada, assignment), 9, 1)  # everything a forecast
    assert "1 more answer is needed to tell." in english(ada)
    attempt = begin(ada, town.immediate)
    for n in range(1, SIZE):
        ada.post(f"{attempt}/{n}", data=fill(ada.get(f"{attempt}/{n}").text))
    answer_right(session, ada, attempt, SIZE)
    fact = said(session, town.ada).reading[0]
    assert (fact.kind, fact.n, fact.right, fact.taken_for, fact.times) == (Kind.FACT, 10, 1, Kind.FORECAST, 9)
    page = english(ada)
    assert "You take something the article states as fact for a forecast 9 times out of 10." in page
    assert "Forecasts you have always recognised: 10 out of 10." in page
    assert "Scambi qualcosa che l’articolo dà per certo per una previsione 9 volte su 10." in ada.get("/history").text


def test_certainty_is_held_against_what_was_right(ada, town, session):
    assignment, _bank = copies(session, town, 0, 11)
    with db.writing(session) as write:
        given = write.scalars(select(Assignment).where(Assignment.public_id == assignment)).one()
        given.scoring, given.dont_know = "certainty", True
    attempt = begin(ada, assignment)
    for n in range(1, 12):
        data = {**fill(ada.get(f"{attempt}/{n}").text, n), "answer-certainty": "3"}
        ada.post(f"{attempt}/{n}", data={"seq": "0", "answer-unknown": "1"} if n == 11 else data)
    found = {each.certainty.value: each for each in said(session, town.ada).calibration}
    assert {sure: each.n for sure, each in found.items()} == {1: 0, 2: 0, 3: 10}
    assert found[3].sense is (Sense.LESS if found[3].right < 8 else Sense.AS)
    assert "How well you knew what you know" in english(ada)


def test_items_that_are_gone_and_a_quiz_changed_midway_keep_what_was_answered(app, ada, town, session):
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    before = said(session, town.ada)
    with db.writing(session) as write:
        write.execute(update(ItemListing).values(status="retired"))
        write.scalars(select(Bank)).first().topic = None
        quiz = quizzes.quiz_by_public_id(write, town.quiz)
        quiz.trashed_at, quiz.plan = NOW, []
    after = said(session, town.ada)
    assert (after.n, after.right, after.reading) == (before.n, before.right, before.reading)
    assert [each.name for each in after.by_topic] == [None]
    assert "no topic" in english(ada)
    assert "Nothing to practise today." in ada.get("/practice", headers={"Accept-Language": "en"}).text


def test_the_list_goes_page_by_page_and_costs_as_many_statements_however_long(app, ada, town, session):
    answer_all(ada, begin(ada, town.immediate), SIZE, 1)
    english(ada)
    with counted(app) as before:
        english(ada)
    with db.writing(session) as write:
        first = write.scalars(select(Attempt).where(Attempt.user_id == town.ada)).one()
        values = {column.name: getattr(first, column.name) for column in Attempt.__table__.columns}
        for number in range(2, 26):
            write.add(Attempt(**{**values, "id": None, "public_id": f"again{number}", "number": number}))
    with counted(app) as after:
        page = ada.get("/history").text
    assert len(after) == len(before) <= 10
    assert page.count("/results") == 20
    assert ada.get("/history?page=2").text.count("/results") == 5


def test_each_button_of_the_first_page_says_by_itself_of_which_quiz_it_is(ada, giulia, town):
    begin(ada, town.immediate)
    page = BeautifulSoup(ada.get("/").text, "html.parser")
    names = [each.get_text(" ", strip=True) for each in page.select("main article button")]
    assert len(names) > 1
    assert all("Il quiz sull’accordo" in name for name in names)


@pytest.mark.parametrize(("on_one", "said"), [(True, "Quiz su un articolo"), (False, "Quiz")])
def test_a_quiz_on_no_article_is_not_called_one_on_an_article(ada, town, session, on_one, said):
    if not on_one:
        with db.writing(session) as write:
            write.execute(update(Quiz).values(article_id=None))
    page = BeautifulSoup(ada.get("/").text, "html.parser")
    assert {each.get_text(strip=True) for each in page.select("main .kicker")} == {said}
