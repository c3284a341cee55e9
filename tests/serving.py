"""The real server as a process of its own, and a plain browser for it."""

import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.parse
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

from quizapp import beforehand
from tests.house import fill


@dataclass
class Server:
    """`quizapp serve --demo` on a folder, to be killed and started again."""

    folder: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, on the same port each time, and come back once the server says that it is well."""
        self.port = self.port or next(filter(_free, range(20_000 + os.getpid() % 10_000, 32_000)))
        environ = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
        with (self.folder / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "quizapp", "serve", "--demo", "--port", str(self.port)],
                env={**environ, "QUIZAPP_DATA_DIR": str(self.folder)},
                stdout=subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
            )
        self.wait_until_well()

    def wait_until_well(self) -> None:
        """Come back once the server answers that it is well; it must be running."""
        assert self.process is not None
        while not self._is_well():
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(0.02)
            assert self.process.poll() is None, (self.folder / "serve.log").read_text()

    def workers(self) -> list[int]:
        """The processes that answer."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in children.split() if _name(pid) not in {beforehand.NAME, ""}]

    def kill(self) -> None:
        """SIGKILL to the server and its workers."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def _is_well(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/health") as answer:
                return bool(answer.status == HTTPStatus.OK)
        except OSError:
            return False


def _name(pid: str) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="ascii").strip()
    except OSError:
        return ""  # it has ended


def _free(port: int) -> bool:
    """Whether nobody listens there; below the ports that connections themselves are given."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


@dataclass
class Browser:
    """Cookies, forms with their tokens, and redirects."""

    server: Server
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)

    def get(self, place: str) -> str:
        """A page."""
        return self._open(urllib.request.Request(self.server.address + place))[1]

    def send(self, place: str, page: str, data: dict[str, str] | None = None) -> tuple[str, str]:
        """Send a form of a page; where it led, and what is there."""
        body = urllib.parse.urlencode({**token(page), **(data or {})}).encode()
        return self._open(urllib.request.Request(self.server.address + place, body))

    def throw(self, place: str, page: str) -> HTTPConnection:
        """Send the answer form of a page and do not wait for the answer."""
        body = urllib.parse.urlencode({**token(page), **fill(page)})
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)
        connection = HTTPConnection("127.0.0.1", self.server.port)
        connection.request(
            "POST", place, body, {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        )
        return connection

    def _open(self, request: urllib.request.Request) -> tuple[str, str]:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        with opener.open(request) as answer:
            return urllib.parse.urlsplit(answer.url).path, answer.read().decode()


def token(page: str) -> dict[str, str]:
    """The token of a page's forms."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found, page
    return {"csrf_token": found[1]}
