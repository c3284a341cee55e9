"""The folder of backups: how they are named, how many stay, and when the last one was made."""

import datetime
import json
import re
from pathlib import Path

_NOTE = "last-backup.json"
_OWN = re.compile(r"quizapp-\d{8}T\d{6}Z\.zip")


def stamp(moment: datetime.datetime) -> str:
    """A moment as file names carry it."""
    return moment.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")


def shelf_of(data_dir: Path) -> Path:
    """Where backups go that nobody sends elsewhere."""
    return data_dir / "backups"


def next_name(moment: datetime.datetime) -> str:
    """The name of a backup made at this moment."""
    return f"quizapp-{stamp(moment)}.zip"


def thin_out(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest backups of a folder; files that somebody named are left alone."""
    found = sorted(file for file in folder.iterdir() if _OWN.fullmatch(file.name))
    for file in found[:-keep]:
        file.unlink()
    return found[:-keep]


def note_last(data_dir: Path, moment: datetime.datetime) -> None:
    """Remember when the last backup was made, wherever it went."""
    data_dir.mkdir(parents=True, exist_ok=True)
    written = data_dir / f"{_NOTE}.new"
    written.write_text(json.dumps({"at": moment.isoformat()}), encoding="utf-8")
    written.replace(data_dir / _NOTE)


def last_backup(data_dir: Path) -> datetime.datetime | None:
    """When the last backup of this installation was made; None where none is known of."""
    try:
        said = json.loads((data_dir / _NOTE).read_text(encoding="utf-8"))
        moment = datetime.datetime.fromisoformat(said["at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return moment if moment.tzinfo else None
