"""The file of a backup: a zip with the rows of each table and a manifest that says what every member must be.

No member is ever written to disk under a name of its own, so a name in an archive can lead nowhere.
"""

import datetime
import hashlib
import json
import os
import re
import stat
import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from io import BufferedReader, BufferedWriter, RawIOBase
from pathlib import Path
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from quizapp.backups import BackupError

FORMAT = 1
MANIFEST = "manifest.json"
_MIB = 1024 * 1024
_LARGEST_MANIFEST = _MIB
_LONGEST_LINE = 64 * _MIB
_MOST_MEMBERS = 500
_MOST_EXPANSION = 200
"""Rows of answers shrink to a thirtieth; rows that shrink further than this are not packed at all, so what claims to
grow so much is no backup of ours."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")
_REVISION = re.compile(r"\w{1,32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
)


class BadArchiveError(BackupError):
    """The file is no whole backup."""


class TooDenseError(Exception):
    """Packed, the rows of this table would pass for those of a bomb."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


@dataclass(frozen=True, slots=True)
class Table:
    """What the member of one table must be."""

    name: str
    columns: tuple[str, ...]
    rows: int
    size: int
    sha256: str

    @property
    def member(self) -> str:
        """The name of its member."""
        return member_of(self.name)


def member_of(table: str) -> str:
    """The name of the member with the rows of a table."""
    return f"tables/{table}.jsonl"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is of, and when it was made; tables in the order in which they can be filled."""

    application: str
    engine: str
    schema: str
    created: datetime.datetime
    tables: tuple[Table, ...]

    def as_json(self) -> str:
        """The text of the member."""
        said = {"format": FORMAT, **asdict(self), "created": self.created.isoformat()}
        return json.dumps(said, ensure_ascii=False, indent=1)


def write_table(
    file: ZipFile, name: str, columns: Iterable[str], lines: Iterable[bytes], *, packed: bool = True
) -> Table:
    """Write the rows of one table, each a line. Raises TooDenseError; rows that are not packed are never too dense."""
    rows, size, digest = 0, 0, hashlib.sha256()
    info = _info(member_of(name), ZIP_DEFLATED if packed else ZIP_STORED)
    with file.open(info, "w", force_zip64=True) as member, BufferedWriter(member, _MIB) as packing:
        for line in lines:
            packing.write(line)
            digest.update(line)
            rows += 1
            size += len(line)
    if _expands(info):
        raise TooDenseError(name)
    return Table(name, tuple(columns), rows, size, digest.hexdigest())


def write_manifest(file: ZipFile, manifest: Manifest) -> None:
    """Write what the members are, after them."""
    file.writestr(_info(MANIFEST), manifest.as_json())


def _info(member: str, packing: int = ZIP_DEFLATED) -> ZipInfo:
    info = ZipInfo(member)
    info.compress_type = packing
    info.external_attr = 0o600 << 16
    return info


@contextmanager
def new_archive(target: Path) -> Iterator[ZipFile]:
    """A file that appears under its name whole, read again, on disk and for its owner alone, or not at all."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file, ZipFile(file, "w") as made:
            yield made
        sync_file(written)
        with open_archive(written):
            pass
        written.replace(target)
        sync_folder(target.parent)
    finally:
        written.unlink(missing_ok=True)


def sync_file(file: Path) -> None:
    """Make the content of a file outlast a power cut."""
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names of a folder outlast a power cut, where the system can."""
    if os.name == "nt":  # pragma: no cover - Windows cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Archive:
    """A backup that was read through once and is what its manifest says."""

    def __init__(self, file: ZipFile) -> None:
        self._file = file
        self.manifest = _manifest(file)
        _same_members(file, self.manifest)

    def lines(self, table: Table) -> Iterator[bytes]:
        """The rows of a table, checked once more as they pass. Raises BadArchiveError."""
        rows, size, digest = 0, 0, hashlib.sha256()
        with self._file.open(table.member) as member, BufferedReader(cast("RawIOBase", member), _MIB) as unpacked:
            while line := unpacked.readline(_LONGEST_LINE):
                rows += 1
                size += len(line)
                digest.update(line)
                if size > table.size or not line.endswith(b"\n"):
                    break
                yield line
        if (rows, size, digest.hexdigest()) != (table.rows, table.size, table.sha256):
            raise BadArchiveError("rows", table=table.name)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """A backup, read through and found whole before anything is done with it. Raises BadArchiveError."""
    with path.open("rb") as handle:
        try:
            file = ZipFile(handle)
            found = Archive(file)
            for table in found.manifest.tables:
                for _line in found.lines(table):
                    pass
        except BackupError as error:
            raise error.about(path) from error
        except _BROKEN as error:
            raise BadArchiveError("not-whole", path) from error
        with file:
            yield found


def is_backup(path: Path) -> bool:
    """Whether a file is a backup by its manifest; its rows are not read."""
    try:
        with path.open("rb") as handle, ZipFile(handle) as file:
            return bool(_manifest(file).tables)
    except (BackupError, *_BROKEN):
        return False


def _manifest(file: ZipFile) -> Manifest:
    with file.open(_sound(file.getinfo(MANIFEST))) as member:
        text = member.read(_LARGEST_MANIFEST + 1)
    if len(text) > _LARGEST_MANIFEST:
        raise BadArchiveError("bad-manifest")
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise BadArchiveError("format", found=str(said["format"])[:20], ours=FORMAT)
        return _read_manifest(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadArchiveError("bad-manifest") from error


def _read_manifest(said: dict[str, Any]) -> Manifest:
    created = datetime.datetime.fromisoformat(said["created"])
    tables = tuple(_read_table(each) for each in said["tables"])
    if not (_REVISION.fullmatch(said["schema"]) and tables and created.tzinfo):
        raise ValueError(said["schema"])
    return Manifest(str(said["application"]), str(said["engine"]), said["schema"], created, tables)


def _read_table(said: dict[str, Any]) -> Table:
    table = Table(said["name"], tuple(said["columns"]), said["rows"], said["size"], said["sha256"])
    names = (table.name, *table.columns)
    numbers = (table.rows, table.size)
    if not all(_NAME.fullmatch(name) for name in names) or not table.columns or not _DIGEST.fullmatch(table.sha256):
        raise ValueError(table.name)
    if not all(type(number) is int and number >= 0 for number in numbers):
        raise ValueError(table.name)
    return table


def _same_members(file: ZipFile, manifest: Manifest) -> None:
    found = file.infolist()
    expected = {table.member: table for table in manifest.tables}
    if len(found) > _MOST_MEMBERS or len(expected) != len(manifest.tables):
        raise BadArchiveError("too-many")
    if sorted(info.filename for info in found) != sorted([*expected, MANIFEST]):
        raise BadArchiveError("members")
    for info in found:
        _sound(info)
        if info.filename != MANIFEST and info.file_size != expected[info.filename].size:
            raise BadArchiveError("size", member=info.filename)


def _sound(info: ZipInfo) -> ZipInfo:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED} or info.flag_bits & 1 or kind not in {0, stat.S_IFREG}:
        raise BadArchiveError("packing")
    if _expands(info):
        raise BadArchiveError("too-large")
    return info


def _expands(info: ZipInfo) -> bool:
    return info.file_size > _MIB + info.compress_size * _MOST_EXPANSION
