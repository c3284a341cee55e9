"""A whole quiz at the edges: narrow, enlarged, light, dark, by keyboard, without scripts, on paper."""

import pytest

from tests.browser.page import answer, overflow_of, problems_of, send

SETTINGS = {
    "narrow dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark", "locale": "en-GB"},
    "twice as large": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2, "locale": "it-IT"},
}


def enter(page, address):
    page.goto(address)
    page.click('form[action="/demo/student"] button')
    page.wait_for_url("**/q/**")


def whole_quiz(page, on_page=lambda _where: None):
    """Answer question after question to the results, calling `on_page` once for every kind of page."""
    seen = set()
    while not page.url.endswith("/results"):
        if page.url.endswith("/outcome"):
            _once(seen, f"outcome {page.locator('.verdict').get_attribute('class')}", on_page)
            page.click(".actionbar a")
        else:
            _once(seen, f"question {page.locator('main input').first.get_attribute('type')}", on_page)
            answer(page)
            send(page)
    on_page("results")


def _once(seen, name, on_page):
    if name not in seen:
        seen.add(name)
        on_page(name)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_whole_quiz_fits_and_has_no_violation(browser, address, name):
    context = browser.new_context(reduced_motion="reduce", **SETTINGS[name])
    page = context.new_page()

    def look(where):
        assert overflow_of(page) <= 0, where
        assert problems_of(page) == [], where

    enter(page, address)
    question = page.url
    send(page)
    look("unreadable")
    page.goto(question)
    whole_quiz(page, look)
    for place in ("/", "/history", "/nowhere"):
        page.goto(address + place)
        look(place)
    context.close()


def test_a_whole_quiz_works_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False, locale="it-IT", reduced_motion="reduce")
    page = context.new_page()
    enter(page, address)
    whole_quiz(page)
    page.click('form[action*="/retry"] button')
    assert "/q/" in page.url
    context.close()


def test_the_verdict_and_the_error_take_the_focus(browser, address):
    context = browser.new_context(locale="it-IT", reduced_motion="reduce")
    page = context.new_page()
    enter(page, address)
    send(page)
    assert page.evaluate("document.activeElement.className") == "errors"
    answer(page)
    send(page)
    assert "verdict" in page.evaluate("document.activeElement.className")
    context.close()


def test_results_and_outcome_print_their_words_without_the_controls(browser, address):
    context = browser.new_context(locale="it-IT", reduced_motion="reduce")
    page = context.new_page()
    enter(page, address)
    answer(page)
    send(page)
    page.emulate_media(media="print")
    assert page.locator(".verdict").is_visible()
    assert page.locator("mark").first.is_visible()
    assert not page.locator(".actionbar").is_visible()
    page.emulate_media(media="screen")
    whole_quiz(page)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator(".qlist").is_visible()
    assert not page.locator("header.top").is_visible()
    assert not page.locator("footer").is_visible()
    context.close()
