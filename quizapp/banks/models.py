"""Tables: bank, item, item_version, anchor."""

import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class Bank(Model):
    """Items kept together, usually on one article; `slug` is `lang/slug` of its file."""

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


class Item(Model):
    """A question through its versions; `current_version_id` is the newest one."""

    __tablename__ = "item"
    __table_args__ = (UniqueConstraint("bank_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    bank_id: Mapped[int] = mapped_column(ForeignKey("bank.id"))
    key: Mapped[str] = mapped_column(String(120))
    position: Mapped[int]
    supersedes: Mapped[str | None] = mapped_column(String(240), index=True)
    synced_hash: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime.datetime]


class ItemVersion(Model):
    """What an item says from one edit to the next; immutable once shown to a student."""

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


class Anchor(Model):
    """Where a quote of an item version stands in one article version; `place` 0 is the primary one."""

    __tablename__ = "anchor"
    item_version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), primary_key=True)
    article_version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str] = mapped_column(Text)
