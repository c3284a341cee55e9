"""The answer cycle (question GET, answer POST, outcome GET) as a student's browser makes it."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from quizapp import create_app
from quizapp.serving import prepare

PARTS = ("question GET", "answer POST", "outcome GET")
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_SEQ = re.compile(r'name="seq" value="(\d+)"')
_ANSWER = re.compile(r'name="(answer[^"]*)" value="([^"]*)"')
_START = re.compile(r'action="(/assignments/[^"]+/start)"')


@dataclass
class Counts:
    """Statements and commits while one request runs."""

    statements: int = 0
    commits: int = 0


@dataclass
class Samples:
    """CPU milliseconds by part, over the floor's own three requests."""

    application: dict[str, list[float]] = field(default_factory=lambda: {part: [] for part in PARTS})
    floor: dict[str, list[float]] = field(default_factory=lambda: {part: [] for part in PARTS})


def demo_app(folder: Path) -> Flask:
    """The application with its banks and its demo people in an empty folder."""
    app = create_app(
        DATABASE_URL=f"sqlite:///{folder / 'bench.sqlite3'}",
        DATA_DIR=folder,
        SECRET_KEY="bench",  # noqa: S106
        DEMO=True,
    )
    prepare(app)
    return app


def begin(app: Flask) -> tuple[FlaskClient, str]:
    """A student's browser with a fresh attempt: the client and the address of its first question."""
    client = app.test_client()
    token = _TOKEN.search(client.get("/").text)
    opened = client.post("/demo/student", data={"csrf_token": token[1] if token else ""})
    return client, opened.headers["Location"]


def answer_fields(page: str) -> dict[str, str]:
    """The form of a question page, filled with the first thing on offer."""
    token, seq = _TOKEN.search(page), _SEQ.search(page)
    if token is None or seq is None:
        raise RuntimeError("no form on the question page")
    fields = {"csrf_token": token[1], "seq": seq[1]}
    for name, value in _ANSWER.findall(page):
        fields.setdefault(name, value or "qualcosa")
    return fields


def timed(call: Callable[[], TestResponse], wanted: int) -> tuple[float, TestResponse]:
    """CPU milliseconds of one request that must answer with the wanted status."""
    before = time.process_time_ns()
    response = call()
    spent = (time.process_time_ns() - before) / 1e6
    if response.status_code != wanted:
        raise RuntimeError(f"{response.request.path}: {response.status_code}")
    return spent, response


def one_cycle(client: FlaskClient, place: str) -> tuple[list[float], str | None]:
    """The CPU of the three requests, and the address of the next question if there is one."""
    asked, page = timed(lambda: client.get(place), 200)
    fields = answer_fields(page.text)
    answered, done = timed(lambda: client.post(place, data=fields), 303)
    told, outcome = timed(lambda: client.get(done.headers["Location"]), 200)
    following = re.search(r'href="(/q/[^"/]+/\d+)"', outcome.text)
    return [asked, answered, told], following[1] if following else None


def floor_cycle(client: FlaskClient) -> list[float]:
    """The same three requests on the floor."""
    asked, page = timed(lambda: client.get("/"), 200)
    fields = {"csrf_token": (_TOKEN.search(page.text) or [""])[1], "said": "risposta"}
    answered, _done = timed(lambda: client.post("/", data=fields), 303)
    told, _page = timed(lambda: client.get("/"), 200)
    return [asked, answered, told]


def counted(app: Flask, call: Callable[[], object]) -> Counts:
    """What one request asks of the database."""
    counts, engine = Counts(), app.extensions["engine"]

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        counts.statements += not statement.startswith(("BEGIN", "PRAGMA"))

    def commit(_connection: object) -> None:
        counts.commits += 1

    event.listen(engine, "before_cursor_execute", note)
    event.listen(engine, "commit", commit)
    try:
        call()
    finally:
        event.remove(engine, "before_cursor_execute", note)
        event.remove(engine, "commit", commit)
    return counts
