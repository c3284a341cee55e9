"""The wheel carries all it needs: it serves from an empty environment, far from the repository.

Nothing is fetched. The wheel is built with the hatchling of this environment, and the empty one
borrows the dependencies of this one, but not its `quizapp`.
"""

import os
import re
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
STYLESHEET = re.compile(r'<link\b[^>]*\brel="?stylesheet"?[^>]*>')
HREF = re.compile(r'\bhref="([^"]+)"')


@dataclass(frozen=True)
class Installed:
    """The wheel in its own environment."""

    python: Path
    folder: Path
    environ: dict[str, str]

    def run(self, *arguments: str) -> str:
        """Run Python there; what it printed."""
        ended = subprocess.run(
            [self.python, *arguments],
            check=False,
            cwd=self.folder,
            env=self.environ,
            capture_output=True,
            text=True,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out))
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("empty")
    venv.create(home / "venv", with_pip=False, symlinks=os.name != "nt")
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = home / "venv" / scripts / ("python.exe" if os.name == "nt" else "python")
    pip = (sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check")
    _run(*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    folder = home / "elsewhere"
    folder.mkdir()
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("QUIZAPP_", "PYTHON"))}
    environ |= {"QUIZAPP_DATA_DIR": str(home / "data"), "QUIZAPP_SECRET_KEY": "for this test alone"}
    where = Installed(python, folder, environ)
    site = where.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    Path(site, "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return where


@pytest.fixture
def address(installed: Installed) -> Iterator[str]:
    """The address of the served wheel, its database migrated."""
    installed.run("-m", "quizapp", "db", "upgrade")
    port = _free_port()
    log = installed.folder / "serve.log"
    with (
        log.open("w") as output,
        subprocess.Popen(
            [installed.python, "-m", "quizapp", "serve", "--port", str(port)],
            cwd=installed.folder,
            env=installed.environ,
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        try:
            url = f"http://127.0.0.1:{port}"
            assert _answers(url, server), log.read_text()
            yield url
        finally:
            server.terminate()
            server.wait(timeout=20)


def test_the_wheel_holds_pages_banks_migrations_and_translations(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    for start, end in [
        ("quizapp/templates/", ".html"),
        ("quizapp/static/", ".css"),
        ("quizapp/static/vendor/", ".woff2"),
        ("quizapp/questions/it/", ".yaml"),
        ("quizapp/extraction/tables/", ".json"),
        ("quizapp/extraction/tables/", "NOTICE"),
        ("quizapp/accounts/wordlist/", "passwords.txt"),
        ("quizapp/migrations/versions/", ".py"),
        ("quizapp/translations/it/", ".mo"),
        ("quizapp-", "LICENSE"),
        ("quizapp-", "LICENSE-CONTENT"),
    ]:
        assert any(name.startswith(start) and name.endswith(end) for name in names), (start, end)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0].split("-")[0] for name in archive.namelist()}
        names = archive.namelist()

    assert tops == {"quizapp"}
    assert [name for name in names if "__pycache__" in name] == []


def test_the_wheel_runs_its_own_code(installed: Installed) -> None:
    found = installed.run("-c", "import quizapp; print(quizapp.__file__)").strip()

    assert Path(found).is_relative_to(installed.python.parent.parent)


def test_the_wheel_brings_the_command(installed: Installed) -> None:
    command = installed.python.with_name("quizapp.exe" if os.name == "nt" else "quizapp")

    ended = subprocess.run(
        [command, "--help"],
        check=False,
        cwd=installed.folder,
        env=installed.environ,
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 0, ended.stderr
    assert "serve" in ended.stdout


def test_the_wheel_serves_its_pages_and_its_stylesheet(address: str) -> None:
    with urllib.request.urlopen(f"{address}/") as page:
        status, html = page.status, page.read().decode("utf-8")
    link = STYLESHEET.search(html)
    assert link, html
    href = HREF.search(link[0])
    assert href, link[0]

    with urllib.request.urlopen(f"{address}{href[1]}") as stylesheet:
        kind, css = stylesheet.headers.get_content_type(), stylesheet.read()

    assert status == 200
    assert kind == "text/css"
    assert css


def _run(*command: str) -> None:
    ended = subprocess.run(command, check=False, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str, server: subprocess.Popen[bytes]) -> bool:
    """Whether the server answers before it dies or the time is over."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=5):
                return True
        except urllib.error.HTTPError as error:
            error.close()
            return True
        except OSError:
            time.sleep(0.1)
    return False
