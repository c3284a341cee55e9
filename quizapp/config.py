"""Settings: defaults, then `QUIZAPP_*` in the environment, then what a caller overrides."""

import os
import secrets
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from flask import Flask

from quizapp.core.typed import whole_number
from quizapp.journal import journal_of

_HERE = Path(__file__).resolve().parent
MIB = 1024 * 1024
_LAST_HOUR, _MOST_PROXIES = 23, 9
_HOST_ONLY = "__Host-"
"""A cookie of this name is taken by browsers only if secure, of the whole site, and of no other host of the domain."""


class SettingsError(RuntimeError):
    """The settings cannot be used; the message says which and why."""


def version() -> str:
    """The version installed, or the one a checkout names."""
    try:
        return metadata.version("quizapp")
    except metadata.PackageNotFoundError:
        project = tomllib.loads((_HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
        return str(project["project"]["version"])


def resource_dir(name: str) -> Path:
    """The folder `name` of an installed wheel, or the one beside the package in a checkout.

    Raises SettingsError when neither is there.
    """
    inside = _HERE / name
    if inside.is_dir():
        return inside
    beside = _HERE.parent / name
    if beside.is_dir() and (_HERE.parent / "pyproject.toml").is_file():
        return beside
    raise SettingsError(f"quizapp is installed without its {name}/ files")


def data_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the installation keeps its files: `QUIZAPP_DATA_DIR`, `var/` of a checkout, or the user's data folder."""
    if chosen := environ.get("QUIZAPP_DATA_DIR"):
        return Path(chosen)
    if (_HERE.parent / "pyproject.toml").is_file():
        return _HERE.parent / "var"
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA", Path.home())) / "quizapp"
    return Path(environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "quizapp"


def database_url(environ: Mapping[str, str] = os.environ) -> str:
    """`QUIZAPP_DATABASE_URL`, or an SQLite file in the data folder."""
    if chosen := environ.get("QUIZAPP_DATABASE_URL"):
        return chosen
    return f"sqlite:///{data_dir(environ) / 'quizapp.sqlite3'}"


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """Where backups go by themselves, at which hour of the installation's day (None: never), and how many stay."""

    folder: Path
    hour: int | None
    keep: int


def backup_plan(environ: Mapping[str, str] = os.environ) -> BackupPlan:
    """`QUIZAPP_BACKUP_HOUR` (0 to 23, or `off`; 3, and off in a demo), `_FOLDER` and `_KEEP` (at least 1; 14).

    Raises SettingsError.
    """
    usual = "off" if environ.get("QUIZAPP_DEMO") == "true" else "3"
    hour, keep = environ.get("QUIZAPP_BACKUP_HOUR", usual), environ.get("QUIZAPP_BACKUP_KEEP", "14")
    starts, kept = whole_number(hour, _LAST_HOUR), whole_number(keep, least=1)
    if hour != "off" and starts is None:
        raise SettingsError(f"QUIZAPP_BACKUP_HOUR is “{hour}”: it is an hour from 0 to 23, or off")
    if kept is None:
        raise SettingsError(f"QUIZAPP_BACKUP_KEEP is “{keep}”: it is a number from 1")
    folder = environ.get("QUIZAPP_BACKUP_FOLDER") or data_dir(environ) / "backups"
    return BackupPlan(Path(folder), starts, kept)


class Application(Flask):
    """Flask, but for its own words on a breakdown, which would quote what was sent, and for coroutines."""

    def log_exception(self, exc_info: Any) -> None:
        """Nothing: the error page writes its line."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself: no view or hook is a coroutine, which Flask would look into at each call."""
        return func


def trusted_proxies(environ: Mapping[str, str] = os.environ) -> int:
    """`QUIZAPP_TRUSTED_PROXIES`: how many proxies stand in front, each of which adds what it saw; 0.

    Raises SettingsError.
    """
    written = environ.get("QUIZAPP_TRUSTED_PROXIES", "0")
    found = whole_number(written, _MOST_PROXIES)
    if found is None:
        raise SettingsError(f"QUIZAPP_TRUSTED_PROXIES is “{written}”: it is the number of proxies in front, mostly 1")
    return found


def trusted_hosts(environ: Mapping[str, str] = os.environ) -> list[str] | None:
    """`QUIZAPP_TRUSTED_HOSTS`: the names by which the installation is reached, with commas; None takes any."""
    found = [name.strip() for name in environ.get("QUIZAPP_TRUSTED_HOSTS", "").split(",") if name.strip()]
    return found or None


def new_app() -> Flask:
    """A bare Flask application with its templates and static files."""
    return Application(
        "quizapp",
        template_folder=str(resource_dir("templates")),
        static_folder=str(resource_dir("static")),
        static_url_path="/static",
    )


def configure(app: Flask, overrides: Mapping[str, Any]) -> None:
    """Put every setting in place.

    Raises SettingsError without a secret key outside demo and tests, and for settings that are none.
    """
    https = os.environ.get("QUIZAPP_HTTPS", "") == "1"
    app.config.update(
        DATABASE_URL=overrides.get("DATABASE_URL") or database_url(),
        DATA_DIR=data_dir(),
        BACKUP_PLAN=backup_plan(),
        JOURNAL=journal_of(),
        DEMO=False,
        MAX_CONTENT_LENGTH=2 * MIB,
        MAX_FORM_MEMORY_SIZE=MIB,
        MAX_FORM_PARTS=1000,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        SESSION_COOKIE_NAME=f"{_HOST_ONLY if https else ''}quotidia",
        SESSION_COOKIE_PATH="/",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_REFRESH_EACH_REQUEST=False,
        SESSION_COOKIE_SECURE=https,
        PERMANENT_SESSION_LIFETIME=60 * 60 * 24 * 30,
        BABEL_DEFAULT_LOCALE="it",
        TIMEZONE=os.environ.get("QUIZAPP_TIMEZONE", "Europe/Rome"),
        SIGN_IN_FREE_TRIES=10,
        FETCH="on",
    )
    app.config.from_prefixed_env("QUIZAPP")
    app.config.update(TRUSTED_PROXIES=trusted_proxies(), TRUSTED_HOSTS=trusted_hosts())
    app.config.update(overrides)
    app.config["FETCH"] = str(app.config["FETCH"]).lower() in {"on", "1", "true"}
    if not app.config.get("SECRET_KEY"):
        if not (app.config["DEMO"] or app.testing):
            raise SettingsError("QUIZAPP_SECRET_KEY is not set: it signs the cookies, so it has no default")
        app.config["SECRET_KEY"] = kept_secret(Path(app.config["DATA_DIR"]))


def kept_secret(folder: Path) -> str:
    """A random key kept in the data folder, for the demo alone."""
    file = folder / "demo-secret"
    if not file.is_file():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32))
    return file.read_text()
