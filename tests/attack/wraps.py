"""Envelopes for hostile files: archives that lie about themselves, XML that calls for help, texts with everything."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from html import escape

from quizapp.formats.workbook import workbook
from tests.formats.packing import package, unpacked
from tests.hostile import OUT, OWN

Data = bytes | str
Made = dict[str, Data | Callable[[], Data]]
"""Files by what each tries; those that take long to make are made when they are wanted."""
MEGABYTE = 1024 * 1024
RUNS = (
    *OWN,
    "<style>*{background:url(//elsewhere.example/x)}</style>",
    "<svg><style><img/src=x onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
    "<template><script>alert(1)</script></template>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
    "{{7*7}}${{7*7}}#{7*7}<%= 7*7 %>{{config}}",
    "\u2066\u202etxet\u2069\u200b\u00ad\ufeff",
    f"{OUT}",
)
"""Ways out of a text, ours and those that cleaners of HTML have fallen for."""
ALL = " ".join(RUNS).replace("\0", "")
FILE = "file:///etc/passwd"
EXTERNAL = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{FILE}">]>'
PARAMETER = f'<!DOCTYPE x [<!ENTITY % e SYSTEM "{FILE}"> %e;]>'
LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{LAUGHS}]>'
BLOWN = f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]>'
ENTITIES = {
    "external": (EXTERNAL, "&e;"),
    "parameter": (PARAMETER, ""),
    "laughs": (BOMB, "&j;"),
    "blown": (BLOWN, "&a;" * 5000),
}
"""A document type and what its document then holds."""
ODD_NUMBERS = (
    "NaN",
    "INF",
    "-Infinity",
    "1e400",
    "-1e400",
    "1e-400",
    "1e999999999",
    "9" * 5000,
    "0x1F",
    "1_000",
    "١٢٣",
    "",
    "--1",
)


def said(text: str = ALL) -> str:
    """A text as the content of an XML element, signs that XML lacks left out."""
    return escape("".join(sign for sign in text if sign in "\t\n\r" or " " <= sign < "\ufffe"))


def deep(name: str, levels: int, inner: str = "") -> str:
    """An element in itself, so many times."""
    return f"<{name}>" * levels + inner + f"</{name}>" * levels


def wide(text: str) -> bytes:
    """XML in UTF-16, where no search for bytes finds its document type."""
    return text.encode("utf-16")


def seven(text: str) -> bytes:
    """XML that says it is in UTF-7."""
    return b'<?xml version="1.0" encoding="UTF-7"?>' + text.encode("utf-7")


def linked(name: str, target: str = "/etc/passwd") -> bytes:
    """An archive whose entry is a symbolic link."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = 0o120777 << 16
    return package({entry: target})


def blank(megabytes: int) -> bytes:
    """Nothing but spaces, packed as `zlib.compress` does, each megabyte once for all: that is seconds less."""
    packer, each, total = zlib.compressobj(9), b" " * MEGABYTE, 1
    first, again = (packer.compress(each) + packer.flush(zlib.Z_FULL_FLUSH) for _time in range(2))
    for _megabyte in range(megabytes):
        total = zlib.adler32(each, total)
    return first + again * (megabytes - 1) + b"\x03\x00" + struct.pack(">I", total)


def swollen(name: str) -> bytes:
    """An archive of one entry of nothing but noughts."""
    return overlapping(name, 1, 200 * MEGABYTE)


def lying(files: Mapping[str, bytes | str], size: int = 10) -> bytes:
    """An archive whose list of contents says that each entry is small."""
    data = bytearray(package(files))
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 24 : place + 28] = struct.pack("<I", size)
        place += 4
    return bytes(data)


def locked(files: Mapping[str, bytes | str]) -> bytes:
    """An archive whose entries say that a password is needed."""
    data = bytearray(package(files))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = 0
        while (place := data.find(mark, place)) >= 0:
            data[place + flags] |= 1
            place += 4
    return bytes(data)


def broken(files: Mapping[str, bytes | str], seed: int = 7) -> bytes:
    """An archive whose contents do not have the sum that it says."""
    data = bytearray(package(files, pressed=False))
    for place in range(60, len(data) // 2, 97):
        data[place] ^= seed
    return bytes(data)


@cache
def _noughts(size: int) -> tuple[bytes, int]:
    """So many noughts packed, and their sum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(b"\0" * size) + packer.flush(), zlib.crc32(b"\0" * size)


def overlapping(name: str, count: int = 1500, size: int = 400_000) -> bytes:
    """An archive of many entries that share the same few bytes."""
    kernel, total = _noughts(size)
    fields = (20, 0, 8, 0, 33, total, len(kernel), size)
    out, listed = io.BytesIO(), []
    first = name.encode()
    out.write(b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", *fields, len(first), 0) + first + kernel)
    for number in range(count):
        each = first if not number else f"{name}{number}".encode()
        listed.append(b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", 20, *fields, len(each), 0, 0, 0, 0, 0, 0) + each)
    start, body = out.tell(), b"".join(listed)
    return out.getvalue() + body + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(body), start, 0)


def nested(inner: bytes, levels: int = 10) -> bytes:
    """An archive in an archive, so many times."""
    for _each in range(levels):
        inner = package({"inner.zip": inner})
    return inner


def sheet(rows: str, parts: Mapping[str, str | bytes] | None = None, head: str = "") -> bytes:
    """A workbook whose sheet is these rows of XML, with further parts by their whole names."""
    files: dict[str, str | bytes] = dict(unpacked(workbook("x", [])))
    files["xl/worksheets/sheet1.xml"] = f"{head}<worksheet><sheetData>{rows}</sheetData></worksheet>"
    return package(files | dict(parts or {}))


def cells(*rows: Sequence[str]) -> str:
    """Rows of a sheet, each cell as XML or, where it has none, as a text."""
    return "".join(
        "<row>" + "".join(each if each[:2] == "<c" else _text(each) for each in row) + "</row>" for row in rows
    )


def _text(each: str) -> str:
    return f'<c t="inlineStr"><is><t>{said(each)}</t></is></c>'


def png(width: int, height: int, tail: bytes = b"") -> bytes:
    """The head of a picture of that size, and its end."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + tail + chunk(b"IEND", b"")
