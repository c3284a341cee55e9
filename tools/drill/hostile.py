"""Naughty strings through every text, form and file name of a lived-in house, opened in a real browser."""

import argparse
import logging
import os
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from quizapp import create_app, db, schema
from tests.build import make_bank, make_town
from tests.hostile import OWN, Watcher, collect, naughty, served
from tests.house import live_in
from tools.ensure_browser import find_browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def options(parser: argparse.ArgumentParser) -> None:
    """Which strings, and how many of them stand in one text."""
    parser.add_argument("--together", type=int, default=12, help="strings in one text; fewer take longer")
    parser.add_argument("--rounds", type=int, default=0, help="only the first so many portions")


def run(wanted: argparse.Namespace) -> bool:
    """0 dialogs, 0 violations of the content policy, 0 requests to another host."""
    folder = os.environ.get("QUIZAPP_FIXTURES")
    strings = [*OWN, *(naughty(Path(folder)) if folder else [])]
    if not folder:
        print("   QUIZAPP_FIXTURES names no folder: our own strings alone", file=sys.stderr)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    portions = [strings[start : start + wanted.together] for start in range(0, len(strings), wanted.together)]
    noted: Counter[str] = Counter()
    opened = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser() or None, args=ARGUMENTS)
        for portion in portions[: wanted.rounds or None]:
            opened += _round(browser, [" ".join(portion), *portion], noted)
        browser.close()
    print(f"   {len(strings)} strings, {opened} pages opened, {sum(noted.values())} noted")
    for what, count in noted.most_common(20):
        print(f"   {count} x {what}")
    return not noted


def _round(browser: object, payloads: list[str], noted: Counter[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(
            TESTING=True,
            DATABASE_URL=f"sqlite:///{folder}/house.sqlite3",
            DATA_DIR=folder,
            SECRET_KEY="-",  # noqa: S106 - signs nothing
            WTF_CSRF_ENABLED=False,
        )
        schema.upgrade(app.extensions["engine"])
        with db.make_session(app.extensions["engine"]) as session:
            town = make_town(session)
        pages = collect(live_in(app, town, make_bank()), payloads, briefly=True)
        server = make_server("127.0.0.1", 0, served(app, pages), threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        watcher = Watcher(browser, f"http://127.0.0.1:{server.server_port}")
        if not watcher.look("/hostile/bare"):
            noted["the watcher sees nothing"] += 1
        for number, page in enumerate(pages):
            noted.update(f"{each} ({page.address})" for each in watcher.look(f"/hostile/{number}"))
        watcher.page.context.close()
        server.shutdown()
        app.extensions["engine"].dispose()
    return len(pages)
