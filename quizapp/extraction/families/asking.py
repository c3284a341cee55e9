"""What the families that ask in words share: how a question says which article it is about, and what it may ask of."""

import re
from collections.abc import Mapping

from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.framing import headed, title_over
from quizapp.extraction.leaning import leans
from quizapp.extraction.lexicon import harms_in, lexicon
from quizapp.extraction.saying import harmful, inside_quotes

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_UPPER = 0.8
WHOSE_STATEMENT = {
    "it": (
        "A chi attribuisce l’articolo{titled} questa affermazione? «{words}»",
        "A chi attribuisce questa affermazione un articolo del {day}? «{words}»",
    ),
    "en": (
        "To whom does the article{titled} attribute this statement? “{words}”",
        "To whom does an article of {day} attribute this statement? “{words}”",
    ),
}
WHOSE_WORDS = {
    "it": (
        "A chi attribuisce l’articolo{titled} queste parole? «{words}»",
        "A chi attribuisce queste parole un articolo del {day}? «{words}»",
    ),
    "en": (
        "To whom does the article{titled} attribute these words? “{words}”",
        "To whom does an article of {day} attribute these words? “{words}”",
    ),
}

_ACCORDING = {"it": "Secondo l’articolo{titled}, {question}", "en": "According to the article{titled}, {question}"}
_ACCORDING_DATED = {
    "it": "Secondo un articolo del {day}, {question}",
    "en": "According to an article of {day}, {question}",
}


def worded(context: Context, phrases: Mapping[str, tuple[str, str]], title: str = "", **values: object) -> str:
    """A phrase of the article's language, under a title where one is given: the second form, with `day`, where the day
    of the article is known."""
    plain, dated = phrases[context.lang]
    return (plain if context.published is None else dated).format(**headed(context, title), **values)


def says_when(text: str) -> bool:
    """Whether a text names a year."""
    return _YEAR.search(text) is not None


def asked_in(context: Context, fact: Fact, question: str, key: str) -> str:
    """A question, opened with the article's day and title unless it needs no title and says itself when it holds."""
    title = title_over(context, fact, question, key)
    place = headed(context, title)
    if not any(place.values()) or (not title and says_when(question) and not leans(context, fact)):
        return f"{question[:1].upper()}{question[1:]}"
    opening = (_ACCORDING_DATED if place["day"] else _ACCORDING)[context.lang]
    return opening.format(**place, question=f"{question[:1].lower()}{question[1:]}")


def quoted(context: Context, text: str) -> str:
    """A text ready to stand between quotation marks, without its final stop."""
    return inside_quotes(text, context.lang).rstrip(" .")


def central(context: Context, fact: Fact) -> bool:
    """Whether a sentence is not among the last of its article by rank."""
    return context.ranked.index(fact.score) < max(1, len(context.ranked) * _UPPER)


def touchy(context: Context, fact: Fact) -> bool:
    """Crime, illness, minors, casualties, by the patterns of the language or by its words."""
    return harmful(context, fact) or bool(harms_in(fact.sentence.shade, lexicon(context.lang)))


def span_of(fact: Fact) -> dict[str, object]:
    """The sentence as evidence."""
    return {"start": fact.sentence.start, "end": fact.sentence.end, "quote": fact.sentence.quote}
