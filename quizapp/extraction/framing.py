"""How a question says which article its sentence is from: its day, and its title where the sentence leans on it."""

import re

from quizapp.core.text import words
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.leaning import anchors, leans
from quizapp.extraction.places import related
from quizapp.extraction.saying import inside_quotes

_LONGEST_TITLE = 16
_LONG_TITLE, _SHORTEST_TITLE = 12, 4
_NAMING = frozenset({"it", "en"})
"""Languages whose tables name countries."""
_TITLED = {
    "it": "{day} intitolato «{title}»",
    "en": "{day} headed “{title}”",
    "es": "{day} titulado «{title}»",
    "fr": "{day} intitulé «\u00a0{title}\u00a0»",
}
_REPORTS = {
    "it": "Un articolo del {day} riferisce: «{sentence}»",
    "en": "An article of {day} reports: “{sentence}”",
    "es": "Un artículo del {day} informa: «{sentence}»",
    "fr": "Un article du {day} rapporte\u00a0: «\u00a0{sentence}\u00a0»",
}


def day_of(context: Context, fact: Fact, shown: str, key: str) -> str:
    """The day of the article, with its title where the sentence needs it and the title does not tell the key."""
    if context.published is None:
        return ""
    day = context.say.day(context.published)
    title = title_of(context)
    if not title or (anchors(shown) and not leans(context, fact)):
        return day
    if _tells(title, key, context.lang) or leans(context, fact, title):
        return day
    return _TITLED[context.lang].format(day=day, title=title)


def headed(context: Context, title: str) -> str | None:
    """The day of the article, with a title where one is given; None where the day is unknown."""
    if context.published is None:
        return None
    day = context.say.day(context.published)
    return _TITLED[context.lang].format(day=day, title=title) if title else day


def title_of(context: Context) -> str:
    """The title as it stands inside a question; empty where it is too long or has a quotation that is not closed."""
    title = _cut(context.title.strip().rstrip("."))
    if not title or len(title.split()) > _LONGEST_TITLE or title.count('"') % 2:
        return ""
    return inside_quotes(title, context.lang)


def _cut(title: str) -> str:
    """A long title up to its colon, marked as cut."""
    first, _colon, rest = title.partition(": ")
    words = len(first.split())
    return f"{first}…" if rest and len(title.split()) > _LONG_TITLE and words >= _SHORTEST_TITLE else title


def reported(context: Context, fact: Fact, sentence: str, key: str) -> str:
    """A statement to be judged true or false, given to the article of its day; by itself where the day is unknown."""
    day = day_of(context, fact, sentence, key)
    if not day:
        return sentence
    return _REPORTS[context.lang].format(day=day, sentence=inside_quotes(sentence, context.lang))


def gap_stem(context: Context, fact: Fact, masked: str, key: str) -> str:
    """The sentence with its gap, dated where the article is."""
    inner, day = inside_quotes(masked, context.lang), day_of(context, fact, masked, key)
    return context.say.gap_dated.format(day=day, sentence=inner) if day else context.say.gap.format(sentence=inner)


def _tells(title: str, key: str, lang: str) -> bool:
    """Whether the key's country, a word of it or its figure stands in the title."""
    if lang in _NAMING and related(title, lang) & related(key, lang):
        return True
    told = set(words(title))
    return any(word in told for word in words(key) if len(word) > 2 or re.search(r"\d", word))
