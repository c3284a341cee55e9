"""An installation of so many gigabytes, of answers and pictures, backed up and restored: minutes and memory."""

import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, text

from quizapp import db, schema
from quizapp.backups.archive import open_archive
from quizapp.backups.rows import NOT_CARRIED
from tools.drill.server import Server

_build, _populate = (import_module(f"tests.{name}") for name in ("build", "storage.populate"))
WITHIN_S = 300.0
"""For a backup, and for a restore until the server is well, of a gigabyte."""
_PICTURE = 700_000
_ANSWERS_SHARE = 0.25
_OF_AN_ATTEMPT = ("slot", "response", "outcome")
_NOTED = "admin_act"
"""Where the restore itself is a row more."""


class Kept(NamedTuple):
    """How many rows a table has, and the digest of them all."""

    rows: int
    sha256: str


class Ran(NamedTuple):
    """What a command took: seconds, those of them in which it used a processor, and megabytes at most."""

    seconds: float
    cpu_s: float
    memory: float


def options(parser: argparse.ArgumentParser) -> None:
    """How large."""
    parser.add_argument("--gigabytes", type=float, default=1.0, help="of the SQLite file")


def run(wanted: argparse.Namespace) -> bool:
    """A large SQLite installation is backed up, restored elsewhere and served, each row of it there as it was."""
    with tempfile.TemporaryDirectory(prefix="quizapp-bulk-") as name:
        old, new, file, again = (Path(name) / each for each in ("old", "new", "backup.zip", "again.zip"))
        old.mkdir()
        new.mkdir()
        before = _filled(old, wanted.gigabytes * 1e9)
        print(
            f"   {_size(old):.2f} GB on disk, {sum(before.values())} rows, {before['item_version']} versions",
            flush=True,
        )
        taken = _ran(old, "backup", str(file))
        print(
            f"   backed up: {_told(taken)}, {file.stat().st_size / 1e9:.2f} GB",
            flush=True,
        )
        back = _ran(new, "restore", str(file), "--yes")
        print(f"   restored: {_told(back)}", flush=True)
        _ran(new, "backup", str(again))
        first = _kept(file)
        wrong = [
            *missing(before, first),
            *unlike({name: first[name] for name in first if name != _NOTED}, _kept(again)),
        ]
        server = Server(new, f"sqlite:///{new / 'quizapp.sqlite3'}")
        try:
            up = server.start()
        finally:
            server.kill()
    print(f"   well {up:.0f} s after; {'; '.join(wrong) or 'every row is there as it was'}")
    limit = WITHIN_S * max(wanted.gigabytes, 1)
    return not wrong and taken.seconds <= limit and back.seconds + up <= limit


def missing(before: dict[str, int], kept: dict[str, Kept]) -> list[str]:
    """Which tables of an installation are not in its backup with as many rows."""
    found = {name: kept[name].rows if name in kept else None for name in before}
    return [
        f"{name}: {found[name]} of {rows} rows in the backup" for name, rows in before.items() if rows != found[name]
    ]


def unlike(before: dict[str, Kept], after: dict[str, Kept]) -> list[str]:
    """What of the tables of one is otherwise in the other, or is not there."""
    return [
        f"{name}: {after[name].rows if name in after else 0} rows of {kept.rows}, or not as they were"
        for name, kept in before.items()
        if after.get(name) != kept
    ]


def _kept(file: Path) -> dict[str, Kept]:
    with open_archive(file) as archive:
        return {table.name: Kept(table.rows, table.sha256) for table in archive.manifest.tables}


def _filled(folder: Path, size: float) -> dict[str, int]:
    """A school in which something has happened in every room, and then much of the same; its rows by table."""
    engine = db.make_engine(f"sqlite:///{folder / 'quizapp.sqlite3'}")
    schema.upgrade(engine)
    with db.make_session(engine) as session:
        town = _build.make_town(session)
        for room in _populate.ROOMS:
            room(session, town)
    with engine.begin() as connection:
        _more_pictures(connection, int(size * (1 - _ANSWERS_SHARE) / (_PICTURE * 4 / 3)))
        while _bytes(connection) < size:
            _more_answers(connection)
    found = _counted(engine)
    engine.dispose()
    return found


def _more_pictures(connection: Connection, count: int) -> None:
    """Versions of one question, each with a picture of its own that no packing makes smaller."""
    row = connection.execute(text("SELECT * FROM item_version ORDER BY id DESC LIMIT 1")).mappings().one()
    content = json.loads(row["content"])
    columns = [name for name in row if name != "id"]
    put = text(f"INSERT INTO item_version ({', '.join(columns)}) VALUES ({', '.join(f':{each}' for each in columns)})")  # noqa: S608
    for number in range(1, count + 1):
        picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + os.urandom(_PICTURE)).decode()
        files = [{"name": f"{number}.png", "mime": "image/png", "alt": "", "base64": picture}]
        changed = {"number": row["number"] + number, "content": json.dumps(content | {"files": files})}
        connection.execute(put, {**row, **changed})


def _more_answers(connection: Connection) -> None:
    """Every attempt once more, with what belongs to it."""
    last = connection.execute(text("SELECT max(id), max(number) FROM attempt")).one()
    given = {"id": f"id + {last[0]}", "public_id": f"'w' || (id + {last[0]})", "number": f"number + {last[1]}"}
    _again(connection, "attempt", given | {"state": "CASE state WHEN 'open' THEN 'submitted' ELSE state END"})
    for table in _OF_AN_ATTEMPT:
        _again(connection, table, {"attempt_id": f"attempt_id + {last[0]}"})


def _again(connection: Connection, table: str, given: dict[str, str]) -> None:
    columns = [row[1] for row in connection.execute(text(f"PRAGMA table_info({table})"))]
    names = ", ".join(f'"{each}"' for each in columns)
    values = ", ".join(given.get(each, f'"{each}"') for each in columns)
    connection.execute(text(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table}"))  # noqa: S608


def _bytes(connection: Connection) -> int:
    pages, size = (connection.execute(text(f"PRAGMA {what}")).scalar_one() for what in ("page_count", "page_size"))
    return int(pages * size)


def _counted(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        return {
            name: int(connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one())  # noqa: S608
            for name in names
            if name not in NOT_CARRIED and schema.ours(name, "table", {})
        }


def _size(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.iterdir()) / 1e9


def _told(ran: Ran) -> str:
    return f"{ran.seconds:.0f} s, {ran.cpu_s:.0f} s of them at work, {ran.memory:.0f} MB in memory"


def _ran(folder: Path, *words: str) -> Ran:
    """A command on the installation in a folder. Raises RuntimeError where it ends with anything but 0."""
    environ = os.environ | {"QUIZAPP_DATA_DIR": str(folder), "QUIZAPP_SECRET_KEY": "drill"}
    environ["QUIZAPP_DATABASE_URL"] = f"sqlite:///{folder / 'quizapp.sqlite3'}"
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "quizapp", *words], env=environ)
    try:
        _pid, status, used = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{words[0]} ended with {process.returncode}")
    return Ran(time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
