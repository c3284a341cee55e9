"""The formats by the names of `convert`: how each is read and written, and which one a file is."""

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from quizapp.core.banks import Bank
from quizapp.core.items import Item
from quizapp.formats import csvfile, notebooklm
from quizapp.formats.bank_exchange import sourced
from quizapp.formats.exchange import Imported, Read, Write, Written
from quizapp.formats.packages import OLD
from quizapp.formats.zipped import kind_of


class Format(NamedTuple):
    """A format: its name for people, and `module:function` of its reader and its writer."""

    title: str
    reader: str | None = None
    writer: str | None = None
    binary: bool = False
    """Whether what is written is no text."""


FORMATS = {
    "bank": Format("Quotidia", "bank_exchange:read_bank_items", "bank_exchange:write_bank_items"),
    "gift": Format("GIFT", "gift_read:read_gift", "gift_write:write_gift"),
    "moodle-xml": Format("Moodle XML", "moodle_read:read_moodle", "moodle_write:write_moodle"),
    "qti": Format("QTI", "qti_read:read_qti"),
    "anki": Format("Anki", writer="anki_write:write_anki", binary=True),
    "qti21": Format("QTI 2.1", writer="qti_write:write_qti21", binary=True),
    "qti30": Format("QTI 3.0", writer="qti_write:write_qti30", binary=True),
    "canvas": Format("Canvas (QTI 1.2)", "canvas_read:read_canvas"),
    "xlsx": Format("XLSX", "xlsxfile:read_xlsx", "xlsxfile:write_xlsx", binary=True),
    "csv": Format("CSV", "csvfile:read_csv", "csvfile:write_csv"),
    "kahoot": Format("Kahoot", "kahoot:read_kahoot"),
    "notebooklm": Format("NotebookLM", "notebooklm:read_notebooklm"),
    "aiken": Format("Aiken", "aiken:read_aiken", "aiken:write_aiken"),
}
READ_FROM = tuple(name for name, each in FORMATS.items() if each.reader)
WRITTEN_TO = tuple(name for name, each in FORMATS.items() if each.writer)
_BANK = re.compile(r"(?m)^(?:id|items|title|lang)\s*:")
_AIKEN = re.compile(r"(?m)^\s*ANSWER:\s*\S", re.IGNORECASE)
_BRACES = re.compile(r"(?<!\\)\{[^{}]*(?<!\\)\}", re.DOTALL)
_LOOKED_AT = 65536


def reader_of(name: str) -> Read:
    """How a format is read; KeyError for one that is not."""
    return _function(FORMATS[name].reader or "")  # type: ignore[return-value]


def writer_of(name: str) -> Write:
    """How a format is written; KeyError for one that is not."""
    return _function(FORMATS[name].writer or "")  # type: ignore[return-value]


def _function(place: str) -> Callable[..., object]:
    module, _colon, name = place.partition(":")
    if not name:
        raise KeyError(place)
    found: Callable[..., object] = getattr(import_module(f"quizapp.formats.{module}"), name)
    return found


def read(data: bytes, name: str) -> Imported:
    """The questions of a file in a format."""
    return reader_of(name)(data)


def write(items: Sequence[Item], name: str, bank: Bank | None = None) -> Written:
    """The items in a format; a card of Anki names the article of their bank."""
    return writer_of(name)(sourced(items, bank.article if bank else None) if name == "anki" else items)


def format_of(data: bytes) -> str | None:
    """The format of a file by its content; None where it is none of them."""
    if data[:4] == b"PK\x03\x04":
        return kind_of(data)
    if data.startswith(OLD):
        return "xlsx"
    text = data[:_LOOKED_AT].decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    return next((name for name, tells in _SIGNS if tells(text)), None)


def _is_bank(text: str) -> bool:
    return len(set(_BANK.findall(text))) >= 3


_BEFORE_ROOT = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>", re.DOTALL)
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


def _root_of(text: str) -> str:
    """The name of the first element of an XML text; empty where it is none."""
    opened = _BEFORE_ROOT.sub("", text).lstrip("\ufeff \t\n\r")
    match = _ROOT.match(opened)
    return match[1] if match else ""


_SIGNS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("moodle-xml", lambda text: _root_of(text) == "quiz"),
    ("canvas", lambda text: _root_of(text) == "questestinterop"),
    ("qti", lambda text: _root_of(text).lower().replace("qti-", "").replace("-", "") == "assessmentitem"),
    ("bank", _is_bank),
    ("notebooklm", notebooklm.looks_like),
    ("csv", csvfile.looks_like),
    ("gift", lambda text: _BRACES.search(text) or text.lstrip("\ufeff").startswith(("$CATEGORY:", "::"))),
    ("aiken", _AIKEN.search),
)
"""What tells a format, tried in order."""
