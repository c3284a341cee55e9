"""Stage 2, countries: where they stand in a sentence, and how another one would stand there."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLES = Path(__file__).with_name("tables")
_PREPOSITIONS = {
    "di": ("di", "del", "dello", "dell'", "della", "dei", "degli", "delle"),
    "a": ("a", "al", "allo", "all'", "alla", "ai", "agli", "alle"),
    "da": ("da", "dal", "dallo", "dall'", "dalla", "dai", "dagli", "dalle"),
    "in": ("in", "nel", "nello", "nell'", "nella", "nei", "negli", "nelle"),
    "su": ("su", "sul", "sullo", "sull'", "sulla", "sui", "sugli", "sulle"),
}  # fmt: skip
_JOIN = {
    "di": {"il": "del", "lo": "dello", "l'": "dell'", "la": "della", "i": "dei", "gli": "degli", "le": "delle"},
    "a": {"il": "al", "lo": "allo", "l'": "all'", "la": "alla", "i": "ai", "gli": "agli", "le": "alle"},
    "da": {"il": "dal", "lo": "dallo", "l'": "dall'", "la": "dalla", "i": "dai", "gli": "dagli", "le": "dalle"},
    "in": {"il": "nel", "lo": "nello", "l'": "nell'", "la": "nella", "i": "nei", "gli": "negli", "le": "nelle"},
    "su": {"il": "sul", "lo": "sullo", "l'": "sull'", "la": "sulla", "i": "sui", "gli": "sugli", "le": "sulle"},
}  # fmt: skip
_BY_FORM = {form: (name, form not in _PREPOSITIONS) for name, forms in _PREPOSITIONS.items() for form in forms}
_ARTICLES = ("il", "lo", "l'", "la", "i", "gli", "le")
NEIGHBOURS = (
    "FR DE ES IT GB PL NL GR SE PT RO HU AT BE DK CZ FI NO IE CH BG HR RS",
    "RU UA BY GE KZ AM AZ MD UZ",
    "CN JP KR KP IN ID PK VN TH PH MY TW BD",
    "TR IR IQ SA EG IL SY QA AE JO LB YE KW",
    "NG ZA ET KE DZ MA TN LY SD GH SN UG CM TZ",
    "US CA MX BR AR CL CO VE PE BO EC CU",
    "AU NZ",
)
"""Countries by part of the world, the most often in the news first: what a wrong option is drawn from."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country as a language writes it; `adjectives` hold four forms in Italian, one in English."""

    iso: str
    name: str
    article: str
    gender: str
    plural: bool
    where: str
    adjectives: tuple[tuple[str, ...], ...]
    capitals: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a sentence, its preposition and article included; `before` is that determiner."""

    start: int
    end: int
    iso: str
    before: str
    name: str


@cache
def countries(lang: str) -> dict[str, Country]:
    """Every country by ISO code."""
    data = json.loads((_TABLES / f"countries-{lang}.json").read_text(encoding="utf-8"))
    return {
        iso: Country(
            iso, each["name"], each["article"], each["gender"], each["plural"], each["where"],
            tuple(tuple(forms) for forms in each["adjectives"]), tuple(each["capitals"]),
            tuple((article, name) for article, name in each["aliases"]), each["disputed"],
        )
        for iso, each in data.items()
    }  # fmt: skip


@cache
def _names(lang: str) -> tuple[re.Pattern[str], dict[str, str]]:
    by_name = {}
    for iso, country in countries(lang).items():
        for name in (country.name, *(alias for _article, alias in country.aliases)):
            by_name[name.replace("’", "'")] = iso
    known = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    determiner = r"(?:(?P<before>\b(?:[Dd]|[Aa]|[Nn]|[Ss]u|[Dd]a|[Ii]|[Ll]|[Gg])[a-z]{0,4}'|\b[A-Za-z]{1,5}) ?)?"
    return re.compile(rf"{determiner}(?<![\w-])(?P<name>{known})(?![\w-]|'s| [A-Z])"), by_name


def mentions(shade: str, lang: str) -> list[Mention]:
    """Countries named as such: not as part of a longer name, not hyphenated, not possessive."""
    pattern, by_name = _names(lang)
    found = []
    for match in pattern.finditer(shade):
        before = match["before"] or ""
        if _part_of_a_name(shade[: match.start("name")]):
            continue
        if not _determines(before.lower(), lang):
            before = ""
        start = match.start("before") if before else match.start("name")
        found.append(Mention(start, match.end(), by_name[match["name"]], before, match["name"]))
    return found


_CAPITAL_BEFORE = re.compile(r"\b([A-ZÀ-Þ][\w-]+) $")
_SMALL = frozenset("in on from of to with for by and at both against between across inside near the".split())


def _part_of_a_name(before: str) -> bool:
    """«New Mexico»: a capital word in front that is no preposition or article."""
    match = _CAPITAL_BEFORE.search(before)
    return match is not None and match[1].lower() not in _SMALL | _BY_FORM.keys() | set(_ARTICLES)


def _determines(before: str, lang: str) -> bool:
    return before in (_BY_FORM.keys() | set(_ARTICLES)) if lang == "it" else before == "the"


def related(shade: str, lang: str) -> set[str]:
    """Every country that a text names, by name, capital or adjective."""
    return {iso for iso, pattern in _traces(lang).items() if pattern.search(shade)}


@cache
def _traces(lang: str) -> dict[str, re.Pattern[str]]:
    return {
        iso: re.compile(r"(?<!\w)(?:" + "|".join(_words_of(country)) + r")(?!\w)")
        for iso, country in countries(lang).items()
    }


def _words_of(country: Country) -> list[str]:
    names = [country.name, *(alias for _article, alias in country.aliases), *country.capitals]
    forms = [form for forms in country.adjectives for form in forms]
    words = [re.escape(name.replace("’", "'")) for name in names]
    return words + [f"[{form[0]}{form[0].upper()}]{re.escape(form[1:])}s?" for form in forms]


def placed(mention: Mention, country: Country, lang: str) -> str:
    """Another country in the place of a mention, with the determiner it wants."""
    capital = mention.before[:1].isupper()
    if lang == "en":
        text = f"the {country.name}" if country.article and (mention.before or not capital) else country.name
        return text[:1].upper() + text[1:] if capital else text
    found = _placed_in_italian(mention.before.lower(), country, countries(lang)[mention.iso])
    return found[:1].upper() + found[1:] if capital else found


def _placed_in_italian(before: str, country: Country, own: Country) -> str:
    if not before:
        return country.name
    if before in _ARTICLES:
        return f"{_with_article(country)}" if country.article else country.name
    preposition = _BY_FORM[before][0]
    if preposition == "in":
        return _whereabouts(country)
    if not country.article or (before == preposition and own.article):
        return f"{preposition} {country.name}"
    return _join(preposition, country)


def _with_article(country: Country) -> str:
    return f"{country.article}{'' if country.article.endswith(chr(39)) else ' '}{country.name}"


def _join(preposition: str, country: Country) -> str:
    joined = _JOIN[preposition][country.article]
    return f"{joined}{'' if joined.endswith(chr(39)) else ' '}{country.name}"


def _whereabouts(country: Country) -> str:
    if country.where:
        joined = (
            _JOIN["in"].get(country.article, country.where)
            if country.where in _PREPOSITIONS["in"][1:]
            else country.where
        )
        return f"{joined}{'' if joined.endswith(chr(39)) else ' '}{country.name}"
    if country.plural:
        return _join("in", country)
    return f"in {country.name}" if country.article else f"a {country.name}"


def neighbours(iso: str) -> list[str]:
    """Countries of the same part of the world, then the great ones of the others."""
    own = next((group.split() for group in NEIGHBOURS if iso in group.split()), [])
    rest = [code for group in NEIGHBOURS for code in group.split()[:3]]
    return list(dict.fromkeys([*own, *rest]))
