"""Sort sentences by kind: stated as fact, claim, forecast."""

import re

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.eligibility import bare_definite
from quizapp.extraction.facts import Fact
from quizapp.extraction.saying import bare, inside_quotes

_FEWEST, _MOST = 3, 4
_LONGEST = 32
_EARLY = 14
_ALL = (Kind.FACT, Kind.CLAIM, Kind.FORECAST, Kind.OPINION)
_ORDER = (Kind.FACT, Kind.CLAIM, Kind.FORECAST)


def draft(context: Context) -> list[Draft]:
    """One item to sort and one choice per kind, from sentences whose kind no careful reader could doubt."""
    return [*_sorting(context), *_statuses(context)]


def _statuses(context: Context) -> list[Draft]:
    found = []
    pure = [fact for fact in context.datable() if _pure(context, fact, Kind.FORECAST)]
    if pure:
        found.append(_status(context, max(pure, key=lambda fact: fact.score)))
    return found


def _status(context: Context, fact: Fact) -> Draft:
    say, right = context.say, _ALL.index(fact.reading.kind)
    sentence = inside_quotes(fact.sentence.capital, context.lang)
    day = say.day(context.published) if context.published else ""
    why = _why(context, fact)
    options = [
        {**option(text, None if place == right else why, key=place == right), "kind": kind.value}
        for place, (kind, text) in enumerate(zip(_ALL, say.status_options, strict=True))
    ]
    return Draft(
        family="kind-status",
        facts=(fact,),
        type="choice",
        stem=say.status_dated.format(day=day, sentence=sentence) if day else say.status.format(sentence=sentence),
        own={"options": options},
        explanation=why,
        focus=f"kind {fact.reading.kind}",
        kind=fact.reading.kind,
        holder=fact.reading.holder,
        shows=sentence.lower(),
    )


def _sorting(context: Context) -> list[Draft]:
    pure = {kind: [fact for fact in context.datable() if _pure(context, fact, kind)] for kind in _ORDER}
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
        {"text": fact.sentence.capital, "category": names[fact.reading.kind], "feedback": _why(context, fact)}
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
            explanation=" ".join(dict.fromkeys(_why(context, fact) for fact in chosen)),
            focus="kinds",
            kind=None,
            shows=" ".join(fact.sentence.quote for fact in chosen).lower(),
        )
    ]


def _pure(context: Context, fact: Fact, kind: Kind) -> bool:
    reading = fact.reading
    if bare_definite(fact.sentence.shade, context.lang, context.cues):
        return False
    if reading.kind is not kind or reading.mixed or '"' in fact.sentence.shade or fact.sentence.words > _LONGEST:
        return False
    if kind is Kind.CLAIM:
        return reading.holder is not None
    if kind is Kind.FORECAST:
        return reading.form is None and _plain_forecast(context, fact.sentence.shade)
    return bool(fact.quantities or fact.dates) and not context.cues.weak_forecast.search(fact.sentence.shade)


def _plain_forecast(context: Context, shade: str) -> bool:
    cue = context.cues.strong_forecast.search(shade)
    return cue is not None and len(shade[: cue.start()].split()) <= _EARLY and ";" not in shade and ":" not in shade


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
        cue = context.cues.strong_forecast.search(fact.sentence.shade)
        return say.kind_forecast.format(cue=re.sub(r"\s+", " ", cue[0]) if cue else "")
    return say.kind_fact
