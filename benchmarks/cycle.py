"""The answer cycle (question GET, answer POST, outcome GET) as a student's browser makes it."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import event

from benchmarks.browser import Answer, Browser
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


def demo_app(folder: Path, database: str = "") -> Flask:
    """The application with its banks and its demo people in an empty folder, on SQLite there if on nothing else."""
    app = create_app(
        DATABASE_URL=database or f"sqlite:///{folder / 'bench.sqlite3'}",
        DATA_DIR=folder,
        SECRET_KEY="bench",  # noqa: S106
        DEMO=True,
    )
    prepare(app)
    return app


def begin(app: Flask, clock: Callable[[], int] = time.process_time_ns) -> tuple[Browser, str]:
    """A student's browser with a fresh attempt: the browser and the address of its first question."""
    browser = Browser(app, clock=clock)
    token = _TOKEN.search(browser.get("/").text)
    opened = browser.post("/demo/student", {"csrf_token": token[1] if token else ""})
    return browser, opened.headers["Location"]


def answer_fields(page: str) -> dict[str, str]:
    """The form of a question page, filled with the first thing on offer."""
    token, seq = _TOKEN.search(page), _SEQ.search(page)
    if token is None or seq is None:
        raise RuntimeError("no form on the question page")
    fields = {"csrf_token": token[1], "seq": seq[1]}
    for name, value in _ANSWER.findall(page):
        fields.setdefault(name, value or "qualcosa")
    return fields


def expected(answer: Answer, wanted: int) -> Answer:
    """The answer, which must have the wanted status."""
    if answer.status != wanted:
        raise RuntimeError(f"{answer.status}, not {wanted}: {answer.text[:500]}")
    return answer


def one_cycle(browser: Browser, place: str) -> tuple[list[float], str | None]:
    """The CPU milliseconds of the three requests, and the address of the next question if there is one."""
    page = expected(browser.get(place), 200)
    done = expected(browser.post(place, answer_fields(page.text)), 303)
    outcome = expected(browser.get(done.headers["Location"]), 200)
    following = re.search(r'href="(/q/[^"/]+/\d+)"', outcome.text)
    return [page.spent, done.spent, outcome.spent], following[1] if following else None


def floor_cycle(browser: Browser) -> list[float]:
    """The same three requests on the floor."""
    page = expected(browser.get("/"), 200)
    fields = {"csrf_token": (_TOKEN.search(page.text) or [""])[1], "said": "risposta"}
    done = expected(browser.post("/", fields), 303)
    return [page.spent, done.spent, expected(browser.get("/"), 200).spent]


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
