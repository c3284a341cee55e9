"""The clock of the server is moved, forwards and back, under what has an hour: it keeps it, and nothing falls."""

import argparse
import asyncio
import datetime
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from quizapp import db
from quizapp.quizzes import queries as quizzes
from quizapp.quizzes.service import IMMEDIATE, Delivery, assign
from tools.drill.browser import Browser, Form, filled, token
from tools.drill.preload import built
from tools.drill.school import PASSWORD, School, school
from tools.drill.server import Server
from tools.drill.steadfast import errors_of
from tools.drill.truth import Answers, judged

_LIMIT = datetime.timedelta(minutes=10)
_QUESTIONS = 6
_SHIFTS = ("+0s", "-2000d", "-40d", "-1h", "+25h", "+40d", "+2000d")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LOOKED_AT = ("/", "/classes", "/banks", "/quizzes", "/assignments/{}/live", "/assignments/{}/results", "/practice")
_BACKWARDS = text("SELECT count(*) FROM attempt WHERE finished_at < started_at")


@dataclass
class Clock:
    """By how much the server's clock is wrong."""

    file: Path

    def say(self, shift: str) -> None:
        """From now on so much later or earlier: `+11m`, `-1h`, `+40d`."""
        part = self.file.with_suffix(".part")
        part.write_text(str(int(shift[:-1]) * _SECONDS[shift[-1]]), encoding="ascii")
        part.replace(self.file)


@dataclass
class Trial:
    """A server whose clock is moved, what it acknowledged, and what was not as it must be."""

    place: School
    server: Server
    clock: Clock
    limited: str
    told: Answers = field(default_factory=Answers)
    wrong: Counter[str] = field(default_factory=Counter)
    held: int = 0

    def must(self, what: str, holds: object) -> None:
        """One thing that holds, or not."""
        self.held += bool(holds)
        self.wrong[what] += not holds


def options(_parser: argparse.ArgumentParser) -> None:
    """None."""


def run(_wanted: argparse.Namespace) -> bool:
    """A limit ends by the server's clock, sessions and memory follow it, and a clock set back breaks nothing."""
    with school(len(_TRIALS), _QUESTIONS) as place:
        if (library := built("clock", place.folder)) is None:
            return False
        clock = Clock(place.folder / "clock")
        clock.say("+0s")
        more = {"LD_PRELOAD": str(library), "DRILL_CLOCK": str(clock.file)}
        trial = Trial(place, Server(place.folder, place.database, more=more), clock, _limited(place))
        trial.server.start()
        try:
            asyncio.run(_tried(trial))
        finally:
            trial.server.kill()
        verdict = judged(place.app, trial.told)
        with place.app.extensions["engine"].connect() as connection:
            trial.must("an attempt that ended before it began", not connection.execute(_BACKWARDS).scalar())
        errors = errors_of(trial.server)
    wrong = {what: count for what, count in (trial.wrong + errors).items() if count}
    for what, count in wrong.items():
        print(f"   {count} × {what}")
    print(f"   {trial.held} things held; acknowledged {trial.told.count}, {verdict}")
    return verdict.good and not wrong


def _limited(place: School) -> str:
    """The quiz once more, with a limit of ten minutes."""
    moment = datetime.datetime.now(datetime.UTC)
    with db.make_session(place.app.extensions["engine"]) as session, db.writing(session) as write:
        known = quizzes.by_public_id(write, place.immediate)
        to = known.assignment.class_id if known else None
        if known is None or to is None:
            raise LookupError(place.immediate)
        delivery = Delivery(feedback=IMMEDIATE, time_limit=_LIMIT)
        return assign(write, known.quiz, to, delivery, by=known.quiz.owner_id, now=moment).public_id


async def _tried(trial: Trial) -> None:
    for name, (what, tried) in zip(trial.place.students, _TRIALS.items(), strict=True):
        trial.clock.say("+0s")
        browser = Browser(trial.server.port)
        await browser.sign_in(name)
        await tried(trial, browser, name)
        print(f"   {what}", flush=True)


async def _answered(trial: Trial, browser: Browser, attempt: str, n: int) -> bool:
    """Whether a question is there and its answer is taken."""
    reply = await browser.get(f"{attempt}/{n}")
    if reply.status != 200 or 'name="seq"' not in reply.body:
        return False
    taken = await _sent(trial, browser, filled(f"{attempt}/{n}", reply.body, random.Random(n)))  # noqa: S311
    if taken:
        await browser.page(f"{attempt}/{n}/outcome")
    return taken


async def _sent(trial: Trial, browser: Browser, form: Form) -> bool:
    done = await browser.post(form.place, form.fields)
    trial.must(f"an answer fell: {done.status}", done.status < 500)
    if done.status != 303 or not done.location.endswith("/outcome"):
        return False
    trial.told.note(form.slot, form.seq)
    return True


async def _ahead(trial: Trial, browser: Browser, _name: str) -> None:
    attempt = (await browser.start(trial.limited)).rsplit("/", 1)[0]
    for n, (shift, taken) in enumerate((("+0s", True), ("+9m", True), ("+630s", True), ("+12m", False)), 1):
        trial.clock.say("+0s")
        form = await browser.question(f"{attempt}/{n}", random.Random(n))  # noqa: S311 - invented answers
        trial.clock.say(shift)
        trial.must(f"an answer at {shift} was {'refused' if taken else 'taken'}",
                   await _sent(trial, browser, form) == taken)  # fmt: skip
    trial.clock.say("+0s")
    trial.must("a closed attempt opened again as the clock went back",
               not await _answered(trial, browser, attempt, 5))  # fmt: skip


async def _behind(trial: Trial, browser: Browser, _name: str) -> None:
    attempt = (await browser.start(trial.limited)).rsplit("/", 1)[0]
    for n, (shift, taken) in enumerate((("+0s", True), ("-1h", True), ("-40d", True), ("+5m", True)), 1):
        trial.clock.say(shift)
        trial.must(f"an answer at {shift} was not taken", await _answered(trial, browser, attempt, n) == taken)
    trial.clock.say("+12m")
    trial.must("a limit was forgotten as the clock went back", not await _answered(trial, browser, attempt, 5))


async def _sessions(trial: Trial, browser: Browser, name: str) -> None:
    shared = Browser(trial.server.port)
    page = await shared.page("/sign-in")
    words = (token(page), ("sign_in_name", name), ("password", PASSWORD), ("shared", "y"))
    trial.must("nobody could sign in on a shared computer", (await shared.post("/sign-in", words)).status == 303)
    for shift, alone, together in (("+15m", True, True), ("-1d", True, True), ("+50m", True, False),
                                   ("+29d", True, False), ("+31d", False, False)):  # fmt: skip
        trial.clock.say(shift)
        for who, each, stays in (("a session", browser, alone), ("a session on a shared computer", shared, together)):
            found = (await each.get("/history")).status == 200
            trial.must(f"{who} was {'over' if stays else 'open'} at {shift}", found == stays)


async def _memory(trial: Trial, browser: Browser, name: str) -> None:
    attempt = (await browser.start(trial.place.immediate)).rsplit("/", 1)[0]
    for n in range(1, _QUESTIONS + 1):
        trial.must("an answer was not taken", await _answered(trial, browser, attempt, n))
    for shift, due in (("+0s", False), ("-40d", False), ("+25d", True)):
        trial.clock.say(shift)
        trial.must(f"at {shift} {'nothing' if due else 'something'} came again", await _due(browser) == due)
    trial.clock.say("-40d")
    again = (await browser.start(trial.place.immediate)).rsplit("/", 1)[0]
    for n in range(1, _QUESTIONS + 1):
        trial.must("an answer from before the last one was not taken", await _answered(trial, browser, again, n))
    for shift in ("-40d", "+0s", "+25d"):
        trial.clock.say(shift)
        trial.must(f"practice fell at {shift}", (await browser.get("/practice")).status == 200)
    trial.must(f"{name} has nothing to practise any more", await _due(browser))


async def _due(browser: Browser) -> bool:
    return 'name="what" value="today"' in await browser.page("/practice")


async def _pages(trial: Trial, browser: Browser, name: str) -> None:
    for shift in _SHIFTS:
        trial.clock.say(shift)
        for who in (name, "docente"):
            fresh = Browser(trial.server.port)
            await fresh.sign_in(who)
            for place in _LOOKED_AT:
                status = (await fresh.get(place.format(trial.place.immediate))).status
                trial.must(f"{place} at {shift}: {status}", status < 500)
            fresh.hang_up()
    browser.hang_up()


_Tried = Callable[[Trial, Browser, str], Awaitable[None]]
_TRIALS: dict[str, _Tried] = {
    "a time limit while the clock goes ahead": _ahead,
    "a time limit while the clock goes back": _behind,
    "sessions": _sessions,
    "what comes again in practice": _memory,
    "pages before the days of the articles, and long after": _pages,
}
