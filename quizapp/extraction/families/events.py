"""Dated events: a sentence without its date, so that the date can be asked for or told by others."""

import calendar
import datetime
import re
from dataclasses import dataclass
from itertools import pairwise

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.quantities import When
from quizapp.extraction.saying import harmful

_BEFORE = {
    "it": re.compile(r"(?:^|[ ,])(?P<lead>(?:[Ii]l|[Ll]'|[Nn]el|[Aa]|[Ii]n) ?)$"),
    "en": re.compile(r"(?:^|[ ,])(?P<lead>(?:[Oo]n|[Ii]n) )$"),
}
_NO_ADVERBIAL = re.compile(
    r"\b(?:è|era|fu|sarà|is|was|be|del|della|of|"
    r"anno|mese|giorno|estate|inverno|primavera|autunno|year|month|day|early|late|notte|mattina|sera)$"
)
_TIME_WORD = re.compile(
    r"\b(?:dopo|prima|poi|successiv\w+|precedent\w+|seguent\w+|quindi|infine|intanto|nel frattempo|già|ancora|"
    r"after\w*|before|then|later|earlier|previous\w*|follow\w+|subsequent\w*|again|already|since|until|still|"
    r"19\d\d|20\d\d|anno|anni|year|years)\b",
    re.IGNORECASE,
)
_CLITICS = frozenset({"si", "ne", "ci", "vi", "non"})
_SHORTEST, _LONGEST = 6, 26


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, without when; `when` is the date, `first` and `last` the days it may be."""

    fact: Fact
    text: str
    when: When
    first: datetime.date
    last: datetime.date


def events(context: Context) -> list[Event]:
    """Every event of the article that a full date dates and nothing else does, one per sentence."""
    found = [event(context, fact) for fact in context.usable() if _plain(context, fact)]
    return [each for each in found if each is not None]


def distinct(found: list[Event]) -> list[Event]:
    """The events in order of time, those left out that share their time or their words with another."""
    ordered = sorted(found, key=lambda each: (each.first, each.last, each.fact.sentence.index))
    if any(one.last >= other.first for one, other in pairwise(ordered)):
        ordered = [each for each in ordered if not any(_overlap(each, other) for other in ordered if other is not each)]
    return ordered


def event(context: Context, fact: Fact) -> Event | None:
    """The sentence without its only date, where the date stands as an adverbial of its own."""
    whens = [when for when in fact.dates if when.year is not None]
    if len(whens) != 1 or len(fact.dates) != 1 or whens[0].bounded:
        return None
    when = whens[0]
    start, end = _adverbial(context, fact, when)
    if start is None:
        return None
    text = _cut(fact.sentence.quote, start, end)
    days = _days(when)
    bare = text.replace("’", "'")
    if days is None or not _SHORTEST <= len(text.split()) <= _LONGEST or _TIME_WORD.search(bare):
        return None
    if context.cues.subjectless_start.match(bare) or not text[:1].isalpha() or not _opens_whole(context, bare):
        return None
    return Event(fact, text, when, *days)


def _opens_whole(context: Context, text: str) -> bool:
    """Whether what is left still opens with its subject: an article, a name or a number."""
    first = re.match(r"[\w'-]+", text)
    table = lexicon(context.lang)
    word = first[0].lower() if first else ""
    return bool(word) and word not in _CLITICS and word not in table.finite_verbs and word not in table.auxiliaries


def _plain(context: Context, fact: Fact) -> bool:
    return (
        not harmful(context, fact)
        and not fact.reading.mixed
        and fact.reading.kind is Kind.FACT
        and '"' not in fact.sentence.shade
        and not fact.sentence.lead
    )


def _adverbial(context: Context, fact: Fact, when: When) -> tuple[int | None, int]:
    """Where the date with its preposition begins and ends, its comma included."""
    shade = fact.sentence.shade
    lead = _BEFORE[context.lang].search(shade[: when.start])
    if lead is None:
        return None, 0
    start = lead.start("lead")
    before, after = shade[:start].rstrip(), shade[when.end :]
    if _NO_ADVERBIAL.search(before) or re.match(r" (?:e|and|o|or|to|al|-)\b|\s?[-/(]", after):
        return None, 0
    comma = 1 if after.startswith(",") and (not before or before.endswith(",")) else 0
    return start, when.end + comma


def _cut(quote: str, start: int, end: int) -> str:
    text = re.sub(r"\s+", " ", f"{quote[:start]} {quote[end:]}").strip(" ,")
    text = re.sub(r"\s+([,.;])", r"\1", text).rstrip(" .")
    text = re.sub(r",,", ",", text)
    return text[:1].upper() + text[1:]


def _days(when: When) -> tuple[datetime.date, datetime.date] | None:
    if when.year is None:
        return None
    if when.month is None:
        return datetime.date(when.year, 1, 1), datetime.date(when.year, 12, 31)
    if when.day is None:
        last = calendar.monthrange(when.year, when.month)[1]
        return datetime.date(when.year, when.month, 1), datetime.date(when.year, when.month, last)
    day = datetime.date(when.year, when.month, when.day)
    return day, day


def _overlap(one: Event, other: Event) -> bool:
    return one.first <= other.last and other.first <= one.last
