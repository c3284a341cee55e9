"""Databases that tests copy: empty, with the cast, and of a demo."""

from pathlib import Path

import pytest

from quizapp import db, schema
from quizapp.serving import prepare
from tests.lending import Filled, build, fill, kept_whole, shared_folder, taking_turns


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    file = tmp_path_factory.mktemp("blank") / "blank.sqlite3"
    engine = db.make_engine(f"sqlite:///{file}")
    schema.upgrade(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def filled(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """The same file with the cast."""
    file = tmp_path_factory.mktemp("filled") / "filled.sqlite3"
    file.write_bytes(blank.read_bytes())
    return Filled(str(file), fill(f"sqlite:///{file}"))


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo on its first day, to copy: one for all workers, as its people and their year take seconds to make."""
    with taking_turns(shared_folder(tmp_path_factory), "demo.sqlite3") as place:
        if not place.exists():
            file = tmp_path_factory.mktemp("demo") / place.name
            app = build(f"sqlite:///{file}", DEMO=True, DATA_DIR=file.parent, WTF_CSRF_ENABLED=True)
            prepare(app)
            kept_whole(place, file.read_bytes())
    return place
