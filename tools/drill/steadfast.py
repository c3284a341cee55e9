"""Students who send an answer until it is acknowledged, the same each time, whatever they are told meanwhile."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from tools.drill.browser import Browser, FailedError, Form
from tools.drill.evidence import told
from tools.drill.school import School
from tools.drill.server import Server
from tools.drill.truth import Answers, Verdict, judged

GONE = (OSError, EOFError, TimeoutError, ValueError)
"""What a request ends with when nobody listens, or half an answer came."""
FOR_NOW = (503, 507)
"""Not now: the page says that nothing was saved, and holds what was sent."""
NOT_SAVED = "Non salvata, riprova"
_PAUSE_S = 0.1


@dataclass
class Siege:
    """A server under answers, and what its students heard."""

    place: School
    server: Server
    told: Answers = field(default_factory=Answers)
    refused: Counter[int] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    over: bool = False

    async def until(self, holds: Callable[[], bool], seconds: float) -> float | None:
        """The seconds after which this held; None where it did not within so long."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            if await asyncio.to_thread(holds):
                return time.monotonic() - begun
            await asyncio.sleep(0.05)
        return None

    async def more_answers(self, count: int, seconds: float) -> bool:
        """Whether so many more were acknowledged within so long."""
        wanted = self.told.count + count
        return await self.until(lambda: self.told.count >= wanted, seconds) is not None


def errors_of(server: Server) -> Counter[str]:
    """What the server wrote down of breakdowns, by kind and the last place in the code.

    Lines that a full disk cut short are counted by themselves.
    """
    found: Counter[str] = Counter()
    for line in told(server.folder / server.log):
        if line is None:
            found["half a line of the log"] += 1
        elif line["what"] == "error":
            found[f"{line['error']} {line.get('number', '')} {(line['where'] or [''])[-1]}"] += 1
    return found


def under_answers(siege: Siege, trouble: Callable[[], Awaitable[None]]) -> Verdict:
    """Start the server, let every student answer while there is trouble, and judge what is there then; what went wrong
    is printed."""
    siege.server.start()
    try:
        asyncio.run(_besieged(siege, trouble))
    finally:
        siege.server.kill()
    verdict, errors = judged(siege.place.app, siege.told), errors_of(siege.server)
    for what, count in siege.wrong.items():
        print(f"   {count} × {what}")
    for what, count in errors.most_common(6) if siege.wrong else ():
        print(f"      {count} × {what}")
    return verdict


def told_of(siege: Siege, verdict: Verdict) -> str:
    """What was acknowledged and what was refused, in a line."""
    refused = ", ".join(f"{count} × {status}" for status, count in sorted(siege.refused.items()))
    return f"acknowledged {siege.told.count}, {verdict}; refused {refused or 'none'}"


async def _besieged(siege: Siege, trouble: Callable[[], Awaitable[None]]) -> None:
    """Let every student answer while there is trouble, and until it is over."""
    students = [asyncio.create_task(_student(siege, name)) for name in siege.place.students]
    try:
        await trouble()
    finally:
        siege.over = True
        await asyncio.gather(*students)


async def _student(siege: Siege, name: str) -> None:
    browser, chance = Browser(siege.server.port), random.Random(name)  # noqa: S311 - invented answers
    entered = False
    while not siege.over:
        try:
            if not entered:
                await browser.sign_in(name)
                entered = True
            at = await browser.start(siege.place.immediate)
            await _answered(siege, browser, await browser.question(at, chance))
        except GONE as error:
            siege.wrong[f"no answer at all: {type(error).__name__}"] += 1
            await asyncio.sleep(_PAUSE_S)
        except FailedError as error:
            if not str(error).endswith(tuple(map(str, FOR_NOW))):
                siege.wrong[str(error)] += 1
            await asyncio.sleep(_PAUSE_S)


async def _answered(siege: Siege, browser: Browser, form: Form) -> None:
    while not siege.over:
        reply = await browser.post(form.place, form.fields)
        if reply.status in FOR_NOW:
            siege.refused[reply.status] += 1
            if NOT_SAVED not in reply.body:
                siege.wrong[f"{reply.status} without a word on the answer"] += 1
            await asyncio.sleep(_PAUSE_S)
            continue
        if reply.status == 303 and reply.location == f"{form.place}/outcome":
            siege.told.note(form.slot, form.seq)
        else:
            siege.wrong[f"answer: {reply.status} {reply.location}"] += 1
        return
