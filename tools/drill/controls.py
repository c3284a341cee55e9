"""Security controls taken away one by one in a copy of the tree: the tests that are named for each go red."""

import argparse
import datetime
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTROLS = Path(__file__).with_name("controls.toml")
TABLE = ROOT / "docs" / "controls.md"
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache")
_FAILED = re.compile(r"^(?:FAILED|ERROR) ([^\s\[]+)", re.MULTILINE)
HEAD = """# Controls, taken away one by one

`make drill STAGE=controls` takes each control out of a copy of the tree and runs the tests that are named for it: with
the control they pass, without it each of them fails. `tools/drill/controls.toml` says what is taken away.

| Without this control | in | these tests fail | tried |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Edit:
    """A piece of a file that makes a control, and what stands there without it."""

    file: str
    old: str
    new: str

    def apply(self, folder: Path) -> str:
        """Take the control away; the text as it was. Raises ValueError where the piece is not there once."""
        place = folder / self.file
        text = place.read_text(encoding="utf-8")
        if text.count(self.old) != 1:
            raise ValueError(f"{self.file} holds {text.count(self.old)} times {self.old!r}")
        place.write_text(text.replace(self.old, self.new), encoding="utf-8")
        return text


@dataclass(frozen=True)
class Control:
    """A control: what it is, the code that makes it, and the tests that notice when it is gone."""

    name: str
    edits: tuple[Edit, ...]
    tests: tuple[str, ...]


def controls() -> Iterator[Control]:
    """Every control of the list."""
    for row in tomllib.loads(CONTROLS.read_text(encoding="utf-8"))["control"]:
        first = Edit(row["file"], row["old"], row["new"])
        yield Control(row["name"], (first, *(Edit(**more) for more in row.get("also", ()))), tuple(row["tests"]))


def options(parser: argparse.ArgumentParser) -> None:
    """Which controls, and whether to write down what was found."""
    parser.add_argument("--only", default="", help="controls whose name holds this alone")
    parser.add_argument("--parts", type=int, default=1, help="into so many parts the list is split")
    parser.add_argument("--part", type=int, default=1, help="which of them")
    parser.add_argument("--write", action="store_true", help="write into docs/controls.md which were noticed today")


def run(wanted: argparse.Namespace) -> bool:
    """Each listed test passes with its control, and fails without it."""
    known = list(controls())
    chosen = [each for each in known[wanted.part - 1 :: wanted.parts] if wanted.only in each.name]
    with tempfile.TemporaryDirectory(prefix="quizapp-controls-") as name:
        folder = Path(name) / "tree"
        shutil.copytree(ROOT, folder, ignore=_LEFT_OUT, symlinks=True)
        red = failing(folder, sorted({test for each in chosen for test in each.tests}))
        print(f"   with every control: {len(red)} fail {sorted(red)[:3]}", flush=True)
        silent = [each for each in chosen if not _bites(folder, each)]
    if wanted.write and not red:
        found = {each.name: "" if each in silent else _row(each) for each in chosen}
        TABLE.write_text(table(known, found, TABLE.read_text(encoding="utf-8")), encoding="utf-8")
    return not red and not silent


def _bites(folder: Path, control: Control) -> bool:
    kept = {edit.file: edit.apply(folder) for edit in control.edits}
    left = set(control.tests) - failing(folder, control.tests)
    for file, text in kept.items():
        (folder / file).write_text(text, encoding="utf-8")
    told = f"{len(left)} of {len(control.tests)} did not notice: {sorted(left)}" if left else "noticed"
    print(f"   {control.name}: {told}", flush=True)
    return not left


def failing(folder: Path, tests: tuple[str, ...] | list[str]) -> set[str]:
    """The tests of these that fail in a tree, by their names without parameters; all where they end the process."""
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "--tb=no", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode < 0:
        return set(tests)
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stdout + done.stderr)
    return set(_FAILED.findall(done.stdout))


def table(known: list[Control], found: dict[str, str], before: str) -> str:
    """The page with the rows that were found, and of the other controls those that it had."""
    kept = {line.split(" | ")[0].removeprefix("| "): line for line in before.splitlines(keepends=True)}
    return HEAD + "".join((kept | found).get(control.name, "") for control in known)


def _row(control: Control) -> str:
    files = ", ".join(f"`{each}`" for each in dict.fromkeys(edit.file for edit in control.edits))
    tests = "<br>".join(f"`{each.removeprefix('tests/')}`" for each in control.tests)
    return f"| {control.name} | {files} | {tests} | {datetime.datetime.now(datetime.UTC).date()} |\n"
