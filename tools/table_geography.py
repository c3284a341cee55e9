"""Countries, cities and other places: the hand-written names, completed from GeoNames."""

from collections.abc import Iterator, Mapping
from typing import Any

from tools import table_packages
from tools.table_words import NAME, Name, UnclearError, italian_forms, plain

Table = dict[str, Any]

_CONTINENTS = {
    "Africa": "AF",
    "Antarctica": "AN",
    "Asia": "AS",
    "Europe": "EU",
    "North America": "NA",
    "Oceania": "OC",
    "South America": "SA",
}


def countries(language: str, source: Table, world: table_packages.World) -> list[list[Any]]:
    """A row for each, in the order of quizapp.extraction.entries.Country."""
    by_size = sorted(source["countries"], key=lambda code: (-world.population(code), code))
    rank = {code: number for number, code in enumerate(by_size, 1)}
    rows: list[list[Any]] = []
    for code, fields in sorted(source["countries"].items()):
        name = NAME[language](fields["name"], fields.get("gender", ""))
        row = [code, *name, fields.get("where", _where(language, name))]
        row += [[NAME[language](alias) for alias in fields.get("aliases", [])], *_demonyms(language, fields)]
        row += [fields["capital"], fields.get("other_capitals", []), world.continent(code), rank[code]]
        rows.append([*row, fields.get("disputed") == "yes"])
    return rows


def cities(source: Table, world: table_packages.World, left_out: Mapping[str, list[str]]) -> dict[str, str]:
    """Name → country; where two share a name, capitals come first, then hand-written ones, then the larger."""
    exonyms = {(code, theirs): ours for code, names in source["exonyms"].items() for theirs, ours in names.items()}
    unknown = [f"{theirs} ({code})" for code, theirs in exonyms if theirs not in world.names_in(code)]
    if unknown:
        raise UnclearError(f"not in GeoNames: {unknown}")
    found: dict[str, str] = {}
    for name, code in _cities_by_hand(source):
        found.setdefault(name, code)
    for city in world.cities():
        if city.name not in left_out.get(city.country, ()):
            found.setdefault(exonyms.get((city.country, city.name), city.name), city.country)
    return {plain(name): code for name, code in found.items()} | found


def places(language: str, source: Table) -> list[list[str]]:
    """A row for each, in the order of quizapp.extraction.entries.Place; the first of a name counts."""
    found: dict[str, list[str]] = {}
    for kind, code, written, usual in _places(language, source):
        name, *agreement = NAME[language](written)
        found.setdefault(name, [name, usual or name, kind, code, *agreement])
    return [found[name] for name in sorted(found)]


def _where(language: str, name: Name) -> str:
    """The way into a country: «in Italia», «negli Stati Uniti», «a Cuba», “in the Gambia”."""
    _, article, _, number = name
    if language == "en":
        return f"in {article}".strip()
    if number == "p":
        return {"i": "nei", "gli": "negli", "le": "nelle"}[article]
    return "in" if article else "a"


def _demonyms(language: str, fields: Table) -> tuple[list[str], list[str]]:
    """Adjectives and nouns, «greco/greca/greci/greche», or one form for all."""
    adjectives = [one for one in fields["adjective"] if one != "-"]
    if language == "it":
        written = ["/".join(italian_forms(one)) for one in adjectives]
        return written, written
    regular = [f"{one}/{one}s" for one in adjectives if not one.endswith(("ese", "s", "sh", "ch"))]
    pairs = [pair.split("/") for pair in ([fields["people"]] if "people" in fields else regular)]
    return adjectives, [f"{one}/{one}/{many}/{many}" for one, many in pairs]


def _cities_by_hand(source: Table) -> Iterator[tuple[str, str]]:
    for code, fields in source["countries"].items():
        yield fields["capital"], code
        yield from ((name, code) for name in fields.get("other_capitals", []))
    yield from ((name, "IT") for name in source["provincial_capitals"])
    for code, names in source["small_cities"].items():
        yield from ((name, code) for name in names)
    yield from source["city_aliases"].items()


def _places(language: str, source: Table) -> Iterator[tuple[str, str, str, str]]:
    """Kind, code, name as written, and the usual name where this is another one."""
    for english, written in source["continents"].items():
        names = [written] if isinstance(written, str) else written
        yield from (("continent", _CONTINENTS[english], name, NAME[language](names[0])[0]) for name in names)
    owner = {NAME[language](name)[0]: code for code, names in source["regions"].items() for name in names}
    for code, names in source["regions"].items():
        yield from (("region", code, name, "") for name in names)
    for usual, names in source["region_aliases"].items():
        yield from (("region", owner[usual], name, usual) for name in names)
    for kind, key in (("area", "areas"), ("sea", "seas"), ("river", "rivers")):
        yield from ((kind, "", name, "") for name in source[key])
