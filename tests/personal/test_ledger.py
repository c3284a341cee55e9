"""The list of erasures beside the database: it grows, is whole at every moment, and is its owner's alone."""

import json
import os

import pytest

from quizapp.personal import ledger


def test_what_is_on_the_list_stays_on_it_whatever_a_database_knows_of(tmp_path):
    folder = tmp_path / "data"
    assert ledger.read(folder) == set()
    ledger.note(folder, ["a", "b"])
    ledger.note(folder, ["c"])
    ledger.note(folder, [])
    assert ledger.read(folder) == {"a", "b", "c"}
    assert [each.name for each in folder.iterdir()] == ["erased.json"]
    assert (folder / "erased.json").stat().st_mode & 0o777 == 0o600


def test_what_fails_half_way_leaves_the_list_as_it_was(tmp_path, monkeypatch):
    ledger.note(tmp_path, ["a"])

    def full(_file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        ledger.note(tmp_path, ["b"])
    assert ledger.read(tmp_path) == {"a"}
    assert [each.name for each in tmp_path.iterdir()] == ["erased.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": "another/1", "erased": []}', '{"erased": ["a"]}'])
def test_a_list_that_cannot_be_read_is_neither_none_nor_written_over(tmp_path, text):
    file = tmp_path / "erased.json"
    file.write_text(text, encoding="utf-8")
    for act in (lambda: ledger.read(tmp_path), lambda: ledger.note(tmp_path, ["b"])):
        with pytest.raises(ledger.LedgerError) as told:
            act()
        assert str(file) in told.value.say("it")
    assert file.read_text(encoding="utf-8") == text


def test_the_list_says_its_format_and_nothing_but_keys(tmp_path):
    ledger.note(tmp_path, ["b", "a"])
    written = json.loads((tmp_path / "erased.json").read_text(encoding="utf-8"))
    assert written == {"format": "quotidia-erased/1", "erased": ["a", "b"]}
