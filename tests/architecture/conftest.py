"""One lived-in town for all tests that only read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask

from quizapp import create_app, db
from tests.architecture.street import Street, beside
from tests.build import make_bank, make_town
from tests.house import LANGUAGES, House, Page, everything, live_in, read, send
from tests.lending import loosen


def application(blank: Path, folder: Path) -> Flask:
    """The application on a database of its own."""
    file = folder / "house.sqlite3"
    file.write_bytes(blank.read_bytes())
    app = create_app(
        TESTING=True, DATABASE_URL=f"sqlite:///{file}", DATA_DIR=folder, SECRET_KEY="test", WTF_CSRF_ENABLED=False
    )
    loosen(app.extensions["engine"])
    return app


@pytest.fixture(scope="session")
def house(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The application with people, attempts of every state, and an item that came after another."""
    app = application(blank, tmp_path_factory.mktemp("house"))
    with db.make_session(app.extensions["engine"]) as session:
        town = make_town(session)
    yield live_in(app, town, make_bank())
    app.extensions["engine"].dispose()


@pytest.fixture(scope="session")
def first_pages(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """What the first visitor of a new installation sees."""
    app = application(blank, tmp_path_factory.mktemp("new"))
    client = app.test_client()
    seen = [read(client, address, lang, "nobody") for address in ("/", "/setup") for lang in LANGUAGES]
    seen += [send(client, "/setup", lang, "nobody", {}) for lang in LANGUAGES]
    app.extensions["engine"].dispose()
    return seen


@dataclass(frozen=True)
class Walk:
    """Every page of the house, and every row before and after."""

    before: dict[str, list[str]]
    pages: list[Page]
    after: dict[str, list[str]]


@pytest.fixture(scope="session")
def walk(house: House) -> Walk:
    """Every page in both languages as those who may see it."""
    return Walk(everything(house.app), house.pages(), everything(house.app))


@pytest.fixture(scope="session")
def pages(walk: Walk, house: House, first_pages: list[Page]) -> list[Page]:
    """The pages of a walk, those of a new installation, and every form sent empty or wrong."""
    return [*first_pages, *walk.pages, *house.refused(), *house.resumed()]


@pytest.fixture(scope="module")
def street(house: House, built: Flask, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    """The house and who lives beside it, on a database of the module's own."""
    with beside(house, built, tmp_path_factory.mktemp("street")) as found:
        yield found
