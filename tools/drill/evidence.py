"""What a drill leaves behind to be read: the logs of its processes and of PostgreSQL, and what those say went wrong."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

KEPT = Path(__file__).resolve().parents[2] / "var" / "drill"
_SERVER_ERROR = 500
_LINE = re.compile(r'(?=\{"at": ")')
_TROUBLE = re.compile(r"\d+\] .*?(?P<what>(?:ERROR|FATAL|PANIC): .*|LOG: .* (?:still waiting for|acquired) \w+)")
_PLACE = re.compile(r"\b\d+\b")
_DEADLOCK = re.compile(r"ERROR: +deadlock detected.*\n.*?DETAIL: +(?P<how>.*\n(?:\t.*\n)+)")


def keep(name: str, logs: Iterable[tuple[str, Path]]) -> Path:
    """Copy logs, each under a name of its own, in place of those of the last run; the folder they lie in."""
    folder = KEPT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for own, log in logs:
        if log.exists():
            shutil.copyfile(log, folder / own)
    return folder


def told(log: Path) -> Iterator[dict[str, Any] | None]:
    """The lines of a server's log; None for one that is not whole, as a full disk leaves them: it ends anywhere, with
    the next one right behind."""
    for piece in _LINE.split(log.read_text(encoding="utf-8", errors="replace"))[1:]:
        try:
            line, _end = json.JSONDecoder().raw_decode(piece)
        except ValueError:
            yield None
        else:
            yield line


def breakdowns(logs: Iterable[Path]) -> Counter[str]:
    """Each request that was answered 5xx: what it was, the error, its number, and the last places in the code."""
    found: Counter[str] = Counter()
    for log in logs:
        lines = [line for line in told(log) if line]
        errors = {line.get("request"): line for line in lines if line["what"] == "error"}
        for line in lines:
            if line["what"] == "request" and line["status"] >= _SERVER_ERROR:
                error = errors.get(line["request"], {})
                why = f"{error.get('error', 'no error noted')} {error.get('number', '')}".strip()
                where = " < ".join(reversed(error.get("where", [])[-4:]))
                found[f"{line['method']} {line['route']} {line['status']}: {why}, {where}"] += 1
    return found


def of_postgresql(log: Path) -> tuple[Counter[str], str]:
    """What PostgreSQL wrote of errors and of waits for locks, without numbers, and how the first deadlock came."""
    text = log.read_text(encoding="utf-8", errors="replace")
    found = Counter(_PLACE.sub("…", match["what"]) for match in _TROUBLE.finditer(text))
    how = _DEADLOCK.search(text)
    return found, " ".join(how["how"].split()) if how else ""
