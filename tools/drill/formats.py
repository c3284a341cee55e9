"""The formats of questions: items through each and back, and damaged files; nothing lost in silence, nothing falls."""

import argparse
import random
import resource
import time
from importlib import import_module

from quizapp.formats.registry import READ_FROM, read

_crowd, _damage = (import_module(f"tests.formats.{name}") for name in ("crowd", "test_mutations"))
_AT_ONCE = 1000
_SLOWEST, _MOST_MEMORY = 2.0, 200
"""Seconds for one damaged file, and megabytes of the whole drill, its items included."""
_UNDAMAGED = {"bank"}
"""Read by a parser of its own, whose properties its tests have."""


def options(parser: argparse.ArgumentParser) -> None:
    """How many of each."""
    parser.add_argument("--items", type=int, default=20_000, help="items through each format")
    parser.add_argument("--mutations", type=int, default=100_000, help="damaged files for each format")
    parser.add_argument("--part", type=int, default=0, help="other damage than that of part 0")
    parser.add_argument("--only", choices=sorted({*_crowd.TYPES, *READ_FROM}), help="one format alone")


def run(asked: argparse.Namespace) -> bool:
    """Every item back as it was written, every damaged file answered with items and problems."""
    good = True
    for name in sorted(set(_crowd.TYPES) if asked.only is None else {asked.only} & set(_crowd.TYPES)):
        good &= _round_trips(name, asked.items)
    wanted = set(READ_FROM) - _UNDAMAGED
    for name in sorted(wanted if asked.only is None else {asked.only} & wanted):
        good &= _damages(name, asked.mutations, asked.part)
    return good


def _round_trips(name: str, count: int) -> bool:
    begun, compared, wrong = time.monotonic(), 0, 0
    for start in range(0, count, _AT_ONCE):
        more, differ = _crowd.differing(name, min(_AT_ONCE, count - start), f"{name} {start}")
        compared, wrong = compared + more, wrong + len(differ)
        for mine, theirs in differ[:1]:
            print(f"      {mine}\n      {theirs}")
    print(
        f"   {name:<12} {count} items, {compared} compared, {wrong} differ, {time.monotonic() - begun:.0f} s",
        flush=True,
    )
    return wrong == 0


def _damages(name: str, count: int, part: int) -> bool:
    begun, fallen, slowest = time.monotonic(), 0, 0.0
    chance, sound = random.Random(f"drill {name} {part}"), _damage.seeds(name)  # noqa: S311 - the same damage on every run
    for _each in range(count):
        data, at = _damage.damaged(chance.choice(sound), chance), time.monotonic()
        try:
            found = read(data, name)
            fallen += not (found.items or found.problems)
        except Exception as error:  # noqa: BLE001 - what the drill is for
            fallen += 1
            print(f"      {type(error).__name__}: {error} {data[:200]!r}")
        slowest = max(slowest, time.monotonic() - at)
    took, peak = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"   {name:<12} {count} damaged, {fallen} fell, slowest {slowest:.2f} s, at most {peak:.0f} MB, {took:.0f} s",
        flush=True,
    )
    return fallen == 0 and slowest <= _SLOWEST and peak <= _MOST_MEMORY
