"""What reports cost beside a raw scan of the responses: the analysis of a million of them, counted, told from what is
kept and of one class; a gradebook of 30 × 60; a student's own pages in a small installation and in a large one. SQLite.
"""

import datetime
import json
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks import student
from quizapp import db
from quizapp.analysis import readings, service
from quizapp.analysis.gradebook import gradebook
from quizapp.analysis.taking_up import taking_up
from quizapp.attempts.queries import item_of
from quizapp.banks.models import ItemVersion
from quizapp.classes.models import SchoolClass

_SIZE, _STUDENTS, _ASSIGNMENTS, _TIMES = 40, 30, 60, 5
_MOMENT = "2026-11-26 08:00:00.000000"
FEW, MANY = 100_000, 1_000_000
_OF_A_CLASS = 125
"""Attempts, of 40 responses each."""
_SCANS = ("SELECT count(*), sum(length(given)) FROM response", "SELECT count(*), sum(share) FROM outcome")
"""A response and its outcome are a row each: whoever counts reads both."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its upper bounds, and its samples."""

    value: float
    unit: str
    must: float
    want: float
    samples: list[float]


def measured(app: Flask, file: Path) -> dict[str, Measured]:
    """CPU of each report, in a copy of the application's database; ratios are of medians."""
    few = quiz_of(app, file, FEW)
    found = {"item analysis, 100,000 responses": _seconds(_counted(app, few), 0.5)}
    client = student.begun(app, file)
    before = student.pages(client)
    many = quiz_of(app, file, MANY)
    after = student.pages(client)
    counted = _counted(app, many)
    found["item analysis, 1,000,000 responses"] = _seconds(counted, 2.0)
    scanned, alone = _scanned(file, _SCANS), _scanned(file, _SCANS[:1])
    rebuilt, told, of_class = _rebuilt(app), _told(app, many), _of_class(app, many)
    for name, samples, must, want in (
        ("rebuild", rebuilt, 10, 7),
        ("bank report", told, 0.25, 0.1),
        ("one class", of_class, 0.3, 0.1),
    ):
        found[f"{name}, 1,000,000 responses"] = over(samples, scanned, "x raw scan", must, want)
    found["rebuild, over the answers without their outcomes"] = over(rebuilt, alone, "x their scan", 10, 7)
    found |= {name: _seconds(after[name], student.BAR_S) for name in after}
    found |= {
        f"{name}, 1,000,000 over 100,000 responses": over(after[name], before[name], "x", 1.5, 1.2) for name in after
    }
    return found | {"gradebook 30 × 60": _seconds(_gradebook(app, file), 0.15)}


def _seconds(samples: list[float], most: float) -> Measured:
    return Measured(statistics.median(samples), "s", most, most, samples)


def over(samples: list[float], floor: list[float], unit: str, must: float, want: float) -> Measured:
    """The median of samples over that of others, with its bounds."""
    least = statistics.median(floor)
    return Measured(statistics.median(samples) / least, unit, must, want, [each / least for each in samples])


def quiz_of(app: Flask, file: Path, responses: int) -> int:
    """A quiz with so many responses, given to as many classes as it takes."""
    with db.make_session(app.extensions["engine"]) as session:
        wanted = select(ItemVersion.id).where(ItemVersion.type == "choice").order_by(ItemVersion.id).limit(_SIZE)
        versions = list(session.scalars(wanted))
        options = [
            [entry for group in item_of(session, each).body.groups() for entry in group.ids] for each in versions
        ]
    quiz, attempts = responses, responses // len(versions)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        _copied(connection, "quiz", {"id": quiz, "public_id": f"z{quiz}"})
        for at in range(attempts // _OF_A_CLASS):
            number = quiz + at
            _copied(connection, "class", {"id": number, "public_id": f"c{number}"})
            given = {"id": number, "public_id": f"g{number}", "class_id": number, "quiz_id": quiz, "edition": 1}
            _copied(connection, "assignment", given)
        connection.commit()
    _fill(file, quiz, versions, options, attempts)
    return quiz


def _copied(connection: sqlite3.Connection, table: str, own: dict[str, object]) -> None:
    """The first row of a table once more, with values of its own."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    taken = ", ".join("?" if name in own else f'"{name}"' for name in names)
    values = [own[name] for name in names if name in own]
    first = f"(SELECT min(id) FROM {table})"  # noqa: S608 - names of tables and columns
    connection.execute(f"INSERT INTO {table} SELECT {taken} FROM {table} WHERE id = {first}", values)  # noqa: S608


def _scanned(file: Path, statements: Sequence[str]) -> list[float]:
    """CPU seconds of reading every row, by the driver alone."""
    with closing(sqlite3.connect(file)) as connection:

        def run() -> None:
            for each in statements:
                connection.execute(each).fetchall()

        return _spent(run)


def _counted(app: Flask, quiz: int) -> list[float]:
    return _timed(app, lambda session: readings.counted(session, quiz))


def _rebuilt(app: Flask) -> list[float]:
    """Every reading counted anew and written; those of the smaller quizzes are a tenth of it."""
    return _timed(app, lambda session: service.rebuild(session, datetime.datetime.now(datetime.UTC)))


def _told(app: Flask, quiz: int) -> list[float]:
    return _timed(app, lambda session: readings.told(session, quiz))


def _of_class(app: Flask, quiz: int) -> list[float]:
    return _timed(app, lambda session: taking_up(session, quiz))


def _fill(file: Path, quiz: int, versions: list[int], options: list[list[str]], attempts: int) -> None:
    """Attempts of simulated students at one quiz."""
    chance = random.Random(quiz)  # noqa: S311 - a benchmark
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys=OFF")
    (first,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM attempt").fetchone()
    (person,) = connection.execute("SELECT min(id) FROM user").fetchone()
    columns = [row[1] for row in connection.execute("PRAGMA table_info(user)")]
    own = ", ".join("?" if name in {"id", "public_id", "sign_in_name"} else f'"{name}"' for name in columns)
    size = len(versions)
    for at in range(attempts):
        attempt, user, ability, total = first + at, quiz + first + at, chance.gauss(0, 1), 0
        connection.execute(
            f"INSERT INTO user SELECT {own} FROM user WHERE id = ?",  # noqa: S608 - names of columns
            (user, f"u{user}", f"u{user}", person),
        )
        for place, (version, offered) in enumerate(zip(versions, options, strict=True), 1):
            right = chance.gauss(0, 1) + ability > (place - size / 2) / size
            total += right
            chosen = offered[0] if right else chance.choice(offered[1:])
            mark = str(int(right))
            connection.execute(
                "INSERT INTO response (attempt_id, position, seq, given, at) VALUES (?, ?, 1, ?, ?)",
                (attempt, place, json.dumps({"option": chosen}), _MOMENT),
            )
            connection.execute(student.ADD_OUTCOME, (attempt, place, version, mark, mark, float(right), _MOMENT))
        _attempt(connection, attempt, user, quiz, quiz + at // _OF_A_CLASS, total, size)
    connection.commit()
    connection.close()


def _attempt(
    connection: sqlite3.Connection, attempt: int, user: int, quiz: int, given: int, total: int, size: int
) -> None:
    names = (
        "id, public_id, school_id, user_id, quiz_id, assignment_id, purpose, number, feedback, article_open, state, "
        'size, answered, "right", mark, maximum, share, started_at, last_at, finished_at'
    )
    values = (
        attempt,
        f"b{attempt:015}",
        1,
        user,
        quiz,
        given,
        "graded",
        1,
        "immediate",
        1,
        "submitted",
        size,
        size,
        total,
        str(total),
        str(size),
        total / size,
        _MOMENT,
        _MOMENT,
        _MOMENT,
    )
    connection.execute(f"INSERT INTO attempt ({names}) VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608


def _gradebook(app: Flask, file: Path) -> list[float]:
    """A class of its own, with every assignment handed in by everybody."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA foreign_keys=OFF")
    (attempt,) = connection.execute("SELECT max(id) + 1 FROM attempt").fetchone()
    students = [row[0] for row in connection.execute("SELECT id FROM user ORDER BY id DESC LIMIT ?", (_STUDENTS,))]
    (quiz,) = connection.execute("SELECT min(id) FROM quiz").fetchone()
    connection.execute(
        "INSERT INTO class (id, public_id, school_id, name, subject, timezone, created_at)"
        " VALUES (9999, 'bench', 1, 'Bench', '', 'Europe/Rome', ?)",
        (_MOMENT,),
    )
    for user in students:
        connection.execute(
            "INSERT INTO membership (class_id, user_id, role, joined_at) VALUES (9999, ?, 'student', ?)",
            (user, _MOMENT),
        )
    columns = [row[1] for row in connection.execute("PRAGMA table_info(assignment)")]
    own = {"id": "?", "public_id": "?", "class_id": "9999", "quiz_id": "?"}
    copied = ", ".join(own.get(name, f'"{name}"') for name in columns)
    order = [name for name in columns if own.get(name) == "?"]
    for at in range(_ASSIGNMENTS):
        given = {"id": 90_000 + at, "public_id": f"given{at}", "quiz_id": quiz}
        connection.execute(
            f"INSERT INTO assignment SELECT {copied} FROM assignment LIMIT 1",  # noqa: S608
            [given[name] for name in order],
        )
        for user in students:
            _attempt(connection, attempt, user, quiz, 90_000 + at, (attempt * 7) % 41, _SIZE)
            attempt += 1
    connection.commit()
    connection.close()

    def run(session: Session) -> None:
        gradebook(session, session.get_one(SchoolClass, 9999))

    return _timed(app, run)


def _timed(app: Flask, run: Callable[[Session], object]) -> list[float]:
    def in_session() -> None:
        with db.make_session(app.extensions["engine"]) as session:
            run(session)

    return _spent(in_session)


def _spent(run: Callable[[], object]) -> list[float]:
    spent = []
    for _time in range(_TIMES):
        before = time.process_time()
        run()
        spent.append(time.process_time() - before)
    return spent
