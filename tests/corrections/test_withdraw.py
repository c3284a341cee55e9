"""Withdrawn at once: out of running and finished attempts, told, never an error for an answer on its way, undone."""

from fractions import Fraction

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from quizapp.attempts.models import Outcome, Response
from quizapp.attempts.recall import recall
from quizapp.banks.models import Item
from tests.architecture.test_statements import counted
from tests.build import CANARY, NOW, signed_in
from tests.corrections.conftest import acts, item_at, outcomes, say, standing
from tests.house import answer_all, answer_right, begin, classmates, fill


def test_in_the_middle_of_an_immediate_attempt_it_counts_no_more_and_the_rest_goes_on(ada, session, town, withdraw):
    place = begin(ada, town.immediate)
    answer_right(session, ada, place, 1)
    assert withdraw().status_code == 303
    assert standing(session) == [("open", 4, 0, 0, 0, 4)]
    for n in (2, 3, 4, 5):
        answer_right(session, ada, place, n)
    assert standing(session) == [("submitted", 4, 4, 4, 4, 4)]
    results = ada.get(f"{place}/results").text
    assert "4 risposte giuste su 4" in results
    assert "Ritirata: non conta" in results


def test_the_running_question_says_so_and_leads_to_the_next(ada, session, town, withdraw):
    place = begin(ada, town.immediate)
    withdraw()
    page = ada.get(f"{place}/1", follow_redirects=True).text
    assert "Domanda ritirata" in page
    assert "Era ambigua." in page
    assert f'href="{place}/2"' in page
    assert ada.get(f"{place}/1/corrections").headers["Location"] == f"/banks/{town.bank}/corrections"
    assert CANARY not in page
    assert "Domanda 1 di 5" in page


@pytest.mark.parametrize("mode", ["immediate", "deferred"])
def test_an_answer_on_its_way_is_kept_and_no_error(ada, session, town, withdraw, mode):
    place = begin(ada, getattr(town, mode))
    sent = fill(ada.get(f"{place}/1").text)
    withdraw()
    for _twice in range(2):
        answer = ada.post(f"{place}/1", data=sent)
        assert (answer.status_code, answer.headers["Location"]) == (303, f"{place}/1/outcome")
    assert ada.post(f"{place}/1", data={"seq": "0"}).status_code == 303
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Response)) == 1
    assert "La tua risposta resta conservata" in ada.get(f"{place}/1/outcome").text
    assert standing(session)[0][1:3] == (4, 0)


def test_the_last_open_question_withdrawn_finishes_an_immediate_attempt(ada, session, town, withdraw):
    place = begin(ada, town.immediate)
    answer_all(ada, place, 5, 0, leave=1)
    assert standing(session)[0][0] == "open"
    withdraw()
    assert standing(session)[0][:3] == ("submitted", 4, 4)
    sent = ada.post(f"{place}/1", data={"seq": "0", "answer": "x"})
    assert sent.status_code == 303
    assert ada.get(f"{place}/results").status_code == 200


def test_deferred_it_is_left_out_at_hand_in_and_of_what_is_sent_ahead(ada, session, town, withdraw):
    place = begin(ada, town.deferred)
    answer_right(session, ada, place, 1)
    answer_right(session, ada, place, 2)
    withdraw()
    assert "1" not in ada.get(f"{place}/ahead").json
    ada.post(f"{place}/hand-in")
    assert standing(session) == [("submitted", 4, 1, 1, 1, 4)]
    assert outcomes(session) == [(1, 0, 0, "withdrawn")]


def test_in_finished_attempts_the_maximum_falls_and_the_former_outcome_stays(ada, session, town, withdraw, giulia):
    place = begin(ada, town.immediate)
    say(ada, f"{place}/1", "Ginevra")
    for n in (2, 3, 4, 5):
        answer_right(session, ada, place, n)
    assert standing(session)[0][4:] == (4, 5)
    withdraw()
    assert standing(session) == [("submitted", 4, 4, 4, 4, 4)]
    assert outcomes(session) == [(1, 0, 1, "answer"), (2, 0, 0, "withdrawn")]
    (act,) = acts(session)
    assert "non conta più" in giulia.get(f"/acts/{act.public_id}").text
    assert "100%" in giulia.get(f"/assignments/{town.immediate}/results").text


def test_results_say_withdrawn_of_who_had_answered_and_not_that_there_was_no_answer(
    ada, giulia, session, town, withdraw
):
    place = begin(ada, town.immediate)
    say(ada, f"{place}/1", "Ginevra")
    for n in (2, 3, 4, 5):
        answer_right(session, ada, place, n)
    at = f"/assignments/{town.immediate}/results"
    assert "ritirata" not in giulia.get(at).text
    withdraw()
    page = BeautifulSoup(giulia.get(at).text, "html.parser")
    questions, students = page.select("table")
    assert "Ritirata: non conta" in questions.tbody.select("tr")[0].get_text()
    assert "Ritirata" not in questions.tbody.select("tr")[1].get_text()
    (row,) = [each for each in students.tbody.select("tr") if "Ada" in each.th.get_text()]
    assert [cell.get_text(" ", strip=True) for cell in row.select("td")[1:]] == ["– ritirata", *["giusta"] * 4]


def test_with_nothing_left_there_is_no_grade_of_nothing(ada, giulia, session, town, withdraw):
    place = begin(ada, town.deferred)
    for position in range(5):
        withdraw(item_at(session, position))
    assert standing(session) == [("submitted", 0, 0, 0, 0, 0)]
    assert ada.get(f"{place}/results").status_code == 200
    assert giulia.get(f"/assignments/{town.deferred}/results").status_code == 200
    assert "Ada" in giulia.get(f"/assignments/{town.deferred}/marks").text
    book = giulia.get(f"/classes/{town.school_class}/gradebook.csv").text
    assert "2" not in next(line for line in book.splitlines() if line.startswith("Ada"))


def test_undo_restores_finished_and_running_attempts_exactly(app, ada, session, town, withdraw, undo):
    finished, running = begin(ada, town.immediate), begin(ada, town.deferred)
    answer_all(ada, finished, 5, 0)
    mate = signed_in(app, classmates(session, town)[0])
    open_one = begin(mate, town.immediate)
    before, count = standing(session), session.scalar(select(func.count()).select_from(Outcome))
    withdraw()
    assert standing(session) != before
    assert undo().status_code == 303
    assert standing(session) == before
    assert session.scalar(select(func.count()).select_from(Outcome)) == count + 6
    assert mate.get(f"{open_one}/1").status_code == 200
    answer_right(session, mate, open_one, 1)
    answer_right(session, ada, running, 1)
    ada.post(f"{running}/hand-in")
    assert standing(session)[1][3:] == (1, 1, 5)
    assert standing(session)[2][1:4] == (5, 1, 1)


def test_undo_counts_an_answer_that_came_while_it_was_withdrawn_and_spares_who_could_not_give_one(
    app, ada, session, town, withdraw, undo
):
    mate = signed_in(app, classmates(session, town)[0])
    given, spared = begin(ada, town.immediate), begin(mate, town.immediate)
    sent = fill(ada.get(f"{given}/1").text)
    answer_all(mate, spared, 5, 0, leave=1)
    withdraw()
    ada.post(f"{given}/1", data=sent)
    undo()
    assert standing(session)[0][1:3] == (5, 1)
    assert standing(session)[1][:3] == ("submitted", 4, 4)


def test_a_mark_given_by_hand_comes_back_as_such(ada, giulia, session, town, withdraw, undo):
    place = begin(ada, town.deferred)
    ada.post(f"{place}/hand-in")
    at = f"/assignments/{town.deferred}/attempts/{place.rsplit('/', 1)[1]}/marks/1"
    giulia.post(at, data={"mark": "0.5", "why": "Metà."})
    withdraw()
    assert giulia.get(at).status_code == 404
    undo()
    assert outcomes(session)[-1] == (4, Fraction(1, 2), 1, "by hand")


def test_practice_asks_it_no_more_and_it_is_forgotten_as_an_answer(ada, session, town, withdraw):
    place = begin(ada, town.immediate)
    answer_all(ada, place, 5, 1)
    item = session.scalars(select(Item.id).where(Item.public_id == town.item)).one()
    session.rollback()
    assert item in recall(session, town.ada, NOW).memories
    withdraw()
    session.rollback()
    found = recall(session, town.ada, NOW)
    assert item not in found.memories
    assert item not in found.wrong
    assert len(found.memories) == 4
    assert ada.post("/practice", data={"what": "wrong"}).status_code == 303


def test_students_are_told_and_a_new_attempt_passes_it_over_and_the_teacher_hears_once(
    app, ada, giulia, session, town, withdraw
):
    begin(ada, town.immediate)
    withdraw()
    assert "Era ambigua." in ada.get("/notices").text
    for each in classmates(session, town)[:2]:
        mate = signed_in(app, each)
        place = begin(mate, town.immediate)
        assert "Domanda 1 di 4" in mate.get(f"{place}/1").text
        answer_right(session, mate, place, 1)
        assert giulia.get("/notices").text.count("viene saltata") == 1
        giulia.post("/notices", data={"notice": "all"})
    results = giulia.get(f"/assignments/{town.immediate}/results")
    assert results.status_code == 200
    assert giulia.get(f"/assignments/{town.immediate}/questions/2").status_code == 200


def test_rights_and_reasons(app, ada, session, town, withdraw, giulia):
    at = f"/items/{town.item}/withdraw"
    assert giulia.post(at, data={"why": " "}).status_code == 422
    for client, status in ((ada, (403, 404)), (signed_in(app, town.marco), (403,)), (app.test_client(), (303,))):
        assert client.post(at, data={"why": "Perché sì."}).status_code in status
    assert not acts(session)
    withdraw()
    assert withdraw().status_code == 409
    (act,) = acts(session)
    for client, status in ((ada, (403, 404)), (signed_in(app, town.marco), (403,))):
        assert client.get(f"/acts/{act.public_id}").status_code in status
        assert client.post(f"/acts/{act.public_id}/undo").status_code in status


def test_the_log_is_read_by_the_class_and_by_no_outsider_and_names_nobody(app, ada, session, town, withdraw):
    begin(ada, town.immediate)
    withdraw()
    at = f"/banks/{town.bank}/corrections"
    page = ada.get(at).text
    assert "Era ambigua." in page
    assert "1 tentativo non la conta più" in page
    assert "Giulia" not in page
    assert signed_in(app, town.marco).get(at).status_code == 200
    assert signed_in(app, town.bruno).get(at).status_code == 404
    assert app.test_client().get(at).status_code == 303


def test_a_student_reads_no_reason_that_could_give_away_an_answer_to_come(ada, giulia, session, town, correct):
    begin(ada, town.deferred)
    correct(why="La risposta giusta è Ginevra.")
    at = f"/banks/{town.bank}/corrections"
    assert "La risposta giusta è Ginevra." not in ada.get(at).text
    assert "La risposta giusta è Ginevra." in giulia.get(at).text


def test_the_hot_pages_ask_no_more_statements_of_a_withdrawn_question(app, ada, session, town, withdraw):
    place = begin(ada, town.immediate)
    sent = fill(ada.get(f"{place}/1").text)
    withdraw()
    with counted(app) as asked:
        ada.get(f"{place}/1")
    with counted(app) as answered:
        ada.post(f"{place}/1", data=sent)
    with counted(app) as told:
        ada.get(f"{place}/1/outcome")
    assert (len(asked) <= 4, len(answered) <= 6, len(told) <= 5) == (True, True, True)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("it", ("Ritira d’ora in poi", "Ritira da tutti i tentativi", "chi ha già cominciato la tiene")),
        ("en", ("Retire from now on", "Withdraw from every attempt", "whoever has begun keeps it")),
    ],
)
def test_the_two_ways_of_taking_a_question_out_say_which_reaches_running_attempts(giulia, town, lang, words):
    page = giulia.get(f"/items/{town.item}", headers={"Accept-Language": lang}).text
    assert [each for each in words if each not in page.replace("&#39;", "’")] == []
    assert words[2] in giulia.get(f"/items/{town.item}/withdraw", headers={"Accept-Language": lang}).text
