"""The log: a line for each request, job and error, and nowhere in it a name, an answer, a secret or an address."""

import errno
import io
import json
import logging
import re
from datetime import datetime

import pytest
from sqlalchemy import select, text

from quizapp import db, journal, working
from quizapp.accounts import service as people
from quizapp.accounts.models import User
from quizapp.core.policy import Role
from quizapp.jobs import service as jobs
from quizapp.jobs.models import Kind
from quizapp.journal import Journal
from tests.build import NOW, signed_in
from tests.house import begin, fill

CANARY = "ZAFFERANO"
FIELDS = {
    "request": {"at", "what", "request", "route", "method", "status", "ms", "role"},
    "job": {"at", "what", "job", "run", "kind", "state", "ms"},
    "error": {"at", "what", "request", "route", "job", "run", "problem", "error", "number", "where"},
    "warning": {"at", "what", "of", "level", "error", "number", "where"},
}


@pytest.fixture
def kept(app, tmp_path, monkeypatch):
    """The application as it is served, with a log of everything; its lines."""
    file = tmp_path / "quotidia.log"
    app.config.update(JOURNAL=Journal("all", file), PROPAGATE_EXCEPTIONS=False)
    monkeypatch.setenv("QUIZAPP_LOG", "all")
    monkeypatch.setenv("QUIZAPP_LOG_FILE", str(file))
    monkeypatch.setenv("QUIZAPP_DATA_DIR", str(tmp_path))
    root, last = logging.getLogger(), logging.lastResort
    before = root.handlers[:]
    journal.take_over(app.config["JOURNAL"])
    yield lambda: [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    root.handlers[:], logging.lastResort = before, last


def of(lines, what):
    return [line for line in lines if line["what"] == what]


def live_through(app, town):
    """Sign-in, answers, a file that comes in, what is not there, a breakdown with answers in its statement, jobs."""
    with db.make_session(app.extensions["engine"]) as session, db.writing(session) as write:
        user = write.get_one(User, town.ada)
        user.name, user.sign_in_name = f"Ada {CANARY}", CANARY.casefold()
        people.set_password(write, user, people.hash_password(f"{CANARY}-segreta"), NOW)
        people.make_person(write, 1, name="Z", sign_in_name="zoe", role=Role.STUDENT, now=NOW)
    ada, giulia = app.test_client(), signed_in(app, town.giulia)
    agent = {"User-Agent": f"{CANARY}\r\nforged", "X-Forwarded-For": "203.0.113.77", "Referer": f"http://x/{CANARY}"}
    agent["User-Agent"] = agent["User-Agent"].replace("\r\n", " ")
    for password in (f"{CANARY}-sbagliata", f"{CANARY}-segreta"):
        data = {"sign_in_name": CANARY.casefold(), "password": password}
        ada.post("/sign-in", data=data, headers=agent)
    attempt = begin(ada, town.immediate)
    ada.post(f"{attempt}/1", data={**fill(ada.get(f"{attempt}/1").text), "answer-extra": CANARY})
    ada.post(f"{attempt}/4", data={**fill(ada.get(f"{attempt}/4").text), "answer": f"{CANARY} scritto"})
    ada.get(f"/{CANARY}?name={CANARY}", headers=agent)
    ada.get(f"/people?q={CANARY}")
    question = f"{CANARY} è vero?\nA. {CANARY}-a\nB. no\nANSWER: A\n".encode()
    giulia.post("/imports", data={"file": (io.BytesIO(question), f"{CANARY}.txt")})
    with app.extensions["engine"].begin() as connection:
        quoting = f"SELECT RAISE(ABORT, '{CANARY}')"
        connection.execute(text(f"CREATE TRIGGER quoting BEFORE INSERT ON response BEGIN {quoting}; END"))
    broken = ada.post(f"{attempt}/2", data=fill(ada.get(f"{attempt}/2").text))
    with db.make_session(app.extensions["engine"]) as session, db.writing(session) as write:
        for kind in (Kind.SWEEP, Kind.BACKUP):
            jobs.ask(write, kind, CANARY, NOW)
    return broken


def work_off(engine):
    while (found := working.take_up(engine)) is not None:
        try:
            working.carry_out(*found)
        except OSError as error:
            working.note_failure(found[1], error)


def test_no_name_answer_secret_or_address_is_in_the_log_or_on_standard_error(
    app, town, kept, tmp_path, monkeypatch, capfd
):
    (tmp_path / CANARY).write_text("no folder")
    monkeypatch.setenv("QUIZAPP_BACKUP_FOLDER", str(tmp_path / CANARY / "in"))
    live_through(app, town)
    work_off(app.extensions["engine"])
    logging.getLogger("some.package").warning("%s went wrong", CANARY, exc_info=ValueError(CANARY))
    told = (tmp_path / "quotidia.log").read_text(encoding="utf-8") + "".join(capfd.readouterr())
    for secret in (CANARY, "segreta", "203.0.113", "forged", town.user_ids["ada"], town.immediate, "marzo", "Vienna"):
        assert secret.casefold() not in told.casefold(), secret
    lines = kept()
    assert all(line.keys() <= FIELDS[line["what"]] for line in lines)
    assert {line["what"] for line in lines} == set(FIELDS)
    assert {line["state"] for line in of(lines, "job")} == {"done"}
    assert [line["problem"] for line in of(lines, "error") if "job" in line] == ["no folder"]
    assert [line["number"] for line in of(lines, "error") if "job" in line] == [errno.ENOTDIR]


def test_every_request_is_one_line_with_its_route_role_and_time(app, town, kept):
    begun = signed_in(app, town.ada)
    begun.get(f"/q/{'a' * 16}/1")
    begun.get("/nowhere")
    app.test_client().post("/sign-in", data={"sign_in_name": "x", "password": "y"})
    rows = [(line["route"], line["method"], line["status"], line["role"]) for line in of(kept(), "request")][-3:]
    assert rows == [
        ("attempts.question", "GET", 404, "student"),
        (None, "GET", 404, "student"),
        ("accounts.sign_in_submit", "POST", 422, None),
    ]
    for line in of(kept(), "request"):
        assert datetime.fromisoformat(line["at"]).utcoffset().total_seconds() == 0
        assert line["ms"] > 0


def test_the_error_page_shows_the_number_of_its_line(app, town, kept):
    broken = live_through(app, town)
    assert broken.status_code == 500
    number = re.search(r"<code[^>]*>([0-9a-f]{12})</code>", broken.text)[1]
    line = next(each for each in of(kept(), "error") if each["request"] == number)
    assert (line["route"], line["error"], line["number"]) == (
        "attempts.answer",
        "IntegrityError",
        "SQLITE_CONSTRAINT_TRIGGER",
    )
    assert any(place.startswith("attempts/service.py:") for place in line["where"])
    missing = signed_in(app, town.ada).get("/nowhere").text
    number = re.search(r"<code[^>]*>([0-9a-f]{12})</code>", missing)[1]
    assert number in {each["request"] for each in of(kept(), "request") if each["status"] == 404}


@pytest.mark.parametrize(("level", "whats"), [("off", set()), ("errors", {"error"}), ("all", {"error", "request"})])
def test_the_setting_decides_what_is_written(app, town, kept, tmp_path, level, whats):
    app.config["JOURNAL"] = Journal(level, tmp_path / "chosen.log")
    ada = signed_in(app, town.ada)
    with app.extensions["engine"].begin() as connection:
        connection.execute(text("DROP TABLE user_session"))
    assert ada.get("/").status_code == 500
    file = tmp_path / "chosen.log"
    assert {json.loads(line)["what"] for line in file.read_text().splitlines()} == whats if whats else not file.exists()


def test_a_log_that_was_moved_or_cannot_be_written_stops_nobody(app, client, kept, tmp_path):
    file = tmp_path / "quotidia.log"
    client.get("/health")
    file.rename(tmp_path / "quotidia.log.1")
    client.get("/health")
    assert len(kept()) == 1
    app.config["JOURNAL"] = Journal("all", tmp_path / "nowhere" / "x.log")
    assert client.get("/health").status_code == 200


def test_the_file_of_the_log_is_for_its_owner_alone_and_stays_as_its_owner_made_it(tmp_path):
    made, there = tmp_path / "made.log", tmp_path / "there.log"
    there.touch(mode=0o640)
    for file in (made, there):
        journal.write(Journal("all", file), "warning", of="x")
    assert [file.stat().st_mode & 0o777 for file in (made, there)] == [0o600, 0o640]


def test_what_the_database_refuses_is_told_without_the_values(app, town, session):
    with pytest.raises(Exception, match="no such table") as caught:
        session.execute(
            select(User.id).where(text("id IN (SELECT id FROM void WHERE x = :canary)")), {"canary": CANARY}
        )
    assert CANARY not in str(caught.value)
