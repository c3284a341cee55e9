"""What becomes of the questions of a file when they reach a bank: in review, without evidence, none of them twice."""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from quizapp.core.items import Item, dump_item, read_item
from quizapp.core.lifecycle import Status
from quizapp.core.reading import Reader

_LEFT = frozenset({"evidence", "facts", "corroboration", "supersedes"})
"""What speaks of an article or of an item that is not in the bank."""
_LANGUAGE = re.compile("[a-z]{2}")
_LONGEST_ID = 250


class Known(StrEnum):
    """Why a question of a file does not land."""

    SAME = "same"
    """The bank has it already, or the file has it twice."""
    NUMBER = "number"
    """The bank has another question of this number."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A question as it would land, with its number in the file (from 1) and its fingerprint."""

    place: int
    item: Item
    mark: str


@dataclass(frozen=True, slots=True)
class Landing:
    """The questions of a file by what becomes of them."""

    new: tuple[Brought, ...]
    known: tuple[tuple[Brought, Known], ...]


def landed(item: Item, lang: str) -> Item:
    """A question as it lands: in review whatever its file says, and tied to no article until it is anchored anew."""
    data = _without(dump_item(item))
    data["lang"] = item.lang if _LANGUAGE.fullmatch(item.lang) else lang
    read = read_item(Reader(data), lang)
    if read is None:
        raise ValueError(item.type)
    number = read.idnumber[:_LONGEST_ID] if read.idnumber else None
    return replace(read, status=Status.IN_REVIEW, idnumber=number)


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without(each) for key, each in value.items() if key not in _LEFT}
    return [_without(each) for each in value] if isinstance(value, list) else value


def fingerprint(item: Item) -> str:
    """A hash of what a question asks and tells, whatever it is called and wherever it stands."""
    data = _without(dump_item(item))
    said = json.dumps({key: each for key, each in data.items() if key not in {"id", "status"}}, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def landing(items: Sequence[Brought], there: Collection[str], numbers: Collection[str]) -> Landing:
    """Which questions land in a bank that has these fingerprints and these numbers."""
    seen, taken = set(there), set(numbers)
    new: list[Brought] = []
    known: list[tuple[Brought, Known]] = []
    for each in items:
        if each.mark in seen:
            known.append((each, Known.SAME))
        elif each.item.idnumber and each.item.idnumber in taken:
            known.append((each, Known.NUMBER))
        else:
            new.append(each)
            seen.add(each.mark)
            taken |= {each.item.idnumber} if each.item.idnumber else set()
    return Landing(tuple(new), tuple(known))


def language_of(items: Iterable[Item]) -> str:
    """The language of most of them; Italian where there are none."""
    found = [item.lang for item in items if _LANGUAGE.fullmatch(item.lang)]
    return max(dict.fromkeys(found), key=found.count, default="it")
