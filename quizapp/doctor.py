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
from quizapp.core.problems import Problem, Severity
from quizapp.core.wording import Wording
from quizapp.journal import LEVELS
from quizapp.personal import ledger

MIB = 1024 * 1024
LEAST_ROOM, SCARCE_ROOM = 100 * MIB, 1024 * MIB
STALE_BACKUP = datetime.timedelta(days=2)
"""One that is made every day is missing by then."""
SHORTEST_KEY = 32
_MAKE_KEY = "python -c 'import secrets; print(secrets.token_hex(32))'"
SETTINGS = frozenset({
    "DATABASE_URL", "REPORTS_DATABASE_URL", "DATA_DIR", "SECRET_KEY", "HTTPS", "TIMEZONE", "SERVER",
    "SIGN_IN_FREE_TRIES", "FETCH", "TEST_BROWSER", "CORPUS", "FIXTURES", "BACKUP_FOLDER", "BACKUP_HOUR", "BACKUP_KEEP",
    "LOG", "LOG_FILE", "TRUSTED_HOSTS", "TRUSTED_PROXIES",
})  # fmt: skip
"""The settings of docs/settings.md, and the two that name folders of the tests."""


@dataclass(frozen=True, slots=True)
class Place:
    """The installation that is looked at: its environment, the moment, and whether others are to reach it."""

    environ: Mapping[str, str]
    now: datetime.datetime
    deploy: bool

    @property
    def needed(self) -> Severity:
        """How bad the lack is of what only others reaching it makes necessary."""
        return "error" if self.deploy else "warning"

    @property
    def folder(self) -> Path:
        """Where it keeps its files."""
        return config.data_dir(self.environ)


def _finding(code: str, severity: Severity, it: str, en: str, **values: object) -> Problem:
    return Problem(code, (), Wording(it, en), values, severity)


def _wrong(code: str, it: str, en: str, **values: object) -> Problem:
    """It does not work, or not safely."""
    return _finding(code, "error", it, en, **values)


def _advice(code: str, it: str, en: str, **values: object) -> Problem:
    return _finding(code, "warning", it, en, **values)


def look(place: Place) -> list[Problem]:
    """Everything found, what is wrong first."""
    found = [finding for check in (*CHECKS, *(DEPLOYED if place.deploy else ())) for finding in check(place)]
    return sorted(found, key=lambda finding: finding.severity != "error")


def secret_key(place: Place) -> Iterator[Problem]:
    """It signs the cookies."""
    key = place.environ.get("QUIZAPP_SECRET_KEY", "")
    if not key:
        yield _finding(
            "no-secret",
            place.needed,
            "QUIZAPP_SECRET_KEY non è impostata: fuori dalla demo il server non parte. Ne fa una: {how}",
            "QUIZAPP_SECRET_KEY is not set: outside the demo the server does not start. To make one: {how}",
            how=_MAKE_KEY,
        )
    elif len(key) < SHORTEST_KEY:
        yield _wrong(
            "short-secret",
            "QUIZAPP_SECRET_KEY ha meno di {least} caratteri: chi la indovina entra come chiunque.",
            "QUIZAPP_SECRET_KEY has fewer than {least} characters: whoever guesses it is anybody.",
            least=SHORTEST_KEY,
        )


def names(place: Place) -> Iterator[Problem]:
    """A setting that nobody reads is a slip of the pen."""
    for name in sorted(place.environ):
        if name.startswith("QUIZAPP_") and name.removeprefix("QUIZAPP_") not in SETTINGS:
            yield _advice(
                "unknown-setting",
                "{name} non è un’impostazione: l’elenco è in docs/settings.md.",
                "{name} is no setting: docs/settings.md has the list.",
                name=name,
            )


def log(place: Place) -> Iterator[Problem]:
    """It is one of the logs there are, and its file can be written."""
    level, file = place.environ.get("QUIZAPP_LOG", "errors"), place.environ.get("QUIZAPP_LOG_FILE")
    if level not in LEVELS:
        yield _wrong(
            "no-such-log",
            "QUIZAPP_LOG è «{level}»: può essere {levels}; finché non lo è, si scrivono gli errori.",
            "QUIZAPP_LOG is “{level}”: it can be {levels}; until it is, errors are written.",
            level=level,
            levels=", ".join(LEVELS),
        )
    if file and not os.access(file if Path(file).exists() else Path(file).parent, os.W_OK):
        yield _wrong(
            "log-not-writable",
            "Nel registro {file} non si può scrivere, e senza dirlo non lo scrive nessuno.",
            "The log {file} cannot be written, and goes unwritten without a word.",
            file=file,
        )


def timezone(place: Place) -> Iterator[Problem]:
    """The pages count on a time zone that exists."""
    name = place.environ.get("QUIZAPP_TIMEZONE", "Europe/Rome")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        yield _wrong(
            "no-such-zone",
            "QUIZAPP_TIMEZONE: il fuso orario «{name}» non esiste; per esempio Europe/Rome.",
            "QUIZAPP_TIMEZONE: there is no time zone “{name}”; Europe/Rome is one.",
            name=name,
        )


def folder(place: Place) -> Iterator[Problem]:
    """Files can be written, and there is room for more."""
    try:
        place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place.folder):
            pass
    except OSError as error:
        yield _wrong(
            "folder-not-writable",
            "Nella cartella dei dati {folder} non si può scrivere: {why}.",
            "The data folder {folder} cannot be written: {why}.",
            folder=place.folder,
            why=error.strerror,
        )
        return
    if place.folder.stat().st_mode & 0o077:
        yield _advice(
            "folder-open",
            "La cartella dei dati {folder} la può aprire chi ha un account su questa macchina: chmod 700 {folder}",
            "The data folder {folder} opens to whoever has an account on this machine: chmod 700 {folder}",
            folder=place.folder,
        )
    free = shutil.disk_usage(place.folder).free
    if free < SCARCE_ROOM:
        yield _finding(
            "little-room",
            "error" if free < LEAST_ROOM else "warning",
            "Sul disco della cartella dei dati restano {mib} MB.",
            "The disk of the data folder has {mib} MB left.",
            mib=free // MIB,
        )


def database(place: Place) -> Iterator[Problem]:
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


def _no_database(error: Exception) -> Problem:
    return _wrong(
        "no-database",
        "Il database di QUIZAPP_DATABASE_URL non risponde: {why}.",
        "The database of QUIZAPP_DATABASE_URL does not answer: {why}.",
        why=str(error).partition("\n")[0].rstrip("."),
    )


def _schema(engine: Engine) -> Iterator[Problem]:
    file = db.file_of(engine)
    if file is not None and not file.exists():
        at = None
    else:
        with engine.connect() as connection:
            at = schema.revision_of(connection)
    if at is None:
        yield _advice(
            "no-schema",
            "Il database è ancora vuoto: lo prepara il primo avvio, o «quizapp db upgrade».",
            "The database is still empty: the first start prepares it, or `quizapp db upgrade`.",
        )
    elif not schema.knows(at):
        yield _wrong(
            "newer-schema",
            "Il database è di una versione più recente di Quotidia ({at}): serve quella.",
            "The database is of a newer version of Quotidia ({at}): that one is needed.",
            at=at,
        )
    elif at != schema.newest():
        yield _wrong(
            "older-schema",
            "Il database va aggiornato: fai un backup, poi «quizapp db upgrade».",
            "The database must be brought up to date: make a backup, then `quizapp db upgrade`.",
        )


def _waiting(count: int) -> Iterator[Problem]:
    if count:
        yield _advice(
            "overdue-attempts",
            "Tentativi scaduti e ancora aperti: {count}. Li chiude il server, ogni minuto; senza, «quizapp work».",
            "Attempts whose time is up, still open: {count}. The server closes them, or `quizapp work`.",
            count=count,
        )


def backups(place: Place) -> Iterator[Problem]:
    """The plan for them can be followed, and there is a recent one."""
    try:
        plan = config.backup_plan(place.environ)
    except config.SettingsError as error:
        yield _wrong("no-backup-plan", "{why}.", "{why}.", why=error)
    else:
        if not _can_be_written(plan.folder):
            yield _wrong(
                "backups-not-writable",
                "Nella cartella dei backup {folder} non si può scrivere.",
                "The folder of backups {folder} cannot be written.",
                folder=plan.folder,
            )
    last = shelf.last_backup(place.folder)
    if last is None:
        yield _finding(
            "no-backup",
            place.needed,
            "Non si sa di nessun backup: «quizapp backup» ne fa uno mentre si lavora.",
            "No backup is known of: `quizapp backup` makes one while people work.",
        )
    elif place.now - last > STALE_BACKUP:
        yield _finding(
            "old-backup",
            place.needed,
            "L’ultimo backup ha {days} giorni.",
            "The last backup is {days} days old.",
            days=(place.now - last).days,
        )


def _can_be_written(folder: Path) -> bool:
    """Whether a folder takes files, or could be made; it is not made here, where no disk may be mounted yet."""
    try:
        there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    except OSError:
        return False
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def erasures(place: Place) -> Iterator[Problem]:
    """The list of those whom no backup may bring back can be read."""
    try:
        ledger.read(place.folder)
    except ledger.LedgerError:
        yield _wrong(
            "no-erasures",
            "L’elenco delle cancellazioni, erased.json in {folder}, non si può leggere: sistemalo o mettilo da parte.",
            "The list of erasures, erased.json in {folder}, cannot be read: mend it or put it aside.",
            folder=place.folder,
        )


def parsers(_place: Place) -> Iterator[Problem]:
    """Articles as HTML, PDF and DOCX need theirs."""
    missing = [name for name in ("trafilatura", "pypdf", "mammoth") if importlib.util.find_spec(name) is None]
    if missing:
        yield _advice(
            "no-parsers",
            "Mancano {names}: gli articoli si possono solo incollare come testo. Li installa quizapp[articles].",
            "Without {names} articles can be pasted as text only. quizapp[articles] installs them.",
            names=", ".join(missing),
        )


def https(place: Place) -> Iterator[Problem]:
    """Passwords and cookies travel in the clear without it."""
    if place.environ.get("QUIZAPP_HTTPS", "") != "1":
        yield _wrong(
            "no-https",
            "QUIZAPP_HTTPS non è 1: senza https davanti, password e cookie viaggiano in chiaro.",
            "QUIZAPP_HTTPS is not 1: without https in front, passwords and cookies travel in the clear.",
        )


def proxies(place: Place) -> Iterator[Problem]:
    """Links are made with the scheme and the name by which a request came."""
    try:
        count = config.trusted_proxies(place.environ)
    except config.SettingsError as error:
        yield _wrong("no-such-proxies", "{why}.", "{why}.", why=error)
        return
    if place.environ.get("QUIZAPP_HTTPS", "") == "1" and not count:
        yield _advice(
            "no-proxies",
            "QUIZAPP_TRUSTED_PROXIES è 0: i link delle classi cominciano con http. Con un proxy davanti, scrivi 1.",
            "QUIZAPP_TRUSTED_PROXIES is 0: the links of classes begin with http. With a proxy in front, write 1.",
        )
    if config.trusted_hosts(place.environ) is None:
        yield _wrong(
            "no-hosts",
            "QUIZAPP_TRUSTED_HOSTS non è impostata: i link delle classi portano qualunque nome dica chi li chiede.",
            "QUIZAPP_TRUSTED_HOSTS is not set: the links of classes carry any name that a request gives.",
        )


def no_demo(place: Place) -> Iterator[Problem]:
    """A demo's people have no passwords worth the name."""
    if (place.folder / "demo-secret").exists():
        yield _wrong(
            "demo-data",
            "Nella cartella dei dati c’è una demo, con persone inventate: per la scuola vera usane un’altra.",
            "The data folder holds a demo with invented people: use another one for a real school.",
        )


def server(place: Place) -> Iterator[Problem]:
    """The faster server is there, or the slower one was chosen."""
    if importlib.util.find_spec("granian") is None and "QUIZAPP_SERVER" not in place.environ:
        yield _advice(
            "no-granian",
            "Manca granian: serve waitress, più lento. Lo installa quizapp[server].",
            "Without granian the slower waitress serves. quizapp[server] installs it.",
        )


Check = Callable[[Place], Iterator[Problem]]
CHECKS: tuple[Check, ...] = (secret_key, names, log, timezone, folder, database, backups, erasures, parsers)
DEPLOYED: tuple[Check, ...] = (https, proxies, no_demo, server)
