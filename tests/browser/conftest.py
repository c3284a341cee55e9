"""A demo in a real browser."""

import threading

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from quizapp import create_app
from quizapp.serving import prepare, warm_up
from tools.ensure_browser import find_browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


def demo_on(file):
    return create_app(
        TESTING=True, DEMO=True, DATA_DIR=file.parent, DATABASE_URL=f"sqlite:///{file}", SECRET_KEY="test"
    )


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """The file of a demo that nobody has used yet."""
    file = tmp_path_factory.mktemp("prepared") / "demo.sqlite3"
    prepare(demo_on(file))
    return file


@pytest.fixture(scope="module")
def demo(tmp_path_factory, prepared):
    """The application of a demo of the module's own."""
    file = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    file.write_bytes(prepared.read_bytes())
    app = demo_on(file)
    warm_up(app).join()
    yield app
    app.extensions["engine"].dispose()


@pytest.fixture(scope="module")
def address(demo):
    """Where it is served."""
    server = make_server("127.0.0.1", 0, demo, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(5)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        found = find_browser()
        launched = playwright.chromium.launch(executable_path=found or None, args=ARGUMENTS)
        yield launched
        launched.close()
