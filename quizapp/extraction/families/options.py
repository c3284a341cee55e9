"""A part taken out of its sentence, to be chosen among others of its kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.subjects import unique_to
from quizapp.extraction.framing import gap_stem
from quizapp.extraction.saying import answering, feedback_of


@dataclass(frozen=True, slots=True)
class Other:
    """A wrong option as it would stand in the gap; `source` is a sentence of the article that names it, None when it is
    none of the article's."""

    text: str
    source: Fact | None


@dataclass(frozen=True, slots=True)
class Gap:
    """What is taken out: a stretch of the quote, what stands for it among the options, and what it asks for, folded."""

    family: str
    start: int
    end: int
    key: str
    focus: str


def choice(context: Context, fact: Fact, gap: Gap, others: Sequence[Other]) -> Draft:
    """The sentence with the gap, the key and the others in an order that depends on the article alone."""
    quote = fact.sentence.quote
    opens = gap.start == 0 and not fact.sentence.lead
    options = [option(_capital(gap.key) if opens else gap.key, key=True)]
    options += [
        option(_capital(each.text) if opens else each.text, feedback_of(context, each.source)) for each in others
    ]
    if context.lang == "it":
        _alike(options)
    context.chance(gap.family, fact.sentence.index, gap.start).shuffle(options)
    masked = fact.sentence.shown(f"{quote[: gap.start]}_____{quote[gap.end :]}")
    return Draft(
        family=gap.family,
        facts=(fact,),
        type="choice",
        stem=gap_stem(context, fact, masked, gap.focus),
        own={"options": options},
        explanation=answering(context, (fact,), gap.key),
        focus=gap.focus.lower(),
        kind=None if fact.reading.mixed else fact.reading.kind,
        holder=fact.reading.holder,
        shows=masked.lower(),
    )


def _alike(options: Sequence[dict[str, Any]]) -> None:
    """The wrong options with the key's own apostrophe, that its sign may not tell it."""
    key = options[0]["text"]
    for each in options[1:] if "'" in key or "’" in key else ():
        each["text"] = each["text"].replace("’", "'") if "'" in key else each["text"].replace("'", "’")


def said_elsewhere(context: Context, fact: Fact, name: str) -> bool:
    """Whether another sentence speaks of the same things and has that name: it may be as right."""
    return not unique_to(context, fact, lambda shade: name in shade)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
