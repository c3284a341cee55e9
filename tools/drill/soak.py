"""A long afternoon at a low rate: students answer, a teacher looks; whether memory, files or times creep upwards."""

import argparse
import asyncio
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.drill.browser import Browser, FailedError, Reply
from tools.drill.load import quantile
from tools.drill.school import School, school
from tools.drill.server import Server
from tools.drill.steadfast import GONE
from tools.drill.truth import Answers, judged

GROWTH, WAL_MB = 0.05, 64
"""What memory and open files may have grown by in the end, beside the second fifth, and the size of the log."""
_FIFTHS = 5
_EVERY_S = 5.0
_QUESTIONS = 12
_LOOKED_AT = ("/", "/classes", "/banks", "/assignments/{}/live", "/assignments/{}/results")


@dataclass(frozen=True)
class Sample:
    """The processes of the server at a moment: kilobytes in memory, open files; megabytes of the database's log."""

    at: float
    memory: float
    handles: float
    wal: float


@dataclass
class Afternoon:
    """What was seen of it; seconds of each answer with the moment it came."""

    told: Answers = field(default_factory=Answers)
    samples: list[Sample] = field(default_factory=list)
    answers: list[tuple[float, float]] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    over: bool = False


def options(parser: argparse.ArgumentParser) -> None:
    """How long, how many, and how fast."""
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--students", type=int, default=40)
    parser.add_argument("--pace", type=float, default=20.0, help="seconds between an answer and the next, on average")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL instead of SQLite")


def run(wanted: argparse.Namespace) -> bool:
    """Students answer quiz after quiz and a teacher looks on; memory and open files grow by less than a twentieth."""
    with school(wanted.students, _QUESTIONS, postgresql=wanted.postgresql) as place:
        server, seen = Server(place.folder, place.database), Afternoon()
        server.start()
        try:
            asyncio.run(_lived(place, server, seen, wanted))
        finally:
            server.kill()
        verdict = judged(place.app, seen.told)
    print(f"   {wanted.minutes:g} minutes, {wanted.students} students: acknowledged {seen.told.count}, {verdict}; "
          f"{seen.pages} pages of the teacher")  # fmt: skip
    for name, of in MEASURES.items():
        before, after = ends(seen.samples, of)
        print(f"   {name}: {before:.0f}, in the end {after:.0f}, at most {max(map(of, seen.samples)):.0f}")
    for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99)):
        before, after = (quantile(each, share) * 1000 for each in fifths(seen.answers))
        print(f"   an answer, {name}: {before:.0f} ms, in the end {after:.0f} ms")
    for each in (missed := misses(seen)):
        print(f"   {each}")
    return verdict.good and not missed


def _memory(sample: Sample) -> float:
    return sample.memory


def _handles(sample: Sample) -> float:
    return sample.handles


def _wal(sample: Sample) -> float:
    return sample.wal


MEASURES: dict[str, Callable[[Sample], float]] = {"kB in memory": _memory, "open files": _handles, "MB of log": _wal}


def misses(seen: Afternoon) -> list[str]:
    """What an afternoon misses, in words; nothing of a good one."""
    found = [f"{count} × {what}" for what, count in seen.wrong.items()]
    if len(seen.samples) < 2 * _FIFTHS:
        return [*found, f"looked {len(seen.samples)} times alone"]
    for name in ("kB in memory", "open files"):
        before, after = ends(seen.samples, MEASURES[name])
        if after > before * (1 + GROWTH):
            found.append(f"{name} grew from {before:.0f} to {after:.0f}")
    if (most := max(map(_wal, seen.samples))) > WAL_MB:
        found.append(f"the log of the database reached {most:.0f} MB")
    return found


def ends(samples: Sequence[Sample], of: Callable[[Sample], float]) -> tuple[float, float]:
    """The middle value of the second fifth, when everything has been asked for once, and of the last."""
    return tuple(map(statistics.median, fifths([(each.at, of(each)) for each in samples])))  # type: ignore[return-value]


def fifths(values: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    """The values of the second fifth of the time, and of the last."""
    begun, ended = values[0][0], values[-1][0]
    long = (ended - begun) / _FIFTHS
    second = [value for at, value in values if begun + long <= at < begun + 2 * long]
    return second, [value for at, value in values if at >= ended - long]


def sampled(server: Server, at: float) -> Sample:
    """Look at the server now."""
    memory, handles = 0, 0
    for pid in server.processes():
        process = Path(f"/proc/{pid}")
        memory += int((process / "statm").read_text(encoding="ascii").split()[1]) * 4
        handles += len(list((process / "fd").iterdir()))
    log = server.folder / "quizapp.sqlite3-wal"
    return Sample(at, memory, handles, log.stat().st_size / 1e6 if log.exists() else 0)


async def _lived(place: School, server: Server, seen: Afternoon, wanted: argparse.Namespace) -> None:
    arrive = wanted.minutes * 60 / _FIFTHS / 2  # nobody is counted in the first fifth, in which all of them sign in
    people = [asyncio.create_task(_student(place, server, seen, name, wanted.pace, arrive)) for name in place.students]
    people.append(asyncio.create_task(_teacher(place, server, seen, wanted.pace)))
    begun = time.monotonic()
    while (now := time.monotonic() - begun) < wanted.minutes * 60:
        seen.samples.append(await asyncio.to_thread(sampled, server, now))
        await asyncio.sleep(_EVERY_S)
    seen.over = True
    for each in people:
        each.cancel()
    await asyncio.gather(*people, return_exceptions=True)


async def _student(place: School, server: Server, seen: Afternoon, name: str, pace: float, arrive: float) -> None:
    browser, chance = Browser(server.port), random.Random(name)  # noqa: S311 - invented answers
    begun = time.monotonic()
    await asyncio.sleep(chance.uniform(0, arrive))
    entered, later = False, 0
    while not seen.over:
        try:
            if not entered:
                await browser.sign_in(name)
                entered = True
            now = chance.random() < 2 / 3
            form = await browser.question(await browser.start(place.immediate if now else place.deferred), chance)
            reply = await browser.post(form.place, form.fields)
            _status(reply)
            seen.told.note(form.slot, form.seq)
            seen.answers.append((time.monotonic() - begun, reply.seconds))
            await browser.page(reply.location)
            later += not now
            if later == place.size:
                later = 0
                _status(await browser.post(f"{form.place.rsplit('/', 1)[0]}/hand-in", form.fields[:1]))
                await browser.page("/history")
        except (*GONE, FailedError) as error:
            seen.wrong[f"{type(error).__name__} {error}, minute {(time.monotonic() - begun) // 60:.0f}"] += 1
        browser.hang_up()  # the server ends a connection that waits for long, at times just when it is used again
        await asyncio.sleep(chance.uniform(0.5, 1.5) * pace)


def _status(reply: Reply) -> None:
    if reply.status != 303:
        raise FailedError(f"{reply.status} {reply.location}")


async def _teacher(place: School, server: Server, seen: Afternoon, pace: float) -> None:
    browser, chance = Browser(server.port), random.Random("docente")  # noqa: S311 - what is looked at
    await browser.sign_in("docente")
    while not seen.over:
        try:
            await browser.page(chance.choice(_LOOKED_AT).format(place.immediate))
            seen.pages += 1
        except (*GONE, FailedError) as error:
            seen.wrong[f"{type(error).__name__} {error}"] += 1
        browser.hang_up()
        await asyncio.sleep(chance.uniform(0.5, 1.5) * pace / 4)
