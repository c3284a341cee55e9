"""What a parser in its child may not do of its own accord: open files but those of its program, connect, start others.

Python tells of each such step before it is taken. It tells nothing of what a library does in another language, and a
file that has taken the process over could silence it: this holds for parsers that follow a name in a file.
"""

import os
import sys
import sysconfig
from pathlib import Path

_REFUSED = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.kill", "shutil.", "tempfile.", "urllib.", "ftplib.", "smtplib.", "sqlite3.",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def watch() -> None:
    """From now on such a step raises PermissionError in this process; there is no way back."""
    own = _own_folders()

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_REFUSED) or (event == "open" and not _reads_own(own, *arguments)):
            raise PermissionError(event)

    sys.addaudithook(refuse)


def _own_folders() -> tuple[str, ...]:
    """Where Python and its packages are, and this one."""
    places = [sysconfig.get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    return tuple(os.path.realpath(str(place)) + os.sep for place in (*places, Path(__file__).parents[1]))


def _reads_own(own: tuple[str, ...], path: object, _mode: object, flags: object) -> bool:
    if isinstance(path, int):  # what is open already
        return True
    if not isinstance(path, str | bytes) or not isinstance(flags, int) or flags & _WRITES:
        return False
    return str(os.path.realpath(os.fsdecode(path))).startswith(own)
