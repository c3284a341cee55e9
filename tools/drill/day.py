"""One student's day in a real browser while the network fails: what it does to requests, and what the student does."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.drill.school import PASSWORD
from tools.drill.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

QUESTIONS = 6
_WAIT_MS = 20_000
_MODES = ("there", "gone", "offline", "deaf", "ill", "portal", "down")
"""Reachable, every request fails, the system says so too, the reply is lost after the commit, 503, another page
with 200, the server killed. The last question never finds the network there."""
_ANSWER = """pick => {
  const form = document.querySelector('form[data-answer]');
  const fields = [...form.querySelectorAll('[name^=answer]:not(button)')];
  const names = [...new Set(fields.map(x => x.name))].filter(name => name !== 'answer-certainty');
  names.forEach((name, at) => {
    const own = fields.filter(x => x.name === name), chosen = own[(pick + at) % own.length];
    if (/radio|checkbox/.test(chosen.type)) { own.forEach(x => { x.checked = x === chosen; }); }
    else if (chosen.tagName === 'SELECT') { chosen.selectedIndex = 1 + (pick + at) % (chosen.options.length - 1); }
    else chosen.value = ['marzo', 'maggio', 'giugno'][pick % 3];
  });
  return [...new FormData(form)].filter(([name]) => name.startsWith('answer'));
}"""
_SENT = """([at, n]) => {
  const form = document.querySelector('form[data-answer]'), net = document.querySelector('#net');
  const waits = net && !net.hidden && new RegExp(`(^|\\\\D)${n}(\\\\D|$)`).test(net.textContent);
  return !form || form.dataset.answer !== at || waits;
}"""


class SpoiltError(Exception):
    """What a browser did that it should not have done."""


@dataclass
class Day:
    """One day of one student: the plan's chance, the network as it is, and what was answered."""

    server: Server
    context: "BrowserContext"
    chance: random.Random
    page: "Page"
    mode: str = "there"
    given: dict[int, list[list[list[str]]]] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    def turn(self, mode: str) -> None:
        """The network is so from now on."""
        if self.mode == "offline":
            self.context.set_offline(False)
        if self.mode == "down" and mode != "down":
            self.server.start()
        if mode == "offline":
            self.context.set_offline(True)
        if mode == "down" and self.mode != "down":
            self.server.kill()
        self.mode = mode

    def meet(self, route: "Route") -> None:
        """What a request of the quiz finds."""
        posted = route.request.method == "POST"
        if self.mode == "gone":
            route.abort()
        elif self.mode == "deaf" and posted:
            route.fetch(max_redirects=0)
            route.abort()
        elif self.mode == "ill" and posted:
            route.fulfill(status=503, body="busy")
        elif self.mode == "portal" and posted:
            route.fulfill(status=200, content_type="text/html", body="<h1>Pay for the network</h1>")
        else:
            route.continue_()


def begin(day: Day, name: str, assignment: str) -> str:
    """Sign in and start an assignment; the attempt's public id."""
    page = day.page
    page.goto("/sign-in")
    page.fill("[name=sign_in_name]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button.btn--main")
    page.wait_for_selector(f'form[action="/assignments/{assignment}/start"]')
    page.click(f'form[action="/assignments/{assignment}/start"] button')
    page.wait_for_url("**/q/**")
    return page.url.rsplit("/", 2)[1]


def question(day: Day, attempt: str, n: int, *, deferred: bool) -> None:
    """Answer one question, the network failing or not; sometimes reload, leave or come back and change the answer."""
    _go(day, attempt, n)
    if deferred:
        day.page.wait_for_function("() => Object.keys(sessionStorage).some(key => key.startsWith('ahead'))")
    day.turn(day.chance.choice(_MODES[1:] if n == QUESTIONS else _MODES))
    _send(day, attempt, n)
    act = day.chance.choice(("stay", "stay", "reload", "close", "leave", "change"))
    if act == "change" and deferred and n > 1:
        _change(day, attempt, day.chance.randint(1, n - 1))
    elif act == "reload":
        day.steps.append("reload")
        managed(day.page.reload)
    elif act == "close":
        day.steps.append("close")
        day.page.close()
        day.page = day.context.new_page()
    elif act == "leave":
        day.steps.append("leave")
        managed(lambda: day.page.goto("/history"))


def _go(day: Day, attempt: str, n: int) -> None:
    """Be at a question: by the page's own links while the network is away and it can, else once it is back."""
    at = f"{attempt}/{n}"
    if day.mode != "there" and day.chance.random() < 0.5 and _shows(day, at):
        return
    if day.mode != "there":
        day.turn("there")
        day.steps.append("back")
    go_to(day, f"/q/{at}")
    day.page.wait_for_function("() => localStorage.getItem('waiting') === null", timeout=_WAIT_MS)
    go_to(day, f"/q/{at}")
    if not _shows(day, at):
        raise SpoiltError(f"{at} is not to be answered: {day.page.url}")


def go_to(day: Day, place: str) -> None:
    """Go to a page, again where the page that is there was just going somewhere itself."""
    for _time in range(5):
        if managed(lambda: day.page.goto(place)):
            return
        day.page.wait_for_timeout(200)
    raise SpoiltError(f"{place} cannot be opened")


def _shows(day: Day, at: str) -> bool:
    return bool(day.page.locator(f'form[data-answer="{at}"]:not([data-held])').count())


def _send(day: Day, attempt: str, n: int) -> None:
    """Answer, otherwise than before; until the page has gone on, or has said that the answer waits."""
    at, before = f"{attempt}/{n}", day.given.setdefault(n, [])
    pick = day.chance.randrange(3)
    fields = day.page.evaluate(_ANSWER, pick)
    if before and fields == before[-1]:
        fields = day.page.evaluate(_ANSWER, pick + 1)
    if before and fields == before[-1]:
        return
    before.append(fields)
    day.steps.append(f"{n} {day.mode}")
    day.page.click("form[data-answer] .actionbar button")
    day.page.wait_for_function(_SENT, arg=[at, n])


def _change(day: Day, attempt: str, n: int) -> None:
    """Go back to an earlier question by the links of the page, and answer it otherwise."""
    for _step_back in range(QUESTIONS):
        if _shows(day, f"{attempt}/{n}"):
            day.steps.append("change")
            _send(day, attempt, n)
            return
        here = day.page.locator("form[data-answer]")
        now = int(str(here.get_attribute("data-answer")).split("/")[1]) if here.count() else 0
        link = day.page.locator(f'a[data-turn="{now - 1 if now > n else now + 1}"]')
        if not now or not link.count():
            return
        managed(link.click)


def managed(act: Callable[[], object]) -> bool:
    """Whether the browser could: without a network it cannot reload, for one."""
    from playwright.sync_api import Error

    try:
        act()
    except Error:
        return False
    return True
