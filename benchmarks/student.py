"""What a student's own pages cost after 5,000 answers at as many questions, on SQLite."""

import json
import random
import sqlite3
from pathlib import Path

from flask import Flask
from sqlalchemy import select

from benchmarks.browser import Browser
from benchmarks.cycle import begin, expected
from quizapp import db
from quizapp.attempts.queries import item_of
from quizapp.banks.models import ItemVersion
from quizapp.core.types import ChoiceBody, ClassifyBody

_ANSWERS, _SIZE, _TIMES, _FIRST = 5000, 40, 7, 700_000
BAR_S = 0.15
ADDRESSES = {"history of 5,000 answers": "/history", "practice after 5,000 answers": "/practice"}
ADD_OUTCOME = (
    'INSERT INTO outcome (attempt_id, position, "number", seq, item_version_id, fraction, mark, maximum, share, '
    "reason, at)"
    " VALUES (?, ?, 1, 1, ?, ?, ?, '1', ?, 'answer', ?)"
)
"""Of an answer worth one point: attempt, position, version, fraction, mark, share and moment."""


def begun(app: Flask, file: Path) -> Browser:
    """The browser of a student who has answered so much."""
    client, place = begin(app)
    _fill(app, file, place.split("/")[2])
    return client


def pages(client: Browser) -> dict[str, list[float]]:
    """CPU seconds of the page of history and of that of practice."""
    return {name: _timed(client, address) for name, address in ADDRESSES.items()}


def _fill(app: Flask, file: Path, attempt: str) -> None:
    """A year of answers, one in three wrong, every one at an item of its own."""
    with db.make_session(app.extensions["engine"]) as session:
        versions = session.scalars(
            select(ItemVersion.id).where(ItemVersion.type.in_(["choice", "classify"]), ItemVersion.status == "ready")
        ).all()
        bodies = {version: item_of(session, version).body for version in versions}
    chance = random.Random(_ANSWERS)  # noqa: S311 - a benchmark
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys=OFF")
    columns = {
        table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for table in ("item", "item_version", "item_listing", "quiz", "attempt")
    }
    for at in range(_ANSWERS):
        number, place = _FIRST + at // _SIZE, at % _SIZE + 1
        moment = f"2026-{1 + at * 10 // _ANSWERS:02}-{1 + at * 7 % 28:02} 08:00:00.000000"
        source, version = versions[at % len(versions)], _FIRST + at
        item = {"id": version, "item_id": version, "public_id": f"i{version}", "key": f"i{version}"}
        _copied(connection, columns, "item", item, "(SELECT min(id) FROM item)")
        _copied(connection, columns, "item_version", item, source)
        _copied(connection, columns, "item_listing", {"item_id": version, "version_id": version}, source, "version_id")
        if place == 1:
            own = {"id": number, "public_id": f"q{number}"}
            _copied(connection, columns, "quiz", own, "(SELECT min(id) FROM quiz)")
            made = {**own, "quiz_id": number, "number": number, "state": "submitted", "size": _SIZE, "answered": _SIZE,
                    "right": 27, "mark": "27", "maximum": "40", "share": 0.675, "scoring": "certainty",
                    "started_at": moment, "finished_at": moment}  # fmt: skip
            _copied(connection, columns, "attempt", made, f"'{attempt}'", "public_id")
        right = int(chance.random() < 2 / 3)
        given = json.dumps({**_given(bodies[source], chance), "certainty": chance.randint(1, 3)})
        connection.execute(
            "INSERT INTO response (attempt_id, position, seq, given, at) VALUES (?, ?, 1, ?, ?)",
            (number, place, given, moment),
        )
        connection.execute(ADD_OUTCOME, (number, place, version, str(right), str(right), float(right), moment))
    connection.commit()
    connection.close()


def _given(body: object, chance: random.Random) -> dict[str, object]:
    if isinstance(body, ClassifyBody):
        return {"places": {each.id: chance.choice(body.categories).id for each in body.statements}}
    return {"option": chance.choice(body.options).id} if isinstance(body, ChoiceBody) else {}


def _copied(
    connection: sqlite3.Connection,
    columns: dict[str, list[str]],
    table: str,
    own: dict[str, object],
    source: object,
    key: str = "id",
) -> None:
    names = columns[table]
    taken = ", ".join("?" if name in own else f'"{name}"' for name in names)
    values = [own[name] for name in names if name in own]
    connection.execute(f"INSERT INTO {table} SELECT {taken} FROM {table} WHERE {key} = {source}", values)  # noqa: S608


def _timed(browser: Browser, address: str) -> list[float]:
    return [expected(browser.get(address), 200).spent / 1000 for _time in range(_TIMES)]
