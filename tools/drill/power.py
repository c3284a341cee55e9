"""The power fails under answers: everything is killed, and of SQLite's files what was last synced alone is left."""

import argparse
import asyncio
import fcntl
import os
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from quizapp import db
from tools.drill.kill import Fight, student, until
from tools.drill.preload import built
from tools.drill.school import school
from tools.drill.server import Server
from tools.drill.truth import Answers, judged, judged_in

DATABASE = "quizapp.sqlite3"
_STUDENTS, _QUESTIONS = 8, 20
_STUCK_S = 60.0
_PAGE = 4096
_APART_S, _HELD_S = 0.3, 0.1


@dataclass
class Fallen:
    """When the power failed, or might have: of each moment the pages that were not synced, and what else was lost."""

    cuts: list[int] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def options(parser: argparse.ArgumentParser) -> None:
    """How often."""
    parser.add_argument("--times", type=int, default=20, help="cuts of the power")
    parser.add_argument("--looks", type=int, default=10, help="at what a cut would leave, before each of them")


def run(wanted: argparse.Namespace) -> bool:
    """Students answer while the power fails; what was written and not synced is gone each time."""
    with school(_STUDENTS, _QUESTIONS) as place:
        if (noting := built("power", place.folder)) is None:
            return False
        place.app.extensions["engine"].dispose()  # whoever has the files open would go on with those that are gone
        synced = place.folder / "synced"
        server = Server(place.folder, place.database, more={"LD_PRELOAD": str(noting), "DRILL_SYNCED": str(synced)})
        fight = Fight(place, server, random.Random(os.urandom(8)))  # noqa: S311
        held(place.folder, synced)
        server.start()
        fallen = Fallen()
        try:
            asyncio.run(_fought(fight, synced, wanted, fallen))
        finally:
            server.kill()
        fallen.cuts.append(cut(place.folder, synced))
        verdict = judged(place.app, fight.told)
    for what in (*(f"{count} × {each}" for each, count in fight.wrong.items()), *fallen.wrong[:5]):
        print(f"   {what}")
    print(f"   {len(fallen.cuts)} cuts, {sum(map(bool, fallen.cuts))} of them with pages that were not synced; "
          f"acknowledged {fight.told.count}, {verdict}; {fight.replayed} sent again")  # fmt: skip
    print(f"   {len(fallen.looks)} looks at what a cut would leave, {sum(map(bool, fallen.looks))} of them with pages "
          f"that were not synced; {len(fallen.wrong)} with something lost")  # fmt: skip
    good = verdict.good and not fight.wrong and not fallen.wrong
    return good and len(fallen.cuts) > wanted.times and fight.told.count > 0


def held(folder: Path, synced: Path) -> None:
    """What is in a database before anything is noted is taken for synced."""
    synced.mkdir()
    for file in _files(folder):
        shutil.copyfile(file, synced / file.name)


def cut(folder: Path, synced: Path) -> int:
    """Put what was last synced in the place of the database that nobody has open; the pages that differed."""
    lost = sum(_unlike(file, synced / file.name) for file in _files(folder))
    for file in (*_files(folder), folder / f"{DATABASE}-shm"):
        file.unlink(missing_ok=True)
    for file in _files(synced):
        shutil.copyfile(file, folder / file.name)
    return lost


def _files(folder: Path) -> Sequence[Path]:
    return [file for file in (folder / DATABASE, folder / f"{DATABASE}-wal") if file.exists()]


def _unlike(file: Path, kept: Path) -> int:
    left, right = file.read_bytes(), kept.read_bytes() if kept.exists() else b""
    pages = range(0, max(len(left), len(right)), _PAGE)
    return sum(left[at : at + _PAGE] != right[at : at + _PAGE] for at in pages)


def left(folder: Path, synced: Path, beside: Path, seconds: float = 0.0) -> int:
    """Put what a cut would leave into another folder; the pages that differed.

    Nothing is synced meanwhile, nor for so many seconds before: whoever writes has written by then, and waits to sync.
    """
    with (synced / "one-at-a-time").open("ab") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        time.sleep(seconds)
        lost = sum(_unlike(file, synced / file.name) for file in _files(folder))
        for file in _files(synced):
            shutil.copyfile(file, beside / file.name)
    return lost


def _look(folder: Path, synced: Path, told: Answers, fallen: Fallen) -> None:
    """Open what a cut would leave now, and hold it against what has been acknowledged before."""
    with tempfile.TemporaryDirectory(prefix="quizapp-drill-", dir=folder) as name:
        fallen.looks.append(left(folder, synced, Path(name), random.uniform(0, _HELD_S)))  # noqa: S311
        engine = db.make_engine(f"sqlite:///{Path(name) / DATABASE}")
        try:
            verdict = judged_in(engine, told)
        finally:
            engine.dispose()
    if not verdict.good:
        fallen.wrong.append(f"look {len(fallen.looks)}: acknowledged {told.count}, {verdict}")


async def _fought(fight: Fight, synced: Path, wanted: argparse.Namespace, fallen: Fallen) -> None:
    students = [asyncio.create_task(student(fight, name)) for name in fight.place.students]
    try:
        for _each in range(wanted.times):
            await _more_answers(fight, 1)
            for _look_on in range(wanted.looks):
                await asyncio.sleep(fight.chance.uniform(0, _APART_S))
                await asyncio.to_thread(_look, fight.server.folder, synced, deepcopy(fight.told), fallen)
            await _more_answers(fight, fight.chance.randint(1, 30))
            fight.server.kill()
            fallen.cuts.append(cut(fight.server.folder, synced))
            await asyncio.to_thread(fight.server.start)
    finally:
        fight.over = True
        await asyncio.gather(*students)


async def _more_answers(fight: Fight, count: int) -> None:
    wanted = fight.told.count + count
    if not await until(lambda: fight.told.count >= wanted, _STUCK_S):
        fight.wrong["nobody could answer any more"] += 1
