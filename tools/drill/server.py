"""The real server, `quizapp serve`, in a folder of its own, to be killed and started again; what its processes cost."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.beforehand import NAME

_LONGEST_START_S, _IDLE_S = 60, 0.1
_LAST = 4000
"""Signs of a log that say how a server ended."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A server on a database; in a session of its own, so that one signal reaches all of its processes."""

    folder: Path
    database: str
    port: int = 0
    log: str = "serve.log"
    more: dict[str, str] = field(default_factory=dict)
    """Further settings."""
    host: str = "127.0.0.1"
    before: tuple[str, ...] = ()
    """What is put before its command, to run it elsewhere on this machine."""
    release: Path | None = None
    """The checkout that it is run from, if not this one."""
    demo: bool = False
    """Whether it has the demo's people and needs no sign-in."""
    process: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://{self.host}:{self.port}"

    def start(self) -> float:
        """Start, and come back once it says that it is well; the seconds it took. Raises RuntimeError when it ends,
        or is not well in a minute; whatever is raised meanwhile, nothing of it is left."""
        begun = time.monotonic()
        try:
            self.launch()
            self._wait(begun)
        except BaseException:
            self.kill()
            raise
        return time.monotonic() - begun

    def _wait(self, begun: float) -> None:
        while not self.is_well():
            if time.monotonic() - begun > _LONGEST_START_S:
                raise RuntimeError(f"not well after {_LONGEST_START_S} s")
            if self.process is not None and self.process.poll() is not None:
                raise RuntimeError((self.folder / self.log).read_text(encoding="utf-8")[-_LAST:])
            time.sleep(0.02)

    def launch(self) -> None:
        """Start without waiting."""
        self.port = self.port or free_port()
        settings = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
        settings.pop("PYTHONDONTWRITEBYTECODE", None)  # an installation keeps what was compiled once
        settings |= {
            "QUIZAPP_DATA_DIR": str(self.folder),
            "QUIZAPP_DATABASE_URL": self.database,
            "QUIZAPP_SECRET_KEY": "drill",
            "QUIZAPP_BACKUP_HOUR": "off",
            **self.more,
        }
        with (self.folder / self.log).open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *self.before, sys.executable, "-m", "quizapp", "serve",
                    "--host", self.host, "--port", str(self.port), *["--demo"] * self.demo,
                ],
                env=settings, stdout=log, stderr=log, start_new_session=True, cwd=self.release,
            )  # fmt: skip

    def settle(self) -> None:
        """Wait until it does nothing, every template read."""
        before = -1.0
        while self.cpu_s() - before > _IDLE_S:
            before = self.cpu_s()
            time.sleep(1)

    def is_well(self) -> bool:
        """Whether `/health` answers 200."""
        try:
            with urllib.request.urlopen(f"{self.address}/health", timeout=5) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill(self) -> None:
        """SIGKILL to everything at once: the server, the processes that answer, the worker."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self, seconds: float) -> None:
        """Ask it to end, as systemd does, and wait so long. Raises subprocess.TimeoutExpired."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(seconds)

    def kill_main(self) -> list[int]:
        """SIGKILL to the server's first process alone; what it leaves behind, for somebody to see it end."""
        left = [pid for pid in self.processes() if self.process is not None and pid != self.process.pid]
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        return left

    def processes(self) -> list[int]:
        """The server's process and its descendants."""
        return [] if self.process is None else [self.process.pid, *below(self.process.pid)]

    def answering(self) -> list[int]:
        """The processes that answer requests."""
        others = [pid for pid in self.processes()[1:] if b"--attached" not in _command(pid)]
        return [pid for pid in others if _name(pid) != NAME and is_alive(pid)]

    def working(self) -> list[int]:
        """The process beside it that does jobs, in a list while there is one."""
        return [pid for pid in self.processes()[1:] if b"--attached" in _command(pid)]

    def cpu_s(self) -> float:
        """CPU seconds of its living processes so far."""
        return sum(_cpu_s(pid) for pid in self.processes())


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    return _state(pid) not in {"", "Z"}


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def busy_s() -> float:
    """CPU seconds of the whole machine so far, whoever spent them."""
    user, nice, system, _idle, _wait, irq, soft, steal = map(
        int, Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]
    )
    return (user + nice + system + irq + soft + steal) / _TICKS


def below(pid: int) -> list[int]:
    """The descendants of a process."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                found += map(int, (task / "children").read_text(encoding="ascii").split())
    return [each for child in found for each in (child, *below(child))]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _stat(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return []


def _state(pid: int) -> str:
    return (_stat(pid) or [""])[0]


def _cpu_s(pid: int) -> float:
    found = _stat(pid)
    return (int(found[11]) + int(found[12])) / _TICKS if found else 0.0
