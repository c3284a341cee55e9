"""The folder of backups: old ones go, what somebody named stays, and the last one is remembered."""

import datetime

from quizapp import shelf

NOW = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.UTC)


def test_the_newest_stay_and_so_does_what_somebody_named(tmp_path):
    dated = [tmp_path / shelf.next_name(NOW + datetime.timedelta(days=day)) for day in range(5)]
    named = [tmp_path / "prima-del-trasloco.zip", tmp_path / "before-restore-20200101T000000Z.zip", tmp_path / "x.txt"]
    for file in (*dated, *named):
        file.touch()
    assert shelf.thin_out(tmp_path, 2) == dated[:3]
    assert sorted(tmp_path.iterdir()) == sorted([*dated[3:], *named])
    assert shelf.thin_out(tmp_path, 2) == []


def test_the_last_backup_is_remembered(tmp_path):
    folder = tmp_path / "new"
    assert shelf.last_backup(folder) is None
    shelf.note_last(folder, NOW)
    assert shelf.last_backup(folder) == NOW


def test_a_note_that_cannot_be_read_is_no_backup(tmp_path):
    for text in ("", "[]", "{}", '{"at": 3}', '{"at": "ieri"}', '{"at": "2026-11-24T09:00:00"}'):
        (tmp_path / "last-backup.json").write_text(text, encoding="utf-8")
        assert shelf.last_backup(tmp_path) is None
