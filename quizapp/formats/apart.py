"""A file that somebody has sent is read in a process of its own, which ends when it asks for too much.

What that process answers is checked like any input: items are read anew and made harmless, as a file may have taken the
reader over.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.core.items import Item, TextFormat, dump_item, read_item
from quizapp.core.pictures import content_of
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.wording import Wording
from quizapp.formats.exchange import MOST_BYTES, SAYS, Found, Imported
from quizapp.formats.markup import harmless
from quizapp.formats.registry import READ_FROM
from quizapp.intake.article import Unusable
from quizapp.intake.child import TOO_MUCH, Limits, run

PROGRAM = ("-m", "quizapp.formats.worker")
LIMITS = Limits(memory=512 * 1024 * 1024, cpu=20, wall=30, output=64 * 1024 * 1024)
"""`memory` is the room of addresses, of which the programs themselves take a third; see also `MOST_DATA`."""
MOST_DATA = 200 * 1024 * 1024
"""Bytes that the child may write to: what it really uses."""
OUT_OF_MEMORY = 3
"""The exit status of a child that has reached that."""
_HEAVY = TOO_MUCH | {OUT_OF_MEMORY, -6}
"""6: parts in other languages abort where memory ends."""
TOO_HEAVY = Wording(
    "il file chiede troppo tempo o troppa memoria per essere letto: dividilo in parti più piccole",
    "reading the file takes too much time or memory: divide it into smaller parts",
)
BUSY = Wording(
    "un altro file è in lettura proprio adesso: riprova fra poco",
    "another file is being read just now: try again in a moment",
)
UNREAD = frozenset({"file-too-large", "file-too-heavy", "file-busy", "file-unreadable"})
"""What is said of a file that was not read to its end."""
BROKEN = Wording("il file non si può leggere", "the file cannot be read")
_IN_PLACE = frozenset(
    {
        "id", "lang", "type", "status", "match", "text_format", "idnumber", "title", "holder", "author", "category",
        "facts", "tags", "evidence", "corroboration", "sources", "files", "right", "extra_rights", "unit", "value",
        "rule",
    }
)  # fmt: skip
"""Fields that never hold markup, whatever the format of an item's texts."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sent file gave; `format` is None where its content tells none."""

    format: str | None
    imported: Imported


def read_apart(
    data: bytes, name: str | None = None, limits: Limits = LIMITS, program: Sequence[str] = PROGRAM
) -> Reading:
    """The questions of a file of somebody else's, in the format of a name or as its content tells."""
    if len(data) > MOST_BYTES:
        return _nothing(None, "file-too-large", SAYS["file-too-large"])
    try:
        status, answer = run(name or "auto", data, limits, program)
    except Unusable as refusal:
        return (
            _nothing(name, "file-busy", BUSY) if refusal.code == "busy" else _nothing(name, "file-too-heavy", TOO_HEAVY)
        )
    if status in _HEAVY or len(answer) > limits.output:
        return _nothing(name, "file-too-heavy", TOO_HEAVY)
    try:
        said = json.loads(answer) if status == 0 else None
    except (ValueError, RecursionError):
        said = None
    return loaded(said) or _nothing(name, "file-unreadable", BROKEN)


def _nothing(name: str | None, code: str, wording: Wording) -> Reading:
    return Reading(name, Imported((), (Found(Problem(code, (), wording, {})),)))


def dumped(reading: Reading) -> dict[str, Any]:
    """A reading as plain data, its messages in both languages."""
    return {
        "format": reading.format,
        "items": [dump_item(item) for item in reading.imported.items],
        "problems": [_dump(each) for each in reading.imported.problems],
    }


def pieces(reading: Reading) -> Iterator[str]:
    """The JSON of a reading question by question, so that it is never whole in memory."""
    yield f'{{"format": {json.dumps(reading.format)}, "items": ['
    yield from _listed(map(dump_item, reading.imported.items))
    yield '], "problems": ['
    yield from _listed(map(_dump, reading.imported.problems))
    yield "]}"


def _listed(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    for place, entry in enumerate(entries):
        yield (", " if place else "") + json.dumps(entry, ensure_ascii=False)


def _dump(found: Found) -> dict[str, Any]:
    told = {**found.as_json("en"), "code": found.problem.code, "it": found.problem.say("it")}
    return {**told, "en": told.pop("message")}


def loaded(said: object) -> Reading | None:
    """A reading from plain data; None where it is none."""
    if (
        not isinstance(said, dict)
        or not isinstance(said.get("items"), list)
        or not isinstance(said.get("problems"), list)
    ):
        return None
    items = [_item(each) for each in said["items"]]
    problems = [_found(each) for each in said["problems"]]
    name = said.get("format")
    if None in items or None in problems or not (name is None or name in READ_FROM):
        return None
    kept = Imported(tuple(filter(None, items)), tuple(filter(None, problems)))
    return Reading(name, kept)


def _item(data: object) -> Item | None:
    if not isinstance(data, dict):
        return None
    raised = data.get("text_format") == TextFormat.HTML.value
    reader = Reader(_clean(data) if raised else data)
    item = read_item(reader, "it")
    if item is None or reader.problems:
        return None
    sound = all(content_of(item.files, file.name) for file in item.files)
    return item if sound else None


def _clean(value: Any) -> Any:
    """Plain data of an HTML item with every text made harmless."""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list):
        return [_clean(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: each if key in _IN_PLACE else _texts(key, each) for key, each in value.items()}


def _texts(key: str, value: Any) -> Any:
    """What is under a key, made harmless; accepted answers are compared sign by sign, and hold no markup."""
    if key != "answers" or not isinstance(value, list):
        return _clean(value)
    return [{**_clean(each), "text": each.get("text")} if isinstance(each, dict) else each for each in value]


def _found(data: object) -> Found | None:
    if not isinstance(data, Mapping):
        return None
    texts = [data.get(name) for name in ("it", "en", "code")]
    places = [data.get(name) for name in ("index", "line", "column")]
    names = [data.get(name) for name in ("element", "item")]
    usual = all(isinstance(text, str) for text in texts) and all(isinstance(place, int | None) for place in places)
    if not usual or not all(isinstance(name, str | None) for name in names):
        return None
    wording = Wording(*(str(text).replace("{", "{{").replace("}", "}}") for text in texts[:2]))
    problem = Problem(str(texts[2]), (), wording, {}, "error" if data.get("severity") == "error" else "warning")
    return Found(problem, *places, *names)
