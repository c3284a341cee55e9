"""What the tests do with a page."""

from pathlib import Path

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
DRAWN = """if (!window.drawn) {
  window.drawn = new CSSStyleSheet();
  window.drawn.insertRule("*{content-visibility:visible!important}");
  window.drawn.insertRule(".top,.actionbar,.pubbar{position:static!important}");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.drawn];
}"""


def problems_of(page):
    """What axe finds wherever the page is scrolled to: what is out of sight is drawn, no bar lies over anything."""
    page.evaluate(DRAWN)
    return page.evaluate(
        f"(async () => {{ {AXE.read_text()}; const r = await axe.run(document,"
        "{runOnly: ['wcag2a','wcag2aa','wcag21aa','wcag22aa','best-practice'], resultTypes: ['violations']});"
        "return r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')) })()"
    )


def overflow_of(page):
    """How many pixels the page is wider than its window."""
    page.wait_for_function("() => document.readyState === 'complete' && document.body !== null")
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def wait_for_the_rest(page):
    """Until the other questions of a deferred quiz are in the browser, to go on without the network."""
    page.wait_for_function("() => Object.keys(sessionStorage).some(key => key.startsWith('ahead'))")


def answer(page):
    if page.query_selector("input.typed"):
        page.fill("input.typed", "prova")
    elif page.query_selector("fieldset.sort"):
        for field in page.query_selector_all("fieldset.sort"):
            field.query_selector("input").check()
    else:
        page.check(".choice input >> nth=0")


def send(page):
    """Send what is answered, and be on the page that says what became of it."""
    with page.expect_navigation():
        page.click(".actionbar button")


class Visitor:
    """A person of the demo with a window of their own, who looks for violations on every page."""

    def __init__(self, browser, address, role, scripts=True, width=390):
        self.context = browser.new_context(
            locale="it-IT",
            viewport={"width": width, "height": 800},
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        self.page, self.address, self.scripts = self.context.new_page(), address, scripts
        self.page.goto(address)
        self.page.click(f'form[action="/demo/{role}"] button')

    def looks(self):
        if self.scripts:
            assert problems_of(self.page) == [], self.page.url
            assert overflow_of(self.page) <= 0, self.page.url

    def press(self, selector):
        with self.page.expect_navigation():
            self.page.click(selector)
        self.looks()

    def opens(self, place):
        self.page.goto(self.address + place)
        self.looks()
