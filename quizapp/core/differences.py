"""What changed between two versions of an item, field by field and word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from quizapp.core.items import Item, dump_item
from quizapp.core.problems import Path

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_WHOLE = (
    {"status", "timing", "kind", "stance", "came_true", "difficulty", "category", "lang", "type", "pinned", "rule"}
    | {"as_of", "review_by", "horizon", "date", "fraction", "points", "weight", "value", "tolerance", "tolerance_kind"}
    | {"case", "accents", "punctuation", "spaces"}
)
"""Keys whose values are no prose: one went and another came, never a part of them."""
_NAMES = ("text", "quote", "left", "alt", "title", "value")
_COMMON = 0.5
Move = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place of an item that changed, as pieces that stayed, went or came."""

    path: Path
    pieces: tuple[tuple[Move, str], ...]


def differences(old: Item, new: Item) -> tuple[Difference, ...]:
    """Every place at which two versions differ, in the order of the item's keys; pictures by name and words alone.

    A row of a list is followed by what it says: one that was taken out, numbered as it was, changes none after it.
    """
    before, after = _shown(old), _shown(new)
    return tuple(
        found for key in dict.fromkeys((*before, *after)) for found in _of_key(key, before.get(key), after.get(key))
    )


def _of_key(key: str, old: Any, new: Any) -> Iterator[Difference]:
    if isinstance(old, list) or isinstance(new, list):
        return _of_rows(key, old or [], new or [])
    return _of_value((key,), old, new)


def _of_rows(key: str, old: list[Any], new: list[Any]) -> Iterator[Difference]:
    before, after = ([_says(row) for row in rows] for rows in (old, new))
    for _move, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        both = min(end - start, stop - begin)
        for step in range(both):
            yield from _of_value((key, begin + step), old[start + step], new[begin + step])
        for place in range(start + both, end):
            yield Difference((key, place), (("gone", before[place]),))
        for place in range(begin + both, stop):
            yield from _of_value((key, place), None, new[place])


def _says(row: Any) -> str:
    """What a person knows a row by."""
    if isinstance(row, dict):
        named = next((row[name] for name in _NAMES if row.get(name) is not None), None)
        return str(named) if named is not None else " ".join(words for _path, words in _flat(row))
    return str(row)


def _of_value(at: Path, old: Any, new: Any) -> Iterator[Difference]:
    before, after = dict(_flat(old, at)), dict(_flat(new, at))
    for path in dict.fromkeys((*before, *after)):
        if before.get(path) != after.get(path):
            yield Difference(path, _pieces(path, before.get(path, ""), after.get(path, "")))


def _pieces(path: Path, old: str, new: str) -> tuple[tuple[Move, str], ...]:
    if path[-1] not in _WHOLE and _alike(old, new):
        return words_changed(old, new)
    found: tuple[tuple[Move, str], ...] = (("gone", old), ("new", new))
    return tuple(piece for piece in found if piece[1])


def _alike(old: str, new: str) -> bool:
    """Whether half of the words are common, so that both can be read as one text."""
    one, other = re.findall(r"\w+", old), re.findall(r"\w+", new)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _COMMON


def words_changed(old: str, new: str) -> tuple[tuple[Move, str], ...]:
    """Two texts as one: the words of both, those gone before those that came."""
    one, other = _TOKENS.findall(old), _TOKENS.findall(new)
    found: list[tuple[Move, str]] = []
    for move, start, end, begin, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        gone, came = "".join(one[start:end]), "".join(other[begin:stop])
        if move == "equal":
            found.append(("same", gone))
        else:
            found += [("gone", gone)] if gone else []
            found += [("new", came)] if came else []
    return tuple(found)


_MOST_WORD_BY_WORD = 20_000


def passages_changed(old: str, new: str) -> tuple[tuple[tuple[Move, str], ...], ...]:
    """The paragraphs in which two long texts differ, each as one, as `words_changed` has it.

    A passage of more than 20,000 characters is not compared word by word: all of it went, all of the other came.
    """
    before, after = ([line for line in text.splitlines() if line.strip()] for text in (old, new))
    found: list[tuple[tuple[Move, str], ...]] = []
    for move, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if move != "equal":
            gone, came = "\n".join(before[start:end]), "\n".join(after[begin:stop])
            short = len(gone) + len(came) <= _MOST_WORD_BY_WORD
            found.append(words_changed(gone, came) if short else (("gone", gone), ("new", came)))
    return tuple(found)


def _shown(item: Item) -> dict[str, Any]:
    data = dump_item(item)
    data["files"] = [{"name": file.name, "alt": file.alt} for file in item.files]
    names = [each["text"] for each in data.get("categories", ())]
    for each in data.get("statements", ()):
        each["category"] = names[each["category"]] if each["category"] < len(names) else each["category"]
    return {key: value for key, value in data.items() if key != "id"}


def _flat(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"start", "end"}:
                yield from _flat(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _flat(inner, (*path, place))
    elif value is not None:
        yield path, str(value)
