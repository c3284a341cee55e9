"""Tables: drafting, draft, decision."""

import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class Drafting(Model):
    """What the engine read in one article version; offsets alone, so that it outlives the purge of the text.

    `unsaid` names the fields of provenance that nobody has filled in or declared unknown yet.
    """

    __tablename__ = "drafting"
    article_version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id"), primary_key=True)
    engine: Mapped[str] = mapped_column(String(20))
    words: Mapped[int]
    unsaid: Mapped[list[Any]]
    blocks: Mapped[list[Any]]
    sentences: Mapped[list[Any]]
    flags: Mapped[list[Any]]
    made_at: Mapped[datetime.datetime]


class Draft(Model):
    """A drafted question as the engine wrote it; `seq` counts the decisions taken on it."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("article_version_id", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    article_version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id"))
    position: Mapped[int]
    family: Mapped[str] = mapped_column(String(40))
    engine: Mapped[str] = mapped_column(String(20))
    drawer: Mapped[str] = mapped_column(String(10))
    origin: Mapped[str] = mapped_column(String(10))
    item: Mapped[dict[str, Any]]
    flaws: Mapped[list[Any]]
    state: Mapped[str] = mapped_column(String(10))
    seq: Mapped[int]
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), index=True)
    created_at: Mapped[datetime.datetime]


class Decision(Model):
    """What somebody decided on a draft, never changed; `fields` are the keys of the item that were edited by then."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("draft_id", "seq"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"))
    seq: Mapped[int]
    act: Mapped[str] = mapped_column(String(10))
    by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    at: Mapped[datetime.datetime]
    fields: Mapped[list[Any]]
