"""A parser of foreign files runs in a process of its own, which ends when it asks for too much.

The child gets the file on standard input, a bare environment and its limits, and writes one JSON document. It
ends with its parent. What it answers is checked like any input: a file may have taken it over.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from quizapp.intake.article import MOST_WORDS, REFUSALS, Extract, Unusable

Kind = Literal["html", "pdf", "docx"]

_PROGRAM = ("-m", "quizapp.intake.worker")
_PACKAGES = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # signs of a font without its table, not of a text
TOO_MUCH = frozenset(-number for number in (9, 14, 24))  # killed, alarm, CPU time used up


@dataclass(frozen=True, slots=True)
class Limits:
    """What a parser may use: bytes of memory, seconds of CPU, seconds of any kind, bytes of answer."""

    memory: int = 512 * 1024 * 1024
    cpu: int = 10
    wall: int = 20
    output: int = 4 * 1024 * 1024


USUAL = Limits()
PATIENCE_S = 2.0
"""Seconds that a file waits for the one that is being read."""
_ONE_AT_A_TIME = threading.BoundedSemaphore(1)
"""Of a process, whose few threads would otherwise all wait for children while nobody else is answered."""


def parse(kind: Kind, data: bytes, limits: Limits = USUAL, program: Sequence[str] = _PROGRAM) -> Extract:
    """What the parser of this kind finds in the file. Raises Unusable where it finds nothing to use."""
    status, answer = run(kind, data, limits, program)
    if status in TOO_MUCH or len(answer) > limits.output:
        raise Unusable("too-heavy")
    said = _document(answer) if status == 0 else {"refused": "unreadable"}
    if "refused" in said:
        code = said["refused"] if said["refused"] in REFUSALS else "unreadable"
        raise Unusable(code, name=kind.upper(), limit=MOST_WORDS)
    return _extract(said, kind)


def run(kind: str, data: bytes, limits: Limits, program: Sequence[str]) -> tuple[int, bytes]:
    """Exit status (negative: killed by that signal) and what the child wrote, one byte over the limit at most.

    Raises Unusable where another file is being read, or where the clock has ended the child.
    """
    if not _ONE_AT_A_TIME.acquire(timeout=PATIENCE_S):
        raise Unusable("busy")
    try:
        return _run(kind, data, limits, program)
    finally:
        _ONE_AT_A_TIME.release()


def _run(kind: str, data: bytes, limits: Limits, program: Sequence[str]) -> tuple[int, bytes]:
    numbers = [str(getattr(limits, each.name)) for each in fields(limits)]
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment |= {"PYTHONPATH": str(_PACKAGES), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as written:
        given.write(data)
        given.seek(0)
        command = [sys.executable, *program, kind, *numbers, str(os.getpid())]
        with subprocess.Popen(  # noqa: S603 - our own program, arguments of our own
            command, stdin=given, stdout=written, stderr=subprocess.DEVNULL, env=environment
        ) as child:
            try:
                status = child.wait(limits.wall)
            except subprocess.TimeoutExpired:
                raise Unusable("too-heavy") from None
            finally:
                child.kill()
        written.seek(0)
        return status, written.read(limits.output + 1)


def _document(answer: bytes) -> dict[str, Any]:
    try:
        said = json.loads(answer)
    except (ValueError, RecursionError):
        return {"refused": "unreadable"}
    return said if isinstance(said, dict) else {"refused": "unreadable"}


def _extract(said: dict[str, Any], kind: Kind) -> Extract:
    paragraphs = said.pop("paragraphs", None)
    names = {each.name for each in fields(Extract)}
    texts = isinstance(paragraphs, list) and all(isinstance(each, str) for each in paragraphs)
    if not texts or not all(name in names and isinstance(value, str | None) for name, value in said.items()):
        raise Unusable("unreadable", name=kind.upper())
    clean = {name: value and _CONTROLS.sub("", value) for name, value in said.items()}
    return Extract(tuple(_CONTROLS.sub("", each) for each in paragraphs or ()), **clean)
