"""The author's tool: offsets and checksum filled in, lost quotes named, nothing half-written."""

import re
from pathlib import Path

import pytest

from quizapp.formats.bankfile import read_bank
from tools.anchor_bank import anchored

SOUND = (Path(__file__).parent / "data" / "valid" / "article.yaml").read_text(encoding="utf-8")
BARE = re.sub(r"\n  sha256: \w+", "", re.sub(r"start: 0\n +end: 46\n +", "", SOUND))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "accordo.yaml"
    path.write_text(BARE, encoding="utf-8")
    return path


def test_offsets_and_checksum_are_filled_in(file):
    assert "start:" not in BARE
    assert "sha256" not in BARE
    assert anchored(file, ready=False) == 0
    assert file.read_text(encoding="utf-8") == SOUND


def test_ready_marks_every_item(file):
    assert anchored(file, ready=True) == 0
    bank, problems = read_bank(file.read_bytes())
    assert problems == []
    assert {item.status.value for item in bank.items} == {"ready"}


def test_a_lost_quote_is_named_and_the_file_left_alone(file, capsys):
    changed = BARE.replace("quote: A Vienna", "quote: A Roma", 1)
    file.write_text(changed, encoding="utf-8")
    assert anchored(file, ready=False) == 1
    assert "A Roma fu firmato" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == changed


def test_a_bank_without_article_is_refused_in_one_line(file, capsys):
    file.write_text("id: it/x\n", encoding="utf-8")
    assert anchored(file, ready=False) == 1
    assert capsys.readouterr().err.count("\n") == 1
