"""The real server killed under a student: what it acknowledged is there once, and the quiz goes on where it was."""

import fcntl
import os
import re
import select
import shutil
import signal
import sqlite3
from contextlib import closing

import pytest

from tests.house import fill
from tests.serving import Browser, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory, demo_file):
    made = Server(tmp_path_factory.mktemp("killed"))
    shutil.copyfile(demo_file, made.folder / "quizapp.sqlite3")
    made.start()
    yield made
    made.kill()


@pytest.fixture(scope="module")
def student(server):
    found = Browser(server)
    found.send("/demo/student", found.get("/"))
    return found


def rows(server) -> dict[tuple[str, int], tuple[int, int]]:
    """By attempt and position: how many responses and outcomes the demo student has; the file is sound."""
    with closing(sqlite3.connect(server.folder / "quizapp.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = connection.execute(
            "SELECT a.public_id, s.position,"
            " (SELECT count(*) FROM response r WHERE r.attempt_id = a.id AND r.position = s.position),"
            " (SELECT count(*) FROM outcome o WHERE o.attempt_id = a.id AND o.position = s.position)"
            " FROM attempt a JOIN slot s ON s.attempt_id = a.id JOIN user u ON u.id = a.user_id"
            " WHERE u.sign_in_name = 'studente'"
        ).fetchall()
        kept = connection.execute(
            "SELECT a.answered FROM attempt a JOIN user u ON u.id = a.user_id WHERE u.sign_in_name = 'studente'"
        ).fetchall()
    assert [sum(responses for *_where, responses, _outcomes in found)] == [sum(row[0] for row in kept)]
    return {(attempt, position): (responses, outcomes) for attempt, position, responses, outcomes in found}


def where(student) -> tuple[str, str]:
    """Where the demo leads its student: the address and the page of the next question."""
    return student.send("/demo/student", student.get("/"))


def offered(page: str) -> list[str]:
    """What a question offers, in its order."""
    return re.findall(r'name="answer[^"]*" value="([^"]*)"', page)


def test_killed_between_questions_and_after_an_answer_nothing_is_lost_and_nothing_moves(server, student):
    place, page = where(student)
    assert re.fullmatch(r"/q/\w+/\d+", place)
    server.kill()
    server.start()
    again = student.get(place)
    assert offered(again) == offered(page)
    arrived, outcome = student.send(place, again, fill(again, 1))
    server.kill()
    assert arrived == f"{place}/outcome"
    attempt, n = place.split("/")[2:]
    server.start()
    assert student.get(arrived).count("choice") == outcome.count("choice")
    assert student.send(place, again, fill(again, 1))[0] == arrived
    assert {at: counts for at, counts in rows(server).items() if counts != (0, 0)} == {(attempt, int(n)): (1, 1)}
    following, _page = where(student)
    assert following == f"/q/{attempt}/{int(n) + 1}"


@pytest.mark.parametrize("turn", ["taken by another", "just given", "free"])
def test_an_answer_in_flight_is_wholly_there_or_not_at_all(server, student, turn):
    place, page = where(student)
    attempt, n = place.split("/")[2:]
    with (server.folder / "quizapp.sqlite3.write-lock").open("ab") as lock:
        if turn != "free":
            fcntl.flock(lock, fcntl.LOCK_EX)
        connection = student.throw(place, page)
        if turn == "just given":
            fcntl.flock(lock, fcntl.LOCK_UN)
        server.kill()
        connection.close()
    found = rows(server)[attempt, int(n)]
    assert found in {(0, 0), (1, 1)}
    assert turn != "taken by another" or found == (0, 0)
    server.start()
    assert student.send(place, page, fill(page))[0] == f"{place}/outcome"
    assert rows(server)[attempt, int(n)] == (1, 1)


def gone(processes: list[int], seconds: float = 10) -> bool:
    """Whether all of these have ended."""
    return all(select.select([process], [], [], seconds)[0] for process in processes)


def test_no_worker_outlives_a_server_that_was_killed_alone(server, student):
    workers = [os.pidfd_open(each) for each in server.workers()]
    assert workers
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()
    assert gone(workers)
    server.start()
    assert where(student)[0].startswith("/q/")


def test_workers_that_were_killed_are_replaced(server, student):
    killed = server.workers()
    ended = [os.pidfd_open(each) for each in killed]
    for each in killed:
        os.kill(each, signal.SIGKILL)
    assert gone(ended)
    server.wait_until_well()
    assert not set(killed) & set(server.workers())
    assert where(student)[0].startswith("/q/")
