"""Hostile texts in every field and form, on every kind of page: no script runs, nothing is asked of another host."""

import threading

import pytest
from werkzeug.serving import make_server

from quizapp import db
from tests.architecture.conftest import application
from tests.build import make_bank, make_town
from tests.hostile import OWN, Watcher, collect, served
from tests.hostile_files import pages_of_imports
from tests.house import live_in


@pytest.fixture(scope="module")
def spoilt(blank, tmp_path_factory):
    """A house in which every text is hostile; its application and its pages."""
    app = application(blank, tmp_path_factory.mktemp("hostile"))
    with db.make_session(app.extensions["engine"]) as session:
        town = make_town(session)
    house = live_in(app, town, make_bank())
    yield app, [*pages_of_imports(house), *collect(house, OWN, briefly=True)]
    app.extensions["engine"].dispose()


def test_no_hostile_text_runs_and_no_page_asks_anything_of_another_host(browser, spoilt, violations):
    app, pages = spoilt
    assert len({page.address for page in pages}) > 80
    assert {page.status for page in pages} >= {200, 404, 422}
    assert sum("?" in page.address and page.status == 200 for page in pages) > 60
    for place in ("/cards", "/welcome", "/resume-answer", "/ahead", "/board", "/print"):
        assert any(place in page.address and "alert(1)" in page.html for page in pages), place
    assert sum("alert(1)" in page.html for page in pages) > 60
    asked = {page.address for page in pages if page.soup.select(".answers, .choice, .typed")}
    assert {address for address in asked if address.startswith("/q/")} != set()
    server = make_server("127.0.0.1", 0, served(app, pages), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    watcher = Watcher(browser, f"http://127.0.0.1:{server.server_port}")
    try:
        assert watcher.look("/hostile/bare") != []  # the watcher sees what it is there for
        assert violations != []
        violations.clear()
        found = {
            str(page): watcher.look(f"/hostile/{number}") for number, page in enumerate(pages) if "alert(" in page.html
        }
    finally:
        watcher.page.context.close()
        server.shutdown()
    assert {page: noted for page, noted in found.items() if noted} == {}
