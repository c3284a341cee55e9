"""One application for all tests of a worker, and the databases that they begin with."""

import fcntl
import marshal
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask_babel import get_babel
from sqlalchemy import Engine, event
from sqlalchemy.engine import Dialect, make_url

from quizapp import create_app, db
from quizapp.accounts import passwords
from quizapp.web import guesses
from quizapp.web.templates import Templates
from tests.build import Town, make_town

COSTLY = passwords._hasher
"""How passwords are hashed outside the tests."""


@dataclass(frozen=True)
class Filled:
    """Where a database with the cast of `make_town` is to be copied from, and what is where in it."""

    place: str
    town: Town


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """The folder of this run in which its workers find what one of them has made."""
    base = factory.getbasetemp()
    found = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    found.mkdir(exist_ok=True)
    return found


@contextmanager
def taking_turns(folder: Path, what: str) -> Iterator[Path]:
    """The place of something that one worker makes for all: whoever else asks waits until it is there."""
    with (folder / f"{what}.turn").open("ab") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield folder / what


def fill(url: str) -> Town:
    """The cast, put into a database that has the schema and nothing else; nobody is connected afterwards."""
    engine = db.make_engine(url)
    with db.make_session(engine) as session:
        town = make_town(session)
    engine.dispose()
    return town


def build(url: str, **settings: Any) -> Flask:
    """The application as tests know it, after its first request, so that no test can add to it unseen.

    Its engine connects to whatever database the test has been lent.
    """
    app = create_app(TESTING=True, DATABASE_URL=url, SECRET_KEY="test", **{"WTF_CSRF_ENABLED": False, **settings})

    def connect(dialect: Dialect, _record: Any, _arguments: Any, options: dict[str, Any]) -> Any:
        arguments, own = dialect.create_connect_args(app.extensions["engine"].url)
        return dialect.connect(*arguments, **{**options, **own})

    event.listen(app.extensions["engine"], "do_connect", connect)
    loosen(app.extensions["engine"])
    app.test_client().get("/static/css/app.css").close()
    return app


@contextmanager
def compiled_once(folder: Path) -> Iterator[None]:
    """Let applications of the same routes and texts share what their templates are compiled to: it takes seconds.

    What one worker has compiled the others read from this folder, which is of this run alone.
    """
    compiled: dict[Any, CodeType] = {}
    usual = Templates.compile

    def shared(made_by: Any, source: Any, name: Any = None, filename: Any = None, **how: Any) -> Any:
        if filename is None or how:
            return usual(made_by, source, name, filename, **how)
        routes = sorted((rule.rule, rule.endpoint) for rule in made_by.app.url_map.iter_rules())
        key = repr((source, name, filename, routes, get_babel(made_by.app).translation_directories))
        if key not in compiled:
            file = folder / sha256(key.encode()).hexdigest()
            if not file.exists():
                kept_whole(file, marshal.dumps(usual(made_by, source, name, filename)))
            compiled[key] = marshal.loads(file.read_bytes())  # noqa: S302 - our own
        return compiled[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Templates, "compile", shared)
        yield


def kept_whole(file: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all for whoever else looks for it."""
    part = file.with_name(f"{file.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(file)


@contextmanager
def hashed_lightly() -> Iterator[None]:
    """Let a password cost next to nothing within this process: as it should be, hashing took half of some rooms."""
    light = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", light)
        patch.setattr(passwords, "_DUMMY", light.hash("no such person"))
        yield


def loosen(engine: Engine) -> None:
    """Let SQLite not wait for the disk at each commit, which protects from a loss of power alone."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))


@contextmanager
def lent(app: Flask, url: str, folder: Path) -> Iterator[Flask]:
    """The application for one test, on a database that is its own by its address too, and with its data folder.

    Its settings and attributes are those of `build` again afterwards, and who listened to its engine is gone: a test
    gets a view of the engine, which shares statements compiled once and nothing else.
    """
    settings, attributes, extensions = dict(app.config), dict(vars(app)), dict(app.extensions)
    app.config.update(DATABASE_URL=url, DATA_DIR=folder)
    guesses.init_app(app)
    app.extensions["engine"] = extensions["engine"].execution_options()
    app.extensions["engine"].url = make_url(url).set(drivername=extensions["engine"].url.drivername)
    try:
        yield app
    finally:
        for kept, before in ((vars(app), attributes), (app.config, settings), (app.extensions, extensions)):
            kept.clear()
            kept.update(before)
        app.extensions["engine"].dispose()
