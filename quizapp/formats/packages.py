"""A zip of a foreign program, read within limits before anything is unpacked: entries, sizes, names."""

import io
import stat
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from quizapp.core.wording import Wording
from quizapp.formats.exchange import MOST_BYTES, Gathering

MOST_ENTRIES = 2000
MOST_EXPANDED = 100 * 1024 * 1024
MOST_RATIO = 100
SAYS = {
    "zip-broken": Wording("l’archivio zip è rovinato", "the zip archive is damaged"),
    "zip-entries": Wording("l’archivio ha più di {most} file", "the archive has more than {most} files"),
    "zip-expands": Wording("l’archivio si espande troppo", "the archive expands too far"),
    "zip-name": Wording(
        "nome di file non ammesso nell’archivio: «{name}»", "a file name that is not allowed in the archive: “{name}”"
    ),
    "zip-link": Wording(
        "un collegamento non è ammesso nell’archivio: «{name}»", "a link is not allowed in the archive: “{name}”"
    ),
    "zip-locked": Wording(
        "l’archivio è protetto da una password: salvalo di nuovo senza",
        "the archive is protected by a password: save it again without one",
    ),
    "zip-old": Wording(
        "il file ha una password, o è di un formato vecchio (.xls): salvalo come .xlsx senza password",
        "the file has a password, or is of an old format (.xls): save it as .xlsx without a password",
    ),
    "zip-missing": Wording("nell’archivio manca «{name}»", "“{name}” is missing from the archive"),
}  # fmt: skip
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    IndexError,  # an entry without a name, to `ZipInfo.is_dir`
    struct.error,
    zlib.error,
)
"""What zipfile raises for an archive that is damaged."""
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of Office begins that is locked, or older than its zips."""
_LOCKED = 1
_SEEN = 80


def files_of(data: bytes, gathering: Gathering) -> dict[str, bytes] | None:
    """The files of an archive by name; None with the reason noted."""
    if len(data) > MOST_BYTES:
        gathering.say("file-too-large")
        return None
    if data.startswith(OLD):
        gathering.say("zip-old")
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if not _sound(infos, gathering):
                return None
            return {info.filename: _content(archive, info) for info in infos}
    except BROKEN:
        gathering.say("zip-broken")
        return None


def _sound(infos: list[zipfile.ZipInfo], gathering: Gathering) -> bool:
    if len(infos) > MOST_ENTRIES:
        gathering.say("zip-entries", most=MOST_ENTRIES)
        return False
    packed = sum(info.compress_size for info in infos)
    expanded = sum(info.file_size for info in infos)
    if expanded > MOST_EXPANDED or expanded > MOST_RATIO * max(packed, 4096):
        gathering.say("zip-expands")
        return False
    if any(info.flag_bits & _LOCKED for info in infos):
        gathering.say("zip-locked")
        return False
    for info in infos:
        name = PurePosixPath(info.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in info.filename:
            gathering.say("zip-name", name=info.filename[:_SEEN])
            return False
        if stat.S_ISLNK(info.external_attr >> 16):
            gathering.say("zip-link", name=info.filename[:_SEEN])
            return False
    return True


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """What an entry holds, never more than it says."""
    with archive.open(info) as file:
        content = file.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise zipfile.BadZipFile
    return content
