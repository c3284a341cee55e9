"""Dates in news: «ieri», 'last Monday' and «12 gennaio» against the day of publication, or left alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from quizapp.core.text import unify

Direction = Literal["past", "future"]
Sense = Literal["past", "last", "this", "bare", "next", "future"]
Found = tuple[int, int, date | None]

_WEEK = 7
_HALF_YEAR = timedelta(days=183)
_MONTHS_OF_YEAR = 12
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_NUMERIC = re.compile(r"(?<![\d/.])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})\b")


@dataclass(frozen=True, slots=True)
class _Tongue:
    """How one language says when. A name has its short forms after a slash."""

    months: str
    weekdays: str  # from Monday on
    numbers: str  # from one on
    days: tuple[tuple[str, int], ...]  # a whole expression, and how far it is from the day of publication
    weekday_frames: tuple[tuple[str, Sense], ...]  # around <day>
    date_frames: tuple[tuple[str, Sense], ...]  # around <date>
    distances: tuple[tuple[str, int], ...]  # around <n>, and which way
    lead: str  # words in front that say nothing of the day
    part: str  # the part of the day, after a weekday
    nearest: frozenset[Sense]  # what means the nearest such day for sure, even within the same week
    day_first: bool = True  # 03/04/2024 is 3 April


_TONGUES = {
    "it": _Tongue(
        months="gennaio/gen febbraio/feb/febb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
        "settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
        weekdays="lunedì/lunedi martedì/martedi mercoledì/mercoledi giovedì/giovedi venerdì/venerdi sabato domenica",
        numbers="un due tre quattro cinque sei sette otto nove dieci",
        days=(
            ("oggi( pomeriggio)?|quest(a mattina|a sera|o pomeriggio)|stamattina|stamani|stamane|stasera", 0),
            ("ieri( mattina| pomeriggio| sera)?", -1),
            ("l'altro ?ieri|altro ?ieri|avant'?ieri", -2),
            ("domani( mattina| pomeriggio| sera)?", 1),
            ("dopodomani", 2),
        ),
        weekday_frames=(
            ("(lo |la )?scors[oa] <day>", "last"),
            ("<day> (scors[oa]|passat[oa])", "last"),
            ("(il |la )?prossim[oa] <day>", "next"),
            ("<day> prossim[oa]", "next"),
            ("quest[oa] <day>", "this"),
            ("<day>", "bare"),
        ),
        date_frames=(
            ("(lo )?scorso <date>", "last"),
            ("<date> scorso", "last"),
            ("(il )?prossimo <date>", "next"),
            ("<date> prossimo", "next"),
            ("<date>", "bare"),
        ),
        distances=(("<n> giorni fa", -1), ("(fra|tra) <n> giorni", 1)),
        lead=r"(nella |nel )?(giornata|mattinata|pomeriggio|serata|tarda serata) di |(il|dal|del|al|entro il) (?=\d)",
        part="( mattina| pomeriggio| sera)?",
        nearest=frozenset({"last", "next"}),
    ),
    "en": _Tongue(
        months="january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
        "october/oct november/nov december/dec",
        weekdays="monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thu friday/fri saturday/sat sunday/sun",
        numbers="one two three four five six seven eight nine ten",
        days=(
            ("today|this (morning|afternoon|evening)|tonight", 0),
            ("yesterday( morning| afternoon| evening)?", -1),
            ("the day before yesterday", -2),
            ("tomorrow( morning| afternoon| evening| night)?", 1),
            ("the day after tomorrow", 2),
        ),
        weekday_frames=(
            ("this past <day>", "past"),
            ("(this )?coming <day>", "future"),
            ("last <day>", "last"),
            ("next <day>", "next"),
            ("this <day>", "this"),
            ("<day>", "bare"),
        ),
        date_frames=(("last <date>", "last"), ("next <date>", "next"), ("(this )?<date>", "bare")),
        distances=(("<n> days ago", -1),),
        lead="((early|late|earlier|later|on|by|since) )+",
        part="( morning| afternoon| evening| night)?",
        nearest=frozenset({"bare"}),
        day_first=False,
    ),
    "es": _Tongue(
        months="enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
        "septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic",
        weekdays="lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo",
        numbers="un dos tres cuatro cinco seis siete ocho nueve diez",
        days=(
            ("hoy|esta (mañana|tarde)", 0),
            ("ayer( por la (mañana|tarde|noche))?", -1),
            ("anteayer|antes de ayer", -2),
            ("mañana", 1),
            ("pasado mañana", 2),
        ),
        weekday_frames=(
            ("(el )?pasado <day>", "last"),
            ("(el )?<day> pasado", "last"),
            ("(el )?próximo <day>", "next"),
            ("(el )?<day> (próximo|que viene)", "next"),
            ("este <day>", "this"),
            ("(el )?<day>", "bare"),
        ),
        date_frames=(
            ("pasado <date>", "last"),
            ("<date> pasado", "last"),
            ("próximo <date>", "next"),
            ("<date> próximo", "next"),
            ("<date>", "bare"),
        ),
        distances=(("hace <n> días", -1), ("dentro de <n> días", 1)),
        lead=r"(el|desde el|del|al) (?=\d|pasado \d|próximo \d)",
        part="( por la (mañana|tarde|noche))?",
        nearest=frozenset({"last", "next"}),
    ),
    "fr": _Tongue(
        months="janvier/janv février/fevrier/févr mars avril/avr mai juin juillet/juil août/aout septembre/sept "
        "octobre/oct novembre/nov décembre/decembre/déc",
        weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
        numbers="un deux trois quatre cinq six sept huit neuf dix",
        days=(
            ("aujourd'hui|ce (matin|soir)|cet après-midi", 0),
            ("hier( matin| après-midi| soir| au soir)?", -1),
            ("avant-hier", -2),
            ("demain( matin| après-midi| soir)?", 1),
            ("après-demain", 2),
        ),
        weekday_frames=(
            ("<day> dernier", "last"),
            ("<day> prochain", "next"),
            ("ce <day>", "this"),
            ("<day>", "bare"),
        ),
        date_frames=(("<date> dernier", "last"), ("<date> prochain", "next"), ("(ce )?<date>", "bare")),
        distances=(("il y a <n> jours", -1), ("dans <n> jours", 1)),
        lead=r"(le|depuis le|du|au) (?=(\w+ )?\d)",
        part="( matin| après-midi| soir)?",
        nearest=frozenset({"last"}),
    ),
}


def resolve(expression: str, published: date, lang: str, *, direction: Direction | None = None) -> date | None:
    """The day that a time expression of an article means, or None where it could be more than one.

    `direction` says whether the verb beside it looks back or ahead, for «lunedì» or 'on 4 April' alone.
    """
    tongue = _TONGUES.get(lang)
    if tongue is None:
        return None
    said = " ".join(unify(expression).lower().strip(" ,;:.").split())
    try:
        for each in (said, re.sub(f"^({tongue.lead})", "", said)):
            for rule in (_from_day_words, _from_weekday, _from_date, _from_distance):
                if (found := rule(each, published, lang, direction)) is not None:
                    return found
    except OverflowError:  # at the first or last day that a calendar has
        return None
    return None


def full_dates(text: str, lang: str) -> list[Found]:
    """Where dates with a year stand in a text, in any of the languages, and which day each is.

    The day is None where it cannot be known: 30 February, or 03/04/2024 in English.
    """
    own = lang if lang in _TONGUES else "it"
    found: list[Found] = [(*match.span(), _day_in_figures(match, own)) for match in _NUMERIC.finditer(text)]
    for code in _TONGUES:
        for pattern in (*_worded_dates(code), _ISO):
            found += [(*match.span(), _day(match, code)) for match in pattern.finditer(text) if match["year"]]
    found.sort(key=lambda each: (each[0], -each[1]))
    return [each for place, each in enumerate(found) if all(each[0] >= end for _, end, _ in found[:place])]


def without_dates(text: str) -> str:
    """The text with its dates taken out, those without a year too."""
    for pattern in (_ISO, _NUMERIC, *(each for code in _TONGUES for each in _worded_dates(code))):
        text = pattern.sub(" ", text)
    return text


def _from_day_words(said: str, published: date, lang: str, _: Direction | None) -> date | None:
    days = _TONGUES[lang].days
    return next((published + timedelta(far) for words, far in days if re.fullmatch(words, said)), None)


def _from_weekday(said: str, published: date, lang: str, direction: Direction | None) -> date | None:
    tongue = _TONGUES[lang]
    day = f"(?P<weekday>{_any_of(tongue.weekdays)})"
    for frame, sense in tongue.weekday_frames:
        if match := re.fullmatch(frame.replace("<day>", day) + tongue.part, said):
            ahead = (_place(tongue.weekdays, match["weekday"]) - published.weekday()) % _WEEK
            return _weekday_near(published, ahead, sense, direction, tongue.nearest)
    return None


def _weekday_near(
    published: date, ahead: int, sense: Sense, direction: Direction | None, nearest: frozenset[Sense]
) -> date | None:
    """The weekday `ahead` days after publication (0 to 6), or the one a week before that."""
    back = published - timedelta((_WEEK - ahead) % _WEEK or _WEEK)
    forth = published + timedelta(ahead or _WEEK)
    same_week_ahead = published.weekday() + ahead < _WEEK and ahead > 0
    same_week_back = back.weekday() < published.weekday()
    if sense == "last":
        return back if "last" in nearest or not same_week_back else None
    if sense == "next":
        return forth if "next" in nearest or not same_week_ahead else None
    if sense in {"this", "bare"} and ahead == 0:
        return published if sense == "this" or (direction == "past" and "bare" in nearest) else None
    way = sense if sense in {"past", "future"} else direction
    return {"past": back, "future": forth}.get(way or "")


def _from_date(said: str, published: date, lang: str, direction: Direction | None) -> date | None:
    tongue = _TONGUES[lang]
    for frame, sense in tongue.date_frames:
        before, _, after = frame.partition("<date>")
        for pattern in (*_worded_dates(lang), _ISO, _NUMERIC):
            if match := re.fullmatch(f"(?:{before}){pattern.pattern}(?:{after})", said, re.IGNORECASE):
                return _dated(match, published, lang, sense, direction)
    return None


def _dated(match: re.Match[str], published: date, code: str, sense: Sense, direction: Direction | None) -> date | None:
    named = match.groupdict()
    if "first" in named:
        return _day_in_figures(match, code)
    if named["year"]:
        return _day(match, code)
    near = [day for year in (-1, 0, 1) if (day := _day(match, code, published.year + year))]
    if named["weekday"]:
        near = [day for day in near if abs(day - published) < _HALF_YEAR]
        return near[0] if len(near) == 1 else None
    if sense == "last" or (sense == "bare" and direction == "past"):
        return max((day for day in near if day < published or (sense == "bare" and day == published)), default=None)
    if sense == "next" or (sense == "bare" and direction == "future"):
        return min((day for day in near if day > published or (sense == "bare" and day == published)), default=None)
    return None


def _from_distance(said: str, published: date, lang: str, _: Direction | None) -> date | None:
    tongue = _TONGUES[lang]
    count = rf"(?P<n>\d{{1,2}}|{_any_of(tongue.numbers)})"
    for frame, way in tongue.distances:
        if match := re.fullmatch(frame.replace("<n>", count), said):
            written = match["n"]
            days = int(written) if written.isdigit() else _place(tongue.numbers, written) + 1
            return published + timedelta(way * days)
    return None


@cache
def _worded_dates(code: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of a date with the name of its month, the year optional."""
    tongue = _TONGUES[code]
    weekday = rf"(?:\b(?P<weekday>{_any_of(tongue.weekdays)})\.?,?\s+)?"
    month = rf"(?P<month>{_any_of(tongue.months)})\b\.?"
    year = r"(?:,?\s+(?:de\s+|del\s+)?(?P<year>\d{4})\b)?"
    day = r"\b(?P<day>\d{1,2})(?:°|º|er|st|nd|rd|th)?"
    patterns = [rf"{weekday}{day}\s+(?:de\s+|of\s+)?{month}{year}"]
    if not tongue.day_first:
        patterns.append(rf"{weekday}\b{month}\s+{day}{year}")
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _day(match: re.Match[str], code: str, year: int | None = None) -> date | None:
    """The day of a worded or ISO date; None where it does not exist or its weekday is another."""
    tongue, named = _TONGUES[code], match.groupdict()
    month = named["month"].lower()
    number = int(month) if month.isdigit() else _place(tongue.months, month) + 1
    try:
        day = date(year or int(named["year"]), number, int(named["day"]))
    except ValueError:
        return None
    weekday = named.get("weekday")
    return day if weekday is None or _place(tongue.weekdays, weekday.lower()) == day.weekday() else None


def _day_in_figures(match: re.Match[str], code: str) -> date | None:
    """The day of 13/04/2024, unless day and month could be exchanged and the language does not say."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if not _TONGUES[code].day_first and first != second:
        if max(first, second) <= _MONTHS_OF_YEAR:
            return None
        first, second = max(first, second), min(first, second)
    try:
        return date(year, second, first)
    except ValueError:
        return None


def _forms(names: str) -> Iterator[tuple[int, str]]:
    for place, forms in enumerate(names.split()):
        for form in forms.split("/"):
            yield place, form


def _any_of(names: str) -> str:
    return "|".join(sorted((form for _, form in _forms(names)), key=len, reverse=True))


def _place(names: str, name: str) -> int:
    """Where a name or one of its short forms stands in the row, from 0."""
    return next(place for place, form in _forms(names) if form == name)
