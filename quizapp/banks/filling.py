"""Many new items at the end of a bank: made before the transaction begins, and put in it by a few statements.

Whoever writes meanwhile waits for these statements alone.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import Insert, Select, Table, func, insert, select
from sqlalchemy.orm import Session

from quizapp.banks import queries
from quizapp.banks.models import Bank, Item, ItemListing, ItemTag, ItemVersion, listing_of, tags_of
from quizapp.banks.service import free_key
from quizapp.core import items as core_items
from quizapp.db import Model, public_id

_AT_ONCE = 500
_COUNTED = re.compile(r"q\d+")
_LONGEST_KEY = 120


@dataclass(frozen=True, slots=True)
class Place:
    """What a bank had when somebody looked: the keys of its items, its last position, and what changes with them."""

    keys: frozenset[str]
    last: int
    sign: tuple[int, int]


EMPTY = Place(frozenset(), -1, (0, 0))
"""A bank that is still to be made."""


@dataclass(frozen=True, slots=True)
class Made:
    """The rows of a new item, but for the ids that the database gives them."""

    item: dict[str, Any]
    version: dict[str, Any]
    listing: dict[str, Any]
    tags: tuple[str, ...]


def place_in(session: Session, bank: Bank) -> Place:
    """Where new items would stand in a bank."""
    held = session.execute(select(Item.key, Item.position).where(Item.bank_id == bank.id)).all()
    keys, last = frozenset(row.key for row in held), max((row.position for row in held), default=-1)
    return Place(keys, last, sign_of(session, bank))


def sign_of(session: Session, bank: Bank) -> tuple[int, int]:
    """What is another one as soon as an item of the bank comes, goes, or has a further version."""
    versions = select(func.count(ItemVersion.id), func.coalesce(func.max(ItemVersion.id), 0))
    row = session.execute(versions.join(Item, Item.id == ItemVersion.item_id).where(Item.bank_id == bank.id)).one()
    return row[0], row[1]


def make(
    items: Iterable[tuple[core_items.Item, str]],
    place: Place,
    *,
    now: datetime.datetime,
    author_id: int,
    reach: Callable[[int], None] = lambda _count: None,
) -> list[Made]:
    """The rows of items, each with the hash it is known by; `reach` hears how many are made.

    An item keeps its id as its key where that is free and says more than its place in a file.
    """
    taken, made = set(place.keys), list[Made]()
    for position, (item, mark) in enumerate(items, place.last + 1):
        own = item.id not in taken and len(item.id) <= _LONGEST_KEY and not _COUNTED.fullmatch(item.id)
        key = item.id if own else free_key(item.stem, taken)
        taken.add(key)
        row = {"key": key, "position": position, "synced_hash": mark, "created_at": now, "public_id": public_id()}
        made.append(_with_version(row, replace(item, id=key), now, author_id))
        reach(len(made))
    return made


def _with_version(row: dict[str, Any], item: core_items.Item, now: datetime.datetime, author_id: int) -> Made:
    content = queries.as_content(item)
    version = {
        "number": 1,
        "status": item.status.value,
        "type": item.type,
        "kind": item.kind and item.kind.value,
        "stem": item.stem,
        "content": content,
        "author_id": author_id,
        "created_at": now,
    }
    return Made(row, version, listing_of(ItemVersion(**version)), tags_of(content))


def put_in(
    session: Session, bank: Bank, made: Sequence[Made], *, reach: Callable[[int], None] = lambda _count: None
) -> None:
    """Items made for this bank as it is now; `reach` hears how many are in."""
    for start in range(0, len(made), _AT_ONCE):
        some = made[start : start + _AT_ONCE]
        session.execute(_into(Item), [{**each.item, "bank_id": bank.id} for each in some])
        items = _ids(session, select(Item.key, Item.id).where(Item.bank_id == bank.id), Item.key, _keys(some))
        rows = [{**each.version, "item_id": item} for each, item in zip(some, items, strict=True)]
        session.execute(_into(ItemVersion), rows)
        versions = _ids(session, select(ItemVersion.item_id, ItemVersion.id), ItemVersion.item_id, items)
        ids = [{"item_id": item, "version_id": version} for item, version in zip(items, versions, strict=True)]
        session.execute(_into(ItemListing), [each.listing | own for each, own in zip(some, ids, strict=True)])
        tags = [{"item_id": item, "tag": tag} for each, item in zip(some, items, strict=True) for tag in each.tags]
        if tags:
            session.execute(_into(ItemTag), tags)
        reach(start + len(some))


def _keys(made: Iterable[Made]) -> list[str]:
    return [str(each.item["key"]) for each in made]


def _into(model: type[Model]) -> Insert:
    """Past the session's own bookkeeping."""
    return insert(cast("Table", model.__table__))


def _ids(session: Session, wanted: Select[Any, int], column: Any, names: Sequence[Any]) -> list[int]:
    """The ids of rows just put in, in the order of what names them: SQLite gives them back one row at a time."""
    found: dict[Any, int] = {row[0]: row[1] for row in session.execute(wanted.where(column.in_(names)))}
    return [found[name] for name in names]
