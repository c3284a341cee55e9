"""The lock names no registry, and every file it installs is known by its hash."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from tools import check_lock

ROOT = Path(__file__).resolve().parents[2]
SOUND = f"flask==3.1.3 \\\n    --hash=sha256:{'a' * 64}\n"


def test_the_lock_is_sound() -> None:
    assert check_lock.check(check_lock.LOCK) == []


def test_no_file_of_the_lock_names_an_address() -> None:
    assert [path.name for path in check_lock.LOCK.iterdir() if "://" in path.read_text()] == []


@pytest.mark.parametrize("name", ["uv.txt", "run.txt", "dev.txt"])
def test_every_file_of_the_lock_pins_something(name: str) -> None:
    assert check_lock.pins((check_lock.LOCK / name).read_text())


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    locked = {name for name, _ in check_lock.pins((check_lock.LOCK / "run.txt").read_text())}

    names = {re.split(r"[^a-z0-9-]", line, maxsplit=1)[0] for group in groups for line in group}

    assert names - locked == set()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("--index-url https://example.org/simple\n", "1: names an address"),
        ("flask @ https://example.org/flask.whl\n", "1: names an address"),
        ("flask==3.1.3\n", "1: is neither a pinned version nor a hash"),
        ("flask>=3.1 \\\n", "1: is neither a pinned version nor a hash"),
        ("flask==3.1.3 \\\nwerkzeug==3.1.9 \\\n", "1: is not followed by a hash"),
        ("flask==3.1.3 \\\n    --hash=md5:00\n", "2: is neither a pinned version nor a hash"),
    ],
)
def test_a_fault_is_found_with_its_line(text: str, fault: str) -> None:
    assert fault in check_lock.check_text(text)


def test_a_pin_with_hashes_has_no_fault() -> None:
    assert check_lock.check_text(SOUND) == []


def test_a_version_that_the_tests_do_not_run_with_is_found(tmp_path: Path) -> None:
    folder = shutil.copytree(check_lock.LOCK, tmp_path / "lock")
    (folder / "run.txt").write_text(SOUND.replace("3.1.3", "3.1.2"))

    assert check_lock.check(folder) == ["run.txt: flask 3.1.2 is not what dev.txt installs"]
