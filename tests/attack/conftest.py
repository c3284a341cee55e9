"""Giulia, to whom hostile files are sent, and readers in forked processes, within limits as those of the real ones."""

import gc
import io
import os
import resource
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from quizapp.formats import apart
from quizapp.formats import worker as of_questions
from quizapp.intake import child
from quizapp.intake import worker as of_articles
from tests.desk import giulia

__all__ = ["giulia"]
_PAGE = resource.getpagesize()
_SECONDS = 4
"""Of the processor; the real ones may use five times as many, which no test waits for."""


def _questions(kind: str, data: bytes, out: io.BufferedWriter) -> None:
    out.writelines(each.encode("utf-8", "replace") for each in apart.pieces(of_questions.reading_of(data, kind)))


def _article(kind: str, data: bytes, out: io.BufferedWriter, most: int) -> None:
    answer = of_articles.json.dumps(of_articles.answer_of(kind, io.BytesIO(data), most), ensure_ascii=False)
    out.write(answer.encode("utf-8", "replace"))


def _held_to(limits: child.Limits) -> None:
    """Of addresses as many more as the reader may have: this process has some already."""
    taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * _PAGE
    resource.setrlimit(resource.RLIMIT_AS, (taken + limits.memory, taken + limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(limits.wall)


def forked(kind: str, data: bytes, limits: child.Limits, program: tuple[str, ...]) -> tuple[int, bytes]:
    """What `child.run` does, without the second that starting Python takes."""
    with tempfile.TemporaryFile() as written:
        pid = os.fork()
        if not pid:
            status = 1
            try:
                gc.freeze()
                _held_to(limits)
                if program == apart.PROGRAM:
                    _questions(kind, data, written)
                else:
                    _article(kind, data, written, limits.output)
                written.flush()
                status = 0
            except MemoryError:
                status = apart.OUT_OF_MEMORY
            finally:
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        written.seek(0)
        return status, written.read(limits.output + 1)


@pytest.fixture(autouse=True)
def _readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "run", forked)
    monkeypatch.setattr(child, "run", forked)


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    """What the readers import, once for all that are forked."""
    for name in ("page", "pdf", "docx"):
        __import__(f"quizapp.intake.{name}")
    assert sys.modules["quizapp.intake.docx"]
