"""The folder of backups: how they are named, how many stay, and when the last one was made."""

import datetime
import json
import re
import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

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


def dated(folder: Path) -> list[tuple[str, datetime.datetime, int]]:
    """The dated backups of a folder, newest first: name, moment and size in bytes."""
    if not folder.is_dir():
        return []
    found = sorted((file for file in folder.iterdir() if _OWN.fullmatch(file.name)), reverse=True)
    return [(file.name, _moment_of(file.name), file.stat().st_size) for file in found]


def count_dated(folder: Path) -> int:
    """How many dated backups there are."""
    return len(dated(folder))


def _moment_of(name: str) -> datetime.datetime:
    return datetime.datetime.strptime(name, "quizapp-%Y%m%dT%H%M%SZ.zip").replace(tzinfo=datetime.UTC)


def sweep(folder: Path, before: datetime.datetime) -> None:
    """Delete what backups that were killed long ago have left in a folder."""
    for left in (*folder.glob(".quizapp-copy-*"), *folder.glob(".quizapp-*.zip.*.tmp")):
        if left.stat().st_mtime < before.timestamp():
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def last_slot(hour: int, zone: ZoneInfo, now: datetime.datetime) -> datetime.datetime:
    """The last moment, not after `now`, at which clocks of a zone began this hour of a day."""
    today = now.astimezone(zone).date()
    days = (today - datetime.timedelta(days=back) for back in (0, 1))
    slots = (datetime.datetime.combine(day, datetime.time(hour), zone) for day in days)
    return next(slot for slot in slots if slot.astimezone(datetime.UTC) <= now)


def note_last(data_dir: Path, moment: datetime.datetime) -> None:
    """Remember when the last backup was made, wherever it went."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
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
