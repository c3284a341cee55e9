"""Where an article comes from, as a person has said it: every field with a value, declared unknown, or not said yet."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quizapp.core.banks import UNKNOWN, Article, Rights
from quizapp.core.spans import sha256_of
from quizapp.intake.article import RawArticle

FIELDS = ("title", "outlet", "author", "published", "retrieved", "url", "licence")
DAYS = frozenset({"published", "retrieved"})


@dataclass(frozen=True, slots=True)
class Provenance:
    """`values` holds text or day by field, None where it is unknown; `unsaid` those nobody has spoken of."""

    values: Mapping[str, Any]
    unsaid: tuple[str, ...]
    rights: Rights = Rights.SENTENCE
    purge_on: datetime.date | None = None


def gathered(
    typed: Mapping[str, Any],
    unknown: Collection[str],
    found: Mapping[str, Any],
    *,
    rights: Rights,
    purge_on: datetime.date | None,
) -> Provenance:
    """What a person typed, else declared unknown, else what the file or page says of itself."""
    values = {name: typed.get(name) or (None if name in unknown else found.get(name)) for name in FIELDS}
    unsaid = tuple(name for name in FIELDS if not values[name] and name not in unknown)
    return Provenance(values, unsaid, rights, purge_on)


def found_in(raw: RawArticle, address: str | None) -> dict[str, Any]:
    """What a file or page says of itself."""
    return {
        "title": raw.title,
        "outlet": raw.outlet,
        "author": raw.author,
        "published": raw.published,
        "url": address,
    }


def as_article(provenance: Provenance, text: str, subtitle: str | None) -> Article:
    """The article to keep; what is not known says so."""
    said = _written(provenance)
    return Article(
        subtitle=subtitle,
        origin=said["outlet"],
        rights=provenance.rights,
        purge_on=provenance.purge_on,
        sources=(),
        sha256=sha256_of(text),
        text=text,
        **said,
    )


def corrected(article: Article, provenance: Provenance) -> Article:
    """The same text with another provenance."""
    said = _written(provenance)
    return replace(article, origin=said["outlet"], rights=provenance.rights, purge_on=provenance.purge_on, **said)


def _written(provenance: Provenance) -> dict[str, Any]:
    return {name: provenance.values[name] if name in DAYS else provenance.values[name] or UNKNOWN for name in FIELDS}
