"""The power fails under answers: everything is killed, and of SQLite's files what was last synced alone is left."""

import argparse
import asyncio
import os
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from tools.drill.kill import Fight, student, until
from tools.drill.preload import built
from tools.drill.school import school
from tools.drill.server import Server
from tools.drill.truth import judged

DATABASE = "quizapp.sqlite3"
_STUDENTS, _QUESTIONS = 8, 20
_STUCK_S = 60.0
_PAGE = 4096


def options(parser: argparse.ArgumentParser) -> None:
    """How often."""
    parser.add_argument("--times", type=int, default=50, help="cuts of the power")


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
        dropped: list[int] = []
        try:
            asyncio.run(_fought(fight, synced, wanted.times, dropped))
        finally:
            server.kill()
        dropped.append(cut(place.folder, synced))
        verdict = judged(place.app, fight.told)
    for what, count in fight.wrong.items():
        print(f"   {count} × {what}")
    print(f"   {len(dropped)} cuts, {sum(map(bool, dropped))} of them with pages that were not synced; "
          f"acknowledged {fight.told.count}, {verdict}; {fight.replayed} sent again")  # fmt: skip
    return verdict.good and not fight.wrong and len(dropped) > wanted.times and fight.told.count > 0


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


async def _fought(fight: Fight, synced: Path, times: int, dropped: list[int]) -> None:
    students = [asyncio.create_task(student(fight, name)) for name in fight.place.students]
    try:
        for _each in range(times):
            if not await _more_answers(fight):
                fight.wrong["nobody could answer any more"] += 1
            fight.server.kill()
            dropped.append(cut(fight.server.folder, synced))
            await asyncio.to_thread(fight.server.start)
    finally:
        fight.over = True
        await asyncio.gather(*students)


async def _more_answers(fight: Fight) -> bool:
    wanted = fight.told.count + fight.chance.randint(1, 30)
    return await until(lambda: fight.told.count >= wanted, _STUCK_S)
