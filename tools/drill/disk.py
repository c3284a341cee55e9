"""A small disk fills up, and another program takes the database: answers are refused, and what was taken stays."""

import argparse
import errno
import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tools.drill.school import school
from tools.drill.server import Server
from tools.drill.steadfast import Siege, told_of, under_answers

_STUDENTS, _QUESTIONS = 8, 20
_SIZE_MB = 96
_RED_S, _GREEN_S, _LONG_S = 60.0, 10.0, 60.0
_REFUSED = 8


def options(parser: argparse.ArgumentParser) -> None:
    """How often."""
    parser.add_argument("--times", type=int, default=3, help="how often the disk fills up")


def run(wanted: argparse.Namespace) -> bool:
    """Eight students answer on a tmpfs that fills up and is freed again, then beside a program that holds the lock."""
    with _small_disk() as disk:
        if disk is None:
            print("   only root can mount the small file system that this stage fills")
            return False
        with school(_STUDENTS, _QUESTIONS, base=disk) as place:
            siege = Siege(place, Server(place.folder, place.database))
            verdict = under_answers(siege, lambda: _trouble(siege, disk, wanted.times))
    print(f"   {told_of(siege, verdict)}")
    return verdict.good and not siege.wrong and siege.refused[507] > 0 and siege.refused[503] > 0


@contextmanager
def _small_disk() -> Iterator[Path | None]:
    folder = tempfile.mkdtemp(prefix="quizapp-disk-")
    try:
        mounted = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE_MB}m", "tmpfs", folder]
        if os.getuid() != 0 or subprocess.run(mounted, check=False).returncode != 0:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)
    finally:
        Path(folder).rmdir()


async def _trouble(siege: Siege, disk: Path, times: int) -> None:
    processes = sorted(siege.server.answering())
    if not await siege.more_answers(20, _LONG_S):
        siege.wrong["nobody could answer before"] += 1
    for _ in range(times):
        with _filled(disk):
            await _red(siege, "full", 507)
        await _green(siege, "after the disk was freed")
    with _taken(siege.server.folder / "quizapp.sqlite3"):
        await _red(siege, "locked", 503)
    await _green(siege, "after the lock was given back")
    if sorted(siege.server.answering()) != processes:
        siege.wrong["a process has been replaced"] += 1


async def _red(siege: Siege, what: str, status: int) -> None:
    wanted = siege.refused[status] + _REFUSED
    if await siege.until(lambda: siege.refused[status] >= wanted, _LONG_S) is None:
        siege.wrong[f"{what}, and nobody was refused"] += 1
    seconds = await siege.until(lambda: not siege.server.is_well(), _RED_S)
    if seconds is None:
        siege.wrong[f"{what}, and /health stayed green"] += 1
    else:
        print(f"   {what}: /health is red", flush=True)


async def _green(siege: Siege, what: str) -> None:
    seconds = await siege.until(siege.server.is_well, _GREEN_S)
    if seconds is None:
        siege.wrong[f"{what}, /health stayed red"] += 1
    else:
        print(f"   {what}: /health green within {seconds:.1f} s", flush=True)
    if not await siege.more_answers(20, _LONG_S):
        siege.wrong[f"{what}, nobody could answer"] += 1


@contextmanager
def _filled(disk: Path) -> Iterator[None]:
    """Not a byte of room left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            ballast.unlink()


@contextmanager
def _taken(database: Path) -> Iterator[None]:
    """Another program has begun to write, and does not end."""
    with closing(sqlite3.connect(database, timeout=30, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
