"""The list of erasures beside the database: kept in the data folder, so that a restored backup brings nobody back."""

import json
import os
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from quizapp.core.wording import Wording

_NAME = "erased.json"
_FORMAT = "quotidia-erased/1"


_UNREADABLE = Wording(
    "{file}: l’elenco delle cancellazioni non si può leggere; sistemalo o mettilo da parte.",
    "{file}: the list of erasures cannot be read; mend it or put it aside.",
)


class LedgerError(ValueError):
    """The list is there and cannot be read; told by `say`."""

    def __init__(self, file: Path) -> None:
        super().__init__(_UNREADABLE.say("en", file=file))
        self.say = partial(_UNREADABLE.say, file=file)


def read(data_dir: Path) -> set[str]:
    """Every key of the list; none where there is no list. Raises LedgerError."""
    file = data_dir / _NAME
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        if said["format"] != _FORMAT:
            raise ValueError(said["format"])
        return {str(key) for key in said["erased"]}
    except FileNotFoundError:
        return set()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LedgerError(file) from error


def note(data_dir: Path, keys: Iterable[str]) -> None:
    """Add keys to the list, which is whole at every moment. Raises LedgerError."""
    known = read(data_dir)
    wanted = known | set(keys)
    if wanted == known:
        return
    data_dir.mkdir(parents=True, exist_ok=True)
    # A file of its own for each: worker and server may both be at it.
    handle, name = tempfile.mkstemp(prefix=f".{_NAME}.", dir=data_dir)
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"format": _FORMAT, "erased": sorted(wanted)}, file, indent=0)
            file.flush()
            os.fsync(file.fileno())
        written.replace(data_dir / _NAME)
    finally:
        written.unlink(missing_ok=True)
