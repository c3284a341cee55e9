"""One application for all tests of a worker, and the databases that they begin with."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine

from quizapp import create_app, db
from tests.build import Town, make_town


@dataclass(frozen=True)
class Filled:
    """Where a database with the cast of `make_town` is to be copied from, and what is where in it."""

    place: str
    town: Town


def fill(url: str) -> Town:
    """The cast, put into a database that has the schema and nothing else; nobody is connected afterwards."""
    engine = db.make_engine(url)
    with db.make_session(engine) as session:
        town = make_town(session)
    engine.dispose()
    return town


def build(url: str) -> Flask:
    """The application as tests know it, after its first request, so that no test can add to it unseen."""
    app = create_app(TESTING=True, DATABASE_URL=url, SECRET_KEY="test", WTF_CSRF_ENABLED=False)
    app.test_client().get("/static/css/app.css").close()
    return app


def put(source: Path | str, engine: Engine) -> None:
    """Put a copy of an SQLite file where the engine's database is; nothing is left of the one that was there."""
    file = db.file_of(engine)
    assert file is not None
    for old in file.parent.iterdir():
        old.unlink()
    shutil.copyfile(source, file)


@contextmanager
def lent(app: Flask, folder: Path) -> Iterator[Flask]:
    """The application for one test, with a data folder of its own.

    Its settings and attributes are those of `build` again afterwards, and who listened to its engine is gone: a test
    gets a view of the engine, which shares statements compiled once and nothing else.
    """
    settings, attributes, extensions = dict(app.config), dict(vars(app)), dict(app.extensions)
    app.config["DATA_DIR"] = folder
    app.extensions["engine"] = extensions["engine"].execution_options()
    try:
        yield app
    finally:
        for kept, before in ((vars(app), attributes), (app.config, settings), (app.extensions, extensions)):
            kept.clear()
            kept.update(before)
        app.extensions["engine"].dispose()
