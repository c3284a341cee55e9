"""Whom the article has saying it: a sentence without its source, to be given back to one of those who speak there."""

import re
from collections.abc import Sequence

from quizapp.core.finding import names
from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import stems_of
from quizapp.extraction.families.asking import worded
from quizapp.extraction.families.callers import Caller, callers
from quizapp.extraction.framing import title_over
from quizapp.extraction.places import related
from quizapp.extraction.saying import answering, inside_quotes, shortened

FAMILY = "who-told"
_STEMS = {
    "it": (
        "Quale fonte manca in questa frase dell’articolo{titled}? «{sentence}»",
        "Quale fonte manca in questa frase di un articolo del {day}? «{sentence}»",
    ),
    "en": (
        "Which source is missing from this sentence of the article{titled}? “{sentence}”",
        "Which source is missing from this sentence of an article of {day}? “{sentence}”",
    ),
}
_SPEAKS = {
    "it": "L’articolo gli attribuisce altro: «{quote}»",
    "en": "The article gives them as the source of something else: “{quote}”",
}
_NAMED = {
    "it": "L’articolo ne parla, ma non come fonte di questo: «{quote}»",
    "en": "The article mentions them, but not as the source of this: “{quote}”",
}
_FEWEST, _MOST = 2, 3
_SHORTEST, _LONGEST = 9, 40
_LONGER, _NOTABLE = 1.5, 12
_GAP = "_____"
_ALIKE = 4


def draft(context: Context) -> list[Draft]:
    """One draft per sentence with a source that two others of the article might be."""
    everybody = callers(context)
    said = [each for each in everybody if each.speaks and _usable(context, each)]
    found = (_draft(context, each, everybody) for each in said)
    return [each for each in found if each is not None]


def _usable(context: Context, caller: Caller) -> bool:
    """Whether the sentence stands alone and is of sensible length."""
    fact = caller.fact
    fair = fact.reason is None or (fact.reason == "relative-time" and context.published is not None)
    words = fact.sentence.words - len(caller.shown.split())
    return fair and not fact.sentence.lead and _SHORTEST <= words <= _LONGEST


def _rest(caller: Caller) -> str:
    """The sentence without its source, on its shadow."""
    shade = caller.fact.sentence.shade
    return f"{shade[: caller.start]} {_GAP} {shade[caller.end :]}"


def _tells(context: Context, said: Caller, other: Caller) -> bool:
    """Whether the rest of what is said has a word or the country of one who might be its source."""
    rest = _rest(said)
    return bool(
        stems_of(other.shown.replace("’", "'"), context.cues) & stems_of(rest, context.cues)
        or related(other.shown, context.lang) & related(rest, context.lang)
    )


def _draft(context: Context, said: Caller, everybody: Sequence[Caller]) -> Draft | None:
    others = _others(context, said, everybody)
    if len(others) < _FEWEST:
        return None
    fact, sentence = said.fact, said.fact.sentence
    masked = sentence.shown(f"{sentence.quote[: said.start]}{_GAP}{sentence.quote[said.end :]}")
    title = title_over(context, fact, masked, said.shown)
    options = [option(said.shown, key=True), *(option(each.shown, _why(context, each)) for each in others)]
    context.chance(FAMILY, sentence.index).shuffle(options)
    return Draft(
        family=FAMILY,
        facts=(fact,),
        type="choice",
        stem=worded(context, _STEMS, title, sentence=inside_quotes(masked, context.lang)),
        own={"options": options},
        explanation=answering(context, (fact,), said.shown),
        focus=said.shown.lower(),
        kind=fact.reading.kind if fact.reading.kind is not Kind.FACT else Kind.CLAIM,
        holder=said.shown,
        shows=masked.lower(),
    )


def _others(context: Context, said: Caller, everybody: Sequence[Caller]) -> list[Caller]:
    """Two or three who might be the source: of the same number, of another name and country than the source and each
    other, not in the sentence; those of its sort first, and none that makes the source the longest by far."""
    kept: list[Caller] = []
    alike = sorted(
        everybody,
        key=lambda each: (
            each.person != said.person,
            _opens(each) != _opens(said),
            not each.speaks,
            each.fact.sentence.index,
        ),
    )
    for each in alike:
        apart = all(_apart(context, each, other) for other in (said, *kept))
        if apart and each.plural == said.plural and not _beside(each, said) and _elsewhere(each, said):
            kept.append(each)
    kept = kept[:_MOST]
    if _tells(context, said, said) and not any(_tells(context, said, each) for each in kept):
        return []
    longest = max((len(each.shown) for each in kept), default=0)
    return [] if len(said.shown) > max(_NOTABLE, _LONGER * longest) else kept


_OPENING = re.compile(r"(?:The|A|An|Il|Lo|La|I|Gli|Le|Un|Una) |L['’]|Un['’]")


def _opens(caller: Caller) -> bool:
    """Whether an option opens with an article."""
    return _OPENING.match(caller.shown) is not None


def _apart(context: Context, one: Caller, other: Caller) -> bool:
    """Whether two sources are not the same under another name: two persons share no name, others no word or country."""
    if one.person and other.person:
        return not set(one.name.split()) & set(other.name.split())
    first, second = one.shown.replace("’", "'"), other.shown.replace("’", "'")
    return not (
        stems_of(first, context.cues) & stems_of(second, context.cues)
        or related(first, context.lang) & related(second, context.lang)
    )


def _beside(other: Caller, said: Caller) -> bool:
    """Whether the sentence names another source as well."""
    return names(other.name.split()[-1], _rest(said))


def _elsewhere(other: Caller, said: Caller) -> bool:
    """Whether a source is not said to say the like."""
    return not (other.speaks and len(other.fact.stems & said.fact.stems) >= _ALIKE)


def _why(context: Context, other: Caller) -> str:
    phrase = _SPEAKS if other.speaks else _NAMED
    return phrase[context.lang].format(quote=shortened(context, other.fact))
