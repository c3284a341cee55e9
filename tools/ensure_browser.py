"""Make sure that a real browser is there for the tests, and print its path.

The ladder: the program named by QUIZAPP_TEST_BROWSER; a Chromium, Chrome or Edge that is installed;
Playwright's own build, downloaded; the distribution's package. A rung counts only if the browser
starts. Tests ask `find_browser()` for the path.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
START_SECONDS = 60
INSTALL_SECONDS = 600


def find_browser() -> str | None:
    """The first browser of the ladder that starts, with nothing installed for it."""
    if wanted := os.environ.get("QUIZAPP_TEST_BROWSER"):
        path = shutil.which(wanted)
        return path if path and _starts(path) else None
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from (place for place in PLACES if Path(place).is_file())
    yield _playwright_build()


def _playwright_build() -> str:
    """Where Playwright keeps its own Chromium, whether or not it has been downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """A headless start that draws an empty page; shared libraries that are missing show here."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, *SWITCHES, f"--user-data-dir={profile}", "--dump-dom", "about:blank"]
        try:
            ended = subprocess.run(command, check=False, capture_output=True, timeout=START_SECONDS, text=True)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return ended.returncode == 0 and "<html" in ended.stdout


def _installers() -> Iterator[list[list[str]]]:
    """Each rung that installs something, as the commands it takes."""
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get"):
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        apt = ["apt-get"] if is_root else ["sudo", "-n", "apt-get"]
        quiet = ["-y", "-qq", "--no-install-recommends"]
        yield [[*apt, "update", "-qq"], [*apt, "install", *quiet, "chromium"]]


def _install(commands: list[list[str]]) -> str:
    """Run the commands in turn; answer with the last line of the first that fails, or nothing."""
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in commands:
        try:
            ended = subprocess.run(
                command,
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=INSTALL_SECONDS,
                env=surroundings,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
        if ended.returncode:
            told = [line for line in ended.stdout.splitlines() if "rror" in line]
            return (told or [f"it ended with {ended.returncode}"])[0].strip()
    return ""


def main() -> int:
    if path := find_browser():
        print(f"Browser for the tests: {path}")
        return 0
    if wanted := os.environ.get("QUIZAPP_TEST_BROWSER"):
        print(f"QUIZAPP_TEST_BROWSER names no browser that starts: {wanted}", file=sys.stderr)
        return 1
    for commands in _installers():
        said = " ".join(commands[-1]).replace(sys.executable, "python")
        print(f"No browser yet, trying: {said}", flush=True)
        if trouble := _install(commands):
            print(f"  {trouble}", flush=True)
        if path := find_browser():
            print(f"Browser for the tests: {path}")
            return 0
    print(
        "No browser for the tests could be found or installed: "
        "install Chromium or Chrome, or set QUIZAPP_TEST_BROWSER to its program.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
