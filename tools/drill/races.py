"""Two requests of one student at the same moment: one truth, and the other is told."""

import argparse
import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import text

from tools.drill.browser import Browser, Form, Reply
from tools.drill.school import School, school
from tools.drill.server import Server
from tools.drill.truth import Answers, judged

_AT_ONCE = 4
_QUESTIONS = 3
_LEAD_S = 0.02
"""How much earlier, at most, one of the two leaves."""


@dataclass
class Seen:
    """What the server said, by race and outcome; and what it should not have said."""

    told: Answers = field(default_factory=Answers)
    refused: set[tuple[str, int]] = field(default_factory=set)
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)

    def answered(self, form: Form, reply: Reply) -> bool:
        """Note what became of an answer; True where it is recorded, None where the server said neither."""
        if reply.status == 303 and reply.location == f"{form.place}/outcome":
            self.told.note(form.slot, form.seq)
            return True
        if reply.status != 409:
            self.wrong[f"answer: {reply.status} {reply.location}"] += 1
        return False


def options(parser: argparse.ArgumentParser) -> None:
    """How often."""
    parser.add_argument("--times", type=int, default=1000, help="hand-in against answer; the other races a fifth")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of SQLite")


def run(wanted: argparse.Namespace) -> bool:
    """Hand-in against answer, one start against another, two devices with one answer or with two: one outcome each."""
    with school(_AT_ONCE * 2, _QUESTIONS, postgresql=wanted.postgresql) as place:
        server, seen = Server(place.folder, place.database), Seen()
        server.start()
        try:
            asyncio.run(_all(place, server, seen, wanted.times))
        finally:
            server.kill()
        for what, count in sorted(seen.outcomes.items()):
            print(f"   {what}: {count}")
        verdict = judged(place.app, seen.told)
        recorded_all_the_same = len(seen.refused & _recorded(place))
        for what, count in [*seen.wrong.items(), ("refused, and recorded all the same", recorded_all_the_same)]:
            if count:
                print(f"   {count} × {what}")
        print(f"   acknowledged {seen.told.count}, {verdict}")
        raced = seen.outcomes["hand-in against answer: counted"], seen.outcomes["hand-in against answer: told closed"]
        if not all(raced):
            print("   one side won every race: these were none")
        return verdict.good and not seen.wrong and not recorded_all_the_same and all(raced)


async def _all(place: School, server: Server, seen: Seen, times: int) -> None:
    pairs = list(zip(place.students[::2], place.students[1::2], strict=True))
    await asyncio.gather(*(_lane(place, server, seen, names[0], times // len(pairs)) for names in pairs))


async def _lane(place: School, server: Server, seen: Seen, name: str, times: int) -> None:
    chance = random.Random(name)  # noqa: S311 - the same races on every run
    one, two = Browser(server.port), Browser(server.port)
    await one.sign_in(name)
    await two.sign_in(name)
    for number in range(times):
        await _hand_in_against_answer(place, one, two, seen, chance)
        if number % 5 == 0:
            await _start_twice(place, one, two, seen, chance)
            await _two_devices(place, one, two, seen, chance)


async def _together(chance: random.Random, first: Any, second: Any) -> tuple[Reply, Reply]:
    """Both requests at once, one or the other up to a moment earlier."""
    lead = chance.uniform(-_LEAD_S, _LEAD_S)

    async def after(seconds: float, request: Any) -> Reply:
        await asyncio.sleep(max(seconds, 0))
        reply: Reply = await request
        return reply

    found = await asyncio.gather(after(lead, first), after(-lead, second))
    return found[0], found[1]


async def _hand_in_against_answer(place: School, one: Browser, two: Browser, seen: Seen, chance: random.Random) -> None:
    at = await one.start(place.deferred)
    form = await one.question(at, chance)
    attempt = form.slot[0]
    other = await two.question(at, chance)
    answer, handed_in = await _together(
        chance, one.post(form.place, form.fields), two.post(f"/q/{attempt}/hand-in", other.fields[:1])
    )
    recorded = seen.answered(form, answer)
    if not recorded:
        seen.refused.add(form.slot)
    if handed_in.status != 303:
        seen.wrong[f"hand-in: {handed_in.status}"] += 1
    seen.outcomes[f"hand-in against answer: {'counted' if recorded else 'told closed'}"] += 1


async def _start_twice(place: School, one: Browser, two: Browser, seen: Seen, chance: random.Random) -> None:
    tokens = [(await each.question(await each.start(place.immediate), chance)).fields[:1] for each in (one, two)]
    await _finish(place, one, seen, chance)
    path = f"/assignments/{place.immediate}/start"
    replies = await _together(chance, one.post(path, tokens[0]), two.post(path, tokens[1]))
    same = replies[0].location == replies[1].location and {each.status for each in replies} == {303}
    if not same:
        seen.wrong[f"start twice: {[(each.status, each.location) for each in replies]}"] += 1
    seen.outcomes[f"start twice: {'one attempt' if same else 'two answers'}"] += 1


async def _two_devices(place: School, one: Browser, two: Browser, seen: Seen, chance: random.Random) -> None:
    """Two answers to the question that the attempt is at: the same in half of the races, or each its own."""
    at = await one.start(place.immediate)
    form, other = await one.question(at, chance), await two.question(at, chance)
    alike = chance.random() < 0.5
    if alike:
        other = replace(other, fields=(other.fields[0], *form.fields[1:]))
    replies = await _together(chance, one.post(form.place, form.fields), two.post(other.place, other.fields))
    recorded = [seen.answered(each, reply) for each, reply in zip((form, other), replies, strict=True)]
    same = form.fields[1:] == other.fields[1:]
    if sum(recorded) != (2 if same else 1):
        seen.wrong[f"two devices, {'the same answer' if same else 'two answers'}: {sum(recorded)} recorded"] += 1
    seen.outcomes[f"two devices, {'the same answer: both told so' if same else 'two answers: one in, one told'}"] += 1
    await _finish(place, one, seen, chance)


async def _finish(place: School, browser: Browser, seen: Seen, chance: random.Random) -> None:
    """Answer what is left of the attempt with immediate feedback, so that the next one is another."""
    at = await browser.start(place.immediate)
    attempt = at.split("/")[2]
    while at.split("/")[2] == attempt:
        form = await browser.question(at, chance)
        seen.answered(form, await browser.post(form.place, form.fields))
        following = await browser.get(f"/q/{attempt}/results")
        if following.status == 200:
            return
        at = following.location


def _recorded(place: School) -> set[tuple[str, int]]:
    with place.app.extensions["engine"].connect() as connection:
        rows = connection.execute(
            text("SELECT a.public_id, r.position FROM response r JOIN attempt a ON a.id = r.attempt_id")
        )
        return {(row[0], row[1]) for row in rows}
