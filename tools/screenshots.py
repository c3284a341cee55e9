"""Take the pictures of the documentation anew: `make screenshots`."""

import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from quizapp import create_app
from quizapp.serving import prepare
from tools.ensure_browser import find_browser

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Serve the demo from a folder of its own, and photograph the student's and the teacher's pages."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(DEMO=True, DATA_DIR=folder, DATABASE_URL=f"sqlite:///{folder}/demo.sqlite3")
        prepare(app)
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser() or None, args=ARGUMENTS)
            page = browser.new_page(locale="it-IT", viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
            photograph(page, f"http://127.0.0.1:{server.server_port}")
            browser.close()
        server.shutdown()


def photograph(page: Page, address: str) -> None:
    """The first verdict of the student, and the results of the teacher."""
    page.goto(address)
    page.click('form[action="/demo/student"] button')
    page.wait_for_url("**/q/**")
    page.check(".choice input >> nth=0")
    with page.expect_navigation():
        page.click(".actionbar button")
    page.screenshot(path=PICTURES / "outcome.png")
    page.context.clear_cookies()
    page.goto(address)
    page.click('form[action="/demo/teacher"] button')
    page.click('a[href*="/results"] >> nth=0')
    page.screenshot(path=PICTURES / "results.png")


if __name__ == "__main__":
    main()
