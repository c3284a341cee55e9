"""A bank as its file says it: an article, its facts, and the items that stand on them."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from quizapp.core.items import Item, Source
from quizapp.core.kinds import Kind
from quizapp.core.spans import Span

UNKNOWN = "unknown"


class Rights(StrEnum):
    """How much of an article may be shown beyond the teacher."""

    FULL = "full"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact, anchored to its words; `importance` 3 must be asked, 2 should, 1 could."""

    id: str
    kind: Kind
    holder: str | None
    statement: str
    importance: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its provenance; unknown texts say `unknown`, unknown days are None."""

    title: str
    subtitle: str | None
    outlet: str
    author: str
    published: datetime.date | None
    retrieved: datetime.date | None
    url: str
    licence: str
    origin: str
    rights: Rights
    purge_on: datetime.date | None
    sources: tuple[Source, ...]
    sha256: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank file; `id` is `lang/slug`."""

    id: str
    title: str
    lang: str
    licence: str | None
    topic: str | None
    article: Article | None
    facts: tuple[Fact, ...]
    items: tuple[Item, ...]
