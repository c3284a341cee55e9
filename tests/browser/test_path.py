"""The student's and the teacher's first minute, in a real browser, with axe on every page."""

import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from quizapp import create_app
from quizapp.serving import prepare
from tools.ensure_browser import find_browser

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    app = create_app(
        TESTING=True, DEMO=True, DATA_DIR=folder, DATABASE_URL=f"sqlite:///{folder / 'demo.sqlite3'}", SECRET_KEY="test"
    )
    prepare(app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(5)
    app.extensions["engine"].dispose()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        found = find_browser()
        launched = playwright.chromium.launch(executable_path=found or None, args=ARGUMENTS)
        yield launched
        launched.close()


def problems_of(page):
    return page.evaluate(
        f"(async () => {{ {AXE.read_text()}; const r = await axe.run(document,"
        "{runOnly: ['wcag2a','wcag2aa','wcag21aa','wcag22aa','best-practice']});"
        "return r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')) })()"
    )


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_from_one_press_to_the_first_verdict_without_a_violation(browser, address, width, scheme):
    context = browser.new_context(
        locale="it-IT", viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(address)
    assert problems_of(page) == []
    page.click('form[action="/demo/student"] button')
    if "/q/" not in page.url:
        page.click('form[action*="/start"] button')
    assert "/q/" in page.url
    assert problems_of(page) == []
    answer(page)
    page.click(".actionbar button")
    assert page.url.endswith("/outcome")
    assert page.evaluate("document.activeElement.classList.contains('verdict')")
    assert problems_of(page) == []
    page.goto(f"{address}/history")
    assert problems_of(page) == []
    assert said == []
    context.close()


def answer(page):
    if page.query_selector("input.typed"):
        page.fill("input.typed", "prova")
    elif page.query_selector("fieldset.sort"):
        for field in page.query_selector_all("fieldset.sort"):
            field.query_selector("input").check()
    else:
        page.check(".choice input >> nth=0")


def test_a_question_is_answered_by_keyboard_alone(browser, address):
    context = browser.new_context(locale="it-IT", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.focus('form[action="/demo/student"] button')
    page.keyboard.press("Enter")
    page.wait_for_url("**/q/**")
    before = page.url
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name || ''").startswith("answer"):
            break
    kind = page.evaluate("document.activeElement.type")
    if kind == "text":
        page.keyboard.type("prova")
    else:
        page.keyboard.press("Space")
    if not page.query_selector("fieldset.sort"):
        page.focus(".actionbar button")
        page.keyboard.press("Enter")
        page.wait_for_url("**/outcome")
        assert page.url != before
    context.close()


def test_the_path_works_without_javascript(browser, address):
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(address)
    page.click('form[action="/demo/student"] button')
    if "/q/" not in page.url:
        page.click('form[action*="/start"] button')
    assert "/q/" in page.url
    context.close()


def test_the_teachers_pages_have_no_violation_and_do_not_overflow_at_320(browser, address):
    context = browser.new_context(locale="it-IT", viewport={"width": 320, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.click('form[action="/demo/teacher"] button')
    places = ["/", "/classes", "/banks", "/people", "/people/new", "/components", "/privacy", "/licences"]
    for selector in ('a[href*="/results"]', 'a[href*="/questions/"]'):
        page.click(f"{selector} >> nth=0")
        places.append(page.url.removeprefix(address))
    page.goto(f"{address}/banks")
    page.click(".list a.t >> nth=0")
    places.append(page.url.removeprefix(address))
    page.click(".list a.t >> nth=0")
    places.append(page.url.removeprefix(address))
    for place in places:
        page.goto(address + place)
        assert problems_of(page) == [], place
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, place
    context.close()
