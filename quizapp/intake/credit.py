"""Lines that say who wrote an article, when and where: bylines, datelines, reading times."""

import re
from functools import cache
from typing import Literal

from quizapp.intake.article import Role
from quizapp.intake.dates import without_dates
from quizapp.intake.parts import Part
from quizapp.intake.signs import AGENCIES, Signs

_LONGEST = 20  # words of such a line
_SEPARATORS = re.compile(r"\s*[|»\u203a·•→]\s*|\s+[–—/-]\s+|\s*\n\s*")
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d{2}|h(?:\d{2})?)\b(?:\s?[ap]\.?m\b\.?)?", re.IGNORECASE)
_PARTICLES = frozenset(
    [
        "di",
        "de",
        "da",
        "del",
        "della",
        "dei",
        "van",
        "von",
        "der",
        "la",
        "le",
        "el",
        "e",
        "and",
        "et",
        "y",
        "&",
        "bin",
        "con",
        "with",
        "avec",
    ]
)
_NAMES = (2, 8)  # words of a name or of several
_PLACE = 3  # words of a place beside a date
_AFTER_COMMA = 6  # words that say what the author is

_PLACE_NAME = r"[A-ZÀ-Ý][\w.'’-]*(?:\s(?:[A-ZÀ-Ý][\w.'’-]*|d[aei]l?l?a?|sul|sur|on|upon)){0,3}"
_DAY = r"(?:\d{1,2}(?:er|º|°)?\s?(?:[a-zà-ÿ]{3,10}|[A-Z]{3,9})\.?(?:\s\d{4})?|[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)"
_AGENCY = rf"\((?:(?i:{AGENCIES})|[A-ZÀ-Ý][\w./ -]{{1,25}})\)"
_DASH = r"(?:--|[-–—])"
_DATELINE = re.compile(
    rf"(?:(?P<first>{_AGENCY})\s*{_DASH}\s*)?(?P<place>{_PLACE_NAME}(?:(?:,\s|/){_PLACE_NAME})?)?"
    r"(?:\s\([A-ZÀ-Ý][A-ZÀ-Ý ]+\)(?=\s\())?"
    rf"(?:,?\s*(?P<day>{_DAY}))?\s*\.?\s*(?P<sign>{_AGENCY})?\s*{_DASH}(?:\s*{_AGENCY}\s*{_DASH})?"
    r"\s+(?=[«“\"‘'(]?\s?[A-ZÀ-Ý0-9])"
)
_TOWN_AND_LAND = re.compile(rf"{_PLACE_NAME},\s{_PLACE_NAME}\s[–—]\s+")
"""«Taipei, Taiwan – »: a town and its land in small letters, and a long dash between blanks."""
_TOWN_AND_COLON = re.compile(rf"(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý.'’ -]+)(?:,\s{_PLACE_NAME})?:\s+(?=[«“\"‘'(]?\s?[A-ZÀ-Ý0-9])")
"""«DHAKA: »: the papers of South Asia; short capitals are letters of a body, whose words must stay its own."""
_BODY_LETTERS = 4
_SHORT_TOWNS = re.compile("BAKU|BARI|BERN|BONN|CALI|CORK|DOHA|GRAZ|KIEV|KYIV|LIMA|LODI|LVIV|OSLO|ROMA|ROME")
_BODIES = re.compile("AMNESTY|CONFINDUSTRIA|EUROPOL|FRONTEX|GREENPEACE|INTERPOL|UNESCO|UNHCR|UNICEF|UNIONCAMERE")
_AGENCY_NAME = re.compile(rf"\(?(?:{AGENCIES})\)?", re.IGNORECASE)

Kind = Literal["name", "date", "minutes", "chrome", "maybe"]


def credit_role(part: Part, signs: Signs) -> Role | None:
    """`byline` or `dateline` for a line that is nothing else, `residue` for a reading time."""
    if part.words > _LONGEST:
        return None
    kinds = {_kind(piece, signs) for piece in _SEPARATORS.split(part.said) if piece.strip()}
    if None in kinds or kinds <= {"maybe"}:
        return None
    if "name" in kinds:
        return "byline"
    return "dateline" if "date" in kinds else "residue"


def author_in(line: str, signs: Signs) -> str | None:
    """The name that a byline gives, None where it gives none."""
    for piece in _SEPARATORS.split(line):
        rest = _stripped(piece, signs)
        after = _after_byline(rest, signs)
        if after is not None:
            return after.split(",")[0].strip()
    return None


def is_name(said: str) -> bool:
    """Whether a line looks like the name of a person and nothing more."""
    words = said.split()
    return 2 <= len(words) <= 4 and all(_capital(word) or word in _PARTICLES for word in words) and _capital(words[-1])


def dateline_end(said: str) -> int:
    """Where the place, date and agency before the first sentence of a paragraph end; 0 without them."""
    match = _DATELINE.match(said)
    if match is None:
        return _colon_end(said)
    place = re.split("[,/]", match["place"] or "")[0]
    capitals = place.isupper() and sum(map(str.isalpha, place)) > 2
    dated = match["day"] and not without_dates(match["day"]).strip(" .")
    signed = any(_AGENCY_NAME.fullmatch(named or "") for named in (match["first"], match["sign"], place))
    sure = signed or dated or capitals or _TOWN_AND_LAND.fullmatch(said[: match.end()])
    return match.end() if sure else 0


def _colon_end(said: str) -> int:
    match = _TOWN_AND_COLON.match(said)
    if match is None or _BODIES.fullmatch(match["place"]):
        return 0
    town = sum(map(str.isalpha, match["place"])) > _BODY_LETTERS or _SHORT_TOWNS.fullmatch(match["place"])
    return match.end() if town else 0


def _kind(piece: str, signs: Signs) -> Kind | None:
    plain = piece.lower().replace("’", "'").strip(" .:")
    if signs.minutes.fullmatch(plain):
        return "minutes"
    if signs.alone.fullmatch(plain):
        return "chrome"
    rest = _stripped(piece, signs)
    if _after_byline(rest, signs) is not None or signs.staff.fullmatch(rest.lower()):
        return "name"
    named = all(map(_capital, rest.split()))
    if rest != " ".join(piece.split()) and named and len(rest.split()) <= _PLACE:
        return "date"
    return "maybe" if named and len(rest.split()) <= _NAMES[1] else None


def _stripped(piece: str, signs: Signs) -> str:
    """The piece without its dates, hours and the words around them."""
    bare = _HOUR.sub(" ", without_dates(piece))
    words = bare.split()
    if bare != piece:
        words = [word for word in words if not signs.stamp.fullmatch(word.lower().strip(",.:;"))]
    return " ".join(words).strip(" ,.:;()")


@cache
def _byline(signs: Signs) -> re.Pattern[str]:
    return re.compile(rf"(?:{signs.byline.pattern})\s*:?\s+(?=\S)", re.IGNORECASE)


def _after_byline(rest: str, signs: Signs) -> str | None:
    """The names after «di», 'By' and the like, None where it is no byline."""
    match = _byline(signs).match(rest)
    if match is None:
        return None
    names, _, what = rest[match.end() :].partition(",")
    words = names.split()
    capitals = sum(map(_capital, words))
    plausible = _NAMES[0] <= capitals and len(words) <= _NAMES[1] and len(what.split()) <= _AFTER_COMMA
    rightly = plausible and all(_capital(word) or word.lower() in _PARTICLES for word in words)
    return rest[match.end() :] if rightly else None


def _capital(word: str) -> bool:
    return word[:1].isupper()
