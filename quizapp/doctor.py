"""`quizapp doctor`: what is wrong with an installation, each thing with what mends it."""

import datetime
import importlib.util
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from quizapp import config, db, schema, shelf
from quizapp.attempts.endings import overdue
from quizapp.core.wording import Wording

MIB = 1024 * 1024
LEAST_ROOM, SCARCE_ROOM = 100 * MIB, 1024 * MIB
STALE_BACKUP = datetime.timedelta(days=7)
SHORTEST_KEY = 32
_MAKE_KEY = "python -c 'import secrets; print(secrets.token_hex(32))'"
SETTINGS = frozenset({
    "DATABASE_URL", "DATA_DIR", "SECRET_KEY", "HTTPS", "TIMEZONE", "SERVER", "SIGN_IN_FREE_TRIES", "FETCH",
    "TEST_BROWSER", "CORPUS", "FIXTURES",
})  # fmt: skip
"""The settings of docs/settings.md, and the two that name folders of the tests."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`wrong`: it does not work, or not safely; otherwise advice."""

    code: str
    wrong: bool
    wording: Wording
    values: tuple[tuple[str, object], ...] = ()

    def say(self, language: str) -> str:
        """The finding with its remedy, in a language."""
        return self.wording.say(language, **dict(self.values))


@dataclass(frozen=True, slots=True)
class Place:
    """The installation that is looked at: its environment, the moment, and whether others are to reach it."""

    environ: Mapping[str, str]
    now: datetime.datetime
    deploy: bool

    @property
    def folder(self) -> Path:
        """Where it keeps its files."""
        return config.data_dir(self.environ)


def look(place: Place) -> list[Finding]:
    """Everything found, what is wrong first."""
    found = [finding for check in (*CHECKS, *(DEPLOYED if place.deploy else ())) for finding in check(place)]
    return sorted(found, key=lambda finding: not finding.wrong)


def secret_key(place: Place) -> Iterator[Finding]:
    """It signs the cookies."""
    key = place.environ.get("QUIZAPP_SECRET_KEY", "")
    if not key:
        yield Finding("no-secret", place.deploy, Wording(
            "QUIZAPP_SECRET_KEY non è impostata: fuori dalla demo il server non parte. Ne fa una: {how}",
            "QUIZAPP_SECRET_KEY is not set: outside the demo the server does not start. To make one: {how}",
        ), (("how", _MAKE_KEY),))  # fmt: skip
    elif len(key) < SHORTEST_KEY:
        yield Finding("short-secret", True, Wording(
            "QUIZAPP_SECRET_KEY ha meno di {least} caratteri: chi la indovina entra come chiunque.",
            "QUIZAPP_SECRET_KEY has fewer than {least} characters: whoever guesses it is anybody.",
        ), (("least", SHORTEST_KEY),))  # fmt: skip


def names(place: Place) -> Iterator[Finding]:
    """A setting that nobody reads is a slip of the pen."""
    for name in sorted(place.environ):
        if name.startswith("QUIZAPP_") and name.removeprefix("QUIZAPP_") not in SETTINGS:
            yield Finding("unknown-setting", False, Wording(
                "{name} non è un’impostazione: l’elenco è in docs/settings.md.",
                "{name} is no setting: docs/settings.md has the list.",
            ), (("name", name),))  # fmt: skip


def timezone(place: Place) -> Iterator[Finding]:
    """The pages count on a time zone that exists."""
    name = place.environ.get("QUIZAPP_TIMEZONE", "Europe/Rome")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        yield Finding("no-such-zone", True, Wording(
            "QUIZAPP_TIMEZONE: il fuso orario «{name}» non esiste; per esempio Europe/Rome.",
            "QUIZAPP_TIMEZONE: there is no time zone “{name}”; Europe/Rome is one.",
        ), (("name", name),))  # fmt: skip


def folder(place: Place) -> Iterator[Finding]:
    """Files can be written, and there is room for more."""
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place.folder):
            pass
    except OSError as error:
        yield Finding("folder-not-writable", True, Wording(
            "Nella cartella dei dati {folder} non si può scrivere: {why}.",
            "The data folder {folder} cannot be written: {why}.",
        ), (("folder", place.folder), ("why", error.strerror)))  # fmt: skip
        return
    free = shutil.disk_usage(place.folder).free
    if free < SCARCE_ROOM:
        yield Finding("little-room", free < LEAST_ROOM, Wording(
            "Sul disco della cartella dei dati restano {mib} MB.",
            "The disk of the data folder has {mib} MB left.",
        ), (("mib", free // MIB),))  # fmt: skip


def database(place: Place) -> Iterator[Finding]:
    """It answers, its schema is the newest, and no attempt waits to be closed."""
    try:
        engine = db.make_engine(config.database_url(place.environ))
    except (SQLAlchemyError, ImportError) as error:
        yield _no_database(error)
        return
    try:
        yield from _schema(engine)
    except SQLAlchemyError as error:
        yield _no_database(error)
    else:
        with suppress(SQLAlchemyError), db.make_session(engine) as session:
            yield from _waiting(len(overdue(session, place.now)))
    finally:
        engine.dispose()


def _no_database(error: Exception) -> Finding:
    return Finding("no-database", True, Wording(
        "Il database di QUIZAPP_DATABASE_URL non risponde: {why}.",
        "The database of QUIZAPP_DATABASE_URL does not answer: {why}.",
    ), (("why", str(error).partition("\n")[0].rstrip(".")),))  # fmt: skip


def _schema(engine: Engine) -> Iterator[Finding]:
    file = db.file_of(engine)
    if file is not None and not file.exists():
        at = None
    else:
        with engine.connect() as connection:
            at = schema.revision_of(connection)
    if at is None:
        yield Finding("no-schema", False, Wording(
            "Il database è ancora vuoto: lo prepara il primo avvio, o «quizapp db upgrade».",
            "The database is still empty: the first start prepares it, or `quizapp db upgrade`.",
        ))  # fmt: skip
    elif not schema.knows(at):
        yield Finding("newer-schema", True, Wording(
            "Il database è di una versione più recente di Quotidia ({at}): serve quella.",
            "The database is of a newer version of Quotidia ({at}): that one is needed.",
        ), (("at", at),))  # fmt: skip
    elif at != schema.newest():
        yield Finding("older-schema", True, Wording(
            "Il database va aggiornato: fai un backup, poi «quizapp db upgrade».",
            "The database must be brought up to date: make a backup, then `quizapp db upgrade`.",
        ))  # fmt: skip


def _waiting(count: int) -> Iterator[Finding]:
    if count:
        yield Finding("overdue-attempts", False, Wording(
            "Tentativi scaduti e ancora aperti: {count}. «quizapp finalise» li chiude; lancialo ogni minuto.",
            "Attempts whose time is up, still open: {count}. `quizapp finalise` closes them; run it every minute.",
        ), (("count", count),))  # fmt: skip


def backups(place: Place) -> Iterator[Finding]:
    """There is a recent one."""
    last = shelf.last_backup(place.folder)
    if last is None:
        yield Finding("no-backup", place.deploy, Wording(
            "Non si sa di nessun backup: «quizapp backup» ne fa uno mentre si lavora.",
            "No backup is known of: `quizapp backup` makes one while people work.",
        ))  # fmt: skip
    elif place.now - last > STALE_BACKUP:
        yield Finding("old-backup", place.deploy, Wording(
            "L’ultimo backup ha {days} giorni.",
            "The last backup is {days} days old.",
        ), (("days", (place.now - last).days),))  # fmt: skip


def parsers(_place: Place) -> Iterator[Finding]:
    """Articles as HTML, PDF and DOCX need theirs."""
    missing = [name for name in ("trafilatura", "pypdf", "mammoth") if importlib.util.find_spec(name) is None]
    if missing:
        yield Finding("no-parsers", False, Wording(
            "Mancano {names}: gli articoli si possono solo incollare come testo. Li installa quizapp[articles].",
            "Without {names} articles can be pasted as text only. quizapp[articles] installs them.",
        ), (("names", ", ".join(missing)),))  # fmt: skip


def https(place: Place) -> Iterator[Finding]:
    """Passwords and cookies travel in the clear without it."""
    if place.environ.get("QUIZAPP_HTTPS", "") != "1":
        yield Finding("no-https", True, Wording(
            "QUIZAPP_HTTPS non è 1: senza https davanti, password e cookie viaggiano in chiaro.",
            "QUIZAPP_HTTPS is not 1: without https in front, passwords and cookies travel in the clear.",
        ))  # fmt: skip


def no_demo(place: Place) -> Iterator[Finding]:
    """A demo's people have no passwords worth the name."""
    if (place.folder / "demo-secret").exists():
        yield Finding("demo-data", True, Wording(
            "Nella cartella dei dati c’è una demo, con persone inventate: per la scuola vera usane un’altra.",
            "The data folder holds a demo with invented people: use another one for a real school.",
        ))  # fmt: skip


def server(place: Place) -> Iterator[Finding]:
    """The faster server is there, or the slower one was chosen."""
    if importlib.util.find_spec("granian") is None and "QUIZAPP_SERVER" not in place.environ:
        yield Finding("no-granian", False, Wording(
            "Manca granian: serve waitress, più lento. Lo installa quizapp[server].",
            "Without granian the slower waitress serves. quizapp[server] installs it.",
        ))  # fmt: skip


Check = Callable[[Place], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (secret_key, names, timezone, folder, database, backups, parsers)
DEPLOYED: tuple[Check, ...] = (https, no_demo, server)


def here(now: datetime.datetime, *, deploy: bool) -> Place:
    """This installation."""
    return Place(os.environ, now, deploy)
