"""The child process: `python -m quizapp.formats.worker FORMAT MEMORY CPU WALL OUTPUT PARENT`, file in, JSON out."""

import json
import sys

from quizapp.core.problems import Problem
from quizapp.formats.apart import Reading, dumped
from quizapp.formats.exchange import SAYS, Found, Imported
from quizapp.formats.registry import format_of, read
from quizapp.intake.worker import confine, seal


def main(arguments: list[str]) -> None:
    """Read the file under the limits and write what it holds."""
    name, memory, cpu, wall, output, parent = arguments
    confine(int(memory), int(cpu), int(wall), int(parent))
    seal(int(output))
    answer = json.dumps(dumped(reading_of(sys.stdin.buffer.read(), name)), ensure_ascii=False)
    sys.stdout.buffer.write(answer.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def reading_of(data: bytes, name: str) -> Reading:
    """What a file holds, in the format of a name or, for `auto`, as its content tells."""
    found = format_of(data) if name == "auto" else name
    if found is None:
        problem = Problem("file-is-unknown", (), SAYS["file-is-unknown"], {})
        return Reading(None, Imported((), (Found(problem),)))
    return Reading(found, read(data, found))


if __name__ == "__main__":
    main(sys.argv[1:])
