"""The operator's commands: exit codes as the contracts say, one clear line, never a traceback."""

import fcntl
import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from quizapp.cli import cli
from quizapp.db import turns
from quizapp.formats.bankfile import write_bank
from quizapp.personal import ledger
from tests.build import make_bank, make_item

BANKS = Path(__file__).parents[2] / "questions"
BROKEN = "id: it/rotta\ntitle: Rotta\nlang: it\nitems:\n  - {id: a, type: sconosciuto, stem: Chi?}\n"


def one_line(done, code):
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().count("\n") == 0
    assert done.stderr.strip()


HELPED = [
    (),
    ("serve",),
    ("db",),
    ("user", "add"),
    ("user", "list"),
    ("bank", "check"),
    ("bank", "export"),
    ("draft",),
    ("backup",),
    ("restore",),
    ("doctor",),
]


@pytest.mark.parametrize("command", HELPED, ids=lambda command: " ".join(command) or "quizapp")
def test_every_command_explains_itself(command):
    done = CliRunner().invoke(cli, [*command, "--help"])
    assert done.exit_code == 0
    assert done.output.startswith("Usage: ")


def test_what_is_kept_of_a_person_is_written_as_on_their_page(ready, tmp_path):
    ready("user", "add", "ada", "--name", "Ada Bruni")
    told = json.loads(ready("privacy", "export", "ada").stdout)
    assert told["person"]["name"] == "Ada Bruni"
    assert ready("privacy", "export", "ada", "-o", tmp_path / "ada.json").stdout == ""
    assert json.loads((tmp_path / "ada.json").read_text(encoding="utf-8"))["person"] == told["person"]
    one_line(ready("privacy", "export", "nessuno"), 2)


def test_a_person_is_made_listed_renewed_and_stopped(ready):
    first = ready("user", "add", "ada", "--name", "Ada Bruni").stdout.strip()
    assert len(first) >= 8
    assert json.loads(ready("user", "list", "--json").stdout) == [
        {"sign_in_name": "ada", "name": "Ada Bruni", "role": "student", "active": True}
    ]
    assert ready("user", "password", "ada").stdout.strip() not in {"", first}
    assert ready("user", "deactivate", "ada").returncode == 0
    assert json.loads(ready("user", "list", "--json").stdout)[0]["active"] is False


def test_a_name_taken_and_a_name_unknown_are_one_line(ready):
    ready("user", "add", "ada", "--name", "Ada")
    one_line(ready("user", "add", "ada", "--name", "Altra"), 2)
    one_line(ready("user", "password", "nessuno"), 2)
    one_line(ready("user", "deactivate", "nessuno"), 2)


@pytest.mark.parametrize(
    "command", [("user", "list"), ("user", "add", "ada", "--name", "Ada"), ("bank", "export", "it/x", "-o", "x")]
)
def test_a_database_without_its_schema_is_one_line(within, command):
    one_line(within(*command), 2)


def test_the_schema_goes_up_is_checked_and_goes_down(quizapp, within, tmp_path):
    assert quizapp("db", "upgrade", QUIZAPP_DATA_DIR=str(tmp_path / "new")).returncode == 0
    (tmp_path / "new" / "quizapp.sqlite3").rename(tmp_path / "quizapp.sqlite3")
    assert within("db", "check").returncode == 0
    assert within("db", "downgrade", "base").returncode == 0
    assert within("db", "check").returncode == 1
    assert within("db", "upgrade").returncode == 0
    assert within("db", "check").returncode == 0


def test_a_revision_that_does_not_exist_is_one_line(ready):
    one_line(ready("db", "downgrade", "nowhere"), 2)


def test_bank_check_names_every_problem_and_exits_one(quizapp, within, tmp_path):
    file = tmp_path / "rotta.yaml"
    file.write_text(BROKEN, encoding="utf-8")
    done = quizapp("bank", "check", file)
    assert done.returncode == 1
    assert all(line.startswith(f"{file}:") for line in done.stdout.splitlines())
    found = json.loads(within("bank", "check", "--json", file).stdout)
    assert {"file", "line", "column", "message"} <= set(found[0])
    file.write_text("id: [\n", encoding="utf-8")
    assert within("bank", "check", file).returncode == 1
    one_line(within("bank", "check", tmp_path / "nowhere.yaml"), 2)


def test_bank_check_says_what_is_a_warning_and_exits_one_for_it_too(within, tmp_path):
    bank = make_bank(items=(make_item(kind="forecast", holder="il ministro", timing="dated"),))
    file = tmp_path / "previsione.yaml"
    file.write_text(write_bank(bank), encoding="utf-8")
    done = within("bank", "check", file)
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == ["warning"]


def test_the_shipped_banks_have_no_problem(within):
    done = within("bank", "check", BANKS)
    assert (done.returncode, done.stdout) == (0, "")


def test_sync_takes_all_or_nothing_and_export_gives_the_same_bytes(ready, tmp_path):
    broken = tmp_path / "rotta.yaml"
    broken.write_text(BROKEN, encoding="utf-8")
    good = next(iter(sorted((BANKS / "it").glob("*.yaml"))))
    assert ready("bank", "sync", good, broken).returncode == 1
    out = tmp_path / "out.yaml"
    one_line(ready("bank", "export", f"it/{good.stem}", "-o", out), 2)
    assert ready("bank", "sync", good).returncode == 0
    assert ready("bank", "export", f"it/{good.stem}", "-o", out).returncode == 0
    assert out.read_bytes() == good.read_bytes()


def test_the_demo_refuses_any_address_but_loopback(within):
    one_line(within("serve", "--demo", "--host", "192.0.2.1"), 2)


def test_the_server_refuses_to_start_without_a_secret(quizapp):
    one_line(quizapp("serve", "--port", "0"), 2)


def test_the_version_is_said_in_a_checkout_too(quizapp):
    done = quizapp("--version")
    assert done.returncode == 0
    assert done.stdout.strip()[0].isdigit()


def test_an_unknown_command_is_exit_two(quizapp):
    done = quizapp("vola")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_texts_whose_day_has_come_are_deleted(within, ready):
    done = within("privacy", "purge")
    assert (done.returncode, done.stdout) == (0, "")
    assert "0 texts deleted" in done.stderr


def test_who_is_erased_is_counted_first_and_then_in_no_byte_of_the_file(ready, tmp_path):
    ready("user", "add", "ada", "--name", "Zaccaria Bruni")
    ready("user", "add", "bea", "--name", "Bea")
    one_line(ready("privacy", "erase", "nessuno", "--yes"), 2)
    seen = ready("privacy", "erase", "ada", "--json")
    assert json.loads(seen.stdout) == {"delete": {}, "empty": {"user": 1}}
    assert "nothing was erased" in seen.stderr
    assert "Zaccaria" in ready("user", "list").stdout
    done = ready("privacy", "erase", "ada", "--yes")
    assert (done.returncode, done.stdout) == (0, "empty\tuser\t1\n")
    assert b"Zaccaria" not in b"".join(file.read_bytes() for file in tmp_path.glob("quizapp.sqlite3*"))
    assert ready("user", "list").stdout == "bea\tBea\tstudent\tTrue\n"
    assert len(ledger.read(tmp_path)) == 1
    one_line(ready("privacy", "erase", "ada", "--yes"), 2)


def test_a_purge_writes_the_list_of_erasures_and_its_preview_nothing(ready, tmp_path):
    ready("user", "add", "ada", "--name", "Ada")
    ready("privacy", "erase", "ada", "--yes")
    (tmp_path / "erased.json").unlink()
    assert "0 people, 0 texts would go" in ready("privacy", "purge", "--preview").stderr
    assert not (tmp_path / "erased.json").exists()
    assert "0 people, 0 texts deleted" in ready("privacy", "purge").stderr
    assert len(ledger.read(tmp_path)) == 1


def test_a_restore_says_how_many_it_erased_again_and_a_list_it_cannot_read(ready, tmp_path):
    ready("user", "add", "ada", "--name", "Ada")
    ready("backup", tmp_path / "a.zip")
    ready("privacy", "erase", "ada", "--yes")
    done = ready("restore", tmp_path / "a.zip", "--yes")
    assert done.returncode == 0
    assert "Erased again, as they had been since: 1 accounts" in done.stderr
    assert ready("user", "list").stdout == ""
    (tmp_path / "erased.json").write_text("{")
    refused = ready("restore", tmp_path / "a.zip", "--yes")
    one_line(refused, 2)
    assert "the list of erasures cannot be read" in refused.stderr


def test_a_shared_export_carries_no_text(within, ready, tmp_path):
    file = BANKS / "it" / "trattato-russia-corea-del-nord.yaml"
    within("bank", "sync", file)
    out = tmp_path / "condivisa.yaml"
    assert within("bank", "export", "it/trattato-russia-corea-del-nord", "--shared", "-o", out).returncode == 0
    assert yaml.safe_load(out.read_text(encoding="utf-8"))["article"].get("text") is None
    assert within("bank", "check", out).returncode == 0


def test_a_database_that_another_of_our_processes_holds_is_told_in_one_line(ready, tmp_path, monkeypatch):
    monkeypatch.setattr(turns, "WAIT_S", 0.1)
    with (tmp_path / "quizapp.sqlite3.write-lock").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        one_line(ready("user", "add", "ada", "--name", "Ada"), 2)
    assert ready("user", "list").stdout == ""


def test_a_folder_that_cannot_be_written_is_told_in_one_line(quizapp):
    done = quizapp("serve", QUIZAPP_SECRET_KEY="k" * 40, QUIZAPP_DATA_DIR="/proc/1/quotidia")
    one_line(done, 2)


def test_whoever_adds_a_person_where_there_is_no_database_reads_how_to_make_one(quizapp, tmp_path):
    done = quizapp("user", "add", "ada", "--name", "Ada", QUIZAPP_DATA_DIR=str(tmp_path / "none"))
    one_line(done, 2)
    assert "quizapp db upgrade" in done.stderr
    assert "write-lock" not in done.stderr
