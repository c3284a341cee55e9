"""A number, a percentage, a sum or a date taken out of its sentence, to be chosen among like values."""

import re

from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import Fact
from quizapp.extraction.framing import gap_stem
from quizapp.extraction.quantities import Quantity, When
from quizapp.extraction.saying import answering, feedback_of, touches_casualties
from quizapp.extraction.swaps import Swap, allowed, date_swaps, number_swaps

WRONG = 3
_SUMMED = re.compile(
    r"\b(?:totale|complessiv\w+|in tutto|somma|su \d|total|altogether|in all|out of \d|of the \d)\b", re.IGNORECASE
)

_YEARS = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TICKER = re.compile(
    r"\b(?:shares?|stock|azion[ie]|titol[oi])\b.*\b(?:up|down|rose|fell|climbed|slipped|trad(?:e|ing)|sal\w+|scend\w+|perd\w+|guadagn\w+|seduta|borsa)\b",
    re.IGNORECASE,
)
"""What a share did on a day: a figure that nobody keeps."""
_CONVERTED = re.compile(
    r"[a-z]*(?: [a-z]+){0,2} ?\((?:about |circa |some )?(?:[A-Z]{0,3}[$€£]|\d[\d.,]*(?:bn|tn|m)? ?(?:[$€£]|euro|dollar|mil|bil))"
)
"""The same sum in another currency, which tells it."""
_RANGE_AFTER = re.compile(r"\s?[-/–]|\s(?:to|or|a|o)\s[€$£]?\d")
"""The first figure of a range."""
_ASIDE = re.compile(r"\([^()]*$")
"""Inside a bracket: a sum in another currency, an hour elsewhere."""


def draft(context: Context) -> list[Draft]:
    """At most one number and one date per sentence."""
    found: list[Draft] = []
    for fact in context.datable():
        numbers = [_number(context, fact, each) for each in fact.quantities if askable(context, fact, each)]
        whens = [_date(context, fact, each) for each in fact.dates if datable(fact, each)]
        for drafts in (numbers, whens):
            found.extend([each for each in drafts if each is not None][:1])
    return found


def askable(context: Context, fact: Fact, focus: Quantity) -> bool:
    """A figure that is worth asking for and cannot be read off the rest of the sentence."""
    shade = fact.sentence.shade
    return (
        not touches_casualties(context, fact)
        and shade.count(focus.text) == 1
        and not _in_quotation(shade, focus.start)
        and len(fact.quantities) <= 2
        and not _SUMMED.search(shade)
        and not _TICKER.search(shade)
        and not _ASIDE.search(shade[: focus.start])
        and not _CONVERTED.match(shade[focus.end :])
        and not (
            context.lang == "it" and (_WEEKDAY.search(shade[: focus.start]) or _PASSED.search(shade[: focus.start]))
        )
        and not _RANGE_AFTER.match(shade[focus.end :])
        and not re.search(r"\b(?:one|uno|una|un) (?:in|su|ogni) $|\banni '?$", shade[: focus.start])
    )


def datable(fact: Fact, focus: When) -> bool:
    """A date that the sentence gives once, with its year, and not as a limit."""
    return (
        not focus.bounded
        and focus.year is not None
        and len(fact.dates) == 1
        and len(_YEARS.findall(fact.sentence.shade)) <= 1
        and not _in_quotation(fact.sentence.shade, focus.start)
        and not (focus.grain == "month" and fact.sentence.shade[: focus.start].endswith("'"))
        and not (focus.grain == "day" and _WEEKDAY.search(fact.sentence.shade[: focus.start]))
    )


_WEEKDAY = re.compile(r"\b(?:[Ll]une|[Mm]arte|[Mm]ercole|[Gg]iove|[Vv]ener)dì $|\b(?:[Ss]abato|[Dd]omenica) $")
"""«mercoledì 30 ottobre»: few other days are that one of the week."""
_PASSED = re.compile(
    r"\bsuper(?:a|ano|ato|ata|ati|ate|ava|avano|ò|arono|ando) (?:\w+ ){0,2}(?:il |lo |la |i |gli |le |l'|quota )$"
)
"""«ha superato i 100 miliardi»: it has passed every lower figure too."""


def _in_quotation(shade: str, place: int) -> bool:
    return shade[:place].count('"') % 2 == 1


def _number(context: Context, fact: Fact, focus: Quantity) -> Draft | None:
    swaps = [
        swap for swap in number_swaps(context, fact, focus) if focus.bound in {None, "about"} or allowed(focus, swap)
    ]
    return _gap(context, fact, focus.start, focus.end, swaps, f"gap-{focus.type}")


def _date(context: Context, fact: Fact, focus: When) -> Draft | None:
    return _gap(context, fact, focus.start, focus.end, date_swaps(context, fact, focus), "gap-date")


def _gap(context: Context, fact: Fact, start: int, end: int, swaps: list[Swap], family: str) -> Draft | None:
    if len(swaps) < WRONG:
        return None
    sentence = fact.sentence
    chosen = _spread(context, fact, swaps, start)
    key = sentence.quote[start:end]
    options = [option(key, key=True), *(option(swap.text, feedback_of(context, swap.source)) for swap in chosen)]
    context.chance("order", sentence.index, start).shuffle(options)
    masked = sentence.shown(f"{sentence.quote[:start]}_____{sentence.quote[end:]}")
    kind = None if fact.reading.mixed else fact.reading.kind
    return Draft(
        family=family,
        facts=(fact,),
        type="choice",
        stem=gap_stem(context, fact, masked, key),
        own={"options": options},
        explanation=answering(context, (fact,), key),
        focus=key.lower(),
        kind=kind,
        holder=fact.reading.holder,
        shows=masked.lower(),
    )


def _spread(context: Context, fact: Fact, swaps: list[Swap], start: int) -> list[Swap]:
    """One or two values of the article where it has them, the rest made up; a figure never the least and never the
    greatest of all where that can be helped."""
    cited = [swap for swap in swaps if swap.source][:2]
    made = [swap for swap in swaps if not swap.source]
    context.chance("spread", fact.sentence.index, start).shuffle(made)
    chosen = (cited + made)[:WRONG]
    focus = next((each for each in fact.quantities if each.start == start), None)
    if focus is None:
        return chosen
    for lower in (True, False):
        if not any(_below(each, focus) is lower for each in chosen):
            other = next((each for each in made if _below(each, focus) is lower), None)
            chosen = [*chosen[: WRONG - 1], other] if other else chosen
    return chosen


def _below(swap: Swap, focus: Quantity) -> bool:
    return (swap.value or 0) < focus.value
