"""Bad days of the network in a real browser, each from a seed: every answer arrives, once, soon after its return."""

import argparse
import json
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from quizapp import db
from quizapp.attempts import pages, queries
from quizapp.attempts.models import Response
from tools.drill.day import QUESTIONS, Day, SpoiltError, begin, go_to, managed, question
from tools.drill.school import School, school
from tools.drill.server import Server
from tools.ensure_browser import find_browser

SOON_S = 10.0
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
_LOOK = """() => {
  const here = location.origin;
  if (here === 'null') return ['nowhere', true];
  return document.readyState === 'complete' ? [here, localStorage.getItem('waiting') !== null] : ['', true];
}"""


def options(parser: argparse.ArgumentParser) -> None:
    """Which days."""
    parser.add_argument("--seeds", type=int, default=50, help="how many schedules")
    parser.add_argument("--first", type=int, default=0, help="the first seed")


def run(wanted: argparse.Namespace) -> bool:
    """Seeded schedules of failures in Chromium: every answer recorded once within ten seconds of the return."""
    failed, returns = [], []
    seeds = range(wanted.first, wanted.first + wanted.seeds)
    with school(len(seeds), QUESTIONS) as place, _chromium() as browser:
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
    day = Day(server, context, _chance(seed, 0), context.new_page())
    try:
        deferred = seed % 3 != 0
        attempt = begin(day, name, place.deferred if deferred else place.immediate)
        context.route("**/q/**", day.meet)
        for n in range(1, place.size + 1):
            day.chance = _chance(seed, n)
            question(day, attempt, n, deferred=deferred)
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


def _return(day: Day) -> float:
    """The network is back; the seconds until nothing waits. Whoever closed the page or sees none opens another."""
    day.turn("there")
    day.steps.append("back")
    begun = time.monotonic()
    while time.monotonic() < begun + SOON_S:
        origin, waiting = _look(day)
        if origin not in {day.server.address, ""}:
            go_to(day, "/")
        elif origin and not waiting:
            return time.monotonic() - begun
        day.page.wait_for_timeout(50)
    raise SpoiltError(f"still waiting after {SOON_S:.0f} s at {day.page.url}")


def _look(day: Day) -> tuple[str, bool]:
    """Where the page is, and whether an answer waits; the first empty while it is on its way."""
    found: list[Any] = ["", True]
    managed(lambda: found.__setitem__(slice(None), day.page.evaluate(_LOOK)))
    return str(found[0]), bool(found[1])


def _compare(place: School, attempt: str, day: Day) -> None:
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
