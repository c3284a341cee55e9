"""How a question says which article its sentence is from: its day, and its title where the sentence leans on it."""

import re
from functools import lru_cache

from quizapp.core.text import words
from quizapp.extraction.cues import FULL
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.leaning import anchors, leans
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.places import related, told_by
from quizapp.extraction.saying import inside_quotes

_LONGEST_TITLE = 16
_LONG_TITLE, _SHORTEST_TITLE = 12, 4
_ENOUGH, _MOST_OF, _MUCH = 2, 0.5, 0.45
_NAMED = {"it": " «{title}»", "en": " “{title}”", "es": " «{title}»", "fr": " «\u00a0{title}\u00a0»"}
_WITH_COUNTRIES = frozenset({"it", "en"})
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
_SAYS = {
    "it": "L’articolo{titled} riferisce: «{sentence}»",
    "en": "The article{titled} reports: “{sentence}”",
    "es": "El artículo{titled} informa: «{sentence}»",
    "fr": "L’article{titled} rapporte\u00a0: «\u00a0{sentence}\u00a0»",
}


def title_over(context: Context, fact: Fact, shown: str, key: str) -> str:
    """The title that a question shows over a sentence: none where it tells the key or says the same, or where the
    sentence opens the article and stands alone."""
    title = title_of(context)
    told = context.published is not None and fact.sentence.index == 0
    alone = told and anchors(shown) >= _ENOUGH and not leans(context, fact)
    if not title or alone or _tells(title, key, context.lang) or says_it(context, title, shown):
        return ""
    return title


def says_it(context: Context, title: str, shown: str) -> bool:
    """Whether most of what the sentence says stands in the title already."""
    said, told = (stems_of(text.replace("’", "'"), context.cues) for text in (shown, title))
    return len(said & told) > min(_MOST_OF * len(said), _MUCH * len(told))


def headed(context: Context, title: str) -> dict[str, str]:
    """What a phrase about the article takes: `day`, with a title where one is given, and `titled`, the title as it
    follows «l’articolo» where the day is unknown."""
    if context.published is None:
        return {"day": "", "titled": _NAMED[context.lang].format(title=title) if title else ""}
    day = context.say.day(context.published)
    return {"day": _TITLED[context.lang].format(day=day, title=title) if title else day, "titled": ""}


def title_of(context: Context) -> str:
    """The title as it stands inside a question; empty where it is too long or has a quotation that is not closed."""
    return _quotable(context.title, context.lang)


@lru_cache(maxsize=64)
def _quotable(title: str, lang: str) -> str:
    title = _cut(_FINAL_STOP.sub("", title.strip()))
    if not title or len(title.split()) > _LONGEST_TITLE or title.count('"') % 2:
        return ""
    return inside_quotes(title, lang)


_FINAL_STOP = re.compile(r"(?<!\b[A-Z])\.+$")
"""The stop that ends a title, but not the one of 'U.S.'."""


def _cut(title: str) -> str:
    """A long title up to its colon, marked as cut."""
    first, _colon, rest = title.partition(": ")
    words = len(first.split())
    return f"{first}…" if rest and len(title.split()) > _LONG_TITLE and words >= _SHORTEST_TITLE else title


def reported(context: Context, fact: Fact, sentence: str, key: str) -> str:
    """A statement to be judged true or false, given to the article of its day or title; by itself where neither is
    known."""
    return _given_to(context, title_over(context, fact, sentence, key), sentence)


def dated(context: Context, sentence: str) -> str:
    """A statement of the news itself, under the day of its article alone: the title would say the same."""
    return _given_to(context, "", sentence)


def _given_to(context: Context, title: str, sentence: str) -> str:
    place = headed(context, title)
    if not any(place.values()):
        return sentence
    phrase = _REPORTS if place["day"] else _SAYS
    return phrase[context.lang].format(**place, sentence=inside_quotes(sentence, context.lang))


def gap_stem(context: Context, fact: Fact, masked: str, key: str) -> str:
    """The sentence with its gap, under the day and title of the article."""
    place = headed(context, title_over(context, fact, masked, key))
    phrase = context.say.gap_dated if place["day"] else context.say.gap
    return phrase.format(**place, sentence=inside_quotes(masked, context.lang))


def _tells(title: str, key: str, lang: str) -> bool:
    """Whether the key's country, a word of it or its figure, in digits or words, stands in the title."""
    if lang in _WITH_COUNTRIES and told_by(title, lang) & related(key, lang):
        return True
    told = set(words(title))
    figures = (
        {str(lexicon(lang).number_words[word]) for word in told if word in lexicon(lang).number_words}
        if lang in FULL
        else set()
    )
    figures |= set(re.findall(r"\d+(?:[.,]\d+)*", title))
    said = {*words(key), *re.findall(r"\d+(?:[.,]\d+)*", key)}
    return any(word in told | figures for word in said if len(word) > 2 or re.search(r"\d", word))
