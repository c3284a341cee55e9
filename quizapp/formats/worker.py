"""The child process: `python -m quizapp.formats.worker FORMAT MEMORY CPU WALL OUTPUT PARENT`, file in, JSON out."""

import sys

from quizapp.formats.apart import MOST_DATA, OUT_OF_MEMORY, Reading, pieces
from quizapp.formats.exchange import Found, Imported
from quizapp.formats.foreign import foreign, unknown
from quizapp.formats.registry import format_of, read
from quizapp.intake.worker import confine, seal


def main(arguments: list[str]) -> None:
    """Read the file under the limits and write what it holds."""
    name, memory, cpu, wall, output, parent = arguments
    confine(int(memory), int(cpu), int(wall), int(parent))
    hold(MOST_DATA)
    seal(int(output))
    try:
        for piece in pieces(reading_of(sys.stdin.buffer.read(), name)):
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def hold(data: int) -> None:
    """Take on a limit of the bytes that can be written to; of addresses, programs take many that they never touch."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    resource.setrlimit(resource.RLIMIT_DATA, (data, data))


def reading_of(data: bytes, name: str) -> Reading:
    """What a file holds, in the format of a name or, for `auto`, as its content tells; or what it is instead."""
    problem = foreign(data, chosen=name != "auto")
    found = None if problem else format_of(data) if name == "auto" else name
    if found is None:
        return Reading(None, Imported((), (Found(problem or unknown(data)),)))
    return Reading(found, read(data, found))


if __name__ == "__main__":
    main(sys.argv[1:])
