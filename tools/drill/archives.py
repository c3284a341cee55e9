"""Backups that are damaged or forged: each refused in a sentence, with nothing left behind, or put in place whole."""

import argparse
import random
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

from sqlalchemy import Engine, text

from quizapp import db, schema
from quizapp.backups import BackupError
from quizapp.backups.archive import BadArchiveError, open_archive
from quizapp.backups.backup import back_up
from quizapp.backups.restore import restore
from tools.drill.school import database

_build, _damage, _populate = (
    import_module(f"tests.{name}") for name in ("build", "backups.damage", "storage.populate")
)
_LEFT_BESIDE = {"quizapp.sqlite3.in-use", "erased.json"}


def options(parser: argparse.ArgumentParser) -> None:
    """How many of each."""
    parser.add_argument("--damaged", type=int, default=100_000, help="archives read that are not what was backed up")
    parser.add_argument("--forged", type=int, default=200, help="archives restored whose rows were changed")
    parser.add_argument("--postgresql", action="store_true", help="restore into PostgreSQL instead of SQLite")


def run(asked: argparse.Namespace) -> bool:
    """Damaged backups read, and backups with forged rows and true sums restored: refused, or in place whole."""
    with tempfile.TemporaryDirectory(prefix="quizapp-drill-") as folder:
        whole = _backup(Path(folder))
        good = _damages(whole, asked.damaged)
        with database(Path(folder), postgresql=asked.postgresql) as url:
            return _forgeries(whole, asked.forged, url) and good


def _backup(folder: Path) -> Path:
    """A school in which something has happened in every room, backed up."""
    engine, file = db.make_engine(f"sqlite:///{folder / 'source.sqlite3'}"), folder / "whole.zip"
    schema.upgrade(engine)
    with db.make_session(engine) as session:
        town = _build.make_town(session)
        for room in _populate.ROOMS:
            room(session, town)
    back_up(engine, file, now=_build.NOW)
    engine.dispose()
    return file


def _damages(whole: Path, count: int) -> bool:
    begun, chance, told = time.monotonic(), random.Random("drill"), Counter[str]()  # noqa: S311 - the same on every run
    data, before, changed = whole.read_bytes(), _sums(whole), whole.with_name("changed.zip")
    for _each in range(count):
        changed.write_bytes(_damage.damaged(data, chance))
        try:
            told["taken for another" if _sums(changed) != before else "the same"] += 1
        except BadArchiveError as error:
            told[error.code] += 1
        except Exception as error:  # noqa: BLE001 - what the drill is for
            told["fell"] += 1
            print(f"      {type(error).__name__}: {error}")
    _say("damaged", count, told, begun)
    return not told["fell"] and not told["taken for another"]


def _sums(file: Path) -> list[tuple[str, int, str]]:
    with open_archive(file) as archive:
        return [(table.name, table.rows, table.sha256) for table in archive.manifest.tables]


def _forgeries(whole: Path, count: int, url: str) -> bool:
    begun, chance, told = time.monotonic(), random.Random("drill"), Counter[str]()  # noqa: S311 - the same on every run
    data, forged = whole.read_bytes(), whole.with_name("forged.zip")
    for _each in range(count):
        forged.write_bytes(_damage.forged(data, chance))
        with tempfile.TemporaryDirectory(prefix="quizapp-drill-") as folder:
            told[_outcome(forged, url, Path(folder))] += 1
    _say("forged", count, told, begun)
    return set(told) <= {"in place", "refused"}


def _outcome(file: Path, url: str, folder: Path) -> str:
    engine = db.make_engine(url if url.startswith("postgresql") else f"sqlite:///{folder / 'quizapp.sqlite3'}")
    _clear(engine)
    try:
        restore(engine.url.render_as_string(hide_password=False), file, data_dir=folder, replace=False, now=_build.NOW)
        return "in place" if _rows(engine) else "in place without rows"
    except BackupError:
        left = {each.name for each in folder.iterdir()} - _LEFT_BESIDE
        return "left something behind" if left or _rows(engine) else "refused"
    except Exception as error:  # noqa: BLE001 - what the drill is for
        print(f"      {type(error).__name__}: {error}")
        return "fell"
    finally:
        engine.dispose()


def _clear(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()  # whoever is connected is in the way of a restore


def _rows(engine: Engine) -> int:
    file = db.file_of(engine)
    if file is not None and not file.exists():
        return 0
    with engine.connect() as connection:
        there = schema.revision_of(connection)
        return connection.execute(text("SELECT count(*) FROM item_version")).scalar_one() if there else 0


def _say(what: str, count: int, told: Counter[str], begun: float) -> None:
    outcomes = ", ".join(f"{name} {number}" for name, number in sorted(told.items()))
    print(f"   {what:<8} {count}: {outcomes}, {time.monotonic() - begun:.0f} s", flush=True)
