"""`make drill [STAGE=…]` and `make crash-demo`: the long reliability runs, each stage alone."""

import argparse
import http.cookiejar
import os
import random
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tools.simulate import figures

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_SEQ = re.compile(r'name="seq" value="(\d+)"')
_ANSWER = re.compile(r'name="(answer[^"]*)" value="([^"]*)"')
_SECONDS = 20.0


@dataclass
class Server:
    """`quizapp serve --demo` in a folder of its own, to be killed and started again."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and wait until `/health` answers."""
        settings = {**os.environ, "QUIZAPP_DATA_DIR": str(self.folder), "QUIZAPP_SECRET_KEY": "drill"}
        command = [sys.executable, "-m", "quizapp", "serve", "--demo", "--port", str(self.port)]
        self.process = subprocess.Popen(command, env=settings, stderr=subprocess.DEVNULL, start_new_session=True)
        while self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/health", timeout=5).close()  # noqa: S310 - our own address
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise RuntimeError("the server did not start")

    def kill(self) -> None:
        """SIGKILL to the server and its workers."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"


class Student:
    """A browser that answers the demo quiz, remembering what the server acknowledged."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(cookies)
        self.acknowledged: set[tuple[str, int]] = set()

    def begin(self) -> tuple[str, str]:
        """Open the demo's quiz: the address and the page of its next question."""
        return self._sent(f"{self.address}/demo/student", self._token(self._page(self.address)))

    def answer(self, place: str, page: str) -> None:
        """Answer one question with the first thing on offer; the redirect is the acknowledgement."""
        seq = _SEQ.search(page)
        fields = {**self._token(page), "seq": seq[1] if seq else "0"}
        for name, value in _ANSWER.findall(page):
            fields.setdefault(name, value or "qualcosa")
        arrived, _outcome = self._sent(place, fields)
        if arrived.endswith("/outcome"):
            attempt, number = re.findall(r"/q/([^/]+)/(\d+)", arrived)[0]
            self.acknowledged.add((attempt, int(number)))

    def _page(self, address: str) -> str:
        with self.browser.open(address, timeout=10) as answered:
            return str(answered.read().decode())

    def _sent(self, address: str, fields: dict[str, str]) -> tuple[str, str]:
        with self.browser.open(address, urllib.parse.urlencode(fields).encode(), timeout=10) as answered:
            return answered.url, answered.read().decode()

    @staticmethod
    def _token(page: str) -> dict[str, str]:
        found = _TOKEN.search(page)
        return {"csrf_token": found[1] if found else ""}


@dataclass
class Tally:
    """What a stage counted."""

    kills: int = 0
    acknowledged: set[tuple[str, int]] = field(default_factory=set)
    answered: int = 0


def kill_stage() -> int:
    """Twenty seconds of answers with kill -9 under them: acknowledged, present, lost, doubled."""
    with tempfile.TemporaryDirectory() as folder:
        server, tally = Server(Path(folder), free_port()), Tally()
        server.start()
        chance = random.Random(os.urandom(8))  # noqa: S311 - when to strike, no secret
        until = time.monotonic() + _SECONDS
        while time.monotonic() < until:
            _answer_until_killed(server, tally, chance)
            server.start()
        server.kill()
        return _verdict(Path(folder) / "quizapp.sqlite3", tally)


def _answer_until_killed(server: Server, tally: Tally, chance: random.Random) -> None:
    student, fatal = Student(server.address), chance.randint(1, 60)
    try:
        for number in range(fatal):
            place, page = student.begin()
            if number == fatal - 1:
                _kill_soon(server, chance.random() / 50)
            student.answer(place, page)
    except (OSError, urllib.error.URLError):
        pass
    server.kill()
    tally.kills += 1
    tally.acknowledged |= student.acknowledged


def _kill_soon(server: Server, seconds: float) -> None:
    if server.process is not None:
        killer = f"import os,signal,time; time.sleep({seconds}); os.killpg({server.process.pid}, signal.SIGKILL)"
        subprocess.Popen([sys.executable, "-S", "-c", killer], stderr=subprocess.DEVNULL)


def _verdict(database: Path, tally: Tally) -> int:
    with sqlite3.connect(database) as connection:
        rows = connection.execute(
            "SELECT a.public_id, r.position, count(*) FROM response r JOIN attempt a ON a.id = r.attempt_id"
            " GROUP BY 1, 2"
        ).fetchall()
        (unmarked,) = connection.execute(
            "SELECT count(*) FROM response r WHERE NOT EXISTS (SELECT 1 FROM outcome o"
            " WHERE o.attempt_id = r.attempt_id AND o.position = r.position)"
            " AND r.attempt_id IN (SELECT id FROM attempt WHERE feedback = 'immediate')"
        ).fetchone()
        (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
    stored = {(attempt, position): times for attempt, position, times in rows}
    lost = [place for place in tally.acknowledged if place not in stored]
    doubled = [place for place in tally.acknowledged if stored.get(place, 0) > 1]
    print(f"kills {tally.kills}, acknowledged {len(tally.acknowledged)}, lost {len(lost)}, "
          f"doubled {len(doubled)}, recorded without a mark {unmarked}, integrity {sound}")  # fmt: skip
    return 0 if not lost and not doubled and not unmarked and sound == "ok" and tally.acknowledged else 1


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def flags_stage() -> int:
    """Simulated quizzes: how often a sound question is flagged, and a miskeyed one found."""
    found = figures()
    print(f"at n = 100, 20 questions, {found.runs} quizzes: sound questions flagged {found.false:.2%}, "
          f"idle ones {found.idle:.2%}, miskeyed ones found {found.found:.1%}")  # fmt: skip
    return 0 if found.false <= 0.05 and found.idle <= 0.05 and found.found >= 0.8 else 1


STAGES: dict[str, Callable[[], int]] = {"kill": kill_stage, "flags": flags_stage}


def main() -> int:
    """Run one stage or all of them, with the time each took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stage", nargs="?", choices=sorted(STAGES))
    wanted = parser.parse_args().stage
    worst = 0
    for name, stage in STAGES.items():
        if wanted in {None, name}:
            print(f"== {name}: {(stage.__doc__ or '').strip()}", flush=True)
            before = time.monotonic()
            worst = max(worst, stage())
            print(f"   {time.monotonic() - before:.0f} s", flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
