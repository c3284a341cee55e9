"""What the families that ask in words share: how a question says which article it is about, and what it may ask of."""

import re
from collections.abc import Mapping

from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.framing import day_of
from quizapp.extraction.leaning import leans
from quizapp.extraction.lexicon import harms_in, lexicon
from quizapp.extraction.saying import harmful, inside_quotes

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_UPPER = 0.8
WHOSE_STATEMENT = {
    "it": (
        "A chi attribuisce l’articolo questa affermazione? «{words}»",
        "A chi attribuisce questa affermazione un articolo del {day}? «{words}»",
    ),
    "en": (
        "To whom does the article attribute this statement? “{words}”",
        "To whom does an article of {day} attribute this statement? “{words}”",
    ),
}
WHOSE_WORDS = {
    "it": (
        "A chi attribuisce l’articolo queste parole? «{words}»",
        "A chi attribuisce queste parole un articolo del {day}? «{words}»",
    ),
    "en": (
        "To whom does the article attribute these words? “{words}”",
        "To whom does an article of {day} attribute these words? “{words}”",
    ),
}


def worded(context: Context, phrases: Mapping[str, tuple[str, str]], day: str | None = None, **values: object) -> str:
    """A phrase of the article's language: the second form, with `day`, where the day of the article is known."""
    plain, dated = phrases[context.lang]
    if context.published is None:
        return plain.format(**values)
    return dated.format(day=day or context.say.day(context.published), **values)


def says_when(text: str) -> bool:
    """Whether a text names a year."""
    return _YEAR.search(text) is not None


def asked_in(context: Context, fact: Fact, question: str, key: str) -> str:
    """A question, opened with the article's day (and title, where it leans on it) unless it says itself when it
    holds."""
    day = day_of(context, fact, question, key)
    if not day or (says_when(question) and not leans(context, fact)):
        return f"{question[:1].upper()}{question[1:]}"
    opening = {"it": "Secondo un articolo del {day}, {question}", "en": "According to an article of {day}, {question}"}
    return opening[context.lang].format(day=day, question=f"{question[:1].lower()}{question[1:]}")


def quoted(context: Context, text: str) -> str:
    """A text ready to stand between quotation marks, without its final stop."""
    return inside_quotes(text, context.lang).rstrip(" .")


def central(context: Context, fact: Fact) -> bool:
    """Whether a sentence is not among the last of its article by rank."""
    ranked = sorted((each.score for each in context.facts), reverse=True)
    return ranked.index(fact.score) < max(1, len(ranked) * _UPPER)


def touchy(context: Context, fact: Fact) -> bool:
    """Crime, illness, minors, casualties, by the patterns of the language or by its words."""
    return harmful(context, fact) or bool(harms_in(fact.sentence.shade, lexicon(context.lang)))


def span_of(fact: Fact) -> dict[str, object]:
    """The sentence as evidence."""
    return {"start": fact.sentence.start, "end": fact.sentence.end, "quote": fact.sentence.quote}
