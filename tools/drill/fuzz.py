"""Files damaged again and again, those kept that lead a reader where none led it, until nothing new is found."""

import argparse
import random
import time
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

import coverage

import quizapp
from quizapp.formats.registry import READ_FROM, read

_damage = import_module("tests.formats.test_mutations")
_ROOMS = ("formats", "core")
_LARGEST = 60_000
"""Bytes of a file that is kept to be damaged further: what is doubled again and again tells nothing."""
_SLOWEST_S = 2.0


class Ways:
    """The steps from line to line that were ever taken in the rooms of the formats."""

    def __init__(self) -> None:
        package = Path(quizapp.__file__).parent
        self._tracer: Any = coverage.Coverage(
            data_file=None, config_file=False, branch=True, source=[str(package / each) for each in _ROOMS]
        )

    def __enter__(self) -> "Ways":
        self._tracer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tracer.stop()

    def count(self) -> int:
        """How many; asked after every file, which what is public takes too long for."""
        return sum(map(len, self._tracer._collector.data.values()))  # noqa: SLF001


@dataclass
class Hunt:
    """What became of the files of a format so far."""

    name: str
    chance: random.Random
    kept: list[bytes]
    cases: int = 0
    newest: int = 0
    ways: int = 0
    slowest: float = 0.0
    fallen: list[str] = field(default_factory=list)

    def goes_on(self, ways: Ways, quiet: int, seconds: float) -> bool:
        """Damage files until so many in a row led nowhere new, which is True, or so long."""
        begun = time.monotonic()
        while self.cases - self.newest < quiet:
            if time.monotonic() - begun > seconds:
                return False
            self._one_more(ways)
        return True

    def _one_more(self, ways: Ways) -> None:
        data = _damage.damaged(self._chosen(), self.chance)
        self.cases += 1
        begun = time.monotonic()
        try:
            wrong = _damage.wrong_in(read(data, self.name), self.name)
        except Exception as error:  # noqa: BLE001 - what it is for
            wrong = f"{type(error).__name__}: {error}"
        self.slowest = max(self.slowest, time.monotonic() - begun)
        if wrong:
            self.fallen.append(f"{wrong} {data[:200]!r}")
        found = ways.count()
        if found > self.ways:
            self.ways, self.newest = found, self.cases
            if len(data) <= _LARGEST:
                self.kept.append(data)

    def _chosen(self) -> bytes:
        """What was kept last as often as all the rest: it stands where the unknown begins."""
        return self.chance.choice(self.kept[-8:] if self.chance.random() < 1 / 2 else self.kept)


def options(parser: argparse.ArgumentParser) -> None:
    """Of which formats, and when it is enough."""
    parser.add_argument("--only", choices=sorted(_formats()), help="one format alone")
    parser.add_argument("--quiet", type=int, default=10_000, help="files in a row that lead nowhere new end it")
    parser.add_argument("--minutes", type=float, default=10.0, help="of a format at most, which misses the bar")
    parser.add_argument("--part", type=int, default=0, help="other damage than that of part 0")


def run(wanted: argparse.Namespace) -> bool:
    """Until so many files in a row take no step in the readers that none took before; none falls."""
    good = True
    for name in [wanted.only] if wanted.only else sorted(_formats()):
        begun = time.monotonic()
        hunt = Hunt(name, random.Random(f"fuzz {name} {wanted.part}"), list(_damage.seeds(name)))  # noqa: S311
        with Ways() as ways:
            settled = hunt.goes_on(ways, wanted.quiet, wanted.minutes * 60)
        print(
            f"   {name:<12} {hunt.cases} files, {hunt.ways} steps, the last new one by file {hunt.newest}, "
            f"{len(hunt.kept)} kept, {len(hunt.fallen)} fell, slowest {hunt.slowest:.2f} s, "
            f"{time.monotonic() - begun:.0f} s{'' if settled else ': not settled'}",
            flush=True,
        )
        for each in hunt.fallen[:3]:
            print(f"      {each}", flush=True)
        good &= settled and not hunt.fallen and hunt.slowest <= _SLOWEST_S
    return good


def _formats() -> set[str]:
    return set(READ_FROM)
