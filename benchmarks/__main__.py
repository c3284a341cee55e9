"""`make bench`: prints a table and writes benchmarks/latest.json; `python -m benchmarks floor counts` runs two stages.

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
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from flask import Flask

from benchmarks import drafting, durable, journey, noise, postgresql, worker
from benchmarks.browser import Browser
from benchmarks.cycle import PARTS, answer_fields, begin, counted, demo_app, floor_cycle, one_cycle
from benchmarks.floor import floor_app
from benchmarks.reports import Measured, measured
from quizapp.serving import warm_up
from tools.drill.school import database

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
_SLACK, _NOISY_SPIN, _NOISY_FLUSH = 1.25, 1.3, 20
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


Clock = Callable[[], int]
Found = tuple[list[Bar], dict[str, list[float]]]


def bar(name: str, value: float, unit: str, must: float, want: float) -> Bar:
    """A bar, met when the value is at most `must`."""
    return Bar(name, round(value, 3), unit, must, want, value <= must)


def count_stage(app: Flask, _folder: Path) -> Found:
    """Statements and commits of the three requests of one answer."""
    one_cycle(*begin(app))
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


def cycle_stage(app: Flask, folder: Path) -> Found:
    """CPU of the answer cycle over the floor's."""
    return _over_floor(app, floor_app(f"sqlite:///{folder / 'floor.sqlite3'}"), lambda: time.process_time_ns)


def _over_floor(app: Flask, floor: Flask, clock: Callable[[], Clock]) -> Found:
    one_cycle(*begin(app))
    floor_cycle(Browser(floor))
    samples: dict[str, list[float]] = {f"{who} {part}": [] for who in ("application", "floor") for part in PARTS}
    ratios: dict[str, list[float]] = {"question GET": [], "answer POST + outcome GET": [], "answer cycle": []}
    for number in range(ROUNDS):
        own, least = _one_round(app, floor, clock(), application_first=number % 2 == 0)
        for place, part in enumerate(PARTS):
            samples[f"application {part}"].append(own[place])
            samples[f"floor {part}"].append(least[place])
        ratios["question GET"].append(own[0] / least[0])
        ratios["answer POST + outcome GET"].append((own[1] + own[2]) / (least[1] + least[2]))
        ratios["answer cycle"].append(sum(own) / sum(least))
    bars = [bar(f"CPU, {name}", statistics.median(found), "x floor", 2.0, 1.4) for name, found in ratios.items()]
    return bars, samples | {f"CPU, {name}": found for name, found in ratios.items()}


def reports_stage(app: Flask, folder: Path) -> Found:
    """CPU of the teacher's reports, and of a student's own pages."""
    return _told(measured(app, folder / "bench.sqlite3"))


def _told(found: dict[str, Measured]) -> Found:
    bars = [bar(name, each.value, each.unit, each.must, each.want) for name, each in found.items()]
    return bars, {name: each.samples for name, each in found.items()}


def _one_round(app: Flask, floor: Flask, clock: Clock, *, application_first: bool) -> tuple[list[float], list[float]]:
    client, place = begin(app, clock)
    bare = Browser(floor, clock=clock)
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


def durable_stage() -> Found:
    """Flushes of the disk per answer, and eight writers at once."""
    flushed, (took, failed) = durable.flushes(), durable.waits()
    bars = [bar("flushes per answer", flushed[0], "flushes", 1.05, 1.02)] if flushed else []
    bars.append(bar("eight writers for 10 s: errors", failed, "errors", 0, 0))
    bars.append(bar("eight writers for 10 s: longest wait", max(took), "s", 1, 0.3))
    return bars, {each.name: [each.value] for each in bars} | {"eight writers for 10 s: longest wait": took}


def server_stage() -> Found:
    """Bytes over the wire, forty sign-ins at once, and what a worker weighs."""
    sent, found = worker.bytes_over_the_wire(), worker.served()
    most = {"first visit over the wire": (100, 75), "next question over the wire": (6, 4)}
    bars = [bar(name, value, "KB", *most[name]) for name, value in sent.items()]
    bars.append(bar("40 sign-ins at once", found.sign_ins, "s", 8, 4))
    bars.append(bar("PSS of a worker after 5,000 requests and a draft", found.drafted, "MB", 120, 80))
    bars.append(bar("growth of it over them", (found.later / found.warm - 1) * 100, "%", 5, 5))
    weighed = [found.warm, found.later, found.drafted]
    own = {"PSS of a worker after 5,000 requests and a draft": weighed, "CPU of 40 sign-ins, s": [found.cpu]}
    return bars, {each.name: [each.value] for each in bars} | own


def journey_stage() -> Found:
    """Each reload between a pasted article and a published quiz, in a real browser: the longest counts."""
    found = journey.reloads()
    for name, took in found.items():
        print(f"  {name:40} median {statistics.median(took):6.0f} ms, longest {max(took):6.0f} ms, n {len(took)}")
    most = {journey.LONG: (1000, 500)}
    bars = [bar(f"journey, {name}", max(took), "ms", *most.get(name, (300, 150))) for name, took in found.items()]
    return bars, {f"journey, {name}": took for name, took in found.items()}


def drafting_stage() -> Found:
    """Drafts from 1,500 words: CPU warm and cold, and the memory of the process that makes its first."""
    bars: list[Bar] = []
    samples: dict[str, list[float]] = {}
    for lang, language in drafting.LANGUAGES.items():
        again, (first, grown) = drafting.warm(lang), drafting.cold(lang)
        for what, found, unit, must, want in (
            ("warm", again, "s", 0.5, 0.1),
            ("in a new process", first, "s", 2.0, 0.7),
            ("memory of it", grown, "MB", 60.0, 60.0),
        ):
            name = f"drafting, {language}, {what}"
            bars.append(bar(name, statistics.median(found), unit, must, want))
            samples[name] = found
    return bars, samples


def environment() -> dict[str, str]:
    """Where the figures come from; the machine is noisy where a spin takes 1.3 times its CPU time, or the slowest of
    a hundred flushes 20 times the usual one."""
    spin, flushed = noise.spin(), noise.flushes_ms()
    usual, slowest = statistics.median(flushed), sorted(flushed)[-2]
    return {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "cpus": str(os.cpu_count()),
        "sqlite": sqlite3.sqlite_version,
        "rounds": str(ROUNDS),
        "load": " ".join(f"{each:.2f}" for each in os.getloadavg()),
        "spin, wall over CPU": f"{spin:.2f}",
        "fdatasync p50 and p99, ms": f"{usual:.2f} {slowest:.2f}",
        "noisy": "yes" if spin > _NOISY_SPIN or slowest > _NOISY_FLUSH * usual else "no",
    }


def gate(bars: list[Bar]) -> list[Bar]:
    """The ratios of CPU that miss their bar by more than a quarter: they alone hold for any machine."""
    return [each for each in bars if each.unit in {"x floor", "x raw scan"} and each.value > each.must * _SLACK]


def main() -> int:
    """Run every stage, or those that are named; 1 where a ratio misses its bar by more than a quarter, twice, or a
    stage breaks. What was measured by then is written after each."""
    wanted = sys.argv[1:] or list(STAGES)
    where = environment()
    bars: list[Bar] = []
    samples: dict[str, list[float]] = {}
    broken = []
    for name in wanted:
        print(f"== {name}", flush=True)
        begun = time.monotonic()
        try:
            more, further = _measured(name)
        except Exception:  # noqa: BLE001 - what the other stages measure is not lost for it
            traceback.print_exc()
            broken.append(name)
            continue
        bars, samples = [*bars, *more], samples | further
        where[f"{name}, seconds and load"] = f"{time.monotonic() - begun:.0f}, {os.getloadavg()[0]:.2f}"
        _write(where, bars, samples)
    for each in bars:
        print(f"{each.name:40} {each.value:8.2f} {each.unit:12} must {each.must:g}, want {each.want:g}"
              f"{'' if each.ok else '   MISSED'}")  # fmt: skip
    print(", ".join(f"{name}: {said}" for name, said in where.items()))
    _write(where | {"load after": environment()["load"]}, bars, samples)
    for name in broken:
        print(f"{name}: BROKEN")
    return 1 if gate(bars) or broken else 0


def _measured(name: str) -> Found:
    """A stage, once more where a ratio misses its bar by more than a quarter: that one counts, the first one's samples
    are kept beside it."""
    bars, samples = STAGES[name]()
    if not gate(bars):
        return bars, samples
    print(f"{name}: once more, " + ", ".join(f"{each.name} {each.value}" for each in gate(bars)), flush=True)
    again, further = STAGES[name]()
    return again, further | {f"{each}, the first time": found for each, found in samples.items()}


def _write(where: dict[str, str], bars: list[Bar], samples: dict[str, list[float]]) -> None:
    report = {"environment": where, "bars": [asdict(each) for each in bars], "samples": samples}
    _LATEST.write_text(json.dumps(report, indent=1), encoding="utf-8")


def _with_app(stage: Callable[[Flask, Path], Found]) -> Callable[[], Found]:
    def run() -> Found:
        with tempfile.TemporaryDirectory() as folder:
            app = demo_app(Path(folder))
            warm_up(app).join()  # as a server does before its first request
            return stage(app, Path(folder))

    return run


def _on_postgresql(stage: Callable[[Path, str], Found]) -> Callable[[], Found]:
    def run() -> Found:
        if not postgresql.is_here():
            print("no PostgreSQL here: its programs come with `make install`")
            return [], {}
        with (
            tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
            database(Path(folder), postgresql=True) as url,
        ):
            bars, samples = stage(Path(folder), url)
        named = [replace(each, name=f"{each.name}, PostgreSQL") for each in bars]
        return named, {f"{name}, PostgreSQL": found for name, found in samples.items()}

    return run


def _count_there(folder: Path, url: str) -> Found:
    return count_stage(demo_app(folder, url), folder)


def _floor_there(folder: Path, url: str) -> Found:
    """CPU of this process and of PostgreSQL's together."""
    app = demo_app(folder, url)
    warm_up(app).join()
    return _over_floor(app, floor_app(url), lambda: postgresql.together(folder / "pg"))


def _reports_there(folder: Path, url: str) -> Found:
    return _told(postgresql.measured(demo_app(folder), folder, url))


STAGES: dict[str, Callable[[], Found]] = {
    "counts": _with_app(count_stage),
    "floor": _with_app(cycle_stage),
    "durable": durable_stage,
    "server": server_stage,
    "reports": _with_app(reports_stage),
    "journey": journey_stage,
    "drafting": drafting_stage,
    "counts-postgresql": _on_postgresql(_count_there),
    "floor-postgresql": _on_postgresql(_floor_there),
    "reports-postgresql": _on_postgresql(_reports_there),
}


if __name__ == "__main__":
    sys.exit(main())
