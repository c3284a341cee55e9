"""Tables: article, article_version, fact."""

import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model, public_id


class Article(Model):
    """A news story; what it says is in its versions."""

    __tablename__ = "article"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(16), unique=True, default=public_id)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    lang: Mapped[str] = mapped_column(String(5))
    created_at: Mapped[datetime.datetime]


class ArticleVersion(Model):
    """The text of an article, immutable, with where it comes from; unknown values say `unknown`."""

    __tablename__ = "article_version"
    __table_args__ = (UniqueConstraint("article_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(500))
    subtitle: Mapped[str | None] = mapped_column(String(1000))
    outlet: Mapped[str] = mapped_column(String(200))
    author: Mapped[str] = mapped_column(String(200))
    published: Mapped[datetime.date | None]
    retrieved: Mapped[datetime.date | None]
    url: Mapped[str] = mapped_column(String(2000))
    licence: Mapped[str] = mapped_column(String(200))
    origin: Mapped[str] = mapped_column(String(200))
    rights: Mapped[str] = mapped_column(String(10))
    purge_on: Mapped[datetime.date | None]
    sources: Mapped[list[Any]]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    text: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime.datetime]


class Fact(Model):
    """A key fact of one article version, anchored to its words."""

    __tablename__ = "fact"
    __table_args__ = (UniqueConstraint("article_version_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_version_id: Mapped[int] = mapped_column(ForeignKey("article_version.id"))
    key: Mapped[str] = mapped_column(String(60))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    holder: Mapped[str | None] = mapped_column(String(300))
    statement: Mapped[str] = mapped_column(Text)
    importance: Mapped[int | None]
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str] = mapped_column(Text)
