"""Runs pytest again and again in children of one process that has loaded it, and knows which tests go where.

It stands in the tree that it tests, and is told what to run by lines of JSON; `python -m tools.drill.forked`.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_BARE = (
    "-x", "-q", "--tb=no", "--noconftest", "-o", "addopts=--import-mode=importlib", "-pno:cacheprovider", "-pno:flask",
    "-pno:playwright", "-pno:xdist", "-pno:cov", "-Wignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
"""The pure rooms' tests need neither the application nor a browser, which take longer to load than they to run."""
_LONGEST_S = 120.0
Touched = dict[str, dict[int, list[str]]]
"""By file and line the tests that run it; the empty name is the loading of the file."""


class Forked:
    """Such a process, in a folder with a copy of the tree."""

    def __init__(self, folder: Path) -> None:
        self._of = subprocess.Popen(
            [sys.executable, "-m", "tools.drill.forked"],
            cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def pass_without_fault(self, tests: tuple[str, ...]) -> bool:
        """Whether these tests pass; what they compiled is kept for the next."""
        return not self._ask("first", tests)

    def touched(self, tests: tuple[str, ...]) -> Touched:
        """Which of these tests run which lines of the package; RuntimeError where one fails while it is watched."""
        found = self._ask("touched", tests)
        if found is None:
            raise RuntimeError(f"{tests} fails while it is watched")
        return {file: {int(line): names for line, names in lines.items()} for file, lines in found.items()}

    def notice(self, tests: tuple[str, ...]) -> bool:
        """Whether one of these tests fails, or none ends."""
        return bool(self._ask("run", tests))

    def end(self) -> None:
        """No more."""
        self._of.communicate()

    def _ask(self, what: str, tests: tuple[str, ...]) -> Any:
        if self._of.stdin is None or self._of.stdout is None:
            raise RuntimeError(what)
        self._of.stdin.write(json.dumps([what, tests]) + "\n")
        self._of.stdin.flush()
        return json.loads(self._of.stdout.readline())


def _serve() -> None:
    import hypothesis  # loaded once, for every child
    import pytest

    slow = [hypothesis.HealthCheck.too_slow]
    hypothesis.settings.register_profile("drill", deadline=None, derandomize=True, suppress_health_check=slow)
    hypothesis.settings.load_profile("drill")  # on a busy machine a test would else fail for its time alone
    for line in sys.stdin:
        what, tests = json.loads(line)
        if what == "touched":
            print(json.dumps(_told_by_a_child(tests)), flush=True)
            continue
        child = os.fork()
        if child == 0:
            sys.dont_write_bytecode = what == "run"  # a faulty file of the same second would be taken for the next
            _hush()
            os._exit(int(pytest.main([*_BARE, *tests])))
        print(json.dumps(_ended(child)), flush=True)


def _hush() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(nowhere, each)


def _ended(child: int) -> int:
    """What it ended with; 1 where it had to be ended."""
    until = time.monotonic() + _LONGEST_S
    while time.monotonic() < until:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return 1 if os.waitstatus_to_exitcode(status) else 0
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return 1


def _told_by_a_child(tests: list[str]) -> dict[str, dict[int, list[str]]] | None:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _hush()
        with os.fdopen(writer, "w") as told:
            json.dump(_touched(tests), told)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as heard:
        found: dict[str, dict[int, list[str]]] | None = json.load(heard)
    os.waitpid(child, 0)
    return found


def _touched(tests: list[str]) -> dict[str, dict[int, list[str]]] | None:
    """None where one fails, after which the others are not run."""
    import coverage
    import pytest

    class Naming:
        """Tells the tracer whose lines follow."""

        def pytest_runtest_logstart(self, nodeid: str) -> None:
            """A test begins."""
            tracer.switch_context(nodeid)

    here = Path.cwd()
    tracer = coverage.Coverage(data_file=None, config_file=False, source=[str(here / "quizapp")])
    tracer.start()
    failed = pytest.main([*_BARE, *tests], plugins=[Naming()])
    tracer.stop()
    if failed:
        return None
    data = tracer.get_data()
    return {
        str(Path(file).relative_to(here)): data.contexts_by_lineno(file)
        for file in data.measured_files()
        if Path(file).is_relative_to(here)
    }


if __name__ == "__main__":
    _serve()
