"""What the teacher's reports cost: the item analysis of many responses, and a gradebook of 30 × 60, on SQLite."""

import json
import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import db
from quizapp.analysis import queries
from quizapp.analysis.gradebook import gradebook
from quizapp.attempts.queries import item_of
from quizapp.banks.models import ItemVersion
from quizapp.classes.models import SchoolClass
from quizapp.core.analysis.report import read_quiz
from quizapp.quizzes.models import Assignment

_SIZE, _STUDENTS, _ASSIGNMENTS, _TIMES = 40, 30, 60, 5
ADD_OUTCOME = (
    'INSERT INTO outcome (attempt_id, position, "number", seq, item_version_id, fraction, mark, maximum, share, '
    "reason, at)"
    " VALUES (?, ?, 1, 1, ?, ?, ?, '1', ?, 'answer', ?)"
)
"""Of an answer worth one point: attempt, position, version, fraction, mark, share and moment."""
_MOMENT = "2026-11-26 08:00:00.000000"
SIZES = {"item analysis, 100,000 responses": (100_000, 0.5), "item analysis, 1,000,000 responses": (1_000_000, 2.0)}


def measured(app: Flask, file: Path) -> dict[str, tuple[list[float], float]]:
    """CPU seconds of each report with its bar, in a copy of the application's database."""
    found = {name: (_analysis(app, file, count), most) for name, (count, most) in SIZES.items()}
    return found | {"gradebook 30 × 60": (_gradebook(app, file), 0.15)}


def _analysis(app: Flask, file: Path, responses: int) -> list[float]:
    with db.make_session(app.extensions["engine"]) as session:
        wanted = select(ItemVersion.id).where(ItemVersion.type == "choice").order_by(ItemVersion.id).limit(_SIZE)
        versions = list(session.scalars(wanted))
        options = [
            [entry for group in item_of(session, each).body.groups() for entry in group.ids] for each in versions
        ]
        given = session.scalars(select(Assignment)).first()
    if given is None:
        raise RuntimeError("the demo has no assignment")
    quiz = responses  # an id of its own: nothing but the figures looks it up
    _fill(file, given.id, quiz, versions, options, responses // len(versions))

    def run(session: Session) -> None:
        (taken,) = queries.taken(session, quiz)
        asked = queries.asked(session, quiz, taken.edition)
        read_quiz([each.question for each in asked], taken.count)

    return _timed(app, run)


def _fill(file: Path, given: int, quiz: int, versions: list[int], options: list[list[str]], attempts: int) -> None:
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
            connection.execute(ADD_OUTCOME, (attempt, place, version, mark, mark, float(right), _MOMENT))
        _attempt(connection, attempt, user, quiz, given, total, size)
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


def _timed(app: Flask, run: Callable[[Session], None]) -> list[float]:
    spent = []
    for _time in range(_TIMES):
        with db.make_session(app.extensions["engine"]) as session:
            before = time.process_time()
            run(session)
            spent.append(time.process_time() - before)
    return spent
