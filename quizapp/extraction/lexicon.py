"""The tables of a language, read once from the JSON files that tools/build_tables.py writes.

Words of the language are in lower case; names are as they are written. Spanish and French have only
dates, numbers and stop words: what is missing is empty.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from quizapp.core.text import words
from quizapp.extraction.entries import (
    Auxiliary,
    Country,
    Currency,
    Demonym,
    Four,
    Named,
    Organisation,
    Place,
    Role,
    Unit,
    VerbForm,
)
from quizapp.extraction.patterns import alternatives

LANGUAGES = ("en", "es", "fr", "it")

V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that the rules know about the words of one language."""

    language: str

    countries: Mapping[str, Country]  # by code
    country_names: Mapping[str, str]  # every name and alias, without article → code
    capitals: Mapping[str, str]  # every spelling → code
    demonyms: Mapping[str, tuple[Demonym, ...]]
    cities: Mapping[str, str]  # → code of the country
    places: Mapping[str, Place]
    ambiguous_places: frozenset[str]  # more often something else
    given_names: frozenset[str]
    ambiguous_names: frozenset[str]  # given names that are words too
    titles: frozenset[str]
    name_particles: frozenset[str]

    months: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 1
    deictic: frozenset[str]
    number_words: Mapping[str, int]
    scales: Mapping[str, int]  # «milioni»: multiplies the number before it
    collectives: Mapping[str, int]  # «decine», roughly
    fractions: Mapping[str, Fraction]
    ordinals: Mapping[str, int]
    bounds: Mapping[str, frozenset[str]]  # at_least, at_most, about
    currencies: Mapping[str, Currency]  # by code
    currency_words: Mapping[str, str]  # names and signs → code
    units: Mapping[str, Unit]  # every form and sign

    infinitives: Mapping[str, tuple[VerbForm, ...]]
    finite_verbs: Mapping[str, tuple[VerbForm, ...]]
    participles: Mapping[str, tuple[VerbForm, ...]]
    gerunds: Mapping[str, tuple[VerbForm, ...]]
    auxiliaries: Mapping[str, tuple[Auxiliary, ...]]
    modals: frozenset[str]
    noun_like: frozenset[str]  # verb forms that are more often something else

    speech_verbs: Mapping[str, str]  # lemma → saying, announcing or cognitive
    speech_phrases: frozenset[str]
    attribution_cues: frozenset[str]
    hedges: frozenset[str]
    evaluative: frozenset[str]
    evaluative_adverbs: frozenset[str]
    loaded_terms: frozenset[str]
    harm: Mapping[str, tuple[str, ...]]  # crime, health, minors, casualties → beginnings of words, see harms_in

    abbreviations: frozenset[str]
    stop_words: frozenset[str]
    anaphoric_starts: frozenset[str]
    bare_humans: frozenset[str]

    role_nouns: Mapping[str, tuple[Role, ...]]
    org_cues: Mapping[str, Named]
    organisations: Mapping[str, Organisation]  # by usual name
    organisation_names: Mapping[str, str]  # every name → usual name
    house_metonyms: Mapping[str, str]  # → code, or "" for more than one country


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of one of LANGUAGES."""
    if language not in LANGUAGES:
        raise ValueError(language)
    text = files("quizapp.extraction").joinpath("tables", f"{language}.json").read_text(encoding="utf-8")
    return _lexicon(json.loads(text))


@lru_cache(maxsize=2048)
def harms_in(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Which of crime, health, minors and casualties a text touches."""
    return harms_told(words(text), lexicon)


def harms_told(told: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The same of plain words in order."""
    plain = f" {' '.join(told)} "
    if _any_harm(lexicon).search(plain) is None:
        return frozenset()
    return frozenset(kind for kind, stems in lexicon.harm.items() if _begin(stems).search(plain))


@cache
def _any_harm(lexicon: Lexicon) -> re.Pattern[str]:
    return _begin(tuple(stem for stems in lexicon.harm.values() for stem in stems))


@cache
def _begin(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f" (?:{alternatives(stems)})")


def _lexicon(raw: dict[str, Any]) -> Lexicon:
    countries = {row[0]: _country(row) for row in raw["countries"]}
    currencies = {row[0]: _currency(row) for row in raw["currencies"]}
    organisations = {row[0]: _organisation(row) for row in raw["organisations"]}
    places = {name: Place(name, name, "city", code, "", "", "s") for name, code in raw["cities"].items()}
    verbs = _Verbs(raw["verbs"])
    derived: dict[str, Any] = {
        "countries": countries,
        "country_names": {name: one.code for one in countries.values() for name in _every_name(one)},
        "capitals": {name: one.code for one in countries.values() for name in (*one.other_capitals, one.capital)},
        "demonyms": _grouped(reading for country in countries.values() for reading in _demonyms(country)),
        "places": places | {row[0]: Place(*row) for row in raw["places"]},
        "given_names": frozenset(raw["given_names"].split()),
        "fractions": {words: Fraction(value) for words, value in raw["fractions"].items()},
        "bounds": {side: frozenset(words) for side, words in raw["bounds"].items()},
        "currencies": currencies,
        "currency_words": {word: one.code for one in currencies.values() for word in _money(one)},
        "units": {form: Unit(*unit) for *unit, forms in raw["units"] for form in forms},
        "infinitives": verbs.infinitives,
        "finite_verbs": verbs.finite,
        "participles": verbs.participles,
        "gerunds": verbs.gerunds,
        "auxiliaries": _grouped((form, Auxiliary(*row)) for form, *row in raw["auxiliaries"]),
        "harm": {kind: tuple(stems) for kind, stems in raw["harm"].items()},
        "role_nouns": _grouped((form, Role(*row)) for form, *row in raw["role_nouns"]),
        "org_cues": {row[0]: Named(*row) for row in raw["org_cues"]},
        "organisations": organisations,
        "organisation_names": {name: one.name for one in organisations.values() for name in _every_name(one)},
    }
    derived |= {name: raw[name] for name in _AS_THEY_ARE}
    derived |= {name: frozenset(raw[name]) for name in _SETS}
    return Lexicon(**derived)


_AS_THEY_ARE = (
    "language",
    "cities",
    "months",
    "weekdays",
    "number_words",
    "scales",
    "collectives",
    "ordinals",
    "speech_verbs",
    "house_metonyms",
)
_SETS = (
    "ambiguous_places",
    "ambiguous_names",
    "titles",
    "name_particles",
    "deictic",
    "modals",
    "noun_like",
    "speech_phrases",
    "attribution_cues",
    "hedges",
    "evaluative",
    "evaluative_adverbs",
    "loaded_terms",
    "abbreviations",
    "stop_words",
    "anaphoric_starts",
    "bare_humans",
)


class _Verbs:
    """The forms unpacked from paradigms: endings for every slot, and the stems that take them."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.infinitives: dict[str, tuple[VerbForm, ...]] = {}
        self.finite: dict[str, tuple[VerbForm, ...]] = {}
        self.participles: dict[str, tuple[VerbForm, ...]] = {}
        self.gerunds: dict[str, tuple[VerbForm, ...]] = {}
        tables = {"infinitive": self.infinitives, "participle": self.participles, "gerund": self.gerunds}
        slots = [(tables.get(slot[0], self.finite), *slot) for slot in raw["slots"]]
        for endings, stems in raw["paradigms"]:
            places = [
                (ending, *slot)
                for written, slot in zip(endings.split(","), slots, strict=True)
                if written != "-"
                for ending in written.split("/")
            ]
            for stem in stems.split(","):
                lemma = stem + places[0][0]
                for ending, table, tense, number, gender in places:
                    form = stem + ending
                    reading = VerbForm(lemma, tense, number, gender)
                    known = table.get(form)
                    if known is None:
                        table[form] = (reading,)
                    elif reading not in known:
                        table[form] = (*known, reading)


def _country(row: list[Any]) -> Country:
    read: dict[int, Callable[[Any], Any]] = {6: _names, 7: _fours, 8: _fours, 10: tuple}
    return Country._make(read[place](value) if place in read else value for place, value in enumerate(row))


def _currency(row: list[Any]) -> Currency:
    code, singular, plural, gender, symbols, others = row
    return Currency(code, singular, plural, gender, tuple(symbols), tuple(others))


def _organisation(row: list[Any]) -> Organisation:
    name, article, gender, number, country, aliases = row
    return Organisation(name, article, gender, number, country, _names(aliases))


def _names(rows: Iterable[list[str]]) -> tuple[Named, ...]:
    return tuple(Named(*row) for row in rows)


def _fours(written: Iterable[str]) -> tuple[Four, ...]:
    """«greco/greca/greci/greche», or one form for all."""
    return tuple(Four(*forms) if len(forms := one.split("/")) > 1 else Four(one, one, one, one) for one in written)


def _every_name(one: Country | Organisation) -> tuple[str, ...]:
    return (one.name, *(alias.name for alias in one.aliases))


def _demonyms(country: Country) -> Iterator[tuple[str, Demonym]]:
    for people, all_forms in ((False, country.adjectives), (True, country.people)):
        for forms in all_forms:
            for form in dict.fromkeys(forms):
                where = [index for index, other in enumerate(forms) if other == form]
                gender = "m" if all(i % 2 == 0 for i in where) else "f" if all(i % 2 for i in where) else ""
                number = "s" if max(where) < 2 else "p" if min(where) > 1 else ""
                yield form.lower(), Demonym(country.code, people, gender, number)


def _money(currency: Currency) -> tuple[str, ...]:
    return (currency.singular, currency.plural, *currency.symbols, *currency.others)


def _grouped(pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    found: defaultdict[str, dict[V, None]] = defaultdict(dict)
    for form, reading in pairs:
        found[form][reading] = None
    return {form: tuple(readings) for form, readings in found.items()}
