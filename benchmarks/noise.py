"""How quiet the machine is while it measures."""

import os
import tempfile
import time

_TURNS, _FLUSHES, _PAGE = 3_000_000, 100, b"." * 4096


def spin() -> float:
    """The wall time of a loop over its CPU time: more than 1 where others take the core away."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _turn in range(_TURNS):
        pass
    return (time.perf_counter() - wall) / (time.process_time() - cpu)


def flushes_ms() -> list[float]:
    """The milliseconds of a hundred overwrites of 4 KB, each flushed to the disk."""
    took = []
    with tempfile.TemporaryFile() as file:
        file.write(_PAGE)
        for _time in range(_FLUSHES):
            file.seek(0)
            file.write(_PAGE)
            file.flush()
            before = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append((time.perf_counter() - before) * 1000)
    return took
