"""Runs one stage, or all of them, with the time each took; exit 1 where one misses its bar."""

import argparse
import signal
import sys
import time
from types import FrameType

from tools.drill import (
    archives,
    bulk,
    clock,
    controls,
    disk,
    flags,
    formats,
    fuzz,
    hostile,
    imports,
    kill,
    lives,
    load,
    mutation,
    network,
    postgres,
    power,
    proxy,
    races,
    scale,
    soak,
)

STAGES = {
    "kill": kill,
    "imports": imports,
    "races": races,
    "load": load,
    "network": network,
    "disk": disk,
    "power": power,
    "clock": clock,
    "postgres": postgres,
    "proxy": proxy,
    "scale": scale,
    "flags": flags,
    "archives": archives,
    "bulk": bulk,
    "formats": formats,
    "fuzz": fuzz,
    "hostile": hostile,
    "controls": controls,
    "mutation": mutation,
    "lives": lives,
    "soak": soak,
}


def main() -> int:
    """One stage with its options, or every stage as it comes; ended, it takes what it started along."""
    signal.signal(signal.SIGTERM, _ended)
    parser = argparse.ArgumentParser(prog="tools.drill", description=__doc__)
    chosen = parser.add_subparsers(dest="stage")
    for name, stage in STAGES.items():
        stage.options(chosen.add_parser(name, help=stage.__doc__))
    asked = sys.argv[1:]
    missed = []
    for each in [asked] if asked else [[name] for name in STAGES]:
        wanted = parser.parse_args(each)
        stage = STAGES[wanted.stage]
        print(f"== {wanted.stage}: {(stage.run.__doc__ or '').strip()}", flush=True)
        begun = time.monotonic()
        good = stage.run(wanted)
        print(f"   {'good' if good else 'MISSED'}, {time.monotonic() - begun:.0f} s", flush=True)
        if not good:
            missed.append(wanted.stage)
    return 1 if missed else 0


def _ended(number: int, _frame: FrameType | None) -> None:
    """Leave by way of everything that stops a server or gives back a folder, once."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
