"""Settings that rooms ask for by name."""

from pathlib import Path

from flask import current_app

from quizapp.config import BackupPlan
from quizapp.journal import Journal


def free_tries() -> int:
    """How many failed sign-ins of one name are free within a quarter of an hour."""
    return int(current_app.config["SIGN_IN_FREE_TRIES"])


def secret_key() -> str:
    """The key of this installation."""
    return str(current_app.config["SECRET_KEY"])


def may_fetch() -> bool:
    """Whether a teacher may have the server open the address of an article."""
    return current_app.config["FETCH"] is True


def data_dir() -> Path:
    """Where this installation keeps its files."""
    return Path(current_app.config["DATA_DIR"])


def journal() -> Journal:
    """What is written to the log, and where it goes."""
    found: Journal = current_app.config["JOURNAL"]
    return found


def backup_plan() -> BackupPlan:
    """Where backups go by themselves, when, and how many stay."""
    found: BackupPlan = current_app.config["BACKUP_PLAN"]
    return found
