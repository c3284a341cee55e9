"""`quizapp backup` and `quizapp restore`: names, rotation, refusals in one line with exit 2, and a server that runs."""

import re
import shutil
import zipfile

import pytest
from click.testing import CliRunner

from quizapp import db, shelf
from quizapp.cli import cli
from tests.serving import Server


@pytest.fixture
def ready(tmp_path, blank):
    """The commands within this process, on a database that has its schema."""
    (tmp_path / "quizapp.sqlite3").write_bytes(blank.read_bytes())
    return here(tmp_path)


def here(folder):
    def run(*arguments, **settings):
        environment = {"QUIZAPP_DATA_DIR": str(folder), "QUIZAPP_DATABASE_URL": None, **settings}
        return CliRunner().invoke(cli, [*map(str, arguments)], env=environment)

    return run


def refused(done, *words):
    assert exit_of(done) == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().count("\n") == 0
    assert all(word in done.stderr for word in words), done.stderr


def exit_of(done):
    return done.returncode if hasattr(done, "returncode") else done.exit_code


def names(quizapp):
    return quizapp("user", "list").stdout


def test_a_backup_goes_to_its_folder_and_comes_back(ready, tmp_path):
    ready("user", "add", "ada", "--name", "Ada Bruni")
    done = ready("backup")
    assert done.exit_code == 0
    file = tmp_path / "backups" / done.stdout.strip().rpartition("/")[2]
    assert re.fullmatch(r"quizapp-\d{8}T\d{6}Z\.zip", file.name)
    assert str(file) == done.stdout.strip()
    assert file.stat().st_mode & 0o777 == 0o600
    assert shelf.next_name(shelf.last_backup(tmp_path)) == file.name  # so that its age is told
    ready("user", "add", "bea", "--name", "Bea")
    now_here = names(ready)
    refused(ready("restore", file), "--yes")
    assert names(ready) == now_here
    done = ready("restore", file, "--yes")
    assert done.exit_code == 0
    aside = done.stderr.strip().rpartition(" ")[2]
    assert names(ready) == "ada\tAda Bruni\tstudent\tTrue\n"
    assert ready("user", "list", QUIZAPP_DATABASE_URL=f"sqlite:///{aside}").stdout == now_here


def test_a_backup_makes_an_installation_where_there_was_none(ready, tmp_path):
    ready("user", "add", "ada", "--name", "Ada Bruni")
    file = tmp_path / "copia.zip"
    assert ready("backup", "--to", file).exit_code == 0
    elsewhere = {"QUIZAPP_DATA_DIR": str(tmp_path / "new" / "data")}
    assert ready("restore", file, **elsewhere).exit_code == 0
    assert ready("user", "list", **elsewhere).stdout == names(ready)
    assert ready("db", "check", **elsewhere).exit_code == 0
    assert (tmp_path / "new" / "data" / "quizapp.sqlite3").stat().st_mode & 0o777 == 0o600


def test_of_the_dated_backups_of_a_folder_the_newest_stay(ready, tmp_path):
    for day in range(10, 15):
        (tmp_path / f"quizapp-202001{day}T000000Z.zip").touch()
    (tmp_path / "mia.zip").touch()
    assert ready("backup", "--to", tmp_path, "--keep", 2).exit_code == 0
    kept = sorted(file.name for file in tmp_path.glob("*.zip"))
    assert kept[0] == "mia.zip"
    assert kept[1] == "quizapp-20200114T000000Z.zip"
    assert len(kept) == 3


def test_a_backup_replaces_a_backup_and_nothing_else(ready, tmp_path):
    file = tmp_path / "copia.zip"
    assert ready("backup", file).exit_code == 0
    assert ready("backup", file).exit_code == 0
    database = tmp_path / "quizapp.sqlite3"
    before = database.read_bytes()
    refused(ready("backup", database), "no backup")
    assert database.read_bytes() == before


def test_a_call_that_cannot_be_meant_is_one_line(ready, tmp_path):
    refused(ready("backup", tmp_path / "a.zip", "--to", tmp_path / "b.zip"), "once")
    refused(ready("backup", tmp_path / "a.zip", "--keep", 3), "folder")
    refused(ready("backup", tmp_path / "nowhere" / "a.zip"))
    refused(ready("restore", tmp_path / "nowhere.zip"))
    refused(ready("restore", tmp_path))
    assert not list(tmp_path.glob("*.zip"))


def test_without_a_database_there_is_nothing_to_back_up(tmp_path):
    refused(here(tmp_path)("backup", tmp_path / "a.zip"), "no database")
    assert not (tmp_path / "quizapp.sqlite3").exists()
    assert not (tmp_path / "last-backup.json").exists()


def cut(data):
    return data[: len(data) // 2]


def one_byte_other(data):
    place = data.index(b"tables/user.jsonl") + len("tables/user.jsonl") + 40
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize("spoil", [cut, one_byte_other, lambda _data: b"testo"], ids=["cut", "changed", "text"])
def test_a_spoilt_archive_is_one_line_and_nothing_changes(ready, tmp_path, spoil):
    ready("user", "add", "ada", "--name", "Ada Bruni")
    file = tmp_path / "copia.zip"
    ready("backup", file)
    file.write_bytes(spoil(file.read_bytes()))
    before = (tmp_path / "quizapp.sqlite3").read_bytes()
    there = sorted(path.name for path in tmp_path.iterdir())
    refused(ready("restore", file, "--yes"), str(file))
    assert (tmp_path / "quizapp.sqlite3").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_a_member_that_leads_out_of_the_folder_is_one_line_and_lands_nowhere(ready, tmp_path):
    file = tmp_path / "copia.zip"
    ready("backup", file)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("../../evaso.txt", b"x")
    refused(ready("restore", file, "--yes"), "members")
    assert not list(tmp_path.parent.glob("**/evaso.txt"))


@pytest.mark.parametrize("kind", ["granian", "waitress"])
def test_a_server_that_runs_is_backed_up_and_not_restored_over(quizapp, within, filled, tmp_path, monkeypatch, kind):
    monkeypatch.setenv("QUIZAPP_SERVER", kind)
    shutil.copyfile(filled.place, tmp_path / "quizapp.sqlite3")
    server = Server(tmp_path)
    server.start()
    file = tmp_path / "copia.zip"
    try:
        assert within("backup", file).returncode == 0
        refused(within("restore", file, "--yes"), "in use")
    finally:
        server.kill()
    done = quizapp("restore", file, "--yes")
    assert done.returncode == 0, done.stderr


def test_an_italian_operator_reads_italian(ready, tmp_path):
    italian = {"LC_ALL": "it_IT.UTF-8"}
    file = tmp_path / "copia.zip"
    refused(ready("restore", file, **italian), "copia.zip: il file non c’è.")
    refused(ready("backup", tmp_path / "quizapp.sqlite3", **italian), "lì c’è già qualcosa che non è un backup.")
    ready("user", "add", "ada", "--name", "Ada")
    assert "0 backup più vecchi" in ready("backup", file, **italian).stderr
    refused(ready("restore", file, **italian), "Qui c’è già un’installazione: --yes la mette da parte e va avanti.")
    assert "Al loro posto: " in ready("restore", file, "--yes", **italian).stderr
    file.write_bytes(file.read_bytes()[:900])
    refused(ready("restore", file, "--yes", **italian), "copia.zip: non è un backup intero di Quotidia.")
    with db.in_use(db.make_engine(f"sqlite:///{tmp_path / 'quizapp.sqlite3'}")):
        ready("backup", tmp_path / "b.zip")
        assert "prima ferma il server" in ready("restore", tmp_path / "b.zip", "--yes", **italian).exception.say("it")
