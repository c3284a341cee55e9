"""kill -9 under answers: everything at once, the first process alone, one that answers, the worker beside."""

import argparse
import asyncio
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from tools.drill.browser import Browser, FailedError, Form
from tools.drill.school import School, school
from tools.drill.server import Server, is_alive
from tools.drill.truth import Answers, judged

BACK_S = 3.0
WORKER_BACK_S = 15.0
_STUDENTS, _QUESTIONS = 8, 20
_MOMENT_S, _STUCK_S = 0.02, 60.0
_LOST = (OSError, EOFError, TimeoutError, ValueError)
"""What a request ends with when the server is gone: nobody listens, half an answer, none."""


@dataclass
class Fight:
    """A server under answers and under fire."""

    place: School
    server: Server
    chance: random.Random
    told: Answers = field(default_factory=Answers)
    back: dict[str, list[float]] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)
    replayed: int = 0
    over: bool = False

    def took(self, what: str, seconds: float) -> None:
        """After this strike it took so long until the server was whole again."""
        self.back.setdefault(what, []).append(seconds)


def options(parser: argparse.ArgumentParser) -> None:
    """How often, or how long."""
    parser.add_argument("--times", type=int, default=20, help="kills of everything; of each process alone a quarter")
    parser.add_argument("--seconds", type=float, help="kill everything for so long instead, and nothing else")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of SQLite")


def run(wanted: argparse.Namespace) -> bool:
    """Students answer while processes get kill -9; what was not acknowledged they send again, as browsers do."""
    with school(_STUDENTS, _QUESTIONS, postgresql=wanted.postgresql) as place:
        fight = Fight(place, Server(place.folder, place.database), random.Random(os.urandom(8)))  # noqa: S311
        fight.server.start()
        try:
            asyncio.run(_fought(fight, wanted))
        finally:
            fight.server.kill()
        verdict = judged(place.app, fight.told)
        for what, seconds in fight.back.items():
            print(f"   {what}: {len(seconds)} kills, back after {sum(seconds) / len(seconds):.1f} s, "
                  f"at most {max(seconds):.1f} s")  # fmt: skip
        for what, count in fight.wrong.items():
            print(f"   {count} × {what}")
        print(f"   acknowledged {fight.told.count}, {verdict}; {fight.replayed} sent again")
        late = [what for what, most in _BARS.items() if max(fight.back.get(what, [0.0])) > most]
        return verdict.good and not fight.wrong and not late and fight.told.count > 0


async def _fought(fight: Fight, wanted: argparse.Namespace) -> None:
    students = [asyncio.create_task(student(fight, name)) for name in fight.place.students]
    try:
        if wanted.seconds:
            until = time.monotonic() + wanted.seconds
            while time.monotonic() < until:
                await _strike(fight, "everything")
        else:
            for what in _plan(wanted.times):
                await _strike(fight, what)
    finally:
        fight.over = True
        await asyncio.gather(*students)


def _plan(times: int) -> list[str]:
    """In turns: a process that dies twice within five seconds takes its server with it."""
    return ["everything"] * times + [what for what in _BARS if what != "everything"] * (times // 4)


async def _strike(fight: Fight, what: str) -> None:
    """Wait for answers to be under way, kill, and wait until all is well again."""
    server = fight.server
    wanted = fight.told.count + fight.chance.randint(5, 40)
    if not await until(lambda: fight.told.count >= wanted, _STUCK_S):
        fight.wrong["nobody could answer any more"] += 1
    begun = time.monotonic()
    if what == "everything":
        server.kill()
        await asyncio.to_thread(server.start)
    elif what == "the first process alone":
        left = server.kill_main()
        await asyncio.to_thread(server.start)
        if any(map(is_alive, left)):
            fight.wrong["a process outlived its server"] += 1
    else:
        await _strike_one(fight, server.answering if what == "one that answers" else server.working)
    fight.took(what, time.monotonic() - begun)


async def _strike_one(fight: Fight, processes: Callable[[], list[int]]) -> None:
    """Kill one of these; the server itself must replace it."""
    await until(lambda: bool(processes()), WORKER_BACK_S)
    found = processes()
    if not found:
        fight.wrong["there is no process to kill"] += 1
        return
    struck = fight.chance.choice(found)
    os.kill(struck, signal.SIGKILL)

    def replaced() -> bool:
        return struck not in processes() and len(processes()) >= len(found)

    if not await until(replaced, WORKER_BACK_S) or not await asyncio.to_thread(fight.server.is_well):
        fight.wrong["a process that was killed has not been replaced"] += 1


async def until(holds: Callable[[], bool], seconds: float) -> bool:
    """Whether this came to hold within so long."""
    for _moment in range(int(seconds / _MOMENT_S)):
        if holds():
            return True
        await asyncio.sleep(_MOMENT_S)
    return False


_BARS = {
    "everything": BACK_S,
    "the first process alone": BACK_S,
    "one that answers": BACK_S,
    "the worker beside": WORKER_BACK_S,
}


async def student(fight: Fight, name: str) -> None:
    """Answers until it is over, and sends again what nobody acknowledged."""
    browser, chance = Browser(fight.server.port), random.Random(name)  # noqa: S311 - invented answers
    entered = False
    while not fight.over:
        try:
            if not entered:
                await browser.sign_in(name)
                entered = True
            at = await browser.start(fight.place.immediate)
            await _answered(fight, browser, await browser.question(at, chance))
        except _LOST:
            await asyncio.sleep(0.05)
        except FailedError as error:
            fight.wrong[str(error)] += 1
            await asyncio.sleep(0.05)


async def _answered(fight: Fight, browser: Browser, form: Form) -> None:
    """Send until it is acknowledged, the same each time."""
    sent = 0
    while not fight.over:
        sent += 1
        try:
            reply = await browser.post(form.place, form.fields)
        except _LOST:
            await asyncio.sleep(0.05)
            continue
        fight.replayed += sent > 1
        if reply.status == 303 and reply.location == f"{form.place}/outcome":
            fight.told.note(form.slot, form.seq)
        else:
            fight.wrong[f"answer: {reply.status} {reply.location}"] += 1
        return
