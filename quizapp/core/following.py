"""What a copy of an item would say if it followed a change of the original, its own changes kept."""

from dataclasses import dataclass, replace
from typing import Any

from quizapp.core.items import Item, dump_item, read_item
from quizapp.core.reading import Reader

_ITS_OWN = frozenset({"id", "facts", "supersedes", "status", "author"})
_OF_THE_ARTICLE = frozenset({"evidence"})


@dataclass(frozen=True, slots=True)
class Followed:
    """The copy after the change, and the keys of which it had said something of its own that gives way."""

    item: Item
    given_up: tuple[str, ...] = ()


def followed(copy: Item, before: Item, after: Item, *, same_article: bool) -> Followed | None:
    """The copy with whatever differs between `before` and `after`; None where it is of another type."""
    if not copy.type == before.type == after.type:
        return None
    mine, was, becomes = (_said(item) for item in (copy, before, after))
    left = _ITS_OWN if same_article else _ITS_OWN | _OF_THE_ARTICLE
    changed = [key for key in becomes if key not in left and was.get(key) != becomes[key]]
    given_up = tuple(key for key in changed if mine.get(key) not in (was.get(key), becomes[key]))
    made = read_item(Reader({**mine, **{key: becomes[key] for key in changed}}), copy.lang)
    return None if made is None else Followed(replace(made, status=copy.status), given_up)


def _said(item: Item) -> dict[str, Any]:
    return dump_item(item, ids=True)
