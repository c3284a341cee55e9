"""Practice as a student meets it: the queue, what went wrong, open banks, and what is never asked or told."""

import datetime
import re

import pytest
from sqlalchemy import select

from quizapp import db
from quizapp.analysis import queries as analysis
from quizapp.analysis.gradebook import gradebook
from quizapp.attempts.models import Attempt, Outcome, Purpose, Slot
from quizapp.banks.models import ItemListing, ItemVersion
from quizapp.classes import queries as classes
from quizapp.core.memory import DAILY
from quizapp.core.policy import Identity, Role
from quizapp.practice import queries
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.models import Assignment
from tests.architecture.test_statements import counted
from tests.build import CANARY, NOW, signed_in
from tests.house import answer_all, answer_right, begin, copies, fill

DAY = datetime.timedelta(days=1)
SIZE = 5


def board(session, user_id):
    session.rollback()
    return queries.board(session, Identity(user_id, 1, Role.STUDENT, "Ada"), datetime.datetime.now(datetime.UTC))


def take(client, assignment, pick=0):
    answer_all(client, begin(client, assignment), SIZE, pick)


def press(client, what):
    return client.post("/practice", data={"what": what}).headers["Location"].rsplit("/", 1)[0]


def stems(session, attempt):
    session.rollback()
    public_id = attempt.rsplit("/", 1)[1]
    wanted = select(ItemVersion.stem).join(Slot, Slot.item_version_id == ItemVersion.id).join(Attempt)
    return set(session.scalars(wanted.where(Attempt.public_id == public_id)))


def test_before_the_first_answer_the_page_says_how_practice_begins(ada):
    page = ada.get("/practice", headers={"Accept-Language": "en"}).text
    assert "Practice begins with your first quiz" in page
    assert "Practise now" not in page
    assert ada.post("/practice", data={"what": "today"}).headers["Location"] == "/practice"
    assert ada.post("/practice", data={"what": "everything"}).status_code == 422


def test_what_was_answered_comes_back_when_it_is_due_and_says_when_next(ada, town, session, clock):
    first = begin(ada, town.immediate)
    for n in range(1, SIZE + 1):
        answer_right(session, ada, first, n)
    assert ada.get(f"{first}/results").text.count("La rivedi fra 2 giorni, giovedì 26 novembre.") == SIZE
    assert "La rivedi" not in signed_in(ada.application, town.giulia).get(f"{first}/results").text
    assert board(session, town.ada).due == []
    assert "giovedì 26 novembre" in ada.get("/practice").text
    clock.shift(2 * DAY)
    assert len(board(session, town.ada).due) == SIZE
    attempt = press(ada, "today")
    assert len(stems(session, attempt)) == SIZE
    answer_right(session, ada, attempt, 1)
    assert "La rivedi fra 11 giorni, lunedì 7 dicembre." in ada.get(f"{attempt}/1/outcome").text
    wrong = fill(ada.get(f"{attempt}/2").text)
    ada.post(f"{attempt}/2", data={"seq": wrong["seq"], "answer-unknown": "1"})
    assert "La rivedi domani." in ada.get(f"{attempt}/2/outcome").text


def test_a_second_answer_of_the_day_moves_no_date(ada, town, session, clock):
    take(ada, town.immediate, 1)
    before = board(session, town.ada)
    assert before.wrong
    clock.shift(datetime.timedelta(hours=2))
    attempt = press(ada, "wrong")
    for n in range(1, len(before.wrong) + 1):
        answer_right(session, ada, attempt, n)
    after = board(session, town.ada)
    assert after.memories == before.memories
    assert after.wrong == ()


def test_practice_counts_in_no_score_no_gradebook_and_no_analysis(ada, town, session, clock):
    take(ada, town.immediate, 1)
    quiz = quizzes.quiz_by_public_id(session, town.quiz)
    school_class = classes.by_public_id(session, town.school_class)

    def counts():
        session.rollback()
        asked = [
            (each.public_id, sorted(map(repr, each.question.cells))) for each in analysis.asked(session, quiz.id, 1)
        ]
        return asked, [row.marks for row in gradebook(session, school_class).rows], analysis.taken(session, quiz.id)

    before, teacher = counts(), signed_in(ada.application, town.giulia)
    results = teacher.get(f"/assignments/{town.immediate}/results.csv").text
    clock.shift(3 * DAY)
    attempt = press(ada, "today")
    for n in range(1, SIZE + 1):
        answer_right(session, ada, attempt, n)
    session.rollback()
    assert session.scalar(select(Attempt.right).where(Attempt.public_id == attempt.rsplit("/", 1)[1])) == SIZE
    assert counts() == before
    assert teacher.get(f"/assignments/{town.immediate}/results.csv").text == results
    assert teacher.get(f"{attempt}/results").status_code == 404


@pytest.mark.parametrize("release", [{"key": "close"}, {"key": "never"}])
def test_a_key_that_an_assignment_keeps_back_is_not_practised(ada, town, session, clock, release):
    with db.writing(session) as write:
        quizzes.by_public_id(write, town.immediate).assignment.release = release
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    found = board(session, town.ada)
    assert (found.due, found.wrong) == ([], ())
    assert ada.post("/practice", data={"what": "today"}).headers["Location"] == "/practice"
    with db.writing(session) as write:
        quizzes.by_public_id(write, town.immediate).assignment.release = None
    assert len(board(session, town.ada).due) == SIZE


def test_what_an_open_quiz_still_asks_is_not_practised(ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    running = begin(ada, town.deferred)
    found = board(session, town.ada)
    assert (found.due, found.wrong) == ([], ())
    ada.post(f"{running}/hand-in")
    assert len(board(session, town.ada).wrong) == SIZE


def test_what_an_open_quiz_still_asks_is_not_redone_from_another_one_either(ada, town, session, clock):
    take(ada, town.immediate, 1)
    done = session.scalars(select(Attempt.public_id).where(Attempt.user_id == town.ada)).one()
    begin(ada, town.deferred)
    assert ada.post(f"/q/{done}/retry").headers["Location"] == f"/q/{done}/results"


def test_practice_that_would_give_away_a_graded_attempt_ends_when_that_begins(ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    attempt = press(ada, "today")
    answer_right(session, ada, attempt, 1)
    begin(ada, town.deferred)
    assert ada.get(f"{attempt}/2").headers["Location"] == f"{attempt}/2/outcome"
    assert ada.get(f"{attempt}/2/outcome").headers["Location"] == f"{attempt}/results"
    assert ada.post(f"{attempt}/2", data={"seq": "0", "answer-unknown": "1"}).status_code == 409
    assert "1 risposta giusta su 1" in ada.get(f"{attempt}/results").text


@pytest.mark.parametrize(
    "change",
    [
        {"status": "retired"},
        {"status": "in_review"},
        {"timing": "current", "review_by": datetime.date(2026, 11, 25)},
    ],
    ids=["retired", "in review", "overdue"],
)
def test_an_item_that_may_not_be_asked_any_more_leaves_every_queue(ada, town, session, clock, change):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    before = board(session, town.ada)
    with db.writing(session) as write:
        listed = write.scalars(select(ItemListing).where(ItemListing.item_id == before.due[0])).one()
        for name, value in change.items():
            setattr(listed, name, value)
    after = board(session, town.ada)
    assert set(before.due) - set(after.due) == {before.due[0]}
    assert before.due[0] not in after.wrong


def test_stopping_keeps_the_answers_and_the_rest_comes_again(ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    attempt = press(ada, "today")
    answer_right(session, ada, attempt, 1)
    outcome = ada.get(f"{attempt}/1/outcome").text
    assert "Basta per ora" in outcome
    assert "Te ne restano 4" in ada.get("/practice").text
    assert ada.post("/practice/stop").headers["Location"] == f"{attempt}/results"
    page = ada.get(f"{attempt}/results").text
    assert "1 risposta giusta su 1" in page
    assert len(board(session, town.ada).due) == SIZE - 1
    assert ada.post("/practice/stop").headers["Location"] == "/practice"
    empty = press(ada, "wrong")
    assert ada.post("/practice/stop").headers["Location"] == "/practice"
    assert ada.get(f"{empty}/results").status_code == 200
    assert empty not in ada.get("/history").text


def test_a_second_press_goes_on_with_the_same_practice_and_another_begins_anew(ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    attempt = press(ada, "today")
    assert press(ada, "today") == attempt
    answer_right(session, ada, attempt, 1)
    assert press(ada, "today") != attempt
    assert ada.get("/history").text.count("Ripasso</a>") == 3  # that of the header is one of them
    press(ada, "wrong")
    wanted = select(Attempt).where(Attempt.user_id == town.ada, Attempt.quiz_id.is_(None))
    session.rollback()
    assert [each.state for each in session.scalars(wanted.order_by(Attempt.id))] == ["submitted"] * 2 + ["open"]


def test_a_corrected_mark_changes_what_is_remembered(ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    found = board(session, town.ada)
    with db.writing(session) as write:
        row = write.scalars(
            select(Outcome)
            .join(ItemVersion, ItemVersion.id == Outcome.item_version_id)
            .where(ItemVersion.item_id == found.wrong[0])
        ).one()
        values = {column.name: getattr(row, column.name) for column in Outcome.__table__.columns}
        write.add(Outcome(**{**values, "number": 2, "fraction": 1, "share": 1.0}))
    after = board(session, town.ada)
    assert set(found.wrong) - set(after.wrong) == {found.wrong[0]}
    assert after.memories[found.wrong[0]].stability > found.memories[found.wrong[0]].stability


def test_a_day_asks_for_fifteen_however_many_wait_and_the_rest_is_spread(ada, town, session, clock):
    assignment, _bank = copies(session, town, 0, 20)
    answer_all(ada, begin(ada, assignment), 20, 1)
    clock.shift(9 * DAY)
    found = board(session, town.ada)
    assert [len(items) for _day, items in found.days] == [DAILY, 5, 0, 0, 0, 0, 0]
    page = ada.get("/practice").text
    assert "15 domande" in page
    assert "circa 8 minuti" in page
    assert "20" not in re.sub(r"<[^>]*>|20\d\d", " ", page)
    attempt = press(ada, "today")
    answer_all(ada, attempt, DAILY, 1)
    after = board(session, town.ada)
    assert (after.due, after.done) == ([], DAILY)
    assert "per oggi basta" in ada.get("/practice").text


def test_pages_cost_as_many_statements_however_much_was_answered(app, ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    ada.get("/practice")
    with counted(app) as before:
        ada.get("/practice")
    assignment, _bank = copies(session, town, 0, 20)
    answer_all(ada, begin(ada, assignment), 20, 1)
    with counted(app) as after:
        ada.get("/practice")
    assert len(after) == len(before)
    assert len(after) <= 12


def test_a_bank_is_practised_only_where_it_is_open_and_without_what_is_still_to_be_done(app, ada, town, session, clock):
    assignment, bank = copies(session, town, 0, 3)
    giulia, bruno = signed_in(app, town.giulia), signed_in(app, town.bruno)
    assert ada.post(f"/practice/banks/{bank}").status_code == 404
    sent = giulia.post(f"/banks/{bank}/practice", data={"classes": [town.school_class, "altra"]})
    assert sent.headers["Location"] == f"/banks/{bank}"
    assert "checked" in giulia.get(f"/banks/{bank}/practice").text
    assert ada.post(f"/practice/banks/{bank}").headers["Location"] == "/practice"
    assert "quiz che hai ancora da fare" in ada.get("/practice").text
    with db.writing(session) as write:
        write.scalars(select(Assignment).where(Assignment.public_id == assignment)).one().stopped_at = NOW
    clock.shift(DAY)
    attempt = ada.post(f"/practice/banks/{bank}").headers["Location"].rsplit("/", 1)[0]
    answer_all(ada, attempt, 3, 0)
    assert ada.get(f"{attempt}/results").status_code == 200
    assert bruno.post(f"/practice/banks/{bank}").status_code == 404
    giulia.post(f"/banks/{bank}/practice", data={})
    assert ada.post(f"/practice/banks/{bank}").status_code == 404


def test_a_draw_of_a_quiz_still_to_be_done_keeps_its_whole_pool(app, ada, town, session, clock):
    assignment, bank = copies(session, town, 0, 3)
    with db.writing(session) as write:
        given = quizzes.by_public_id(write, assignment)
        slots = quizzes.slots(write, given.quiz.id, 1)
        quizzes.newest_edition(write, given.quiz.id).pools = {"a": [slot.item_version_id for slot in slots]}
        for slot in slots:
            slot.item_version_id, slot.draw = None, {"pool": "a"}
    signed_in(app, town.giulia).post(f"/banks/{bank}/practice", data={"classes": [town.school_class]})
    assert ada.post(f"/practice/banks/{bank}").headers["Location"] == "/practice"


def test_no_key_leaves_before_the_answer_and_the_practice_is_its_students_alone(app, ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    attempt = press(ada, "today")
    for n in range(1, SIZE + 1):
        assert CANARY not in ada.get(f"{attempt}/{n}").text
    for role, status in (("bruno", 404), ("giulia", 404), ("marco", 404)):
        assert signed_in(app, getattr(town, role)).get(f"{attempt}/1").status_code == status


def test_a_problem_met_in_practice_is_reported_to_the_teachers_of_the_student(app, ada, town, session, clock):
    take(ada, town.immediate, 1)
    clock.shift(3 * DAY)
    attempt = press(ada, "today")
    assert ada.post(f"{attempt}/1/report", data={"reason": "unclear", "words": ""}).status_code == 303
    giulia = signed_in(app, town.giulia)
    page = giulia.get("/reports").text
    address = re.search(r"/reports/(\w{16})", page)[0]
    assert "Ripasso" in page
    assert giulia.get(address).status_code == 200
    assert signed_in(app, town.marco).get(address).status_code == 404
    assert "segnal" in giulia.get("/notices").text


def test_however_much_is_practised_today_still_knows_what_is_done(ada, town, session, clock):
    take(ada, town.immediate, 1)
    done = "Hai 1 quiz da fare"  # the deferred one
    assert done in ada.get("/").text
    with db.writing(session) as write:
        first = write.scalars(select(Attempt).where(Attempt.user_id == town.ada)).one()
        values = {column.name: getattr(first, column.name) for column in Attempt.__table__.columns}
        later = {"assignment_id": None, "quiz_id": None, "purpose": "practice", "started_at": NOW + DAY}
        write.add_all(Attempt(**{**values, **later, "id": None, "public_id": f"p{n}"}) for n in range(50))
    page = ada.get("/").text
    assert done in page
    assert f"/q/{first.public_id}/results" in page


def test_a_purpose_of_preview_is_not_remembered(ada, town, session, clock):
    take(ada, town.immediate, 1)
    with db.writing(session) as write:
        for attempt in write.scalars(select(Attempt).where(Attempt.user_id == town.ada)):
            attempt.purpose = Purpose.PREVIEW.value
    assert not board(session, town.ada).met


def test_no_teacher_reads_what_a_student_practised_of_a_quiz_either(app, town, ada):
    giulia, place = signed_in(app, town.giulia), begin(ada, town.immediate)
    answer_all(ada, place, 5, 1)
    practised = ada.post(f"{place}/retry").headers["Location"].rsplit("/", 1)[0]
    of_quiz = f"/assignments/{town.immediate}/attempts"
    assert ada.get(practised + "/1").status_code == 200
    assert giulia.get(f"{place}/results").status_code == giulia.get(place.replace("/q", of_quiz)).status_code == 200
    for at in (f"{practised}/results", f"{practised}/1", practised.replace("/q", of_quiz)):
        assert giulia.get(at).status_code == 404, at
