"""From a pasted article to a published quiz in a real browser, at the real server: what each reload takes."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from quizapp.config import resource_dir
from quizapp.formats.bankfile import read_bank
from tools.drill.server import Server
from tools.ensure_browser import find_browser

_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
_SAID = {
    "title": "Una notizia di prova",
    "outlet": "Il Quotidiano di Prova",
    "author": "Redazione",
    "published": "2026-06-11",
    "url": "https://giornale.example/notizia",
    "licence": "CC BY 4.0",
}
_ACCEPTED, _TIMES, _LONG_WORDS = 8, 12, 3000
_LOADED = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
_SWAPPED = """() => { performance.clearMeasures(); let pressed = 0;
addEventListener('click', (e) => { pressed = e.timeStamp; }, { once: true, capture: true });
document.addEventListener('htmx:after:swap', () => performance.measure('swap', { start: pressed }),
{ once: true }); }"""
_SWAP = "performance.getEntriesByName('swap')[0]"
PASTE, LONG, ACCEPT = "paste to bench", "paste to bench, 3,000 words", "accept, card swapped"


def reloads() -> dict[str, list[float]]:
    """Milliseconds from the press to the page's DOM, redirects and fonts' preloads included, by step of the journey.

    A press is when the browser takes it in: the tool that presses waits first for two frames in which nothing moves.
    """
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), f"sqlite:///{folder}/journey.sqlite3", demo=True)
        server.start()
        server.settle()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find_browser() or None, args=_ARGUMENTS)
                page = browser.new_page(locale="it-IT", viewport={"width": 1280, "height": 900})
                return _walked(page, server.address)
        finally:
            server.kill()


def _walked(page: Page, address: str) -> dict[str, list[float]]:
    page.goto(address)
    page.click('form[action="/demo/teacher"] button')
    found: dict[str, list[float]] = {}
    for number, text in enumerate(_articles(_TIMES)):
        steps = _journey(page, address, f"{text}\n\n{number}")
        if number:  # the first journey fills the caches of browser and server
            for name, took in steps:
                found.setdefault(name, []).append(took)
    whole = "\n".join(_articles(40)).split(" ")
    for number in range(4):
        page.goto(address)
        found.setdefault(LONG, []).append(_paste(page, f"{' '.join(whole[: _LONG_WORDS + number])}."))
    return found


def _journey(page: Page, address: str, text: str) -> list[tuple[str, float]]:
    page.goto(address)
    steps = [(PASTE, _paste(page, text))]
    for done in range(1, _ACCEPTED + 1):
        page.evaluate(_SWAPPED)
        page.click(".draft--todo button[value=accept] >> nth=0")
        page.wait_for_selector(f"#filters >> text=Accettate {done}")
        page.wait_for_function(_SWAP)
        steps.append((ACCEPT, page.evaluate(f"{_SWAP}.duration")))
    steps.append(("publish to the questions of the quiz", _pressed(page, "#publish .btn--main")))
    steps.append(("the quiz is made", _pressed(page, "main form .btn--main")))
    steps.append(("the quiz is given", _pressed(page, 'form[action$="/assign"] button.btn--main')))
    return steps


def _paste(page: Page, text: str) -> float:
    page.fill("#text", text)
    for name, value in _SAID.items():
        page.fill(f"#{name}", value)
    return _pressed(page, ".paste__go button")


def _pressed(page: Page, button: str) -> float:
    with page.expect_navigation(wait_until="load"):
        page.click(button)
    return float(page.evaluate(_LOADED))


def _articles(count: int) -> Iterator[str]:
    """So many articles, those of our own Italian banks in turn, each a text of its own."""
    banks = [read_bank(path.read_bytes())[0] for path in sorted((resource_dir("questions") / "it").glob("*.yaml"))]
    texts = [bank.article.text for bank in banks if bank is not None and bank.article and bank.article.text]
    for number in range(count):
        yield f"{texts[number % len(texts)]}\n\nCopia {number}."
