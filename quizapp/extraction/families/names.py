"""A country to be typed into its sentence, where a question could not be turned round it."""

import re

from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.answers import LOOSE, accepted, foreseen, names_of
from quizapp.extraction.families.asking import central, touchy, worded
from quizapp.extraction.families.lands import focusable
from quizapp.extraction.families.subjects import is_state, other_country, unique_to
from quizapp.extraction.framing import title_over
from quizapp.extraction.places import Mention, countries
from quizapp.extraction.saying import answering, inside_quotes

FAMILY = "gap-typed-name"
_STEMS = {
    "it": (
        "Scrivi il nome del Paese che manca in questa frase dell’articolo{titled}: «{sentence}»",
        "Scrivi il nome del Paese che manca in questa frase di un articolo del {day}: «{sentence}»",
    ),
    "en": (
        "Write the name of the country left out of the sentence from the article{titled}: “{sentence}”",
        "Write the name of the country left out of the sentence from an article of {day}: “{sentence}”",
    ),
}


_BESIDE = re.compile(r"\b[A-ZÀ-Þ][\w'-]+,? (?:in |at )?$")


def draft(context: Context) -> list[Draft]:
    """At most one country per sentence, and one whose article tells nothing."""
    found = []
    for fact in context.usable():
        if central(context, fact) and not touchy(context, fact) and not fact.reading.mixed:
            found.extend([_typed(context, fact, each) for each in _askable(context, fact)][:1])
    return found


def _askable(context: Context, fact: Fact) -> list[Mention]:
    table = countries(context.lang)
    return [
        each
        for each in focusable(context, fact)
        if is_state(table[each.iso])
        and table[each.iso].number == "s"
        and not _BESIDE.search(fact.sentence.shade[: each.start])
        and not fact.sentence.shade[each.end :].startswith(("$", "'"))
        and unique_to(context, fact, other_country(context.lang, fact.sentence.shade))
    ]


def _typed(context: Context, fact: Fact, focus: Mention) -> Draft:
    sentence, country = fact.sentence, countries(context.lang)[focus.iso]
    start = focus.end - len(focus.name)
    masked = sentence.shown(f"{sentence.quote[:start]}_____{sentence.quote[focus.end :]}")
    return Draft(
        family=FAMILY,
        facts=(fact,),
        type="text",
        stem=worded(
            context, _STEMS, title_over(context, fact, masked, focus.name), sentence=inside_quotes(masked, context.lang)
        ),
        own={
            "answers": [*accepted(names_of(country, focus.name)), *foreseen(context, fact, country)],
            "match": dict(LOOSE),
        },
        explanation=answering(context, (fact,), focus.name),
        focus=focus.name.lower(),
        kind=fact.reading.kind,
        holder=fact.reading.holder,
        shows=masked.lower(),
    )
