"""The sentence that opens a dated article: whether it tells the news by itself."""

import re

from quizapp.core.finding import names
from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.leaning import anchors

_LONGEST = 28
_SHARED = 4
"""How many words of its title a lead has at least."""
_MORE_BREATH, _FEWER = 34, 3
"""The same bounds of a first sentence that is no lead."""
_AT_ONCE = 12
"""Among how many words a lead names whom or what it is about."""
_OPEN = re.compile(
    r"\b(?:suspected|alleged|presunt[oaie]|sospett[oaie])\b|"
    r"\bannounced (?:the |its |their |this year's )?(?:winners?|results?|nominees|names)\b|"
    r"\bannunciat[oaie] (?:i |il |gli |le )?(?:[Pp]remio?\b|vincitor\w+|risultati|nomi)"
)
"""What has not been found out yet, and an announcement that leaves out what it announced."""
_SOMEBODY = re.compile(
    r"\b(?:[Tt]he|[Ll]a|[Ii]l|[Ll]') ?(?:girl|boy|woman|man|child|teenager|ragazz[oa]|bambin[oa]|donna|uomo|giovane)\b"
)
"""Somebody private, in an article of crime, illness or casualties."""
_NOBODY_DID = re.compile(
    r"(?:In|A|Ad|Nel|Nello|Nella|Nei|Negli|Nelle|Dal|Dalla|Dai|Con|Per|Da|Su|Sul|Sulla|Dopo|Durante)[ '][\w'-]+ (?:[a-zà-ÿ'-]+ ){0,3}?(?:[a-zà-ÿ]+(?:ava|eva|iva)|ha|aveva|è|era) "
    r"(?:\d|un[ao']?\b|il\b|lo\b|la\b|l'|i\b|gli\b|le\b|stat[oa]\b|[a-zà-ÿ]+(?:ato|uto|ito|ata|uta|ita)\b)"
)
"""«In Svizzera guadagnava 2500 euro»: who did stands outside."""
_TALK = re.compile(
    r"\b(?:interview|intervist)\w*|\b(?:spoke|talked|talks) (?:to|with)\b|\bdiscuss(?:ed|es)\b.* with\b|\bparlato con\b|"
    r"\banswer(?:s|ed)? (?:\w+ ){0,2}questions\b|\brispo(?:sto|nde) (?:a \w+|alle) domande\b"
)
"""That somebody was talked to is no news."""
_REMEDY = re.compile(
    r"\bto (?:fight|cure|prevent|ward|treat|heal)\b|\bper (?:combattere|curare|prevenire|guarire|sconfiggere)\b"
)
"""What is done against an illness, which a statement would seem to say that it helps."""


def leads(context: Context, fact: Fact) -> bool:
    """Whether a sentence tells the news: the first of an article of a known day, whole and of one breath, that names
    its actor, says what the title says and opens with no pronoun; what is foreseen is in somebody's name."""
    return first(context, fact, _LONGEST, _SHARED) and _names_its_actor(context, fact)


def first(context: Context, fact: Fact, longest: int = _MORE_BREATH, shared: int = _FEWER) -> bool:
    """The same of a sentence of at most so many words, of which so many are of its title, whomever it names where."""
    sentence = fact.sentence
    if context.published is None or sentence.index > 0 or sentence.cut or sentence.lead or sentence.words > longest:
        return False
    foretold = fact.reading.kind is Kind.FORECAST and fact.reading.holder is None
    if context.lang == "it" and _NOBODY_DID.match(sentence.shade):
        return False
    private = context.grave and (_SOMEBODY.search(sentence.shade) or _REMEDY.search(sentence.shade))
    if foretold or private or _OPEN.search(sentence.shade) or _TALK.search(sentence.shade):
        return False
    return len(fact.stems & stems_of(context.title.replace("-", " "), context.cues)) >= shared


def _names_its_actor(context: Context, fact: Fact) -> bool:
    """Whether a name stands near its start, and no person of the title is left nameless in it."""
    shade = fact.sentence.shade
    named = anchors(" ".join(shade.split()[:_AT_ONCE])) > 0
    surnames = {person.rsplit(" ", 1)[-1] for person in context.people}
    return named and not any(names(each, context.title) and not names(each, shade) for each in surnames)
