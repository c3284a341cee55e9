"""`make bench`: prints a table and writes benchmarks/latest.json.

Floor and application run interleaved in one process, their order changing every round; a part's value is the
median of the rounds' ratios of CPU time, each round being one whole quiz. Statements and commits are exact.
"""

import json
import os
import platform
import sqlite3
import statistics
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from flask import Flask

from benchmarks import student
from benchmarks.browser import Browser
from benchmarks.cycle import PARTS, answer_fields, begin, counted, demo_app, floor_cycle, one_cycle
from benchmarks.floor import floor_app
from benchmarks.reports import measured

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
_LATEST = Path(__file__).with_name("latest.json")
_STATEMENTS = {"question GET": (5, 3), "answer POST": (6, 4), "outcome GET": (5, 3)}


@dataclass
class Bar:
    """One figure with its upper bounds."""

    name: str
    value: float
    unit: str
    must: float
    want: float
    ok: bool


def bar(name: str, value: float, unit: str, must: float, want: float) -> Bar:
    """A bar, met when the value is at most `must`."""
    return Bar(name, round(value, 3), unit, must, want, value <= must)


def count_stage(app: Flask) -> tuple[list[Bar], dict[str, list[float]]]:
    """Statements and commits of the three requests of one answer."""
    client, place = begin(app)
    client.get(place)
    seen = {}
    pages: list[str] = []
    seen["question GET"] = counted(app, lambda: pages.append(client.get(place).text))
    fields = answer_fields(pages[0])
    seen["answer POST"] = counted(app, lambda: client.post(place, fields))
    seen["outcome GET"] = counted(app, lambda: client.get(f"{place}/outcome"))
    bars = [bar(f"statements, {part}", seen[part].statements, "statements", *_STATEMENTS[part]) for part in PARTS]
    bars.append(bar("commits per answer", sum(each.commits for each in seen.values()), "commits", 1, 1))
    return bars, {each.name: [each.value] for each in bars}


def cycle_stage(app: Flask, floor: Flask) -> tuple[list[Bar], dict[str, list[float]]]:
    """CPU of the answer cycle over the floor's."""
    samples: dict[str, list[float]] = {f"{who} {part}": [] for who in ("application", "floor") for part in PARTS}
    ratios: dict[str, list[float]] = {"question GET": [], "answer POST + outcome GET": [], "answer cycle": []}
    for number in range(ROUNDS):
        own, least = _one_round(app, floor, application_first=number % 2 == 0)
        for place, part in enumerate(PARTS):
            samples[f"application {part}"].append(own[place])
            samples[f"floor {part}"].append(least[place])
        ratios["question GET"].append(own[0] / least[0])
        ratios["answer POST + outcome GET"].append((own[1] + own[2]) / (least[1] + least[2]))
        ratios["answer cycle"].append(sum(own) / sum(least))
    bars = [bar(f"CPU, {name}", statistics.median(found), "x floor", 2.0, 1.4) for name, found in ratios.items()]
    return bars, samples | {f"CPU, {name}": found for name, found in ratios.items()}


def reports_stage(app: Flask, folder: Path) -> tuple[list[Bar], dict[str, list[float]]]:
    """CPU of the teacher's reports, and of a student's own pages."""
    found = measured(app, folder / "bench.sqlite3") | student.measured(app, folder / "bench.sqlite3")
    bars = [bar(name, statistics.median(samples), "s", most, most) for name, (samples, most) in found.items()]
    return bars, {name: samples for name, (samples, _most) in found.items()}


def _one_round(app: Flask, floor: Flask, *, application_first: bool) -> tuple[list[float], list[float]]:
    client, place = begin(app)
    bare = Browser(floor)
    own, least = [0.0] * 3, [0.0] * 3
    following: str | None = place
    while following is not None:
        here = following
        if application_first:
            mine, following = one_cycle(client, here)
            bottom = floor_cycle(bare)
        else:
            bottom = floor_cycle(bare)
            mine, following = one_cycle(client, here)
        own = [a + b for a, b in zip(own, mine, strict=True)]
        least = [a + b for a, b in zip(least, bottom, strict=True)]
    return own, least


def environment() -> dict[str, str]:
    """Where the figures come from."""
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cpus": str(os.cpu_count()),
        "sqlite": sqlite3.sqlite_version,
        "rounds": str(ROUNDS),
        "load": " ".join(f"{each:.2f}" for each in os.getloadavg()),
    }


def main() -> int:
    """Run every stage; missed bars are said, in the table and in the file."""
    with tempfile.TemporaryDirectory() as folder:
        app, floor = demo_app(Path(folder)), floor_app(Path(folder))
        one_cycle(*begin(app))
        floor_cycle(Browser(floor))
        bars, samples = count_stage(app)
        more, further = cycle_stage(app, floor)
        bars, samples = bars + more, samples | further
        more, further = reports_stage(app, Path(folder))
    bars, samples = bars + more, samples | further
    for each in bars:
        print(f"{each.name:40} {each.value:8.2f} {each.unit:12} must {each.must:g}, want {each.want:g}"
              f"{'' if each.ok else '   MISSED'}")  # fmt: skip
    report = {"environment": environment(), "bars": [asdict(each) for each in bars], "samples": samples}
    _LATEST.write_text(json.dumps(report, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
