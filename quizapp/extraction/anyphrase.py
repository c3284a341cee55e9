"""Any phrase, one question: what can be asked of one sentence, or of a part of it, that a teacher has chosen."""

from dataclasses import replace

from quizapp.extraction.checks import flaws_of
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.engine import Drafted
from quizapp.extraction.facts import Fact
from quizapp.extraction.families import FAMILIES
from quizapp.extraction.families.parts import PHRASE, names_and_figures, taken_out

_MOST_PARTS = 12


def parts_of(drafted: Drafted, start: int) -> list[str]:
    """The figures, dates and names of the sentence that starts there, in order: what a question may ask for."""
    fact = _fact_at(drafted.context, start)
    if fact is None:
        return []
    quote = fact.sentence.quote
    return list(dict.fromkeys(quote[first:last] for first, last in names_and_figures(fact)))[:_MOST_PARTS]


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
    found.sort(key=lambda draft: (draft.family == PHRASE, len(draft.flaws)))
    return replace(drafted, context=context, drafts=tuple(found))


def _fact_at(context: Context, start: int) -> Fact | None:
    return next((fact for fact in context.facts if fact.sentence.start <= start < fact.sentence.end), None)


def _asks_for(draft: Draft, phrase: str) -> bool:
    wanted = phrase.lower()
    return draft.focus in wanted or wanted in draft.focus


def _without(context: Context, fact: Fact, phrase: str) -> list[Draft]:
    place = fact.sentence.quote.find(phrase)
    if place < 0 or phrase == fact.sentence.quote:
        return []
    return taken_out(context, fact, place, place + len(phrase))
