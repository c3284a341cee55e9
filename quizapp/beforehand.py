"""Templates compiled once for all processes of a server, in two processes of their own beside its start.

A server that compiled them first would be seconds late, and one whose processes compile them for themselves answers
slowly for as long. What is compiled lies in a file without a name: only processes that are forked later can read it.
"""

import marshal
import os
import tempfile
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import BinaryIO

from flask import Flask

from quizapp.web.templates import templates

NAME = "templates"
"""What the processes that compile are called, where the system lets them say so."""
_NICE = 10
"""They wait for whoever answers."""
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Beforehand:
    """The templates of one language, as soon as they are compiled."""

    language: str
    file: BinaryIO
    """Its length in eight bytes, written last, and what was compiled."""
    over: int
    """The end of a pipe that nobody writes to, and that ends with the process that compiles."""

    def wait(self) -> Mapping[str, CodeType]:
        """What was compiled, once it is; nothing where that process came to another end."""
        os.read(self.over, 1)
        length = int.from_bytes(os.pread(self.file.fileno(), _LENGTH, 0))
        if not length:
            return {}
        found: dict[str, CodeType] = marshal.loads(os.pread(self.file.fileno(), length, _LENGTH))  # noqa: S302 - our own process's
        return found

    def close(self) -> None:
        """Let go of it; what was read stays."""
        self.file.close()
        os.close(self.over)


def compile_beside(app: Flask, languages: Iterable[str]) -> list[Beforehand]:
    """Begin with each of these; with none where processes are not forked. To be called before there are threads."""
    if not hasattr(os, "fork"):
        return []
    begun = [_begun(app, each) for each in languages]
    threading.Thread(target=lambda: [os.waitpid(pid, 0) for pid, _made in begun], daemon=True).start()
    return [made for _pid, made in begun]


def _begun(app: Flask, language: str) -> tuple[int, Beforehand]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the server is, for processes that come later
    over, open_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            _compile(app, language, file)
        finally:
            os._exit(0)
    os.close(open_end)
    return pid, Beforehand(language, file, over)


def _compile(app: Flask, language: str, file: BinaryIO) -> None:
    os.nice(_NICE)
    with suppress(OSError):
        Path("/proc/self/comm").write_text(NAME, encoding="ascii")
    compiled = marshal.dumps(dict(templates(app).compiled(language)))
    os.pwrite(file.fileno(), compiled, _LENGTH)
    os.pwrite(file.fileno(), len(compiled).to_bytes(_LENGTH), 0)
