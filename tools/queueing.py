"""How long answers wait at a number of cores: simulated students at a measured cost per answer.

`python -m tools.queueing --students 200 --pace 5 --cpu-ms 12 --cores 2`: each student thinks for half to one and a half
times the pace, then asks for three pages, of which the middle one ends with a write that only one may do at a time.
"""

import argparse
import heapq
import random
from dataclasses import dataclass, field

_PARTS = (0.3, 0.35, 0.35)
"""Shares of the CPU of an answer: the question, its answer, the outcome."""
_WRITE = 1


@dataclass(frozen=True, slots=True)
class Load:
    """Who answers how often, and what an answer costs: CPU milliseconds over all cores, and those of the disk."""

    students: int
    pace_s: float
    cpu_ms: float
    cores: int
    flush_ms: float = 1.0
    seconds: float = 300.0


@dataclass(slots=True)
class Waited:
    """What came of it: the milliseconds from an answer sent to its 303, and the share of the time that cores work."""

    answers: list[float] = field(default_factory=list)
    busy: float = 0.0

    def quantile(self, share: float) -> float:
        """A quantile of the milliseconds."""
        found = sorted(self.answers)
        return found[min(int(len(found) * share), len(found) - 1)] if found else 0.0


def simulated(load: Load, seed: int = 1) -> Waited:
    """Requests in the order in which they come, each at the core that is free first; writes in a line of their own."""
    chance, found = random.Random(seed), Waited()  # noqa: S311 - a simulation
    free, disk, spent = [0.0] * load.cores, 0.0, 0.0
    coming = [(chance.uniform(0, load.pace_s), number, 0) for number in range(load.students)]
    heapq.heapify(coming)
    while coming and coming[0][0] < load.seconds:
        at, who, part = heapq.heappop(coming)
        begun = max(at, heapq.heappop(free))
        cost = chance.expovariate(1 / (load.cpu_ms * _PARTS[part])) / 1000
        done = begun + cost
        spent += cost
        if part == _WRITE:
            disk = max(done, disk) + load.flush_ms / 1000
            done = disk
            found.answers.append((done - at) * 1000)
        heapq.heappush(free, done)
        thinks = chance.uniform(0.5, 1.5) * load.pace_s if part == 0 else 0.0
        heapq.heappush(coming, (done + thinks, who, (part + 1) % len(_PARTS)))
    found.busy = spent / (load.cores * load.seconds)
    return found


def most_students(pace_s: float, cpu_ms: float, cores: int, p99_ms: float, flush_ms: float = 1.0) -> int:
    """How many students still have their answers in that time, to within five in a hundred; 0 if not even one."""

    def good(count: int) -> bool:
        return simulated(Load(count, pace_s, cpu_ms, cores, flush_ms, 120.0)).quantile(0.99) <= p99_ms

    low, high = 0, 1
    while good(high):
        low, high = high, high * 2
    while high - low > max(1, low // 20):
        middle = (low + high) // 2
        low, high = (middle, high) if good(middle) else (low, middle)
    return low


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(prog="tools.queueing", description=__doc__)
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--pace", type=float, default=5.0, help="seconds between two answers of a student")
    parser.add_argument("--cpu-ms", type=float, default=12.0, help="CPU of one answer: its three requests")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--flush-ms", type=float, default=1.0, help="what the disk takes for one commit")
    asked = parser.parse_args()
    found = simulated(Load(asked.students, asked.pace, asked.cpu_ms, asked.cores, asked.flush_ms))
    print(f"{len(found.answers)} answers, cores busy {found.busy:.0%}, p50 {found.quantile(0.5):.0f} ms, "
          f"p95 {found.quantile(0.95):.0f} ms, p99 {found.quantile(0.99):.0f} ms")  # fmt: skip
    for p99 in (150, 400):
        most = most_students(asked.pace, asked.cpu_ms, asked.cores, p99, asked.flush_ms)
        print(f"p99 up to {p99} ms: {most} students at once")


if __name__ == "__main__":
    main()
