"""The item: a question with everything needed to present, mark and explain it (contracts, section 6)."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from quizapp.core.html import plain
from quizapp.core.kinds import Kind
from quizapp.core.lifecycle import Status, Timing
from quizapp.core.problems import Problem
from quizapp.core.reading import Reader
from quizapp.core.spans import Span
from quizapp.core.types import TYPES, Body
from quizapp.core.types.entries import dump_span, read_span, written
from quizapp.core.wording import Wording

_TYPE_UNKNOWN = Wording(
    "tipo di domanda sconosciuto «{value}»: scegli fra {allowed}",
    "unknown item type “{value}”: choose from {allowed}",
)
_INTERNAL = frozenset({"id", "right_ids"})
_TOLD = frozenset({"explanation", "combined_feedback", "feedback", "correction", "hints"})
_FILE = re.compile(r"""\bsrc\s*=\s*["']file:([^"']+)""", re.IGNORECASE)


class TextFormat(StrEnum):
    """How every text of an item is written; HTML is sanitised before it is stored."""

    PLAIN = "plain"
    HTML = "html"


class CameTrue(StrEnum):
    """What became of a forecast."""

    OPEN = "open"
    YES = "yes"
    NO = "no"


class Stance(StrEnum):
    """What a corroborating span does to the item's answer."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"


class Difficulty(StrEnum):
    """How hard the author expects an item to be."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something said beyond the article can be read."""

    title: str
    outlet: str
    date: datetime.date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture that travels with the item."""

    name: str
    mime: str
    alt: str
    base64: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Help between two tries."""

    text: str
    clear_wrong: bool = False
    show_count: bool = False


@dataclass(frozen=True, slots=True)
class CombinedFeedback:
    """Feedback by verdict."""

    correct: str | None = None
    partial: str | None = None
    incorrect: str | None = None


@dataclass(frozen=True, slots=True)
class Corroboration:
    """A span of another article on the same fact."""

    article: str
    span: Span
    origin: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Item:
    """One version of a question; `body` is what its type owns."""

    id: str
    lang: str
    stem: str
    body: Body
    title: str | None = None
    text_format: TextFormat = TextFormat.PLAIN
    explanation: str | None = None
    facts: tuple[str, ...] = ()
    kind: Kind | None = None
    holder: str | None = None
    evidence: tuple[Span, ...] = ()
    as_of: datetime.date | None = None
    timing: Timing | None = None
    review_by: datetime.date | None = None
    sources: tuple[Source, ...] = ()
    tags: tuple[str, ...] = ()
    category: str | None = None
    difficulty: Difficulty | None = None
    author: str | None = None
    status: Status = Status.IN_REVIEW
    files: tuple[Attachment, ...] = ()
    hints: tuple[Hint, ...] = ()
    combined_feedback: CombinedFeedback | None = None
    idnumber: str | None = None
    points: Fraction = field(default_factory=lambda: Fraction(1))
    penalty: Fraction | None = None
    supersedes: str | None = None
    horizon: datetime.date | None = None
    came_true: CameTrue | None = None
    corroboration: tuple[Corroboration, ...] = ()

    @property
    def type(self) -> str:
        """The name of the item's type."""
        return self.body.type

    @property
    def spans(self) -> tuple[Span, ...]:
        """All evidence, the item's own first."""
        return (*self.evidence, *self.body.spans())

    @property
    def asked_files(self) -> tuple[Attachment, ...]:
        """The pictures that come with the question: all but those that only what is told afterwards names."""
        if not self.files or self.text_format is not TextFormat.HTML:
            return self.files
        texts = dump_item(replace(self, files=()))
        told, asked = (frozenset(_FILE.findall(" ".join(_texts(texts, told=told)))) for told in (True, False))
        return tuple(file for file in self.files if file.name in asked or file.name not in told)

    def plain(self, text: str) -> str:
        """One of its texts without markup."""
        return plain(text) if self.text_format is TextFormat.HTML else text

    def after(self, older: "Item") -> "Item":
        """This item with the internal entry ids of its earlier version."""
        if type(self.body) is not type(older.body):
            return self
        return replace(self, body=self.body.carry_ids(older.body))


def read_item(reader: Reader, lang: str) -> Item | None:
    """An item from plain data, or None where its type is unknown; problems go into the reader."""
    name = reader.text("type")
    body_type = TYPES.get(name)
    if body_type is None:
        if name:
            allowed = ", ".join(TYPES)
            reader.problems.append(
                Problem(
                    "type-unknown",
                    (*reader.path, "type"),
                    _TYPE_UNKNOWN,
                    {"value": name, "allowed": allowed},
                )
            )
        return None
    item = Item(
        id=reader.text("id"),
        lang=reader.text("lang", lang),
        stem=reader.text("stem"),
        **reader.given(_FIELDS),
        body=body_type.read(reader),
    )
    reader.finish()
    return item


_FIELDS: Mapping[str, Callable[[Reader], Any]] = {
    "title": lambda reader: reader.optional_text("title"),
    "text_format": lambda reader: reader.one_of("text_format", TextFormat, TextFormat.PLAIN),
    "explanation": lambda reader: reader.optional_text("explanation"),
    "facts": lambda reader: reader.texts("facts"),
    "kind": lambda reader: reader.optional_one_of("kind", Kind),
    "holder": lambda reader: reader.optional_text("holder"),
    "evidence": lambda reader: reader.each("evidence", read_span),
    "as_of": lambda reader: reader.date("as_of"),
    "timing": lambda reader: reader.optional_one_of("timing", Timing),
    "review_by": lambda reader: reader.date("review_by"),
    "sources": lambda reader: reader.each("sources", read_source),
    "tags": lambda reader: reader.texts("tags"),
    "category": lambda reader: reader.optional_text("category"),
    "difficulty": lambda reader: reader.optional_one_of("difficulty", Difficulty),
    "author": lambda reader: reader.optional_text("author"),
    "status": lambda reader: reader.one_of("status", Status, Status.IN_REVIEW),
    "files": lambda reader: reader.each("files", _read_attachment),
    "hints": lambda reader: reader.each("hints", _read_hint),
    "combined_feedback": lambda reader: reader.inner("combined_feedback", _read_combined),
    "idnumber": lambda reader: reader.optional_text("idnumber"),
    "points": lambda reader: reader.fraction("points", Fraction(1), low=0, high=1000),
    "penalty": lambda reader: reader.fraction("penalty", low=0) if reader.has("penalty") else None,
    "supersedes": lambda reader: reader.optional_text("supersedes"),
    "horizon": lambda reader: reader.date("horizon"),
    "came_true": lambda reader: reader.optional_one_of("came_true", CameTrue),
    "corroboration": lambda reader: reader.each("corroboration", _read_corroboration),
}
"""How each field is read that an item may be without."""


def dump_item(item: Item, *, ids: bool = False) -> dict[str, Any]:
    """Plain data with nulls and empty lists left out; internal entry ids only on request."""
    body = item.body.dump()
    data: dict[str, Any] = {
        "id": item.id,
        "type": item.type,
        "title": item.title,
        "lang": item.lang,
        "stem": item.stem,
        "text_format": None if item.text_format is TextFormat.PLAIN else item.text_format.value,
        "kind": item.kind and item.kind.value,
        "holder": item.holder,
        "facts": list(item.facts),
        "as_of": _iso(item.as_of),
        "timing": item.timing and item.timing.value,
        "review_by": _iso(item.review_by),
        "difficulty": item.difficulty and item.difficulty.value,
        "tags": list(item.tags),
        "category": item.category,
        "author": item.author,
        "status": item.status.value,
        "points": None if item.points == 1 else written(item.points),
        "penalty": None if item.penalty is None else written(item.penalty),
        "idnumber": item.idnumber,
        "supersedes": item.supersedes,
        "horizon": _iso(item.horizon),
        "came_true": item.came_true and item.came_true.value,
        **(body if ids else _without_ids(body)),
        "explanation": item.explanation,
        "combined_feedback": item.combined_feedback and _slots(item.combined_feedback),
        "hints": [_slots(hint) for hint in item.hints],
        "evidence": [dump_span(span) for span in item.evidence],
        "sources": [dump_source(source) for source in item.sources],
        "corroboration": [_dump_corroboration(each) for each in item.corroboration],
        "files": [_slots(file) for file in item.files],
    }
    return {key: value for key, value in data.items() if value is not None and value not in ([], {})}


def read_source(reader: Reader) -> Source:
    """An entry of `sources`."""
    source = Source(
        reader.text("title"),
        reader.text("outlet"),
        reader.date("date"),
        reader.optional_text("url"),
    )
    reader.finish()
    return source


def dump_source(source: Source) -> dict[str, Any]:
    """Plain data of a source."""
    data = {
        "title": source.title,
        "outlet": source.outlet,
        "date": _iso(source.date),
        "url": source.url,
    }
    return {key: value for key, value in data.items() if value is not None}


_LONGEST_FILE = 2_000_000
"""Characters of base64: more than a picture of the size that is allowed."""


def _read_attachment(reader: Reader) -> Attachment:
    content = reader.text("base64", most=_LONGEST_FILE)
    file = Attachment(reader.text("name"), reader.text("mime"), reader.text("alt"), content)
    reader.finish()
    return file


def _read_hint(reader: Reader) -> Hint:
    hint = Hint(
        reader.text("text"),
        reader.flag("clear_wrong", default=False),
        reader.flag("show_count", default=False),
    )
    reader.finish()
    return hint


def _read_combined(reader: Reader) -> CombinedFeedback:
    feedback = CombinedFeedback(
        reader.optional_text("correct"),
        reader.optional_text("partial"),
        reader.optional_text("incorrect"),
    )
    reader.finish()
    return feedback


def _read_corroboration(reader: Reader) -> Corroboration:
    found = Corroboration(
        article=reader.text("article"),
        span=Span(reader.whole("start"), reader.whole("end"), reader.text("quote")),
        origin=reader.text("origin"),
        stance=reader.one_of("stance", Stance),
    )
    reader.finish()
    return found


def _dump_corroboration(each: Corroboration) -> dict[str, Any]:
    return {
        "article": each.article,
        **dump_span(each.span),
        "origin": each.origin,
        "stance": each.stance.value,
    }


def _without_ids(body: Any) -> Any:
    if isinstance(body, dict):
        return {key: _without_ids(value) for key, value in body.items() if key not in _INTERNAL}
    return [_without_ids(value) for value in body] if isinstance(body, list) else body


def _texts(value: Any, *, told: bool, inside: bool = False) -> Iterator[str]:
    """The texts of plain data that are told after the answer, or those that are asked."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, told=told, inside=inside or key in _TOLD)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, told=told, inside=inside)
    elif isinstance(value, str) and inside is told:
        yield value


def _slots(record: object) -> dict[str, Any]:
    names = record.__slots__  # type: ignore[attr-defined]
    return {name: getattr(record, name) for name in names if getattr(record, name) not in (None, False)}


def _iso(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
