"""`quizapp doctor`: each thing that can be wrong is found by its code, and a sound installation is left in peace."""

import datetime
import importlib.util
import json
import os
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from quizapp import db, doctor, schema, shelf
from quizapp.cli import cli
from quizapp.doctor import DEPLOYED, SHORTEST_KEY, Place, look

NOW = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def environ(tmp_path, blank):
    shutil.copy(blank, tmp_path / "quizapp.sqlite3")
    shelf.note_last(tmp_path, NOW - datetime.timedelta(days=1))
    return {
        "QUIZAPP_DATA_DIR": str(tmp_path),
        "QUIZAPP_SECRET_KEY": "k" * SHORTEST_KEY,
        "QUIZAPP_HTTPS": "1",
        "QUIZAPP_TRUSTED_PROXIES": "1",
        "QUIZAPP_TRUSTED_HOSTS": "quotidia.example",
    }


def found(environ, *, deploy=True):
    return {finding.code: finding.severity == "error" for finding in look(Place(environ, NOW, deploy))}


def test_a_sound_installation_is_left_in_peace(environ):
    assert found(environ) == {}


@pytest.mark.parametrize(
    ("change", "code", "wrong"),
    [
        ({"QUIZAPP_SECRET_KEY": ""}, "no-secret", True),
        ({"QUIZAPP_SECRET_KEY": "k" * (SHORTEST_KEY - 1)}, "short-secret", True),
        ({"QUIZAPP_SECRETKEY": "x"}, "unknown-setting", False),
        ({"QUIZAPP_TRUSTED_PROXIES": "0"}, "no-proxies", False),
        ({"QUIZAPP_TRUSTED_PROXIES": "one"}, "no-such-proxies", True),
        ({"QUIZAPP_TRUSTED_HOSTS": ""}, "no-hosts", True),
        ({"QUIZAPP_LOG": "everything"}, "no-such-log", True),
        ({"QUIZAPP_LOG_FILE": "/nowhere/quotidia.log"}, "log-not-writable", True),
        ({"QUIZAPP_TIMEZONE": "Europa/Roma"}, "no-such-zone", True),
        ({"QUIZAPP_TIMEZONE": "../etc"}, "no-such-zone", True),
        ({"QUIZAPP_DATABASE_URL": "postgresql+psycopg://localhost:1/nowhere"}, "no-database", True),
        ({"QUIZAPP_DATABASE_URL": "nonsense"}, "no-database", True),
        ({"QUIZAPP_DATABASE_URL": "sqlite:///:memory:"}, "no-schema", False),
        ({"QUIZAPP_HTTPS": ""}, "no-https", True),
        ({"QUIZAPP_HTTPS": "0"}, "no-https", True),
        ({"QUIZAPP_BACKUP_KEEP": "0"}, "no-backup-plan", True),
        ({"QUIZAPP_BACKUP_HOUR": "night"}, "no-backup-plan", True),
        ({"QUIZAPP_BACKUP_FOLDER": "/dev/null/copies"}, "backups-not-writable", True),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_setting_is_found(environ, change, code, wrong):
    assert found({**environ, **change}) == {code: wrong}


def test_only_others_reaching_it_makes_https_and_a_backup_needed(environ, tmp_path):
    (tmp_path / "last-backup.json").unlink()
    assert found({**environ, "QUIZAPP_HTTPS": ""}) == {"no-https": True, "no-backup": True}
    assert found({**environ, "QUIZAPP_HTTPS": ""}, deploy=False) == {"no-backup": False}


def test_a_backup_is_old_once_two_nights_went_by_without_another(environ, tmp_path):
    shelf.note_last(tmp_path, NOW - datetime.timedelta(days=2))
    assert found(environ) == {}
    shelf.note_last(tmp_path, NOW - datetime.timedelta(days=2, seconds=1))
    assert found(environ) == {"old-backup": True}


def test_a_folder_of_backups_may_be_made_later_and_one_that_cannot_be_written_is_said(environ, tmp_path, monkeypatch):
    later = tmp_path / "mounted" / "later"
    assert found({**environ, "QUIZAPP_BACKUP_FOLDER": str(later)}) == {}
    assert not later.parent.exists()
    (tmp_path / "backups").write_text("")
    assert found(environ) == {"backups-not-writable": True}
    (tmp_path / "backups").unlink()
    access = os.access  # whoever runs the tests may write anywhere
    monkeypatch.setattr(os, "access", lambda place, how: place != tmp_path and access(place, how))
    assert found(environ) == {"backups-not-writable": True}


def test_a_list_of_erasures_that_cannot_be_read_is_said(environ, tmp_path):
    (tmp_path / "erased.json").write_text("{")
    assert found(environ) == {"no-erasures": True}


def test_attempts_that_nobody_closes_are_said(environ, monkeypatch):
    monkeypatch.setattr(doctor, "overdue", lambda _session, now: [1, 2] if now == NOW else [])
    assert found(environ) == {"overdue-attempts": False}


@pytest.mark.parametrize(
    ("missing", "code"), [("trafilatura", "no-parsers"), ("pypdf", "no-parsers"), ("granian", "no-granian")]
)
def test_a_package_that_is_missing_is_said(environ, monkeypatch, missing, code):
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else there(name))
    assert found(environ) == {code: False}
    chosen = {} if missing == "granian" else {code: False}
    assert found({**environ, "QUIZAPP_SERVER": "waitress"}) == chosen


def test_what_is_wrong_is_said_before_what_is_advice(environ, tmp_path):
    tmp_path.chmod(0o755)
    bad = {**environ, "QUIZAPP_SECRETKEY": "x", "QUIZAPP_TIMEZONE": "x", "QUIZAPP_HTTPS": ""}
    said = [finding.severity for finding in look(Place(bad, NOW, deploy=True))]
    assert said == ["error", "error", "warning", "warning"]


def test_the_settings_are_those_of_the_documents(environ):
    told = set(re.findall(r"^\| `QUIZAPP_(\w+)`", page("settings.md"), re.MULTILINE))
    assert told | {"CORPUS", "FIXTURES"} == doctor.SETTINGS


def test_the_settings_to_copy_need_a_key_of_ones_own(environ):
    """As long as nobody wrote one, the server does not start: a key in a document is known to everybody."""
    copied = dict(line.split("=", 1) for line in page("deploy/settings").splitlines() if not line.startswith("#"))
    copied.pop("QUIZAPP_BACKUP_FOLDER")
    assert found({**environ, **copied}) == {"no-secret": True}


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_data_of_a_demo_are_not_for_a_school(environ, tmp_path):
    (tmp_path / "demo-secret").write_text("x")
    assert found(environ) == {"demo-data": True}


def test_a_folder_that_is_a_file_cannot_be_written(environ, tmp_path):
    (tmp_path / "taken").write_text("")
    assert found({**environ, "QUIZAPP_DATA_DIR": str(tmp_path / "taken")})["folder-not-writable"]


def test_a_schema_of_yesterday_or_of_tomorrow_is_found(environ, tmp_path):
    engine = db.make_engine(f"sqlite:///{tmp_path / 'quizapp.sqlite3'}")
    schema.downgrade(engine, "0005")
    assert found(environ) == {"older-schema": True}
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    assert found(environ) == {"newer-schema": True}


@pytest.mark.parametrize(
    ("free", "said"),
    [
        (doctor.SCARCE_ROOM, {}),
        (doctor.SCARCE_ROOM - 1, {"little-room": False}),
        (doctor.LEAST_ROOM, {"little-room": False}),
        (doctor.LEAST_ROOM - 1, {"little-room": True}),
    ],
)
def test_a_disk_that_fills_up_is_said_and_is_wrong_once_it_is_full(environ, monkeypatch, free, said):
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    assert found(environ) == said


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_finding_says_itself_in_both_languages(environ, language, tmp_path):
    (tmp_path / "demo-secret").write_text("x")
    bad = {
        **environ,
        "QUIZAPP_SECRET_KEY": "",
        "QUIZAPP_TIMEZONE": "x",
        "QUIZAPP_OTHER": "1",
        "QUIZAPP_HTTPS": "",
        "QUIZAPP_TRUSTED_HOSTS": "",
    }
    said = [finding.say(language) for finding in look(Place(bad, NOW, deploy=True))]
    assert len(set(said)) == len(DEPLOYED) + 2
    assert not any("{" in sentence for sentence in said)


def test_the_command_answers_in_json_and_by_its_exit_code(environ, tmp_path):
    shelf.note_last(tmp_path, datetime.datetime.now(datetime.UTC))
    sound = CliRunner().invoke(cli, ["doctor", "--json"], env={**environ, "LANG": "it_IT"})
    assert (sound.exit_code, json.loads(sound.stdout)) == (0, [])
    advised = CliRunner().invoke(cli, ["doctor"], env={**environ, "QUIZAPP_SECRETKEY": "x", "LANG": "it_IT"})
    assert advised.exit_code == 0
    assert "QUIZAPP_SECRETKEY non è un’impostazione" in advised.stdout
    ill = CliRunner().invoke(cli, ["doctor", "--deploy"], env={**environ, "QUIZAPP_HTTPS": "", "LANG": "it_IT"})
    assert ill.exit_code == 1
    assert "QUIZAPP_HTTPS non è 1" in ill.stdout


def test_a_data_folder_is_made_for_its_owner_alone_and_one_open_to_others_is_said(environ, tmp_path):
    folder = tmp_path / "data"
    made = CliRunner().invoke(cli, ["db", "upgrade"], env={**environ, "QUIZAPP_DATA_DIR": str(folder)})
    assert (made.exit_code, folder.stat().st_mode & 0o777) == (0, 0o700)
    assert "folder-open" not in found(environ)
    for mode in (0o755, 0o750, 0o705):
        tmp_path.chmod(mode)
        assert found(environ) == {"folder-open": False}
