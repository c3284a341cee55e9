"""Stage 2, countries: where they stand in a sentence, and how another one would stand there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from quizapp.extraction.agreement import ARTICLES, articulated, with_article, with_preposition
from quizapp.extraction.entities import named_things
from quizapp.extraction.entries import Country
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.patterns import alternatives, branching

FORMS = {
    articulated(preposition, article): preposition
    for preposition in ("di", "a", "da", "in", "su")
    for article in ARTICLES
}
"""«della», «all'», «sul», each with its bare preposition."""
_ARTICLES = frozenset(ARTICLES) - {""}
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

_GROUPS = tuple(tuple(group.split()) for group in NEIGHBOURS)
_REGIONS = {code: group for group in reversed(_GROUPS) for code in group}


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a sentence, its preposition and article included; `before` is that determiner."""

    start: int
    end: int
    iso: str
    before: str
    name: str


def countries(lang: str) -> Mapping[str, Country]:
    """Every country by ISO code."""
    return lexicon(lang).countries


@cache
def _names(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """One pattern for all names, one that tells sooner that there is none, and the code of each."""
    by_name = {name.replace("’", "'"): code for name, code in lexicon(lang).country_names.items()}
    longest = sorted(by_name, key=len, reverse=True)
    known, alone = alternatives(longest), alternatives(longest, apart_from=r"[\w-]") or "(?!)"
    determiner = r"(?:(?P<before>\b(?:[Dd]|[Aa]|[Nn]|[Ss]u|[Dd]a|[Ii]|[Ll]|[Gg])[a-z]{0,4}'|\b[A-Za-z]{1,5}) ?)?"
    named = re.compile(rf"{determiner}(?<![\w-])(?P<name>{known})(?![\w-]|'s| [A-Z])")
    return named, re.compile(rf"(?:{alone})(?![\w-])"), by_name


@lru_cache(maxsize=2048)
def mentions(shade: str, lang: str) -> tuple[Mention, ...]:
    """Countries named as such: not as part of a longer name, not hyphenated, not possessive."""
    pattern, sooner, by_name = _names(lang)
    if sooner.search(shade) is None:
        return ()
    found = []
    for match in pattern.finditer(shade):
        before = match["before"] or ""
        if _part_of_a_name(shade[: match.start("name")]):
            continue
        if not _determines(before.lower(), lang):
            before = ""
        start = match.start("before") if before else match.start("name")
        found.append(Mention(start, match.end(), by_name[match["name"]], before, match["name"]))
    return tuple(found)


_CAPITAL_BEFORE = re.compile(r"\b([A-ZÀ-Þ][\w-]+) $")
_SMALL = frozenset("in on from of to with for by and at both against between across inside near the".split())


def _part_of_a_name(before: str) -> bool:
    """«New Mexico»: a capital word in front that is no preposition or article."""
    match = _CAPITAL_BEFORE.search(before)
    return match is not None and match[1].lower() not in _SMALL | FORMS.keys() | _ARTICLES


def _determines(before: str, lang: str) -> bool:
    return before in (FORMS.keys() | _ARTICLES) if lang == "it" else before == "the"


@lru_cache(maxsize=2048)
def related(shade: str, lang: str) -> frozenset[str]:
    """Every country that a text names, by name, capital or adjective; of overlapping names the longest counts."""
    pattern, named = _traces(lang)
    return frozenset().union(*(named[_low(match[0])] for match in pattern.finditer(shade)))


def told_by(text: str, lang: str) -> frozenset[str]:
    """The codes of the countries that a text gives away: by their names, a people, a capital, a town or a region."""
    places = lexicon(lang).places
    named = (each.usual for each in named_things(text.replace("’", "'"), lang) if each.type == "place")
    return related(text, lang) | {places[usual].code for usual in named if usual in places}


@cache
def _traces(lang: str) -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """One pattern for all of them, and the countries of each match with its first letter small."""
    named: dict[str, frozenset[str]] = {}
    patterns: dict[str, tuple[tuple[str, str], ...]] = {}
    for code, country in countries(lang).items():
        names = [country.name, *(alias.name for alias in country.aliases), country.capital, *country.other_capitals]
        for name in filter(None, (each.replace("’", "'") for each in names)):
            patterns[re.escape(name)] = ((name[0], re.escape(name[1:])),)
            named[_low(name)] = named.get(_low(name), frozenset()) | {code}
        for form in {form for forms in country.adjectives for form in forms}:
            rest = f"{re.escape(form[1:])}s?"
            patterns[f"[{form[0].lower()}{form[0].upper()}]{rest}"] = ((form[0].lower(), rest), (form[0].upper(), rest))
            for each in (_low(form), f"{_low(form)}s"):
                named[each] = named.get(each, frozenset()) | {code}
    longest = sorted(patterns, key=lambda each: (-len(each), each))
    every = branching((piece for each in longest for piece in patterns[each]), apart_from=r"\w") or "(?!)"
    return re.compile(rf"(?:{every})(?!\w)"), named


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


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
        return with_article(country)
    preposition = FORMS[before]
    if preposition != "in" and before == preposition and own.article:
        return f"{preposition} {country.name}"
    return with_preposition(preposition, country)


def region(iso: str) -> tuple[str, ...]:
    """The countries most often in the news of the same part of the world; none where it is not among them."""
    return _REGIONS.get(iso, ())


def neighbours(iso: str) -> list[str]:
    """Countries of the same part of the world, then the great ones of the others."""
    own = region(iso)
    rest = [code for group in _GROUPS for code in group[:3]]
    return list(dict.fromkeys([*own, *rest]))
