"""The student's and the teacher's first minute, in a real browser, with axe on every page."""

import pytest

from tests.browser.page import answer, overflow_of, problems_of, send


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
    send(page)
    assert page.url.endswith("/outcome")
    assert page.evaluate("document.activeElement.classList.contains('verdict')")
    assert problems_of(page) == []
    page.goto(f"{address}/history")
    assert problems_of(page) == []
    assert said == []
    context.close()


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
        assert overflow_of(page) <= 0, place
    context.close()
