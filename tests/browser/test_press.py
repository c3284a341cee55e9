"""A page that changes by itself moves no button under a finger: every press meets what it was meant for."""

import re

from tests.browser.page import wait_for_the_rest
from tests.browser.test_editor import new_bank, new_question, teacher
from tests.browser.test_network import room, send

__all__ = ["room"]

SEEN = "addEventListener('htmx:before:swap', () => requestAnimationFrame(() => { window.seen = true; }))"


def hold(where, url, **more):
    """Where requests to an address wait until they are let on."""
    held = []

    def keep(route):
        held.append(route)

    where.route(url, keep, **more)
    return held


def put_down(page, button):
    """The mouse on the middle of a button, pressed and not yet let go."""
    page.evaluate("document.fonts.ready.then(() => null)")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()


def test_a_press_while_an_answer_that_waited_arrives_sends_the_next_answer(room):
    context, network = room.enter()
    page = room.begin(context, room.town.deferred)
    wait_for_the_rest(page)
    network.mode = "gone"
    send(page)
    page.wait_for_url("**/2")
    attempt = page.url.rsplit("/", 1)[0]
    held = hold(context, f"{attempt}/1")
    network.mode = "there"
    with page.expect_request(lambda asked: asked.method == "POST"):
        page.goto(f"{attempt}/2")
    page.clock.install(time="2026-11-20T08:00:00Z")
    page.clock.pause_at("2026-11-20T09:00:00Z")
    put_down(page, page.locator(".choice input").first)
    page.mouse.up()
    put_down(page, page.locator(".actionbar button"))
    page.clock.run_for(500)
    for route in held:
        route.continue_()
    page.wait_for_function("() => localStorage.getItem('waiting') === null")
    page.mouse.up()
    page.wait_for_url(lambda url: not url.endswith("/2"))
    assert room.recorded() == [(1, 1), (2, 1)]


def test_what_came_while_a_button_was_pressed_is_said_when_it_is_let_go(room):
    context, _network = room.enter()
    page = room.begin(context, room.town.deferred)
    put_down(page, page.locator("h1"))
    context.set_offline(True)
    page.evaluate("document.querySelector('.actionbar button').form.requestSubmit()")
    assert page.is_hidden("#net")
    page.mouse.up()
    page.wait_for_selector("#net:not([hidden])")


def test_a_press_while_the_editor_checks_what_was_written_saves_it(browser, address):
    page = teacher(browser, address)
    new_bank(page, address, "Pressed while it is checked")
    new_question(page, "choice")
    held = hold(page, re.compile("/items/new/"), times=1)
    page.evaluate(SEEN)
    with page.expect_request(lambda asked: asked.method == "POST"):
        page.fill("[name=stem]", "Which city was it?")
    put_down(page, page.locator("button[value=draft]"))
    for route in held:
        route.continue_()
    page.wait_for_function("() => window.seen")
    assert page.locator("[id$='-v'] .hint").count() == 0
    page.mouse.up()
    page.wait_for_url(re.compile(r"/items/[a-z0-9]+$"))
