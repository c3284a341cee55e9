"""What a cut of the power leaves of a database."""

import sqlite3
from contextlib import closing

from tools.drill.power import cut, held, left


def wrote(file, value):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE IF NOT EXISTS answer (value)")
        connection.execute("INSERT INTO answer VALUES (?)", (value,))


def values(file):
    with closing(sqlite3.connect(file)) as connection:
        return [value for (value,) in connection.execute("SELECT value FROM answer")]


def test_what_was_not_synced_is_gone_and_the_rest_opens(tmp_path):
    file, synced = tmp_path / "quizapp.sqlite3", tmp_path / "synced"
    wrote(file, "synced")
    held(tmp_path, synced)
    wrote(file, "not synced")
    (tmp_path / "quizapp.sqlite3-shm").write_bytes(b"of the memory that is gone")
    (tmp_path / "quizapp.sqlite3-wal").write_bytes(b"never synced")
    assert cut(tmp_path, synced) >= 2
    assert sorted(each.name for each in tmp_path.iterdir()) == ["quizapp.sqlite3", "synced"]
    assert values(file) == ["synced"]


def test_what_was_synced_stays_as_it_is(tmp_path):
    file, synced = tmp_path / "quizapp.sqlite3", tmp_path / "synced"
    wrote(file, "synced")
    held(tmp_path, synced)
    assert cut(tmp_path, synced) == 0
    assert values(file) == ["synced"]


def test_what_a_cut_would_leave_is_looked_at_beside_and_the_database_goes_on(tmp_path):
    file, synced, beside = tmp_path / "quizapp.sqlite3", tmp_path / "synced", tmp_path / "beside"
    wrote(file, "synced")
    held(tmp_path, synced)
    wrote(file, "not synced")
    beside.mkdir()
    assert left(tmp_path, synced, beside) >= 1
    assert values(beside / "quizapp.sqlite3") == ["synced"]
    assert values(file) == ["synced", "not synced"]
