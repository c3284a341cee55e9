"""A part of a sentence taken out: the names, figures and dates that can be asked for, one at a time or two together."""

import re
from dataclasses import dataclass
from typing import Any

from quizapp.core.finding import apart
from quizapp.core.numbers import written_number
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.entities import Entity, entities
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import touchy
from quizapp.extraction.framing import gap_stem
from quizapp.extraction.people import full_names, given_names
from quizapp.extraction.saying import explained, touches_casualties

PHRASE, CLOZE = "gap-phrase", "cloze-parts"
_WRONG, _FEWEST = 3, 2
_MOST_GAPS = 2
_NOT_NAMES = frozenset("il lo la i gli le un una the a an secondo".split())
"""What a run of words in the tables or in the text may open with, and no name does."""
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: (?:di |de |del |della |of |von |al-)?[A-ZÀ-Þ][\w'’-]+)*")
_FIGURES = frozenset({"number", "percent", "money"})


@dataclass(frozen=True, slots=True)
class Part:
    """`quote[start:end]` of a sentence, with its type as an entity; `name` where nothing more is known."""

    start: int
    end: int
    type: str


def names_and_figures(fact: Fact) -> list[tuple[int, int]]:
    """The figures, dates and capitalised names of a sentence, in order; of its first words only a full name."""
    spans = [(each.start, each.end) for each in fact.quantities] + [(each.start, each.end) for each in fact.dates]
    spans += [_person_in(match) for match in _NAME.finditer(fact.sentence.quote) if _named(match)]
    return sorted(spans)


def _named(match: re.Match[str]) -> bool:
    """Whether a capitalised run is more than the first word of its sentence."""
    first, _space, rest = match[0].partition(" ")
    return bool(match.string[: match.start()].strip("«“\"‘'’")) or (first.lower() in given_names() and bool(rest))


def _person_in(match: re.Match[str]) -> tuple[int, int]:
    """A run of capitalised words from its first given name on: «Banca d’Italia Fabio Panetta» asks for the man."""
    for word in re.finditer(r"[\w-]+", match[0]):
        if word[0].lower() in given_names() and word.end() < len(match[0]):
            return match.start() + word.start(), match.end()
    return match.span()


def askable_parts(context: Context, fact: Fact) -> list[Part]:
    """What may be taken out of a sentence: each stands in it once, outside quotations and not in the title; nothing of
    a sentence on crime, illness, minors or casualties, and nobody of an article that turns on them."""
    if touchy(context, fact) or touches_casualties(context, fact):
        return []
    found = entities(fact.sentence.shade, context.lang, fact.quantities, fact.dates, context.people)
    return [
        Part(each.start, each.end, each.type)
        for each in found
        if _apart(context, fact, each) and (each.type != "person" or not context.grave)
    ]


def _apart(context: Context, fact: Fact, each: Entity) -> bool:
    shade = fact.sentence.shade
    said = shade[each.start : each.end]
    return (
        sum(1 for _start in apart(said, shade)) == 1
        and each.start >= fact.sentence.skip
        and shade[: each.start].count('"') % 2 == 0
        and said.lower() not in context.title.lower()
        and said.split()[0].lower() not in _NOT_NAMES
        and not shade[each.end :].startswith(("'s", "-"))
        and not shade[: each.start].endswith("-")
    )


def taken_out(context: Context, fact: Fact, start: int, end: int) -> list[Draft]:
    """The sentence without a part of it: among the other persons of the article where it is one, and typed."""
    quote = fact.sentence.quote
    phrase = quote[start:end]
    masked = fact.sentence.shown(f"{quote[:start]}_____{quote[end:]}")
    others = [name for name in full_names(context.shade) if name != phrase and name not in quote]
    drafts = [_gap(context, fact, masked, phrase, "text", {"answers": [_answer(phrase)]})]
    if phrase in full_names(context.shade) and len(others) >= _FEWEST:
        options = [option(phrase, key=True), *(option(name) for name in others[:_WRONG])]
        context.chance("phrase", start, phrase).shuffle(options)
        drafts.insert(0, _gap(context, fact, masked, phrase, "choice", {"options": options}))
    return drafts


def _answer(phrase: str) -> dict[str, Any]:
    return {"text": phrase.replace("*", r"\*"), "fraction": 1}


def two_taken_out(context: Context, fact: Fact, parts: list[Part]) -> Draft | None:
    """The sentence without two of its parts, each to be typed; None where it has fewer."""
    chosen = sorted(parts[:_MOST_GAPS], key=lambda part: part.start)
    if len(chosen) < _MOST_GAPS:
        return None
    quote = fact.sentence.quote.replace("[[", r"\[[")
    if quote != fact.sentence.quote:
        return None
    masked = quote
    for place, part in reversed(list(enumerate(chosen, 1))):
        masked = f"{masked[: part.start]}[[{place}]]{masked[part.end :]}"
    asked = [quote[part.start : part.end] for part in chosen]
    return _gap(
        context, fact, fact.sentence.shown(masked), " ".join(asked), "cloze",
        {"gaps": [_gap_of(fact, part) for part in chosen]}, family=CLOZE,
    )  # fmt: skip


def _gap_of(fact: Fact, part: Part) -> dict[str, Any]:
    figure = next((each for each in fact.quantities if each.start == part.start), None)
    if figure is not None:
        return {"type": "number", "numbers": [{"value": written_number(figure.value), "fraction": 1}]}
    return {"type": "text", "answers": [_answer(fact.sentence.quote[part.start : part.end])]}


def _gap(
    context: Context, fact: Fact, masked: str, phrase: str, type_: str, own: dict[str, Any], *, family: str = PHRASE
) -> Draft:
    return Draft(
        family=family,
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
