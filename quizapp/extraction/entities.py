"""Stage 2, all together: what a sentence names, each with its type and its place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from quizapp.extraction.lexicon import Lexicon, lexicon
from quizapp.extraction.patterns import alternatives, whole
from quizapp.extraction.people import full_names
from quizapp.extraction.quantities import Quantity, When

_CAPITALISED = r"(?:{names})(?![\w-])"


@dataclass(frozen=True, slots=True)
class Entity:
    """`shade[start:end]` with its type: country, organisation, place, person, date, number, percent or money.

    `usual` is the name all its names stand for: a country's code, an organisation's usual name, a full name.
    """

    start: int
    end: int
    type: str
    usual: str


def entities(
    shade: str, lang: str, quantities: Iterable[Quantity], dates: Iterable[When], people: Iterable[str]
) -> list[Entity]:
    """Everything named in a sentence, in order, no two overlapping; `people` are the article's full names."""
    found = [
        *(Entity(each.start, each.end, "date", each.text) for each in dates),
        *(Entity(each.start, each.end, each.type, each.text) for each in quantities),
        *named_things(shade, lang),
        *_persons(shade, people),
    ]
    kept: list[Entity] = []
    taken = bytearray(len(shade))
    for each in sorted(found, key=lambda one: (_RANK[one.type], one.start - one.end, one.start)):
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\1" * (each.end - each.start)
            kept.append(each)
    return sorted(kept, key=lambda one: one.start)


def people_of(shade: str) -> list[str]:
    """Full names of an article, organisations left out."""
    names = (re.sub(r"^(?:Secondo|Signor|Santo) (?=\S+ )", "", name) for name in full_names(shade))
    return list(dict.fromkeys(n for n in names if not n.startswith("Secondo ") and not _is_organisation(n)))


_RANK = {"date": 0, "number": 0, "percent": 0, "money": 0, "organisation": 1, "person": 2, "country": 3, "place": 4}


def _is_organisation(name: str) -> bool:
    tables = lexicon("it"), lexicon("en")
    return any(
        name in table.organisation_names or any(word in table.org_cues for word in name.split()) for table in tables
    )


@lru_cache(maxsize=1024)
def named_things(shade: str, lang: str) -> tuple[Entity, ...]:
    """Organisations, then countries, then places of the tables, each in order; they may overlap."""
    return tuple(
        Entity(match.start(), match.end(), kind, usual[match[0]])
        for kind, (pattern, usual) in _tables(lang).items()
        for match in (pattern.finditer(shade) if pattern else ())
    )


def _persons(shade: str, people: Iterable[str]) -> Iterator[Entity]:
    """Full names, and surnames that only one full name of the article ends in."""
    names = [re.sub(r"\s+", " ", name) for name in people]
    surnames = [name.rsplit(" ", 1)[-1] for name in names]
    for name, surname in zip(names, surnames, strict=True):
        for said in (name, surname) if surnames.count(surname) == 1 else (name,):
            for start in whole(said, shade):
                yield Entity(start, start + len(said), "person", name)


@cache
def _tables(lang: str) -> dict[str, tuple[re.Pattern[str] | None, Mapping[str, str]]]:
    table: Lexicon = lexicon(lang)
    places = {name: place.usual for name, place in table.places.items() if name not in table.ambiguous_places}
    places |= {name: name for name in table.capitals if name not in table.ambiguous_places}
    return {
        "organisation": _matcher(table.organisation_names),
        "country": _matcher(table.country_names),
        "place": _matcher(places),
    }


def _matcher(usual: Mapping[str, str]) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    plain = {name.replace("’", "'"): what for name, what in usual.items() if len(name) > 1}
    names = alternatives(sorted(plain, key=lambda name: (-len(name), name)), apart_from=r"[\w-]")
    return (re.compile(_CAPITALISED.format(names=names)) if names else None), plain
