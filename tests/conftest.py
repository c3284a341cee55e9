"""The application on a database of its own per test, and a clock that stands; nothing else."""

import gc
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from sqlalchemy.orm import Session

from quizapp import db
from tests.build import NOW, Town
from tests.day import pytest_runtest_protocol
from tests.files import blank, demo_file, filled
from tests.lending import Filled, build, compiled_once, hashed_lightly, lent, shared_folder

# A busy machine is no fault of an example: nothing of a property is judged by the clock, and a run can be repeated.
settings.register_profile("unhurried", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

__all__ = ["blank", "demo_file", "filled", "pytest_runtest_protocol"]


def pytest_configure() -> None:
    """Look for garbage less often: it took a tenth of all, and a quarter of the time in which tests are found."""
    gc.set_threshold(50_000, 20, 20)


def pytest_collection_finish() -> None:
    """Leave what stays to the end out of each look."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Take pytest-flask's shared request context away: it hides missing commits and sticks the language."""


@pytest.fixture(autouse=True)
def _monkeypatch_response_class() -> None:
    """And its class of answers, which adds nothing to Flask's and is put on the application that all tests share."""


@pytest.fixture(scope="session", autouse=True)
def _made_lightly(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with compiled_once(shared_folder(tmp_path_factory)), hashed_lightly():
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The application, made once: making it and compiling its templates takes longer than most tests."""
    return build(f"sqlite:///{tmp_path_factory.mktemp('built') / 'test.sqlite3'}")


@pytest.fixture
def on_sqlite(request: pytest.FixtureRequest, built: Flask, blank: Path, tmp_path: Path) -> Iterator[Flask]:
    """The application on a fresh SQLite file, which has the cast in it where a test asks for the town."""
    file = tmp_path / "test.sqlite3"
    shutil.copyfile(request.getfixturevalue("filled").place if "town" in request.fixturenames else blank, file)
    with lent(built, f"sqlite:///{file}", tmp_path) as made:
        yield made


@pytest.fixture
def app(on_sqlite: Flask) -> Flask:
    """The application on a fresh database."""
    return on_sqlite


@pytest.fixture
def clock() -> Iterator[Any]:
    """The time at which the tests begin; it moves when it is told to."""
    with time_machine.travel(NOW, tick=False) as found:
        yield found


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """The test's own session, apart from the application's."""
    with db.make_session(app.extensions["engine"]) as found:
        yield found


@pytest.fixture
def town(app: Flask, filled: Filled) -> Town:
    """The cast with a class, a bank, and a quiz in both feedback modes."""
    return deepcopy(filled.town)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A signed-out browser."""
    return app.test_client()
