"""A figure to be typed: the sentence with a gap, its unit kept beside it."""

import re
from decimal import Decimal
from typing import Any

from quizapp.core.kinds import Kind
from quizapp.core.numbers import written_number
from quizapp.extraction.cues import FULL
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import central, touchy, worded
from quizapp.extraction.families.gaps import askable
from quizapp.extraction.framing import title_over
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.quantities import Quantity
from quizapp.extraction.saying import answering, inside_quotes, shortened

FAMILY, DATED = "gap-typed-number", "gap-typed-dated"
ABOUT = Decimal("0.05")
"""How far from the figure an answer may be, as a share of it, where the article says «circa»."""

_STEMS = {
    "it": (
        "Scrivi in cifre il numero che manca in questa frase dell’articolo{titled}: «{sentence}»",
        "Scrivi in cifre il numero che manca in questa frase di un articolo del {day}: «{sentence}»",
    ),
    "en": (
        "Write in figures the number missing from this sentence of the article{titled}: “{sentence}”",
        "Write in figures the number missing from this sentence of an article of {day}: “{sentence}”",
    ),
    "es": (
        "Escribe en cifras el número que falta en la frase del artículo{titled}: «{sentence}»",
        "Escribe en cifras el número que falta en la frase de un artículo del {day}: «{sentence}»",
    ),
    "fr": (
        "Écris en chiffres le nombre qui manque dans la phrase de l’article{titled}\u00a0: «\u00a0{sentence}\u00a0»",
        "Écris en chiffres le nombre qui manque dans la phrase d’un article du {day}\u00a0: «\u00a0{sentence}\u00a0»",
    ),
}
_SCALED = {
    "it": "Giusto; nella frase «{unit}» c’è già: bastava {figure}.",
    "en": "Right; the sentence already has “{unit}”: {figure} was enough.",
    "es": "Correcto; la frase ya tiene «{unit}»: bastaba {figure}.",
    "fr": "Juste\u00a0; la phrase a déjà «\u00a0{unit}\u00a0»\u00a0: {figure} suffisait.",
}
_OTHER = {
    "it": "È un altro numero dell’articolo: «{quote}»",
    "en": "It is another number of the article: “{quote}”",
    "es": "Es otro número del artículo: «{quote}»",
    "fr": "C’est un autre nombre de l’article\u00a0: «\u00a0{quote}\u00a0»",
}
_ANY = {
    "it": "L’articolo scrive {figure}.",
    "en": "The article says {figure}.",
    "es": "El artículo escribe {figure}.",
    "fr": "L’article écrit {figure}.",
}
_POINTS = Decimal(2)
"""The same for a percentage above twenty, in points."""
_LEAST_IN_POINTS = 20
_SCALES = {
    **dict.fromkeys(("mila", "thousand", "mil", "mille"), 3),
    **dict.fromkeys(("milione", "milioni", "million", "millón", "millones", "millions"), 6),
    **dict.fromkeys(("miliardo", "miliardi", "billion", "milliard", "milliards", "bn"), 9),
    "m": 6,
    "tn": 12,
}
_SECONDARY = re.compile(
    r"(?:che|dove|cui|quando|mentre|tra|fra|con|dopo|oltre|pari|compres[oaie]|inclus[oaie]|which|who|whose|where|when|"
    r"while|with|after|including|among|compared|up|down|from|against|contro|rispetto)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?<!afferma )(?<!sostiene )(?<!stima )(?<!dice )(?<!detto )(?<!affermato )(?<!stimato )(?<!spiegato )(?<!annunciato )"
    r"\bche\b|\b(?:which|who|whose|where|dove|cui)\b"
)
_FEW = 2
_EARLY = 6
"""The place of the last sentence whose figures are worth keeping."""
_FROM_WHOLE = re.compile(r"\b(?:su|of|out of|dei|delle|degli)\s(?:the |i |le |gli )?\d")
_SPAN_AFTER = re.compile(r"\s?(?:anni|mesi|giorni|ore|minuti|settimane|years?|months?|days?|hours?|minutes?|weeks?)\b")
_CALLED_AFTER = re.compile(
    r"[ -](?:m|km|metres?|meters?|metri|miles?|miglia|yards?)\b(?:[ -](?:race|dash|sprint|relay|hurdles|freestyle|final|piani|ostacoli|"
    r"stile|dorso|rana|farfalla|alle|ai|di finale)\b)"
)
"""«nei 100 metri alle Olimpiadi»: the figure is the name of a race."""
_CLOCK = re.compile(r"\b(?:all[ae]|dall[ae]|ore|at|until|till)\s$", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:in light of|despite|given|compared (?:to|with)|alla luce|nonostante|a fronte|rispetto|between|tra|fra)\b[^,]*$|"
    r"\b(?:from|dal|dall'|rispetto al|against|down from|up from)\s?$",
    re.IGNORECASE,
)
"""Before a figure that has been, or that is the setting of another: the question is for the new one."""
_MOST_OTHERS = 2
_DIGITS = 3


def draft(context: Context) -> list[Draft]:
    """At most one figure per sentence, and only one that its sentence is about."""
    return [
        typed(context, fact, focus)
        for fact in context.datable()
        if central(context, fact) and not touchy(context, fact) and not fact.reading.mixed
        for focus in fact.quantities[:1]
        if len(fact.quantities) == 1 and askable(context, fact, focus) and primary(fact, focus) and _kept_in_mind(focus)
    ]


def _dated(context: Context, fact: Fact) -> bool:
    """Whether one of the first sentences of an article of a known day, in a language whose names the tables know, has
    it, and what is foreseen is in somebody's name."""
    foretold = fact.reading.kind is Kind.FORECAST and fact.reading.holder is None
    known = context.published is not None and context.lang in FULL
    return known and fact.sentence.index <= _EARLY and not foretold


def _kept_in_mind(focus: Quantity) -> bool:
    """At most three digits that say something: «36.104 voti» is nothing to know by heart."""
    return len(str(focus.value).replace(".", "").strip("0")) <= _DIGITS


def primary(fact: Fact, focus: Quantity) -> bool:
    """Whether a figure stands in the main clause, alone, and counts more than days or years."""
    shade = fact.sentence.shade
    before, after = shade[: focus.start], shade[focus.end :]
    dated = "".join(shade[when.start : when.end] for when in fact.dates)
    digits = len(re.findall(r"\d[\d.,]*", shade)) - len(re.findall(r"\d[\d.,]*", dated))
    clause = re.split(r"[,;:] |\s-\s|\(", before)[-1].strip(' "')
    inside = before.count("(") > before.count(")")
    aside = clause != before.strip() and _SECONDARY.match(clause)
    relative = _RELATIVE.search(before) is not None
    return (
        digits <= (_FEW if focus.type in {"percent", "money"} else 1)
        and not inside
        and not aside
        and not relative
        and not _SPAN_AFTER.match(after)
        and not _CLOCK.search(before)
        and not _FORMER.search(before)
        and not _FROM_WHOLE.search(shade)
        and not _CALLED_AFTER.match(after)
    )


def unit_of(context: Context, shade: str, focus: Quantity) -> str | None:
    """What an answer may carry after its figure: «%», «milioni di euro», «voti»; None where the word is no unit."""
    if focus.type == "percent":
        return focus.unit
    if focus.unit == "money":
        sign = re.search(r"[$€£]\s?$", shade[: focus.start])
        word = re.match(r"\s(?:di |de |d')?([a-zà-ÿ]+)", shade[focus.end :])
        return sign[0].strip() if sign else word[1] if word else None
    first = focus.unit.split(" ")[0]
    known = first in _SCALES or focus.unit in lexicon(context.lang).units or context.cues.unit_words.match(first)
    return focus.unit if known else None


def typed(context: Context, fact: Fact, focus: Quantity) -> Draft:
    """The sentence with one of its figures to be typed."""
    sentence = fact.sentence
    masked = sentence.shown(f"{sentence.quote[: focus.start]}_____{sentence.quote[focus.end :]}")
    own: dict[str, Any] = {"numbers": _numbers(context, fact, focus)}
    unit = unit_of(context, sentence.shade, focus)
    if unit:
        own["unit"] = unit
    return Draft(
        family=DATED if _dated(context, fact) else FAMILY,
        facts=(fact,),
        type="number",
        stem=worded(
            context, _STEMS, title_over(context, fact, masked, focus.text), sentence=inside_quotes(masked, context.lang)
        ),
        own=own,
        explanation=answering(context, (fact,), _figure(fact, focus, unit)),
        focus=focus.text.lower(),
        kind=fact.reading.kind,
        holder=fact.reading.holder,
        shows=masked.lower(),
    )


def _numbers(context: Context, fact: Fact, focus: Quantity) -> list[dict[str, Any]]:
    key: dict[str, Any] = {"value": written_number(focus.value), "fraction": 1}
    if focus.bound == "about" and focus.type == "percent" and focus.value > _LEAST_IN_POINTS:
        key["tolerance"] = str(_POINTS)
    elif focus.bound == "about":
        key |= {"tolerance": str(ABOUT), "tolerance_kind": "relative"}
    return [key, *_whole(context, focus), *_others(context, fact, focus), _anything_else(context, fact, focus)]


def _whole(context: Context, focus: Quantity) -> list[dict[str, Any]]:
    """«26000000» typed before «milioni»: the same number, written out."""
    power = _SCALES.get(focus.unit.split(" ")[0]) if focus.unit else None
    if power is None:
        return []
    said = _SCALED[context.lang].format(unit=focus.unit, figure=focus.text)
    value = (focus.value * 10**power).quantize(Decimal(1))
    return [{"value": written_number(value), "fraction": 1, "feedback": said}]


def _others(context: Context, fact: Fact, focus: Quantity) -> list[dict[str, Any]]:
    """Figures of the same kind that the article gives for something else: the commonest misreading."""
    slack = ABOUT * focus.value if focus.bound == "about" else Decimal(0)
    found: dict[Decimal, dict[str, Any]] = {}
    for other in context.facts:
        for each in other.quantities:
            alike = each.type == focus.type and (each.type == "percent" or each.unit == focus.unit)
            if other is not fact and alike and abs(each.value - focus.value) > slack:
                said = _OTHER[context.lang].format(quote=shortened(context, other))
                found.setdefault(each.value, {"value": written_number(each.value), "fraction": 0, "feedback": said})
    return list(found.values())[:_MOST_OTHERS]


def _anything_else(context: Context, fact: Fact, focus: Quantity) -> dict[str, Any]:
    figure = _figure(fact, focus, unit_of(context, fact.sentence.shade, focus))
    return {"value": None, "fraction": 0, "feedback": _ANY[context.lang].format(figure=figure)}


def _figure(fact: Fact, focus: Quantity, unit: str | None) -> str:
    """The figure with its unit, as the sentence writes them."""
    after = re.match(rf"\s?{re.escape(unit)}", fact.sentence.shade[focus.end :]) if unit else None
    sign = re.search(r"[$€£]\s?$", fact.sentence.shade[: focus.start])
    start, end = focus.start - len(sign[0] if sign else ""), focus.end + (after.end() if after else 0)
    return fact.sentence.quote[start:end]
