"""The application on a database of its own per test; nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from sqlalchemy.orm import Session

from quizapp import create_app, db, schema
from tests.build import Town, make_town

# A busy machine is no fault of an example: nothing of a property is judged by the clock.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Take pytest-flask's shared request context away: it hides missing commits and sticks the language."""


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    file = tmp_path_factory.mktemp("blank") / "blank.sqlite3"
    engine = db.make_engine(f"sqlite:///{file}")
    schema.upgrade(engine)
    engine.dispose()
    return file


@pytest.fixture
def app(tmp_path: Path, blank: Path) -> Iterator[Flask]:
    """The application on a fresh database."""
    file = tmp_path / "test.sqlite3"
    file.write_bytes(blank.read_bytes())
    made = create_app(
        TESTING=True, DATABASE_URL=f"sqlite:///{file}", DATA_DIR=tmp_path, SECRET_KEY="test", WTF_CSRF_ENABLED=False
    )
    yield made
    made.extensions["engine"].dispose()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """The test's own session, apart from the application's."""
    with db.make_session(app.extensions["engine"]) as found:
        yield found


@pytest.fixture
def town(session: Session) -> Town:
    """The cast with a class, a bank, and a quiz in both feedback modes."""
    return make_town(session)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A signed-out browser."""
    return app.test_client()
