"""`quizapp convert`: one format into another, every refusal named, nothing stored."""

import json

import pytest
from click.testing import CliRunner

from quizapp import cli as cli_module
from quizapp.cli import cli
from quizapp.core.problems import Problem
from quizapp.formats.apart import BROKEN, Reading
from quizapp.formats.exchange import MOST_BYTES, Found, Imported
from tests.formats.packing import package

NONE = Imported((), (Found(Problem("file-unreadable", (), BROKEN, {})),))
GIFT = "::Roma::Qual è la capitale d’Italia?{~Milano =Roma}\n\nScrivi un tema.{}\n"


@pytest.fixture
def runner(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return CliRunner()


@pytest.fixture
def gift(tmp_path):
    file = tmp_path / "domande.gift"
    file.write_text(GIFT, encoding="utf-8")
    return file


def run(runner, *args):
    return runner.invoke(cli, ["convert", *map(str, args)])


def test_reading_alone_reports_what_was_refused_and_exits_1(runner, gift):
    done = run(runner, gift)
    assert done.exit_code == 1
    assert f"{gift}:3: [error] question 2:" in done.stderr
    assert "1 questions read (GIFT)" in done.stderr


def test_json_holds_every_item_and_every_problem_and_nothing_else(runner, gift):
    done = run(runner, gift, "--json")
    found = json.loads(done.stdout)
    assert (found["format"], [item["title"] for item in found["items"]]) == ("gift", ["Roma"])
    (problem,) = found["problems"]
    assert (problem["index"], problem["line"], problem["severity"]) == (2, 3, "error")


def test_another_format_goes_to_standard_output_or_to_a_file(runner, gift, tmp_path):
    assert run(runner, gift, "--to", "aiken").stdout.endswith("ANSWER: B\n")
    out = tmp_path / "domande.txt"
    assert run(runner, gift, "--to", "aiken", "-o", out).exit_code == 1
    assert run(runner, out).exit_code == 0


def test_a_bank_file_comes_back_as_gift_and_again(runner, gift, tmp_path):
    bank = tmp_path / "banca.yaml"
    run(runner, gift, "--to", "bank", "-o", bank)
    done = run(runner, bank, "--to", "gift")
    assert done.exit_code == 0
    assert "::Roma::[plain]Qual è la capitale" in done.stdout


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"niente che si riconosca", "perch\u00e9?{T}".encode("cp1252")])
def test_an_unusable_file_is_one_line_and_exit_2(runner, tmp_path, data):
    file = tmp_path / "x"
    file.write_bytes(data)
    done = run(runner, file)
    assert done.exit_code == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize(
    ("data", "source", "words"),
    [
        (b"x" * (MOST_BYTES + 1), "gift", "the file is larger than 20 MiB"),
        (b"a" + b"\n" * (MOST_BYTES - 2), "gift", "reading the file takes too much time or memory"),
        (package({"imsmanifest.xml": "x" * 20_000_000}), "auto", "the archive expands too far"),
        (b"%PDF-1.7", "auto", "this is a file of the kind PDF"),
    ],
)
def test_a_file_that_asks_for_too_much_or_is_none_of_questions_is_one_sentence_and_exit_2(
    runner, tmp_path, data, source, words
):
    file = tmp_path / "x"
    file.write_bytes(data)
    done = run(runner, file, "--from", source, "--json" if source == "gift" else "--to", *["gift"] * (source == "auto"))
    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_is_read_no_further_than_any_may_go(runner, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(cli_module, "read_apart", lambda data, _name: asked.append(len(data)) or Reading(None, NONE))
    file = tmp_path / "x"
    file.write_bytes(b"x" * (MOST_BYTES + 100))
    run(runner, file)
    runner.invoke(cli, ["convert", "-"], input=b"x" * (MOST_BYTES + 100))
    assert asked == [MOST_BYTES + 1] * 2


def test_json_with_a_target_needs_a_file_to_write(runner, gift):
    assert run(runner, gift, "--to", "aiken", "--json").exit_code == 2


@pytest.mark.parametrize("target", ["xlsx", "qti21", "qti30", "anki"])
def test_a_target_that_is_no_text_needs_a_file_and_what_is_written_is_told_by_its_content(
    runner, gift, tmp_path, target
):
    assert run(runner, gift, "--to", target).exit_code == 2
    out = tmp_path / "domande"
    assert run(runner, gift, "--to", target, "-o", out).exit_code == 1
    again = run(runner, out, "--json")
    if target == "anki":
        assert again.exit_code == 2
        return
    assert again.exit_code == 0
    found = json.loads(again.stdout)
    assert (found["format"], found["items"][0]["title"]) == (target.rstrip("0123456789"), "Roma")
