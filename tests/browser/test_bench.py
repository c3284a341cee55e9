"""From a pasted news story to a published quiz, by keyboard and by mouse, with scripts and without."""

import sys

import pytest

from tests.browser.page import overflow_of, problems_of
from tests.house import NEWS

FIELDS = {
    "title": "La banca centrale taglia i tassi",
    "outlet": "Il Quotidiano di Prova",
    "author": "Redazione",
    "published": "2026-06-11",
    "retrieved": "2026-06-12",
    "url": "https://giornale.example/tassi",
    "licence": "CC BY 4.0",
}
MOST_PRESSES = 12
_SAID = "#said:not(:empty)"


class Counted:
    """A page whose presses are counted and whose waits are measured."""

    def __init__(self, page):
        self.page, self.presses, self.waits = page, 0, []

    def press(self, target, *, reloads=False):
        self.presses += 1
        if not reloads:
            self.page.click(target)
        else:
            with self.page.expect_navigation():
                self.page.click(target)
            self.waits.append(
                self.page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
            )


def enter(page, address):
    page.goto(address)
    page.click('form[action="/demo/teacher"] button')
    page.goto(address)


def paste(counted, text):
    counted.page.fill("#text", text)
    for name, value in FIELDS.items():
        counted.page.fill(f"#{name}", value)
    counted.press(".paste__go button", reloads=True)


def test_from_the_paste_to_a_published_quiz_in_twelve_presses(browser, address, capsys):
    page = browser.new_context(
        locale="it-IT", reduced_motion="reduce", viewport={"width": 1280, "height": 900}
    ).new_page()
    enter(page, address)
    counted = Counted(page)
    paste(counted, NEWS)
    for done in range(8):
        counted.press(".draft--todo button[value=accept] >> nth=0")
        page.wait_for_selector(f"#filters >> text=Accettate {done + 1}")
    counted.press("#publish .btn--main", reloads=True)
    assert page.locator('input[name="items"]:checked').count() == 8
    counted.press("main form .btn--main", reloads=True)
    counted.press('form[action$="/assign"] button.btn--main', reloads=True)
    assert "3ªB" in page.inner_text(".page-flash")
    assert counted.presses <= MOST_PRESSES
    with capsys.disabled():
        waits = ", ".join(f"{wait:.0f}" for wait in counted.waits)
        sys.stdout.write(f" {counted.presses} presses, pages after {waits} ms ")


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_the_pages_of_the_bench_fit_and_have_no_violation(browser, address, scheme, width):
    context = browser.new_context(
        locale="it-IT", color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    enter(page, address)
    page.fill("#text", f"{NEWS}\n{scheme} {width}")
    assert problems_of(page) == []
    assert overflow_of(page) <= 0
    page.click(".paste__go button")
    page.wait_for_url("**/drafts")
    bench = page.url
    page.click("button[value=accept] >> nth=0")
    page.wait_for_selector(_SAID, state="attached")
    page.click(".draft--todo button[value=reject] >> nth=0")
    page.wait_for_selector("#filters >> text=Rifiutate 1")
    addresses = [None, *(bench.replace("drafts", end) for end in ("provenance", "voices", "phrase?sentence=3"))]
    addresses += [f"{address}{path}" for path in ("/articles", "/articles/new", "/families", "/approvals")]
    for at in addresses:
        if at is not None:
            page.goto(at)
        assert problems_of(page) == [], at
        assert overflow_of(page) <= 0, at


def with_shortcuts(browser, address, last):
    """The bench of the news story that ends in a word of its own, its shortcuts on."""
    page = browser.new_context(locale="it-IT", reduced_motion="reduce").new_page()
    enter(page, address)
    page.fill("#text", f"{NEWS}\n{last}.")
    page.click(".paste__go button")
    page.wait_for_url("**/drafts")
    if page.get_attribute("[data-shortcuts]", "data-shortcuts") == "off":
        page.click("[data-shortcuts] button")
    page.wait_for_selector("[data-shortcuts=on]")
    page.wait_for_load_state()
    return page


def test_a_decision_by_keyboard_lands_on_the_card_and_is_announced(browser, address):
    page = with_shortcuts(browser, address, "Tastiera")
    page.keyboard.press("j")
    page.keyboard.press("j")
    chosen = page.evaluate("document.activeElement.id")
    page.keyboard.press("a")
    page.wait_for_selector(_SAID, state="attached")
    assert page.inner_text(_SAID).startswith("Accettata. Ne restano")
    assert page.evaluate("document.activeElement.id") == chosen


def ring(page):
    """How wide the outline is of what has the focus, and whether it is all in the window."""
    return page.evaluate(
        "() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();"
        "return [s.outlineStyle, s.outlineWidth, r.top >= 0 && r.bottom <= innerHeight] }"
    )


def test_the_chosen_card_is_ringed_before_and_after_a_decision(browser, address):
    page = with_shortcuts(browser, address, "Cornice")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert ring(page) == ["solid", "3px", True]
    page.keyboard.press("r")
    page.wait_for_selector(_SAID, state="attached")
    assert ring(page) == ["solid", "3px", True]


def test_the_switch_of_the_shortcuts_stays_under_the_hand(browser, address):
    page = with_shortcuts(browser, address, "Interruttore")
    page.wait_for_function("document.activeElement.id === 'shortcuts'")
    assert ring(page) == ["solid", "3px", True]


def test_the_keyboard_leaps_over_the_article_to_the_drafts(browser, address):
    page = with_shortcuts(browser, address, "Salto")
    page.goto(page.url.split("#")[0])
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "#drafts":
            break
    assert ring(page) == ["solid", "3px", True]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#drafts') !== null")


def test_words_selected_in_a_sentence_go_into_the_question_link(browser, address):
    page = browser.new_context(locale="it-IT", reduced_motion="reduce").new_page()
    enter(page, address)
    page.fill("#text", f"{NEWS}\nSelezione.")
    page.click(".paste__go button")
    page.wait_for_url("**/drafts")
    page.locator("#s2").evaluate(
        "s => { const n = s.lastChild, r = document.createRange(); r.setStart(n, 3); r.setEnd(n, 8);"
        "getSelection().removeAllRanges(); getSelection().addRange(r) }"
    )
    page.wait_for_selector('#ask[href*="sentence=2"]')
    assert "phrase=tasso" in page.get_attribute("#ask", "href")


def test_another_tab_is_said_in_the_card(browser, address):
    context = browser.new_context(locale="it-IT", reduced_motion="reduce")
    page = context.new_page()
    enter(page, address)
    page.fill("#text", f"{NEWS}\nDue schede.")
    page.click(".paste__go button")
    page.wait_for_url("**/drafts")
    other = context.new_page()
    other.goto(page.url)
    page.click("button[value=accept] >> nth=0")
    page.wait_for_selector(_SAID, state="attached")
    other.click("button[value=reject] >> nth=0")
    other.wait_for_selector(".draft--ok .flash--warn")
    assert "cambiata in un’altra scheda" in other.inner_text(".draft--ok .flash--warn")


def test_without_scripts_a_draft_is_accepted_and_published(browser, address):
    page = browser.new_context(locale="it-IT", java_script_enabled=False, reduced_motion="reduce").new_page()
    enter(page, address)
    page.fill("#text", f"{NEWS}\nSenza script.")
    for name, value in FIELDS.items():
        page.fill(f"#{name}", value)
    page.click(".paste__go button")
    page.click("button[value=accept] >> nth=0")
    assert "Accettata." in page.inner_text(".page-flash")
    page.click("#publish .btn--main")
    page.click("main form .btn--main")
    page.click('form[action$="/assign"] button.btn--main')
    assert page.locator(".page-flash .flash").count() == 1


def test_the_keyboard_goes_from_the_last_card_into_the_lines_and_stays_where_it_went(browser, address):
    page = with_shortcuts(browser, address, "Righe")
    whole = page.locator("article.draft:not(.line)").count()
    sought = page.locator("article.draft").nth(whole + 1).get_attribute("id")
    assert page.locator(f"#{sought}.line").count() == 1
    for _ in range(whole + 2):
        page.keyboard.press("j")
    page.wait_for_selector(f"#{sought}:not(.line):has(button[value=accept])")
    page.wait_for_function(f"document.activeElement.id === '{sought}-h'")
    box = page.locator(f"#{sought}").bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]
    page.keyboard.press("r")
    page.wait_for_selector(f"#{sought}.draft--ko")
