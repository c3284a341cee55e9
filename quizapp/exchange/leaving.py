"""What of some questions leaves the installation, and what a format cannot carry of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from quizapp.core.banks import Bank
from quizapp.core.items import Item
from quizapp.core.lifecycle import Status
from quizapp.core.sharing import shared
from quizapp.core.text import words
from quizapp.formats import registry
from quizapp.formats.bankfile import write_bank
from quizapp.formats.exchange import Found, Written

DRAFT = frozenset({"bozza automatica", "automatic draft"})
"""The author of a question that no person has signed; where a format has no author, it goes along as a tag."""
_TAGGED = frozenset({"gift", "moodle-xml", "csv", "xlsx", "anki", "qti21", "qti30"})
_ENDINGS = {
    "bank": "yaml", "gift": "gift.txt", "moodle-xml": "xml", "csv": "csv", "xlsx": "xlsx", "aiken": "aiken.txt",
    "anki": "apkg", "qti21": "qti21.zip", "qti30": "qti30.zip",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaving:
    """Questions on their way out, with the public id of each; `whole` is a bank that leaves as its own file."""

    title: str
    items: tuple[Item, ...]
    names: tuple[str, ...]
    retired: int
    whole: Bank | None = None


def leaving(title: str, found: Sequence[tuple[str, Item]], bank: Bank | None = None) -> Leaving:
    """Questions by their public ids, but for the retired ones; quotes at most 300 characters, no text of an article.

    `bank` is what they are the whole of. Ids of questions from several banks that are the same are told apart.
    """
    kept = [(name, item) for name, item in found if item.status is not Status.RETIRED]
    taken: set[str] = set()
    items = tuple(_apart(item, taken) for _name, item in kept)
    lang = items[0].lang if items else "it"
    on = shared(replace(bank, items=items) if bank else Bank(f"{lang}/x", title, lang, None, None, None, (), items))
    return Leaving(title, on.items, tuple(name for name, _item in kept), len(found) - len(kept), on if bank else None)


def _apart(item: Item, taken: set[str]) -> Item:
    name, number = item.id, 2
    while name in taken:
        name, number = f"{item.id}-{number}", number + 1
    taken.add(name)
    return item if name == item.id else replace(item, id=name)


def written(on: Leaving, name: str) -> Written:
    """The questions in a format, and what of them is lost."""
    if name == "bank" and on.whole is not None:
        return Written(write_bank(on.whole).encode(), ())
    items = [_tagged(item) if name in _TAGGED else item for item in on.items]
    if name == "anki":  # which knows a note by it, from whichever page the deck comes
        items = [replace(item, id=own) for item, own in zip(items, on.names, strict=True)]
    return registry.write(items, name, on.whole)


def _tagged(item: Item) -> Item:
    author = (item.author or "").casefold()
    return replace(item, tags=(*item.tags, author)) if author in DRAFT and author not in item.tags else item


def lost(on: Leaving, name: str) -> tuple[Found, ...]:
    """What a format cannot carry."""
    return written(on, name).problems


def title_of(name: str) -> str:
    """What a file is called without the ending that tells its kind, also one of ours (`storia.gift.txt`)."""
    ours = next((f".{each}" for each in _ENDINGS.values() if name.lower().endswith(f".{each}")), "")
    return (name[: -len(ours)] if ours else PurePath(name).stem) or name


def file_name(on: Leaving, name: str) -> str:
    """A name for the file that every system takes."""
    plain = re.sub(r"[^a-z0-9]+", "-", " ".join(words(on.title)))[:60].strip("-") or "quotidia"
    return f"{plain}.{_ENDINGS[name]}"
