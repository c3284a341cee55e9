"""Tables: bank, bank_opening, item, item_version, item_act, anchor, item_listing, item_tag."""

import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, ForeignKey, String, Text, UniqueConstraint, delete, event, insert
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from quizapp.core.search import searchable
from quizapp.db import Model, public_id


class Bank(Model):
    """Items kept together, usually on one article; `slug` is `lang/slug` of its file, whose text had `synced_hash`."""

    __tablename__ = "bank"
    __table_args__ = (UniqueConstraint("school_id", "slug"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    visible: Mapped[str] = mapped_column(String(10))
    slug: Mapped[str | None] = mapped_column(String(120))
    title: Mapped[str] = mapped_column(String(300))
    lang: Mapped[str] = mapped_column(String(5))
    licence: Mapped[str | None] = mapped_column(String(200))
    topic: Mapped[str | None] = mapped_column(String(120))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))
    synced_hash: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime.datetime]


class BankOpening(Model):
    """A bank whose questions the students of a class may practise whenever they like."""

    __tablename__ = "bank_opening"
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"), primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"), primary_key=True, index=True)
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    opened_at: Mapped[datetime.datetime]


class Item(Model):
    """A question through its versions; a copy knows of which question, and as how many-th version it says that one."""

    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("bank_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    key: Mapped[str] = mapped_column(String(120))
    position: Mapped[int]
    supersedes: Mapped[str | None] = mapped_column(String(240), index=True)
    synced_hash: Mapped[str | None] = mapped_column(String(64))
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), index=True)
    copied_number: Mapped[int | None]
    created_at: Mapped[datetime.datetime]


class ItemVersion(Model):
    """What an item says from one edit to the next; immutable once shown to a student.

    Once it has been corrected its answers are marked with another version: `marked_with_id`, None for itself.
    """

    __tablename__ = "item_version"
    __table_args__ = (UniqueConstraint("item_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    number: Mapped[int]
    status: Mapped[str] = mapped_column(String(10))
    type: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str | None] = mapped_column(String(10))
    stem: Mapped[str] = mapped_column(Text)
    content: Mapped[dict[str, Any]]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime.datetime]
    marked_with_id: Mapped[int | None] = mapped_column(ForeignKey("item_version.id"))


class Deed(StrEnum):
    """What was done to an item: its key was wrong, the world has changed, or it asks no more."""

    CORRECTED = "corrected"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class ItemAct(Model):
    """An act on an item: why, by whom, when, and how many attempts it touched; undone, it stays.

    `version_id` is the newest version before it, `after_id` the one it made, `successor_id` the item that takes over,
    which students are told of at `told_at`. `about` holds what undoing needs.
    """

    __tablename__ = "item_act"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), index=True)
    act: Mapped[str] = mapped_column(String(12))
    why: Mapped[str] = mapped_column(Text)
    version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"))
    after_id: Mapped[int | None] = mapped_column(ForeignKey("item_version.id"))
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), index=True)
    touched: Mapped[int] = mapped_column(default=0)
    about: Mapped[dict[str, Any]]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime.datetime]
    told_at: Mapped[datetime.datetime | None]
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    undone_at: Mapped[datetime.datetime | None]


class Anchor(Model):
    """Where a quote of an item version stands in one article version; `place` 0 is the primary one."""

    __tablename__ = "anchor"
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), primary_key=True)
    article_version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str] = mapped_column(Text)


class ItemListing(Model):
    """What lists, searches and draws ask of an item: its newest version, in columns; one row an item.

    `words` is every word of it folded, once, between single spaces. Over these the migrations keep a full-text
    index, which is no model: on SQLite a table fed by triggers, on PostgreSQL a GIN index.
    """

    __tablename__ = "item_listing"
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"))
    status: Mapped[str] = mapped_column(String(10))
    type: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str | None] = mapped_column(String(10))
    lang: Mapped[str] = mapped_column(String(5))
    difficulty: Mapped[str | None] = mapped_column(String(10))
    timing: Mapped[str | None] = mapped_column(String(10))
    review_by: Mapped[datetime.date | None]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    words: Mapped[str] = mapped_column(Text)


class ItemTag(Model):
    """A tag of an item's newest version."""

    __tablename__ = "item_tag"
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(120), primary_key=True, index=True)


@event.listens_for(ItemVersion, "after_insert")
def _list_anew(_mapper: Mapper[ItemVersion], connection: Connection, version: ItemVersion) -> None:
    """Keep the listing current in the transaction that writes the version, whoever writes it."""
    for table in (ItemTag, ItemListing):
        connection.execute(delete(table).where(table.item_id == version.item_id))
    connection.execute(insert(ItemListing).values(listing_of(version)))
    tags = [{"item_id": version.item_id, "tag": tag} for tag in tags_of(version.content)]
    if tags:
        connection.execute(insert(ItemTag), tags)


def listing_of(version: ItemVersion) -> dict[str, Any]:
    """The listing row of an item whose newest version this is."""
    content = version.content
    review_by = content.get("review_by")
    return {
        "item_id": version.item_id,
        "version_id": version.id,
        "status": version.status,
        "type": version.type,
        "kind": version.kind,
        "lang": content.get("lang") or "it",
        "difficulty": content.get("difficulty"),
        "timing": content.get("timing"),
        "review_by": datetime.date.fromisoformat(review_by) if review_by else None,
        "author_id": version.author_id,
        "words": searchable(content),
    }


def tags_of(content: dict[str, Any]) -> tuple[str, ...]:
    """The tags of an item's content, each once."""
    return tuple(dict.fromkeys(str(tag).strip()[:120] for tag in content.get("tags") or () if str(tag).strip()))
