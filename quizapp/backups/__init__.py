"""Backups: the whole database in one file that either engine can be made from again."""

import errno
from pathlib import Path

from quizapp.backups.wording import SAYS

_LONGEST_VALUE = 200
_OF_FILES = {
    errno.ENOENT: "no-file",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "not-a-file",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.ENOSPC: "no-room",
    errno.EDQUOT: "no-room",
}


class BackupError(Exception):
    """What was asked for cannot be done, in one sentence; nothing was changed. `file` is what it is about."""

    def __init__(self, code: str, file: Path | None = None, **values: object) -> None:
        self.code, self.file, self._values = code, file, values
        super().__init__(self.say("en"))

    def say(self, language: str) -> str:
        """The sentence in a language."""
        said = SAYS[self.code].say(language, **{name: _in_a_line(value) for name, value in self._values.items()})
        return f"{self.file}: {said}." if self.file else f"{said[0].upper()}{said[1:]}."

    def about(self, file: Path) -> "BackupError":
        """The same of this file."""
        return type(self)(self.code, file, **self._values)


def _in_a_line(value: object) -> str:
    """What a file or an engine says, in one short line that no terminal obeys."""
    plain = "".join(sign if sign.isprintable() else " " for sign in str(value))
    return " ".join(plain.split())[:_LONGEST_VALUE]


def say_of_files(error: OSError, file: Path, language: str) -> str:
    """One sentence on what the system refuses; in its own words where we have none."""
    code = _OF_FILES.get(error.errno or 0)
    return f"{file}: {SAYS[code].say(language) if code else error.strerror or error}."
