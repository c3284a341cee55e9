"""The sentences that open a dated article: which of them tell the news by themselves."""

import re

from quizapp.core.finding import names
from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.leaning import anchors

LEAD, NEXT, ALTERED = "true-false-lead", "true-false-next", "true-false-altered"
_LONGEST = 28
_AT_ONCE = 12
"""Among how many words a lead names whom or what it is about."""
_SHARED = 2
_SUSPECTED = re.compile(r"\b(?:suspected|alleged|presunt[oaie]|sospett[oaie])\b")
"""What has not been found out yet."""
_SOMEBODY = re.compile(
    r"\b(?:[Tt]he|[Ll]a|[Ii]l|[Ll]') ?(?:girl|boy|woman|man|child|teenager|ragazz[oa]|bambin[oa]|donna|uomo|giovane)\b"
)
"""Somebody private, in an article of crime, illness or casualties."""


def opening(context: Context, fact: Fact) -> str | None:
    """LEAD for a first sentence that tells the news, NEXT for a second one that says what the title says, None for any
    other; neither where the day of the article is unknown."""
    if not _tells(context, fact):
        return None
    place = fact.sentence.index
    if place == 0 and not fact.sentence.lead and _names_its_actor(context, fact):
        return LEAD
    heading = stems_of(f"{context.title} {context.subtitle}".replace("-", " "), context.cues)
    return NEXT if place == 1 and len(fact.stems & heading) >= _SHARED else None


def _tells(context: Context, fact: Fact) -> bool:
    """Whether it is whole and of one breath, with nothing open in it; what is foreseen is in somebody's name."""
    sentence = fact.sentence
    if context.published is None or sentence.index > 1 or sentence.cut or sentence.words > _LONGEST:
        return False
    foretold = fact.reading.kind is Kind.FORECAST and fact.reading.holder is None
    return not (
        foretold or _SUSPECTED.search(sentence.shade) or (context.grave and _SOMEBODY.search(sentence.shade))
    )


def _names_its_actor(context: Context, fact: Fact) -> bool:
    """Whether a name stands near its start, and no person of the title is left nameless in it."""
    shade = fact.sentence.shade
    named = anchors(" ".join(shade.split()[:_AT_ONCE])) > 0
    surnames = {person.rsplit(" ", 1)[-1] for person in context.people}
    return named and not any(names(each, context.title) and not names(each, shade) for each in surnames)
