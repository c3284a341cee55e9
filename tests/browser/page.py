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
    page.wait_for_function("document.readyState === 'complete' && document.body !== null")
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


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
