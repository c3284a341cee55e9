"""The server is killed between questions and under answers: nothing acknowledged is lost, nothing is there twice."""

import re
import sqlite3
import threading
from contextlib import closing

import pytest

from tools.drill import Server, Student, free_port


@pytest.fixture
def server(tmp_path):
    found = Server(tmp_path, free_port())
    found.start()
    yield found
    found.kill()


def stored(server):
    with closing(sqlite3.connect(server.folder / "quizapp.sqlite3")) as connection:
        rows = connection.execute(
            "SELECT a.public_id, r.position, count(*), (SELECT count(*) FROM outcome o WHERE o.attempt_id = a.id"
            " AND o.position = r.position) FROM response r JOIN attempt a ON a.id = r.attempt_id GROUP BY 1, 2"
        )
        return {(attempt, position): (times, outcomes) for attempt, position, times, outcomes in rows}


def options(page):
    return re.findall(r'class="choice__text">([^<]+)<', page)


def test_a_server_killed_between_questions_goes_on_where_it_was(server):
    student = Student(server.address)
    for _ in range(3):
        student.answer(*student.begin())
    place, page = student.begin()
    server.kill()
    server.start()
    again, same = student.begin()
    assert again == place
    assert options(same) == options(page)
    student.answer(again, same)
    assert len(student.acknowledged) == 4
    assert {place: stored(server)[place] for place in student.acknowledged} == dict.fromkeys(
        student.acknowledged, (1, 1)
    )


def test_an_answer_in_flight_is_wholly_there_or_not_at_all(server):
    student = Student(server.address)
    place, page = student.begin()
    sending = threading.Thread(target=_send, args=(student, place, page))
    sending.start()
    server.kill()
    sending.join()
    server.start()
    attempt, number = re.search(r"/q/([^/]+)/(\d+)", place).groups()
    found = stored(server).get((attempt, int(number)))
    assert found in {None, (1, 1)}
    assert not student.acknowledged or found == (1, 1)
    again = Student(server.address)
    assert int(re.search(r"/q/[^/]+/(\d+)", again.begin()[0])[1]) == (2 if found else 1)


def _send(student, place, page):
    try:
        student.answer(place, page)
    except OSError:
        return
