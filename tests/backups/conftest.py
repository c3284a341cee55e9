"""A small backup that is whole."""

import datetime
import json

import pytest

from quizapp.backups.archive import Manifest, new_archive, write_manifest, write_table

NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)
LINES = [json.dumps([n, f"nome {n}"]).encode() + b"\n" for n in range(300)]


def listed(file, *tables):
    """Ends an archive with the list of its tables."""
    write_manifest(file, Manifest("0.1.0", "sqlite", "0005", NOW, tables))


@pytest.fixture
def whole(tmp_path):
    target = tmp_path / "whole.zip"
    with new_archive(target) as file:
        schools = write_table(file, "school", ("id", "name"), LINES[:1])
        listed(file, schools, write_table(file, "user", ("id", "name"), LINES))
    return target
