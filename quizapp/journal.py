"""The log: a line of JSON for each request, job and error, in which nobody is named and nothing is told.

What a line may hold is listed in docs/operations.md. Never what an exception says, which may quote what was sent: its
type, its number, and where in the code it came about.
"""

import datetime
import json
import logging
import os
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LEVELS = ("off", "errors", "all")
_FRAMES = 12
_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Journal:
    """What is written down (one of `LEVELS`), and into which file; without one, to standard error."""

    level: str
    file: Path | None

    @property
    def of_all(self) -> bool:
        """Whether requests and jobs that went well are written down too."""
        return self.level == "all"


def journal_of(environ: Mapping[str, str] = os.environ) -> Journal:
    """`QUIZAPP_LOG`, of which an unknown one is `errors` (doctor says so), and `QUIZAPP_LOG_FILE`."""
    level, file = environ.get("QUIZAPP_LOG", "errors"), environ.get("QUIZAPP_LOG_FILE")
    return Journal(level if level in LEVELS else "errors", Path(file) if file else None)


def write(journal: Journal, what: str, **values: Any) -> None:
    """One line. A log that cannot be written stops nobody.

    The file is opened for each line: one that was moved or deleted, or had no room for a while, is gone on with.
    """
    if journal.level == "off":
        return
    moment = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    line = json.dumps({"at": moment, "what": what, **values}) + "\n"
    with suppress(OSError, ValueError):
        if journal.file is None:
            sys.stderr.write(line)
            sys.stderr.flush()
            return
        file = os.open(journal.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, line.encode())
        finally:
            os.close(file)


def described(error: BaseException) -> dict[str, Any]:
    """What may be said of an exception: its type, its number where the system or the database gave one, its places."""
    told: dict[str, Any] = {"error": type(error).__name__, "where": _places(error)}
    cause = getattr(error, "orig", None) or error
    number = (
        getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or getattr(cause, "errno", None)
    )
    if number is not None:
        told["number"] = number
    return told


def _places(error: BaseException) -> list[str]:
    """Where it came about, outermost first: `attempts/views.py:233 answer`, our own code and the place of the raise."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames[:-1] if Path(frame.filename).is_relative_to(_HERE)]
    shown = [*own, *frames[-1:]][-_FRAMES:]
    return [f"{_short(Path(frame.filename))}:{frame.lineno} {frame.name}" for frame in shown]


def _short(file: Path) -> str:
    return str(file.relative_to(_HERE)) if file.is_relative_to(_HERE) else "/".join(file.parts[-2:])


class _OfLibraries(logging.Handler):
    """What packages warn of: who, how bad, and of which exception; not their words."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(logging.WARNING)
        self._journal = journal

    def emit(self, record: logging.LogRecord) -> None:
        """One line."""
        error = record.exc_info[1] if record.exc_info else None
        write(self._journal, "warning", of=record.name, level=record.levelname, **(described(error) if error else {}))


def take_over(journal: Journal) -> None:
    """From now on what packages of this process log goes here, and nowhere else."""
    logging.lastResort = None
    root = logging.getLogger()
    root.handlers[:] = [_OfLibraries(journal)]
