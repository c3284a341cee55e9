"""Bad days of the network in a real browser, each from a seed: every answer arrives, once, soon after its return."""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quizapp import db
from quizapp.attempts import pages, queries
from quizapp.attempts.models import Response
from tools.drill.school import PASSWORD, School, school
from tools.drill.server import Server
from tools.ensure_browser import find_browser

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

SOON_S = 10.0
_QUESTIONS = 6
_WAIT_MS = 20_000
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
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
_SENT = """at => {
  const form = document.querySelector('form[data-answer]'), net = document.querySelector('#net');
  return !form || form.dataset.answer !== at || (net && !net.hidden && net.textContent);
}"""


_LOOK = """() => {
  const here = location.origin;
  if (here === 'null') return ['nowhere', true];
  return document.readyState === 'complete' ? [here, localStorage.getItem('waiting') !== null] : ['', true];
}"""


class SpoiltError(Exception):
    """What a browser did that it should not have done."""


@dataclass
class Bad:
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


def options(parser: argparse.ArgumentParser) -> None:
    """Which days."""
    parser.add_argument("--seeds", type=int, default=50, help="how many schedules")
    parser.add_argument("--first", type=int, default=0, help="the first seed")


def run(wanted: argparse.Namespace) -> bool:
    """Seeded schedules of failures in Chromium: every answer recorded once within ten seconds of the return."""
    failed, returns = [], []
    seeds = range(wanted.first, wanted.first + wanted.seeds)
    with school(len(seeds), _QUESTIONS) as place, _chromium() as browser:
        server = Server(place.folder, place.database)
        server.start()
        try:
            for seed, name in zip(seeds, place.students, strict=True):
                try:
                    returns.append(_day(place, server, browser, seed, name))
                except SpoiltError as error:
                    failed.append(seed)
                    print(f"   seed {seed}: {error}", flush=True)
        finally:
            server.kill()
    if returns:
        print(f"   all answers in after {sum(returns) / len(returns):.1f} s, at most {max(returns):.1f} s")
    print(f"   schedules {len(seeds)}, failed {len(failed)} {failed or ''}")
    return not failed


@contextmanager
def _chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=find_browser(), args=_ARGUMENTS)
        yield launched
        launched.close()


def _day(place: School, server: Server, browser: Any, seed: int, name: str) -> float:
    """A whole day; the seconds from the network's return until nothing waits. Raises SpoiltError."""
    if not server.is_well():
        server.start()
    context = browser.new_context(base_url=server.address, locale="it-IT", reduced_motion="reduce")
    day = Bad(server, context, _chance(seed, 0), context.new_page())
    try:
        deferred = seed % 3 != 0
        attempt = _begin(day, name, place.deferred if deferred else place.immediate)
        context.route("**/q/**", day.meet)
        for n in range(1, place.size + 1):
            day.chance = _chance(seed, n)
            _question(day, attempt, n, deferred=deferred)
        took = _return(day)
        _compare(place, attempt, day)
    except SpoiltError as error:
        raise SpoiltError(f"{error}; {' → '.join(day.steps)}") from error
    except Exception as error:
        if type(error).__module__.startswith("playwright"):
            raise SpoiltError(f"{str(error).splitlines()[0]}; {' → '.join(day.steps)}") from error
        raise
    finally:
        day.turn("there")
        context.unroute_all(behavior="ignoreErrors")
        context.close()
    return took


def _chance(seed: int, n: int) -> random.Random:
    """What happens at a question hangs on nothing that happened before, so a seed can be seen again."""
    return random.Random(f"{seed}|{n}")  # noqa: S311 - a schedule, not a secret


def _begin(day: Bad, name: str, assignment: str) -> str:
    page = day.page
    page.goto("/sign-in")
    page.fill("[name=sign_in_name]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button.btn--main")
    page.wait_for_selector(f'form[action="/assignments/{assignment}/start"]')
    page.click(f'form[action="/assignments/{assignment}/start"] button')
    page.wait_for_url("**/q/**")
    return page.url.rsplit("/", 2)[1]


def _question(day: Bad, attempt: str, n: int, *, deferred: bool) -> None:
    """Answer one question, the network failing or not; sometimes reload, leave or come back and change the answer."""
    _go(day, attempt, n)
    if deferred:
        day.page.wait_for_function("() => Object.keys(sessionStorage).some(key => key.startsWith('ahead'))")
    day.turn(day.chance.choice(_MODES[n == _QUESTIONS :]))
    _send(day, attempt, n)
    act = day.chance.choice(("stay", "stay", "reload", "close", "leave", "change"))
    if act == "change" and deferred and n > 1:
        _change(day, attempt, day.chance.randint(1, n - 1))
    elif act == "reload":
        _step(day, "reload")
        _try(day.page.reload)
    elif act == "close":
        _step(day, "close")
        day.page.close()
        day.page = day.context.new_page()
    elif act == "leave":
        _step(day, "leave")
        _try(lambda: day.page.goto("/history"))


def _go(day: Bad, attempt: str, n: int) -> None:
    """Be at a question: by the page's own links while the network is away and it can, else once it is back."""
    at = f"{attempt}/{n}"
    if day.mode != "there" and day.chance.random() < 0.5 and _shows(day, at):
        return
    if day.mode != "there":
        day.turn("there")
        _step(day, "back")
    _open(day, f"/q/{at}")
    day.page.wait_for_function("() => localStorage.getItem('waiting') === null", timeout=_WAIT_MS)
    _open(day, f"/q/{at}")
    if not _shows(day, at):
        raise SpoiltError(f"{at} is not to be answered: {day.page.url}")


def _open(day: Bad, place: str) -> None:
    """Go to a page, again where the page that is there was just going somewhere itself."""
    if not any(_try(lambda: day.page.goto(place)) for _time in range(5)):
        raise SpoiltError(f"{place} cannot be opened")


def _shows(day: Bad, at: str) -> bool:
    return bool(day.page.locator(f'form[data-answer="{at}"]:not([data-held])').count())


def _send(day: Bad, attempt: str, n: int) -> None:
    """Answer, otherwise than before; until the page has gone on, or has said that the answer waits."""
    at, before = f"{attempt}/{n}", day.given.setdefault(n, [])
    pick = day.chance.randrange(3)
    fields = day.page.evaluate(_ANSWER, pick)
    if before and fields == before[-1]:
        fields = day.page.evaluate(_ANSWER, pick + 1)
    if before and fields == before[-1]:
        return
    before.append(fields)
    _step(day, f"{n} {day.mode}")
    day.page.click("form[data-answer] .actionbar button")
    day.page.wait_for_function(_SENT, arg=at)


def _change(day: Bad, attempt: str, n: int) -> None:
    """Go back to an earlier question by the links of the page, and answer it otherwise."""
    for _step_back in range(_QUESTIONS):
        if _shows(day, f"{attempt}/{n}"):
            _step(day, "change")
            _send(day, attempt, n)
            return
        here = day.page.locator("form[data-answer]")
        now = int(str(here.get_attribute("data-answer")).split("/")[1]) if here.count() else 0
        link = day.page.locator(f'a[data-turn="{now - 1 if now > n else now + 1}"]')
        if not now or not link.count():
            return
        _try(link.click)


def _return(day: Bad) -> float:
    """The network is back; the seconds until nothing waits. Whoever closed the page or sees none opens another."""
    day.turn("there")
    _step(day, "back")
    begun = time.monotonic()
    while time.monotonic() < begun + SOON_S:
        origin, waiting = _look(day)
        if origin not in {day.server.address, ""}:
            _open(day, "/")
        elif origin and not waiting:
            return time.monotonic() - begun
        day.page.wait_for_timeout(50)
    raise SpoiltError(f"still waiting after {SOON_S:.0f} s at {day.page.url}")


def _look(day: Bad) -> tuple[str, bool]:
    """Where the page is, and whether an answer waits; the first empty while it is on its way."""
    found: list[Any] = ["", True]
    _try(lambda: found.__setitem__(slice(None), day.page.evaluate(_LOOK)))
    return str(found[0]), bool(found[1])


def _compare(place: School, attempt: str, day: Bad) -> None:
    with db.make_session(place.app.extensions["engine"]) as session:
        for n, given in day.given.items():
            row = queries.slot_at(session, attempt, n)
            item = queries.item_of(session, row.item_version_id)
            rows = session.query(Response).filter_by(attempt_id=row.id, position=n).order_by(Response.seq)
            stored = [
                sorted([name, value] for name, values in pages.fields_of(item, json.dumps(each.given),
                       queries.shown(row)).items() for value in values)
                for each in rows
            ]  # fmt: skip
            if stored != [sorted(each) for each in given]:
                raise SpoiltError(f"question {n}: sent {given}, recorded {stored}")


def _step(day: Bad, what: str) -> None:
    day.steps.append(what)


def _try(act: Callable[[], object]) -> bool:
    """Whether the browser could: without a network it cannot reload, for one."""
    from playwright.sync_api import Error

    try:
        act()
    except Error:
        return False
    return True
