"""Writing the date into a question, so that it cannot go stale."""

import datetime
import re

from quizapp.core.text import words

_MONTHS = {
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "en": "January February March April May June July August September October November December",
}
_LOWERED = {
    "it": "a al alla chi che cosa quale quali quanto quanta quanti quante dove come quando perche secondo in nel nella "
    "il lo la i gli le l un uno una con da di del della per su sul sulla tra fra ci c e",
    "en": "who whom whose what which where when why how in on at of for by with to the a an is are was were has have "
    "had do does did according under",
}
"""Words that begin a question with a capital and are no names, folded."""
_OPENING = re.compile(r"\s*(?:<[^<>]+>\s*)*")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
"""A year as a question names it."""


def dated_phrase(lang: str, day: datetime.date) -> str:
    """`Al 20 ottobre 2024, ` or `As of 20 October 2024, `; English in a language without words of its own."""
    months = _MONTHS.get(lang[:2], _MONTHS["en"]).split()
    said = f"{day.day} {months[day.month - 1]} {day.year}"
    if lang[:2] == "it":
        return f"{_al(day.day)}{said}, "
    return f"As of {said}, "


def dated_stem(stem: str, lang: str, day: datetime.date) -> str:
    """The question with its date at its head; as it is where it names a year already."""
    if YEAR.search(stem):
        return stem
    opening = _OPENING.match(stem)
    start = opening.end() if opening else 0
    return f"{stem[:start]}{dated_phrase(lang, day)}{_running_on(stem[start:], lang)}"


def _al(number: int) -> str:
    return "All’" if number in {8, 11} else "Al "


def _running_on(text: str, lang: str) -> str:
    """The text with a small initial where its first word is no name."""
    first = next(iter(words(text[:40])), "")
    small = first in _LOWERED.get(lang[:2], _LOWERED["en"]).split() and text[:1].isalpha()
    return text[:1].lower() + text[1:] if small else text
