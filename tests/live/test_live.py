"""The live page of an assignment: who is where, what the wall may see, and what it costs."""

import datetime

from bs4 import BeautifulSoup
from sqlalchemy import select

from quizapp import db
from quizapp.accounts.models import UserSession
from quizapp.quizzes import queries as quizzes
from tests.architecture.test_statements import counted
from tests.build import NOW, signed_in
from tests.house import answer_all, begin, classmates, everything, fill

MINUTE, SECOND = datetime.timedelta(minutes=1), datetime.timedelta(seconds=1)


def page(client, assignment, query=""):
    return BeautifulSoup(client.get(f"/assignments/{assignment}/live{query}").text, "html.parser")


def lines(client, assignment, query=""):
    """The cells of every student's line."""
    rows = page(client, assignment, query).find("table", {"aria-labelledby": "h-who"}).tbody.find_all("tr")
    return [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in rows]


def questions(client, assignment, query="?right=1"):
    rows = page(client, assignment, query).find("table", {"aria-labelledby": "h-how"}).tbody.find_all("tr")
    return [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in rows]


def answer(client, attempt, n, pick=0):
    return client.post(f"{attempt}/{n}", data=fill(client.get(f"{attempt}/{n}").text, pick))


def limit(session, assignment, **rules):
    with db.writing(session) as write:
        for name, value in rules.items():
            setattr(quizzes.by_public_id(write, assignment).assignment, name, value)


def test_a_student_is_followed_from_the_first_question_to_the_hand_in(giulia, ada, town, clock):
    assert lines(giulia, town.deferred) == [["Ada", "Non ha iniziato", "–", "–", "–"]]
    attempt = begin(ada, town.deferred)
    assert lines(giulia, town.deferred) == [["Ada", "Al lavoro", "1 su 5", "0", "–"]]
    answer(ada, attempt, 3)
    assert lines(giulia, town.deferred) == [["Ada", "Al lavoro", "4 su 5", "1", "meno di un minuto fa"]]
    answer(ada, attempt, 5)
    clock.move_to(NOW + 3 * MINUTE + 20 * SECOND)
    assert lines(giulia, town.deferred) == [["Ada", "Al lavoro", "1 su 5", "2", "3 minuti fa"]]
    for n in (1, 2, 4):
        answer(ada, attempt, n)
    assert lines(giulia, town.deferred)[0][2:4] == ["tutte risposte", "5"]
    ada.post(f"{attempt}/hand-in")
    assert lines(giulia, town.deferred) == [["Ada", "Consegnato", "–", "5", "–"]]


def test_with_a_time_limit_the_line_says_what_is_left_and_when_nothing_is(giulia, ada, town, clock, session):
    limit(session, town.deferred, time_limit_s=1800)
    begin(ada, town.deferred)
    for gone, words in ((SECOND, "29 minuti"), (28 * MINUTE, "2 minuti"), (29 * MINUTE + SECOND, "meno di un minuto")):
        clock.move_to(NOW + gone)
        assert lines(giulia, town.deferred)[0][-1] == words
    clock.move_to(NOW + 30 * MINUTE)
    assert lines(giulia, town.deferred) == [["Ada", "Tempo finito, non consegnato", "1 su 5", "0", "–", "–"]]


def test_on_a_second_attempt_the_line_follows_it_and_the_questions_stay_with_the_first(giulia, ada, town):
    answer_all(ada, begin(ada, town.immediate), 5, 0)
    before = questions(giulia, town.immediate)
    answer(ada, begin(ada, town.immediate), 1, 1)
    assert lines(giulia, town.immediate)[0][1:4] == ["Al lavoro", "2 su 5", "1"]
    assert questions(giulia, town.immediate) == before
    assert [cells[0] for cells in before] == ["1"] * 5


def test_practice_and_strangers_stand_nowhere(app, giulia, ada, town, session):
    attempt = begin(ada, town.deferred)
    ada.post(f"{attempt}/hand-in")
    ada.post(f"{attempt}/retry")
    assert lines(giulia, town.deferred)[0][1] == "Consegnato"
    assert [cells[0] for cells in lines(giulia, town.deferred)] == ["Ada"]


def test_what_is_right_is_hidden_until_the_address_says_otherwise(giulia, ada, town):
    answer_all(ada, begin(ada, town.immediate), 5, 0)
    hidden = page(giulia, town.immediate)
    assert "Risposte giuste" not in hidden.get_text()
    assert str(page(giulia, town.immediate, "?right=0").find(id="board")) == str(hidden.find(id="board"))
    assert [len(cells) for cells in questions(giulia, town.immediate, "")] == [1] * 5
    marks = [cells[1] for cells in questions(giulia, town.immediate)]
    assert set(marks) <= {"0 su 1", "1 su 1"}
    assert "Nascondi le risposte giuste" in page(giulia, town.immediate, "?right=1").get_text()
    moving = page(giulia, town.immediate, "?right=1").find(id="board")["hx-get"]
    assert "right=1" in moving
    assert "Risposte giuste" in giulia.get(moving.replace("seen=", "seen=x")).text


def test_right_answers_are_counted_by_their_marks(giulia, ada, town):
    attempt = begin(ada, town.deferred)
    ada.post(f"{attempt}/4", data={"seq": "0", "answer": "marzo"})
    assert questions(giulia, town.deferred)[3] == ["1", "non ancora valutate"]
    ada.post(f"{attempt}/hand-in")
    assert [cells[1] for cells in questions(giulia, town.deferred)] == ["0 su 1"] * 3 + ["1 su 1", "0 su 1"]


def test_the_moving_part_is_sent_only_when_it_says_something_new(giulia, ada, town, clock):
    attempt = begin(ada, town.immediate)

    def asked(at):
        told = giulia.get(at)
        return told.status_code, told.text

    moving = page(giulia, town.immediate).find(id="board")["hx-get"]
    assert asked(moving) == (204, "")
    clock.move_to(NOW + 20 * SECOND)
    assert asked(moving) == (204, "")
    answer(ada, attempt, 1)
    code, text = asked(moving)
    assert (code, "<html" in text) == (200, False)
    again = BeautifulSoup(text, "html.parser").find(id="board")["hx-get"]
    assert again != moving
    assert asked(again)[0] == 204
    clock.move_to(NOW + 3 * MINUTE)
    assert asked(again)[0] == 200


def test_words_about_time_change_together_twice_a_minute(giulia, ada, town, clock):
    attempt = begin(ada, town.immediate)
    clock.move_to(NOW + 10 * SECOND)
    answer(ada, attempt, 1)
    clock.move_to(NOW + 65 * SECOND)
    moving = page(giulia, town.immediate).find(id="board")["hx-get"]
    for gone, code in ((75, 204), (89, 204), (90, 200)):
        clock.move_to(NOW + gone * SECOND)
        assert giulia.get(moving).status_code == code


def test_held_or_without_javascript_the_page_is_whole_and_asks_for_nothing(giulia, town):
    held = page(giulia, town.immediate, "?hold=1")
    assert not held.find(id="board").has_attr("hx-get")
    assert lines(giulia, town.immediate, "?hold=1") == lines(giulia, town.immediate)
    assert [each for each in held.select("nav a") if "Aggiorna da sola" in each.get_text()]


def test_looking_changes_nothing(app, giulia, ada, town, clock):
    begin(ada, town.immediate)
    before = everything(app)
    for at in ("live", "live/board", "live?right=1", "project/1", "project/1?show=1"):
        assert giulia.get(f"/assignments/{town.immediate}/{at}").status_code == 200
    assert everything(app) == before


def test_a_page_left_open_keeps_nobody_signed_in(giulia, town, clock, session):
    with db.writing(session) as write:
        write.scalars(select(UserSession).where(UserSession.user_id == town.giulia)).one().idle_s = 900
    moving = page(giulia, town.immediate).find(id="board")["hx-get"]
    for minutes in (5, 10, 14):
        clock.move_to(NOW + minutes * MINUTE)
        assert giulia.get(moving).status_code in {200, 204}
    clock.move_to(NOW + 16 * MINUTE)
    ended = giulia.get(moving)
    assert (ended.status_code, ended.headers["HX-Refresh"]) == (204, "true")
    assert giulia.get(f"/assignments/{town.immediate}/live").headers["Location"] == "/sign-in"


def test_the_whole_class_costs_two_statements_however_many_there_are(app, giulia, ada, town, session):
    place = f"/assignments/{town.immediate}/live/board"
    giulia.get(place)
    with counted(app) as alone:
        giulia.get(place)
    for number, mate in enumerate(classmates(session, town)):
        answer_all(mate_client := signed_in(app, mate), begin(mate_client, town.immediate), 5, number)
    with counted(app) as together:
        giulia.get(place)
    assert len(together) == len(alone)
    assert len([each for each in together if " attempt" in each]) == 2
    seen = page(giulia, town.immediate).find(id="board")["hx-get"]
    with counted(app) as unchanged:
        assert giulia.get(seen).status_code == 204
    assert len(unchanged) == len(together) - 2
