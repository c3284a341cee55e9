"""A whole school answers at once: what fails, what is lost or doubled, how long an answer takes, what it all costs."""

import argparse
import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field

from tools.drill.browser import Browser, FailedError, Form, following
from tools.drill.school import School, school
from tools.drill.server import Server, busy_s
from tools.drill.truth import Answers, judged

P99_MS = 400.0


@dataclass
class Day:
    """What happened to everybody."""

    told: Answers = field(default_factory=Answers)
    errors: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def took(self, what: str, seconds: float) -> None:
        """One more of these requests."""
        self.seconds.setdefault(what, []).append(seconds)


@dataclass(frozen=True)
class Cost:
    """CPU seconds so far: the server's, those of whoever asks, and the whole machine's."""

    server: float
    asking: float
    machine: float
    at: float


def options(parser: argparse.ArgumentParser) -> None:
    """How many, how much and how fast."""
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--questions", type=int, default=36)
    parser.add_argument("--rounds", type=int, default=1, help="how often everybody takes the quiz")
    parser.add_argument("--pace", type=float, default=5.0, help="seconds between an answer and the next, on average")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of SQLite")
    parser.add_argument("--within", type=float, default=P99_MS, help="milliseconds for 99 of 100 answers")
    parser.add_argument("--core", help="the number of the one core that the server may use")


def run(wanted: argparse.Namespace) -> bool:
    """200 students at once on the real server, each with a session of its own, answer a quiz and hand it in."""
    with school(wanted.students, wanted.questions, postgresql=wanted.postgresql) as place:
        bound = ("taskset", "-c", wanted.core) if wanted.core else ()
        server = Server(place.folder, place.database, before=bound)
        print(f"   {wanted.students} students, {place.size} questions {wanted.rounds} ×, an answer every "
              f"{wanted.pace:g} s each, {'PostgreSQL' if wanted.postgresql else 'SQLite'}; "
              f"load of the machine before: {load()}")  # fmt: skip
        server.start()
        try:
            day = asyncio.run(_everybody(place, server, wanted.pace, wanted.rounds))
        finally:
            server.kill()
        verdict = judged(place.app, day.told)
        answers = day.seconds.get("answer", [])
        expected = wanted.students * place.size * wanted.rounds
        print(f"   acknowledged {day.told.count} of {expected}, {verdict}, errors {sum(day.errors.values())}")
        for what, count in day.errors.most_common(8):
            print(f"      {count} × {what}")
        for what, seconds in day.seconds.items():
            print(f"   {what:12} n {len(seconds):5}  {quantiles(seconds)} ms")
        print(f"   load of the machine after: {load()}")
        p99 = quantile(answers, 0.99) * 1000
        return verdict.good and not day.errors and day.told.count == expected and p99 < wanted.within


async def _everybody(place: School, server: Server, pace: float, rounds: int) -> Day:
    day, enter = Day(), time.monotonic()
    browsers = [Browser(server.port) for _name in place.students]
    await asyncio.gather(
        *(_noted(day, _arrive(day, browser, name)) for browser, name in zip(browsers, place.students, strict=True))
    )
    print(f"   everybody is in after {time.monotonic() - enter:.1f} s", flush=True)
    before = _cost(server)
    await asyncio.gather(
        *(
            _noted(day, _take_again(day, browser, place.deferred if at % 2 else place.immediate, pace, rounds, at))
            for at, browser in enumerate(browsers)
        )
    )
    _say_cost(before, _cost(server))
    return day


async def _noted(day: Day, doing: Awaitable[None]) -> None:
    try:
        await doing
    except (OSError, EOFError, TimeoutError, FailedError, ValueError) as error:
        day.errors[f"{type(error).__name__} {error}"] += 1


async def _arrive(day: Day, browser: Browser, name: str) -> None:
    day.took("sign-in", await browser.sign_in(name, dress=True))


async def _take_again(day: Day, browser: Browser, assignment: str, pace: float, rounds: int, number: int) -> None:
    for each in range(rounds):
        await _take(day, browser, assignment, pace, number + each * 1000)


async def _take(day: Day, browser: Browser, assignment: str, pace: float, number: int) -> None:
    chance = random.Random(number)  # noqa: S311 - the same class on every run
    await asyncio.sleep(chance.uniform(0, pace))
    at: str | None = await browser.start(assignment)
    attempt = (at or "").rsplit("/", 1)[0]
    while at is not None:
        form = await _asked(day, browser, at, chance)
        await asyncio.sleep(chance.uniform(0.5, 1.5) * pace)
        at = await _answered(day, browser, form)
    last = await browser.get(f"{attempt}/results")
    if last.status == 303:  # still open: feedback comes at the end
        home = await browser.question(f"{attempt}/1", chance)
        handed_in = await browser.post(f"{attempt}/hand-in", home.fields[:1])
        day.took("hand-in", handed_in.seconds)
        if handed_in.status != 303:
            raise FailedError(f"hand-in: {handed_in.status}")
        await browser.page(handed_in.location)


async def _asked(day: Day, browser: Browser, place: str, chance: random.Random) -> Form:
    begun = time.perf_counter()
    form = await browser.question(place, chance)
    day.took("question", time.perf_counter() - begun)
    return form


async def _answered(day: Day, browser: Browser, form: Form) -> str | None:
    done = await browser.post(form.place, form.fields)
    day.took("answer", done.seconds)
    if done.status != 303 or done.location != f"{form.place}/outcome":
        raise FailedError(f"answer: {done.status} {done.location}")
    day.told.note(form.slot, form.seq)
    begun = time.perf_counter()
    page = await browser.page(done.location)
    day.took("outcome", time.perf_counter() - begun)
    further = following(page)
    return None if further == form.place else further


def _cost(server: Server) -> Cost:
    return Cost(server.cpu_s(), time.process_time(), busy_s(), time.monotonic())


def _say_cost(before: Cost, after: Cost) -> None:
    wall = after.at - before.at
    own, asking = after.server - before.server, after.asking - before.asking
    rest = max(after.machine - before.machine - own - asking, 0.0)
    print(f"   {wall:.0f} s; CPU in cores of {os.cpu_count()}: server {own / wall:.2f}, students {asking / wall:.2f}, "
          f"everything else on the machine {rest / wall:.2f}", flush=True)  # fmt: skip


def quantile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not pass; 0 of none."""
    found = sorted(values)
    return found[min(int(len(found) * share), len(found) - 1)] if found else 0.0


def quantiles(seconds: Sequence[float]) -> str:
    """In milliseconds, as it is printed."""
    named = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "most": 1.0}
    return ", ".join(f"{name} {quantile(seconds, share) * 1000:.0f}" for name, share in named.items())


def load() -> str:
    """The load averages of the machine."""
    return " ".join(f"{each:.2f}" for each in os.getloadavg())
