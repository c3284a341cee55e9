"""Which countries: two or more that are the subject of one verb, to be picked among others of the article."""

import re
from dataclasses import dataclass

from quizapp.extraction.agreement import with_article
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.entries import Country
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import asked_in, central, touchy
from quizapp.extraction.families.subjects import clause_of, fronted, is_state
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.places import countries, mentions, neighbours, related
from quizapp.extraction.saying import explained, shortened

FAMILY = "multiple-subjects"
_ASK = {"it": "quali Paesi {rest}?", "en": "which countries {rest}?"}
_BETWEEN = {"it": re.compile(r"(?:, | e | ed |, e )"), "en": re.compile(r"(?:, | and |, and )")}
_WHOLE = {
    "it": "L’articolo nomina anche questo Paese: «{quote}»",
    "en": "The article names this country too: “{quote}”",
}
_OTHERWISE = {
    "it": "L’articolo ne parla, ma per altro: «{quote}»",
    "en": "The article mentions it, but for something else: “{quote}”",
}
_LEAST, _OPTIONS = 2, 5
_PLACE_AFTER = re.compile(r" (?:del|dello|della|di|of) [A-ZÀ-Þ]|[-']")


@dataclass(frozen=True, slots=True)
class Subjects:
    """The countries that open a sentence, and the sentence from its verb on."""

    fact: Fact
    named: tuple[Country, ...]
    rest: str
    when: str


def draft(context: Context) -> list[Draft]:
    """One item per sentence that opens with coordinated countries and nothing else."""
    found = []
    for fact in context.datable():
        if central(context, fact) and not touchy(context, fact) and (made := subjects(context, fact)):
            drafted = _draft(context, made)
            found.extend([drafted] if drafted else [])
    return found


def subjects(context: Context, fact: Fact) -> Subjects | None:
    """Countries joined by commas and «e» from the first word to a verb in the plural."""
    shade, lang = fact.sentence.shade, context.lang
    table = countries(lang)
    named: list[Country] = []
    start = here = fronted(context, fact)
    for each in mentions(shade, lang):
        gap = shade[here : each.start]
        if (named and not _BETWEEN[lang].fullmatch(gap)) or (not named and gap):
            break
        named.append(table[each.iso])
        here = each.end
    rest = clause_of(context, shade, here + 1)
    if not all(is_state(each) for each in named):
        return None
    if len(named) < _LEAST or len(set(named)) < len(named) or rest is None or _PLACE_AFTER.match(shade[here:]):
        return None
    if not _plural(rest, lang) or related(rest, lang) & {each.code for each in named}:
        return None
    written = fact.sentence.quote[here + 1 :].rstrip(" .")
    return Subjects(fact, tuple(named), written, fact.sentence.quote[:start])


def _plural(rest: str, lang: str) -> bool:
    """Whether the rest opens with a verb in the third person plural that «quali Paesi» can stand before."""
    table = lexicon(lang)
    words = re.findall(r"[\w']+", rest)[:2]
    first = words[0] if words else ""
    if first in table.auxiliaries:
        third = any(each.person == 3 and each.number == "p" for each in table.auxiliaries[first])
        essere = any(each.lemma == "essere" for each in table.auxiliaries[first])
        participle = table.participles.get(words[1], ()) if len(words) > 1 else ()
        agrees = any(each.gender in {"m", ""} and each.number in {"p", ""} for each in participle)
        return third and bool(participle) and (lang == "en" or not essere or agrees)
    readings = table.finite_verbs.get(first, ())
    if first in table.noun_like:
        return False
    return any(each.number == "p" or (lang == "en" and each.tense == "past") for each in readings)


def _draft(context: Context, made: Subjects) -> Draft | None:
    wrong = _wrong(context, made)
    if len(wrong) < _LEAST:
        return None
    why = _WHOLE[context.lang].format(quote=shortened(context, made.fact))
    options = [option(_shown(context, each), why, key=True) for each in made.named]
    options += wrong[: max(_LEAST, _OPTIONS - len(options))]
    context.chance(FAMILY, made.fact.sentence.index).shuffle(options)
    key = " ".join(each.name for each in made.named)
    stem = asked_in(context, made.fact, made.when + _ASK[context.lang].format(rest=made.rest), key)
    return Draft(
        family=FAMILY,
        facts=(made.fact,),
        type="multiple",
        stem=stem,
        own={"options": options},
        explanation=explained(context, made.fact),
        focus=key.lower(),
        kind=None if made.fact.reading.mixed else made.fact.reading.kind,
        holder=made.fact.reading.holder,
        shows=stem.lower(),
    )


def _wrong(context: Context, made: Subjects) -> list[dict[str, object]]:
    """Countries of other sentences first, one at least; then those of the same part of the world."""
    table, shown = countries(context.lang), related(made.fact.sentence.shade, context.lang)
    found: dict[str, dict[str, object]] = {}
    for other in context.facts:
        if other is made.fact or context.same_things(other, made.fact):
            shown = shown | (related(other.sentence.shade, context.lang) if other is not made.fact else set())
            continue
        for each in mentions(other.sentence.shade, context.lang):
            if each.iso not in shown and is_state(table[each.iso]):
                said = _OTHERWISE[context.lang].format(quote=shortened(context, other))
                found.setdefault(each.iso, option(_shown(context, table[each.iso]), said))
    if not found:
        return []
    named = related(context.shade, context.lang)
    for iso in neighbours(made.named[0].code):
        if iso not in named and iso not in found and is_state(table[iso]):
            found[iso] = option(_shown(context, table[iso]), context.say.absent)
    return [each for iso, each in found.items() if iso not in shown]


def _shown(context: Context, country: Country) -> str:
    text = with_article(country, "’" if "’" in context.text else "'")
    return text[:1].upper() + text[1:]
