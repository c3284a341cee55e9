"""Every kept dump of a populated schema goes up to the newest, back to its own, and up again without a loss."""

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from quizapp import db, schema
from quizapp.jobs.models import Job, Problem

DUMPS = Path(__file__).parent.parent / "dumps"


def rows_of(engine):
    """Of every table its rows, each as what stands in which column; the full-text index is made anew, not kept."""
    with engine.connect() as connection:
        return {
            table: [dict(row) for row in connection.execute(text(f'SELECT * FROM "{table}"')).mappings()]  # noqa: S608
            for table in inspect(engine).get_table_names()
            if table != "alembic_version" and schema.ours(table, "table", None)
        }


def digests(rows, kept):
    """Of each table that is kept how many rows it has, and the SHA-256 of what stands in the columns that are kept."""
    found = {}
    for table, before in kept.items():
        columns = sorted(before[0]) if before else []
        said = sorted(str([row.get(name, "gone") for name in columns]) for row in rows.get(table, []))
        found[table] = (len(said), sha256("\n".join(said).encode()).hexdigest())
    return found


def up_down_up(engine, number):
    """Up, back, and up again: what a dump holds is in every column that it has, at each of the three."""
    kept = rows_of(engine)
    assert sum(map(len, kept.values())) > 40
    schema.upgrade(engine)
    newest = rows_of(engine)
    assert digests(newest, kept) == digests(kept, kept)
    schema.downgrade(engine, number)
    assert rows_of(engine).keys() == kept.keys()
    assert digests(rows_of(engine), kept) == digests(kept, kept)
    schema.upgrade(engine)
    assert digests(rows_of(engine), newest) == digests(newest, newest)
    assert schema.drift(engine) == []


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_went_wrong_in_a_job_is_kept_in_its_former_words(kind, request, tmp_path):
    url = f"sqlite:///{tmp_path / 'jobs.sqlite3'}" if kind == "sqlite" else request.getfixturevalue("postgres")
    engine = db.make_engine(url)
    schema.upgrade(engine, "0012")
    words = "INSERT INTO job (public_id, kind, key, state, due_at, run, progress, cancel_asked, problem)"
    with engine.begin() as connection:
        connection.execute(
            text(f"{words} VALUES ('a', 'backup', 'k', 'failed', '2026-11-24 09:00:00+00:00', 1, 0, false, :said)"),
            {"said": "Niente di buono. " * 20},
        )
    before = rows_of(engine)["job"]
    schema.upgrade(engine)
    with db.make_session(engine) as session:
        job = session.scalars(select(Job)).one()
        assert (job.problem, job.about) == (Problem.UNEXPECTED, {"detail": "Niente di buono. " * 20})
    schema.downgrade(engine, "0012")
    assert rows_of(engine)["job"] == before
    schema.downgrade(engine, "base")
    engine.dispose()


def test_the_newest_dumps_hold_something_of_every_table(tmp_path):
    """What a dump has no row of no migration is tried on."""
    for kind in ("sqlite", "postgresql"):
        newest = max(DUMPS.glob(f"*-{kind}.sql"))
        told = set(re.findall(r'INSERT INTO (?:public\.)?"?(\w+)"? ', newest.read_text(encoding="utf-8")))
        assert schema.TABLES.keys() - told == set(), newest.name


@pytest.mark.parametrize("dump", sorted(DUMPS.glob("*-sqlite.sql")), ids=lambda dump: dump.stem)
def test_sqlite_dumps_survive(dump, tmp_path):
    with closing(sqlite3.connect(tmp_path / "dump.sqlite3")) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    engine = db.make_engine(f"sqlite:///{tmp_path / 'dump.sqlite3'}")
    up_down_up(engine, dump.name.partition("-")[0])
    engine.dispose()


@pytest.mark.parametrize("dump", sorted(DUMPS.glob("*-postgresql.sql")), ids=lambda dump: dump.stem)
def test_postgresql_dumps_survive(dump, postgres):
    engine = db.make_engine(postgres)
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        connection.connection.driver_connection.execute(dump.read_text(encoding="utf-8"))
        connection.commit()
    up_down_up(engine, dump.name.partition("-")[0])
    schema.downgrade(engine, "base")
    engine.dispose()


def test_servers_that_start_at_once_bring_one_postgresql_up_to_date(postgres):
    engines = [db.make_engine(postgres) for _server in range(4)]
    with ThreadPoolExecutor(len(engines)) as pool:
        list(pool.map(schema.upgrade, engines))
    assert schema.drift(engines[0]) == []
    schema.downgrade(engines[0], "base")
    for engine in engines:
        engine.dispose()
