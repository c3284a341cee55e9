"""A demo in a real browser."""

import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from quizapp.serving import warm_up
from tests.lending import build, lent, shared_folder, taking_turns
from tools.ensure_browser import find_browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


@pytest.fixture(scope="session")
def warm(tmp_path_factory, demo_file):
    """The application of a demo, made once with all its pages: that takes longer than most modules."""
    file = tmp_path_factory.mktemp("warm") / "demo.sqlite3"
    shutil.copyfile(demo_file, file)
    app = build(f"sqlite:///{file}", DEMO=True, DATA_DIR=file.parent, WTF_CSRF_ENABLED=True)
    warm_up(app).join()
    return app


@pytest.fixture(scope="module")
def demo(tmp_path_factory, warm):
    """The same on a file of the module's own, which nobody has used yet."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copyfile(warm.extensions["engine"].url.database, folder / "demo.sqlite3")
    with lent(warm, f"sqlite:///{folder / 'demo.sqlite3'}", folder) as app:
        yield app


@pytest.fixture(scope="module")
def address(demo):
    """Where it is served."""
    server = make_server("127.0.0.1", 0, demo, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(5)


@pytest.fixture(scope="session")
def program(tmp_path_factory):
    """Where the browser is, found by one of the workers: to find it is to start it."""
    with taking_turns(shared_folder(tmp_path_factory), "browser") as place:
        if not place.exists():
            place.write_text(find_browser() or "", encoding="utf-8")
    return place.read_text(encoding="utf-8") or None


@pytest.fixture(scope="session")
def browser(program):
    """One for all modules: what is a visitor's own is in their context."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        launched.new_context = heard(launched.new_context)
        yield launched
        launched.close()


VIOLATIONS = []
"""What browsers have said of the content policy since the test began."""


def heard(new_context):
    """Contexts of which every page is listened to, without scripts too."""

    def note(message):
        if "Content Security Policy" in message.text:
            VIOLATIONS.append(f"{message.location['url']}: {message.text}")

    def listened(**settings):
        context = new_context(**settings)
        context.on("console", note)
        return context

    return listened


@pytest.fixture(autouse=True)
def violations():
    """No page of any test violates the content policy; a test that means to clears the list."""
    VIOLATIONS.clear()
    yield VIOLATIONS
    assert VIOLATIONS == []
