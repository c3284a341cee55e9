"""Sort sentences by kind: stated as fact, claim, forecast."""

import re

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.eligibility import bare_definite
from quizapp.extraction.facts import Fact
from quizapp.extraction.framing import headed, title_over
from quizapp.extraction.leaning import anchors
from quizapp.extraction.saying import bare, inside_quotes, names_cleanly, said_by

_FEWEST, _MOST = 3, 4
_LONGEST = 32
_EARLY = 14
_MOST_STATUSES = 2
_SHORT, _LONG = 9, 30
_NEAR, _WORD = 6, 24
_TWO_CLAUSES = re.compile(
    r"[;:]|, (?:and|but|while|although|though|whereas|which|who|where|because|ma|mentre|sebbene|che|dove|perché|però)\b|"
    r"\b(?:while|although|whereas|mentre|sebbene|anche se)\b"
)
"""A sentence of two clauses may be of two kinds."""
_ANNOUNCED = re.compile(
    r"\b(?:announc|confirm|reveal|order|promis|agree|apologi|resign|pledg|vow|declar|acknowledg|admit|found|show|annunci|conferm|rivel|"
    r"promess|promett|ordin|scus|ammess|ammett|scopert|riconosc|garanti|decis|decid|rilev|calcol|mostr)\w*"
)
"""What is done by being said, and what a study finds: as much a fact as a claim."""
_TOLD = re.compile(
    r"\b(?:dichiarat|comunicat|riferit|annunciat|reported|stated|told|quoted|saying|welcom|advis|urg|recommend|express|secondo|according|consigli[ao]|espress)\w*",
    re.IGNORECASE,
)
"""A sentence that says by whom something was made known is a fact and a claim."""
_STANCE = re.compile(
    r"\b(?:accus|blam|alleg|claim|believ|suspect|warn|threaten|critici|derid|den(?:y|ied)|estimat|thought|rumou?r|fear|hope|should|cannot|wants?\b|tem(?:e|ono|uto)\b|sper|(?:has|have|had|was|were) to\b|"
    r"incolp|ritien|ritenut|sospett|avvert|minacc|critic|neg(?:a|ato|ano)\b|stimat|dev(?:e|ono)\b|dovev|pens)\w*"
)
"""What somebody thinks, owes or is held to have done: no plain fact."""
_NO_CLAIM = re.compile(
    r"\b(?:saying|claiming|arguing|alleging|denied|denies|rejected|dismissed|stated (?:its|his|her|their|an?)\b|intentions?|dicendo|sostenendo|affermando|"
    r"nega(?:to|ta|no)?|respint[oa]|intenzion[ei])\b"
)
"""What somebody does by words, or says by the way: the sentence itself states it."""
_CREDITED = re.compile(
    r"(?:According to|Secondo|Stando a(?:l|lla|ll')?) (?:[A-Z][\w-]*|the [A-Z][\w-]*) (?:the|a|an|il|la|lo|i|gli|le|un|una) "
)
"""«According to Reuters the prime minister …»: the source runs into what it says."""
_NOT_AHEAD = re.compile(
    r"\b(?:could|might|potrebbe|potrebbero|potè) (?:not|have|aver)\b|(?:\bthe|\b's|\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\w+ing|current|new|of|for|announced|announces|unveiled|revealed|presented|annunciato|presentato)|\bto \w+) (?:plans?|intends?|aims?) to\b"
)
"""«could not be rescued» looks back, 'its plans to' and 'to finish plans to' are nouns."""
_ALL = (Kind.FACT, Kind.CLAIM, Kind.FORECAST, Kind.OPINION)
_ORDER = (Kind.FACT, Kind.CLAIM, Kind.FORECAST)


def draft(context: Context) -> list[Draft]:
    """One item to sort and one choice per kind, from sentences whose kind no careful reader could doubt."""
    return [*_sorting(context), *_statuses(context)]


def _statuses(context: Context) -> list[Draft]:
    """The two best sentences of each kind; they share a focus, so that one of a kind is ready at most."""
    found: list[Draft] = []
    for kind, test in ((Kind.FORECAST, _foretold), (Kind.CLAIM, _claimed), (Kind.FACT, _stated)):
        clear = [fact for fact in context.datable() if _clear(context, fact, kind) and test(context, fact)]
        best = sorted(clear, key=lambda fact: (-fact.score, fact.sentence.index))
        found += [_status(context, fact) for fact in best[:_MOST_STATUSES]]
    return found


def _clear(context: Context, fact: Fact, kind: Kind) -> bool:
    """Whether every clause of a sentence of fair length is of one kind, and it opens with what it is about."""
    sentence, shade = fact.sentence, fact.sentence.shade
    return (
        fact.reading.kind is kind
        and not fact.reading.mixed
        and not sentence.cut
        and _SHORT <= sentence.words <= _LONG
        and not _TWO_CLAUSES.search(_outside(shade))
        and not bare_definite(shade, context.lang, context.cues)
    )


def _outside(shade: str) -> str:
    return re.sub(r'"[^"]*"', '""', shade)


def _foretold(context: Context, fact: Fact) -> bool:
    """A main verb that foresees, in the article's own words."""
    reading = fact.reading
    shade = fact.sentence.shade
    plain = (
        reading.form is None and reading.holder is None and '"' not in shade and not context.cues.reported.search(shade)
    )
    others = any(found.search(shade) for found in (_NOT_AHEAD, _STANCE, _TOLD))
    return plain and not others and _plain_forecast(context, shade)


def _claimed(context: Context, fact: Fact) -> bool:
    """The whole of it is said by somebody, who opens or closes the sentence; not a decision made known."""
    span, shade, form = fact.reading.holder_span, fact.sentence.shade, fact.reading.form
    if span is None or form not in {"said-that", "said-quote", "according"} or _ANNOUNCED.search(_outside(shade)):
        return False
    if _NO_CLAIM.search(_outside(shade)) or _CREDITED.match(shade):
        return False
    if context.cues.reported.search(shade) or not names_cleanly(context, said_by(context, fact)):
        return False
    opens = len(shade[: span[0]].split()) <= _NEAR
    closes = len(shade[span[1] :].split()) <= _NEAR
    return opens or (closes and (form != "according" or "," in shade[max(0, span[0] - _WORD) : span[0]]))


def _stated(context: Context, fact: Fact) -> bool:
    """A figure, a date or two names, and no word of saying, hedging or judging."""
    shade, cues = fact.sentence.shade, context.cues
    hedges = (cues.weak_forecast, cues.speech, cues.reported, cues.judging, _STANCE, _ANNOUNCED, _TOLD)
    hedged = any(found.search(shade) for found in hedges)
    weighty = bool(fact.quantities or fact.dates) or anchors(fact.sentence.quote) >= 2
    return fact.reading.form is None and '"' not in shade and not hedged and weighty and fact.sentence.index > 0


def _status(context: Context, fact: Fact) -> Draft:
    say, right = context.say, _ALL.index(fact.reading.kind)
    sentence = inside_quotes(fact.sentence.capital, context.lang)
    place = headed(context, title_over(context, fact, sentence, ""))
    why = _why(context, fact)
    options = [
        {**option(text, None if place == right else why, key=place == right), "kind": kind.value}
        for place, (kind, text) in enumerate(zip(_ALL, say.status_options, strict=True))
    ]
    return Draft(
        family="kind-status",
        facts=(fact,),
        type="choice",
        stem=(say.status_dated if place["day"] else say.status).format(**place, sentence=sentence),
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
    if _NOT_AHEAD.search(shade):
        return False
    return cue is not None and len(shade[: cue.start()].split()) <= _EARLY and ";" not in shade and ":" not in shade


def _chosen(pure: dict[Kind, list[Fact]]) -> list[Fact]:
    ranked = {kind: sorted(facts, key=lambda fact: -fact.score) for kind, facts in pure.items()}
    first = [facts[0] for facts in ranked.values() if facts]
    rest = sorted((fact for facts in ranked.values() for fact in facts[1:2]), key=lambda fact: -fact.score)
    return sorted((first + rest)[:_MOST], key=lambda fact: fact.sentence.index)


def _why(context: Context, fact: Fact) -> str:
    say, reading = context.say, fact.reading
    if reading.kind is Kind.CLAIM:
        return say.kind_claim.format(holder=bare(said_by(context, fact), context.lang))
    if reading.kind is Kind.FORECAST:
        cue = context.cues.strong_forecast.search(fact.sentence.shade)
        return say.kind_forecast.format(cue=re.sub(r"\s+", " ", cue[0]) if cue else "")
    return say.kind_fact
