"""True or false, and which of several statements the article makes."""

import re
from dataclasses import dataclass

from quizapp.core.kinds import Kind
from quizapp.extraction.cues import FULL
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.claims import without_subject
from quizapp.extraction.families.gaps import askable, datable
from quizapp.extraction.families.lands import focusable, wrong_countries
from quizapp.extraction.families.openings import first, leads
from quizapp.extraction.families.sources import form_of
from quizapp.extraction.framing import dated, headed, reported, title_of
from quizapp.extraction.opposites import opposite_in
from quizapp.extraction.places import region
from quizapp.extraction.saying import explained, harmful, names_cleanly, touches_casualties
from quizapp.extraction.swaps import Swap, allowed, date_swaps, number_swaps

_LONGEST = 25
_MOST_FALSE = 3
_STATEMENTS = 4
_VERBATIM, _LEAD, _FIRST = "true-false-verbatim", "true-false-lead", "true-false-first"
_VOICED, _DATED = "true-false-voiced", "true-false-dated"
_SHORT, _LONG, _BEST = 12, 27, 7
_SWAP, _TURNED = "true-false-swap", "true-false-turned"


@dataclass(frozen=True, slots=True)
class Falsified:
    """A sentence with one value exchanged, and what it should say."""

    fact: Fact
    text: str
    right: str
    wrong: str
    family: str
    """`true-false-swap`: a figure, a date or a country is another; `true-false-turned`: an outcome is."""


def draft(context: Context) -> list[Draft]:
    """False statements, true ones, and multiple responses made of both."""
    false = [each for fact in context.datable() if (each := falsified(context, fact)) is not None]
    true = [fact for fact in context.datable() if _plainly_true(fact) and not touches_casualties(context, fact)]
    drafts = [_false(context, each) for each in false[:_MOST_FALSE]]
    drafts += [_true(context, fact) for fact in true]
    multiple = _multiple(context, true, false)
    return drafts + ([multiple] if multiple else [])


def stated(context: Context, fact: Fact) -> list[Draft]:
    """Any sentence as a true statement, word for word, but one of somebody's words alone."""
    spoken = fact.sentence.in_quote or _SPOKEN_WHOLE.search(fact.sentence.shade)
    return [] if spoken else [_true(context, fact)]


def _plainly_true(fact: Fact) -> bool:
    """Whether a sentence may be repeated word for word under «l’articolo riferisce»: what it foresees stays foreseen,
    what somebody says stays said, a quotation within it is whole."""
    shade = fact.sentence.shade
    whole = shade.count('"') in {0, 2} and (
        fact.reading.form != "said-quote" or _NAMED.search(fact.reading.holder or "")
    )
    plain = whole and not any(found.search(shade) for found in (_ANNOUNCED, _SITE, _SPOKEN_WHOLE))
    return bool(plain) and not fact.reading.mixed and fact.reading.kind is not Kind.OPINION


_NAMED = re.compile(r"\b[A-ZÀ-Þ]\w")
"""Who says it has a name: not «racconta una giovane»."""
_ANNOUNCED = re.compile(r"^[^:]{3,60}: [a-zà-ÿ]")
"""«Il ministro: rafforziamo …»: what somebody says, without marks of quotation."""
_SPOKEN_WHOLE = re.compile(r'^"[^"]*"[.]?$')
"""Words of somebody whom the sentence does not name: the article reports them, and does not say them."""
_SITE = re.compile(r"\b\w+\.(?:it|com|org|eu|gov|net)\b|\b(?:sito|website|portale|dashboard|FAQ)\b")
"""A sentence that sends the reader elsewhere."""


def falsified(context: Context, fact: Fact) -> Falsified | None:
    """The sentence made false by one typed swap, or None where no swap is safe."""
    if (
        harmful(context, fact)
        or context.grave
        or fact.reading.mixed
        or fact.reading.kind in {Kind.FORECAST, Kind.OPINION}
    ):
        return None
    exchanged = _refigured(context, fact) or _redated(context, fact)
    if exchanged or touches_casualties(context, fact):
        return exchanged
    return _moved(context, fact) or _turned(context, fact)


def _refigured(context: Context, fact: Fact) -> Falsified | None:
    """Its one figure is another."""
    for focus in fact.quantities:
        if askable(context, fact, focus) and _figures(fact) == 1:
            swaps = [swap for swap in number_swaps(context, fact, focus) if allowed(focus, swap)]
            if swaps:
                return _exchanged(fact, focus.start, focus.end, _farthest(swaps).text, _SWAP)
    return None


def _redated(context: Context, fact: Fact) -> Falsified | None:
    """Its one date is another, made up."""
    for when in fact.dates:
        if datable(fact, when):
            swaps = [swap for swap in date_swaps(context, fact, when) if swap.source is None]
            if swaps:
                return _exchanged(fact, when.start, when.end, swaps[0].text, _SWAP)
    return None


def _turned(context: Context, fact: Fact) -> Falsified | None:
    """«respinto» for «approvato»: the outcome, the direction or the rank is another."""
    opposite = opposite_in(fact.sentence.shade, context.lang)
    if opposite is None:
        return None
    return _exchanged(fact, opposite.start, opposite.end, opposite.text, _TURNED)


def _moved(context: Context, fact: Fact) -> Falsified | None:
    """Another country, one that the article names for something else."""
    if context.lang not in {"it", "en"}:
        return None
    for focus in focusable(context, fact):
        near = (each for each in wrong_countries(context, fact, focus) if each.iso in region(focus.iso))
        other = next((each for each in near if each.source), None)
        if other is not None:
            text = other.text[:1].upper() + other.text[1:] if focus.start == 0 else other.text
            return _exchanged(fact, focus.start, focus.end, text, _SWAP)
    return None


def _figures(fact: Fact) -> int:
    """Numbers in digits that are not part of a date."""
    dated = sum(len(re.findall(r"\d+", when.text)) for when in fact.dates)
    return len(re.findall(r"(?<![\w])\d[\d.,]*", fact.sentence.shade)) - dated


def _farthest(swaps: list[Swap]) -> Swap:
    return next((swap for swap in swaps if swap.source is None), swaps[0])


def _exchanged(fact: Fact, start: int, end: int, text: str, family: str) -> Falsified:
    quote = fact.sentence.quote
    return Falsified(fact, fact.sentence.shown(quote[:start] + text + quote[end:]), quote[start:end], text, family)


def _false(context: Context, made: Falsified) -> Draft:
    correction = context.say.correct_swap.format(right=made.right, wrong=made.wrong)
    return Draft(
        family=made.family,
        facts=(made.fact,),
        type="true_false",
        stem=reported(context, made.fact, made.text, made.right),
        own={
            "options": [option("true", correction), option("false", key=True)],
            "correction": made.fact.sentence.capital,
        },
        explanation=f"{correction} {explained(context, made.fact)}",
        focus=made.right.lower(),
        kind=made.fact.reading.kind,
        holder=made.fact.reading.holder,
        shows=made.text.lower(),
    )


def _standing(context: Context, fact: Fact) -> str:
    """The family of a statement word for word: by its place, by who is said to say it, or by its rank and length."""
    if leads(context, fact):
        return _LEAD
    if context.lang in FULL and first(context, fact):
        return _FIRST
    if context.published is None or context.lang not in FULL:
        return _VERBATIM
    if voiced(context, fact):
        return _VOICED
    return _DATED if _plain(context, fact) else _VERBATIM


def voiced(context: Context, fact: Fact) -> bool:
    """Whether a sentence is somebody's claim and says whose, by a name or an office."""
    reading = fact.reading
    holder = reading.holder
    named = holder is not None and (_NAMED.search(holder) or form_of(holder, context.lang))
    if reading.kind is not Kind.CLAIM or holder is None or not named:
        return False
    return names_cleanly(context, holder) and not _POINTED.search(fact.sentence.shade)


_POINTED = re.compile(
    r"\"(?:[\w',-]+ ){0,5}(?:it|this|that|these|those|he|she|they|him|them|quest[oaei]|quell[oaei]|ciò|lo|lui|lei|loro)\b",
    re.IGNORECASE,
)
"""Words of somebody that point, near their start, at what was said before."""
_LOOSE = re.compile(
    r"\b(?:loro|molto|troppo|assai|davvero|very|quite|suspected|alleged\w*|sospett[oaie]|presunt[oaie]|san[oa]|preziose?|prezios[oi])\b"
)
"""A pronoun, a judgement or a suspicion that a plain statement does not bear."""


def _plain(context: Context, fact: Fact) -> bool:
    """Whether a sentence of the article's own, of middling length and whole, is among the best that it has."""
    sentence = fact.sentence
    better = sum(other.score > fact.score for other in context.facts)
    return (
        fact.reading.kind is Kind.FACT
        and not sentence.cut
        and not _LOOSE.search(sentence.shade)
        and not without_subject(sentence.shade, context.lang)
        and _SHORT <= sentence.words <= _LONG
        and better < _BEST
        and '"' not in sentence.shade
    )


def _true(context: Context, fact: Fact) -> Draft:
    family = _standing(context, fact)
    said = fact.sentence.capital
    return Draft(
        family=family,
        facts=(fact,),
        type="true_false",
        stem=dated(context, said) if family in {_LEAD, _FIRST} else reported(context, fact, said, ""),
        own={"options": [option("true", key=True), option("false", explained(context, fact))]},
        explanation=explained(context, fact),
        focus=f"sentence {fact.sentence.index}",
        kind=fact.reading.kind,
        holder=fact.reading.holder,
        shows=fact.sentence.quote.lower(),
    )


def _multiple(context: Context, true: list[Fact], false: list[Falsified]) -> Draft | None:
    """Two true and two false statements of four sentences, none longer than 25 words."""
    wrong = [each for each in false if each.fact.sentence.words <= _LONGEST and each.family == _SWAP][:2]
    used = {each.fact.sentence.index for each in wrong}
    right = [f for f in true if f.sentence.words <= _LONGEST and f.sentence.index not in used]
    right = sorted(right, key=lambda fact: -fact.score)[: _STATEMENTS - len(wrong)]
    if not wrong or len(right) + len(wrong) < _STATEMENTS:
        return None
    say = context.say
    options = [
        option(f.sentence.capital, say.multiple_true.format(paragraph=f.sentence.paragraph), key=True) for f in right
    ]
    options += [option(w.text, say.multiple_false.format(right=w.right, wrong=w.wrong)) for w in wrong]
    facts = (*right, *(each.fact for each in wrong))
    context.chance("multiple").shuffle(options)
    place = headed(context, title_of(context))
    stem = (say.multiple_dated if place["day"] else say.multiple).format(**place)
    explanation = " ".join(
        say.explain.format(quote=f.sentence.quote, paragraph=f.sentence.paragraph) for f in sorted(facts, key=_place)
    )
    return Draft(
        family="multiple-statements",
        facts=facts,
        type="multiple",
        stem=stem,
        own={"options": options},
        explanation=explanation,
        focus="multiple",
        kind=None,
        shows=" ".join(each["text"] for each in options).lower(),
    )


def _place(fact: Fact) -> int:
    return fact.sentence.index
