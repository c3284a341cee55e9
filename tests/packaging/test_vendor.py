"""The files of others are those that were fetched, byte for byte, each with its licence."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tools import vendor

FONT = "static/vendor/fonts/literata-400-700.woff2"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the vendored files and their lock."""
    for folder in vendor.FOLDERS:
        shutil.copytree(vendor.ROOT / folder, tmp_path / folder)
    (tmp_path / vendor.LOCK).parent.mkdir()
    shutil.copy(vendor.ROOT / vendor.LOCK, tmp_path / vendor.LOCK)
    return tmp_path


def test_the_vendored_files_are_intact() -> None:
    assert vendor.check(vendor.ROOT) == []


def test_a_changed_byte_is_found(copy: Path) -> None:
    content = bytearray((copy / FONT).read_bytes())
    content[1000] ^= 1
    (copy / FONT).write_bytes(content)

    assert vendor.check(copy) == [f"{FONT}: changed by hand"]


def test_a_missing_file_is_found(copy: Path) -> None:
    (copy / FONT).unlink()

    assert vendor.check(copy) == [f"{FONT}: missing"]


def test_a_file_nobody_locked_is_found(copy: Path) -> None:
    (copy / "static/vendor/extra.js").write_text("1")

    assert vendor.check(copy) == ["static/vendor/extra.js: not in tools/vendor.lock.json"]


def test_every_package_brings_its_licence() -> None:
    lock = json.loads((vendor.ROOT / vendor.LOCK).read_text())
    with_licence = {
        entry["package"].rpartition("@")[0] for name, entry in lock["files"].items() if "/licences/" in name
    }

    assert with_licence == set(lock["packages"])


def test_the_lock_names_no_address() -> None:
    assert "://" not in (vendor.ROOT / vendor.LOCK).read_text()


def test_the_sprite_holds_every_icon_that_a_template_shows() -> None:
    sprite = (vendor.ROOT / "static/vendor/lucide-sprite.svg").read_text()
    drawn = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    templates = (vendor.ROOT / "templates").rglob("*.html")
    shown = {
        name
        for template in templates
        for name in re.findall(r"""\bicon\(\s*["']([^"']+)["']""", template.read_text("utf-8"))
    }

    assert shown - drawn == set()
