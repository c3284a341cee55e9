"""Any phrase, one question: what can be asked of one sentence, or of a part of it, that a teacher has chosen."""

import re
from dataclasses import replace
from typing import Any

from quizapp.extraction.checks import flaws_of
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.engine import Drafted
from quizapp.extraction.facts import Fact
from quizapp.extraction.families import FAMILIES
from quizapp.extraction.framing import gap_stem
from quizapp.extraction.people import full_names, given_names
from quizapp.extraction.saying import explained

FAMILY = "gap-phrase"
_WRONG = 3
_FEWEST = 2
_MOST_PARTS = 12
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: (?:di |de |del |della |of |von |al-)?[A-ZÀ-Þ][\w'’-]+)*")


def parts_of(drafted: Drafted, start: int) -> list[str]:
    """The figures, dates and names of the sentence that starts there, in order: what a question may ask for."""
    fact = _fact_at(drafted.context, start)
    if fact is None:
        return []
    quote = fact.sentence.quote
    spans = [(each.start, each.end) for each in fact.quantities] + [(each.start, each.end) for each in fact.dates]
    spans += [_person_in(match) for match in _NAME.finditer(quote) if match.start() > 0]
    return list(dict.fromkeys(quote[first:last] for first, last in sorted(spans)))[:_MOST_PARTS]


def _person_in(match: re.Match[str]) -> tuple[int, int]:
    """A run of capitalised words from its first given name on: «Banca d’Italia Fabio Panetta» asks for the man."""
    for word in re.finditer(r"[\w-]+", match[0]):
        if word[0].lower() in given_names() and word.end() < len(match[0]):
            return match.start() + word.start(), match.end()
    return match.span()


def on_phrase(drafted: Drafted, start: int, phrase: str = "") -> Drafted:
    """The same article with the drafts that stand on the sentence starting there, whatever speaks against it.

    With a phrase of that sentence only those that ask for it, and the sentence with the phrase taken out.
    """
    own = _fact_at(drafted.context, start)
    if own is None:
        return replace(drafted, drafts=())
    free = replace(own, reason=None)
    facts = tuple(free if fact is own else fact for fact in drafted.context.facts)
    context = replace(drafted.context, facts=facts)
    found = [draft for family in FAMILIES for draft in family(context) if draft.facts and draft.facts[0] is free]
    if phrase:
        found = [draft for draft in found if _asks_for(draft, phrase)] + _without(context, free, phrase)
    for draft in found:
        draft.flaws = flaws_of(context, draft)
    found.sort(key=lambda draft: (draft.family == FAMILY, len(draft.flaws)))
    return replace(drafted, context=context, drafts=tuple(found))


def _fact_at(context: Context, start: int) -> Fact | None:
    return next((fact for fact in context.facts if fact.sentence.start <= start < fact.sentence.end), None)


def _asks_for(draft: Draft, phrase: str) -> bool:
    wanted = phrase.lower()
    return draft.focus in wanted or wanted in draft.focus


def _without(context: Context, fact: Fact, phrase: str) -> list[Draft]:
    """The sentence with the phrase taken out: among the other names of the article where it is one, and typed."""
    quote = fact.sentence.quote
    place = quote.find(phrase)
    if place < 0 or phrase == quote:
        return []
    masked = fact.sentence.shown(f"{quote[:place]}_____{quote[place + len(phrase) :]}")
    others = [name for name in full_names(context.shade) if name != phrase and name not in quote]
    typed = {"answers": [{"text": phrase.replace("*", r"\*"), "fraction": 1}]}
    drafts = [_gap(context, fact, masked, phrase, "text", typed)]
    if phrase in full_names(context.shade) and len(others) >= _FEWEST:
        options = [option(phrase, key=True), *(option(name) for name in others[:_WRONG])]
        context.chance("phrase", place, phrase).shuffle(options)
        drafts.insert(0, _gap(context, fact, masked, phrase, "choice", {"options": options}))
    return drafts


def _gap(context: Context, fact: Fact, masked: str, phrase: str, type_: str, own: dict[str, Any]) -> Draft:
    return Draft(
        family=FAMILY,
        facts=(fact,),
        type=type_,
        stem=gap_stem(context, fact, masked, phrase),
        own=own,
        explanation=explained(context, fact),
        focus=phrase.lower(),
        kind=None if fact.reading.mixed else fact.reading.kind,
        holder=fact.reading.holder,
        shows=masked.lower(),
    )
