"""The child process: `python -m quizapp.intake.worker KIND MEMORY CPU WALL OUTPUT PARENT`, file in, JSON out."""

import ctypes
import faulthandler
import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, BinaryIO, cast

from quizapp.intake.article import Extract, Unusable
from quizapp.intake.watch import watch

PARSERS = {"html": "quizapp.intake.page", "pdf": "quizapp.intake.pdf", "docx": "quizapp.intake.docx"}
EXTRA = frozenset({"trafilatura", "pypdf", "mammoth", "lxml"})  # what is missing where the extra is not installed
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def main(arguments: list[str]) -> None:
    """Read the file under the limits and write what it holds, or why not."""
    kind, memory, cpu, wall, output, parent = arguments
    confine(int(memory), int(cpu), int(wall), int(parent))
    answer = json.dumps(answer_of(kind, sys.stdin.buffer, int(output)), ensure_ascii=False).encode("utf-8", "replace")
    sys.stdout.buffer.write(answer if len(answer) <= int(output) else b'{"refused": "too-heavy"}')
    sys.stdout.buffer.flush()


def confine(memory: int, cpu: int, wall: int, parent: int) -> None:
    """Take on the limits; there is no way back out of them."""
    faulthandler.dump_traceback_later(wall, exit=True)
    if sys.platform == "win32":  # no limits to take on: the clock above, and the parent's
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(wall)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we could ask
        sys.exit(1)


def seal(output: int) -> None:
    """Write no file longer than the answer may be, and none by name, nor read any but the program's own."""
    sys.dont_write_bytecode = True  # Python would store it cut short
    watch()
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_FSIZE, (output + 1, output + 1))


def answer_of(kind: str, file: BinaryIO, output: int) -> dict[str, Any]:
    """What the parser found, or the code of a refusal."""
    try:
        read = cast("Callable[[bytes], Extract]", importlib.import_module(PARSERS[kind]).read)
        seal(output)
        return asdict(read(file.read()))
    except Unusable as refusal:
        return {"refused": refusal.code}
    except MemoryError:
        return {"refused": "too-heavy"}
    except ModuleNotFoundError as missing:
        return {"refused": "missing-extra" if missing.name in EXTRA else "unreadable"}
    except Exception:  # noqa: BLE001 - whatever a parser makes of a hostile file
        return {"refused": "unreadable"}


if __name__ == "__main__":
    main(sys.argv[1:])
