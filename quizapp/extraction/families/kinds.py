"""Sort sentences by kind: stated as fact, claim, forecast."""

import re

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.common import bare

_FEWEST, _MOST = 3, 4
_LONGEST = 32
_ORDER = (Kind.FACT, Kind.CLAIM, Kind.FORECAST)


def draft(context: Context) -> list[Draft]:
    """One item, from sentences whose kind no careful reader could doubt."""
    pure = {kind: [fact for fact in context.usable() if _pure(context, fact, kind)] for kind in _ORDER}
    present = [kind for kind in _ORDER if pure[kind]]
    if len(present) < 2 or Kind.FACT not in present:
        return []
    chosen = _chosen(pure)
    if len(chosen) < _FEWEST:
        return []
    say = context.say
    names = {Kind.FACT: 0, Kind.CLAIM: 1, Kind.FORECAST: 2}
    categories = [{"text": say.kind_names[names[kind]], "kind": kind.value} for kind in _ORDER]
    statements = [
        {"text": fact.sentence.quote, "category": names[fact.reading.kind], "feedback": _why(context, fact)}
        for fact in chosen
    ]
    stem = say.kinds_dated.format(day=say.day(context.published)) if context.published else say.kinds
    return [
        Draft(
            family="classify-kinds",
            facts=tuple(chosen),
            type="classify",
            stem=stem,
            own={"categories": categories, "statements": statements},
            explanation=" ".join(dict.fromkeys(statement["feedback"] for statement in statements)),
            focus="kinds",
            kind=None,
            shows=" ".join(fact.sentence.quote for fact in chosen).lower(),
        )
    ]


def _pure(context: Context, fact: Fact, kind: Kind) -> bool:
    reading = fact.reading
    if reading.kind is not kind or reading.mixed or '"' in fact.sentence.shade or fact.sentence.words > _LONGEST:
        return False
    if kind is Kind.CLAIM:
        return reading.holder is not None
    if kind is Kind.FORECAST:
        return reading.form is None
    return bool(fact.quantities or fact.dates) and not context.cues.weak_forecast.search(fact.sentence.shade)


def _chosen(pure: dict[Kind, list[Fact]]) -> list[Fact]:
    ranked = {kind: sorted(facts, key=lambda fact: -fact.score) for kind, facts in pure.items()}
    first = [facts[0] for facts in ranked.values() if facts]
    rest = sorted((fact for facts in ranked.values() for fact in facts[1:2]), key=lambda fact: -fact.score)
    return sorted((first + rest)[:_MOST], key=lambda fact: fact.sentence.index)


def _why(context: Context, fact: Fact) -> str:
    say, reading = context.say, fact.reading
    if reading.kind is Kind.CLAIM:
        return say.kind_claim.format(holder=bare(reading.holder or "", context.lang))
    if reading.kind is Kind.FORECAST:
        cue = context.cues.forecast.search(fact.sentence.shade)
        return say.kind_forecast.format(cue=re.sub(r"\s+", " ", cue[0]) if cue else "")
    return say.kind_fact
