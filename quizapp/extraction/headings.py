"""Title and subtitle against the body: what no sentence has, and what a sentence says otherwise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizapp.core.text import words
from quizapp.extraction.cues import FULL
from quizapp.extraction.draft import Context
from quizapp.extraction.entities import entities, people_of
from quizapp.extraction.facts import Fact
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.places import Mention, countries, mentions, related
from quizapp.extraction.quantities import Quantity, quantities
from quizapp.extraction.shadow import shadow

Part = Literal["title", "subtitle"]
_INTO = {
    "it": re.compile(r"(?P<who>[\w'-]{4,} [\w'-]{4,}) $"),
    "en": re.compile(r"(?P<who>[\w'-]{4,} [\w'-]{4,}) in (?:the )?$"),
}
_WAYS = {"it": frozenset("in nel nello nella nell' nei negli nelle a".split()), "en": frozenset({"", "the"})}
_NEAR = 0.1
_UNSUPPORTED = {
    "it": "«{name}» sta nel titolo, ma in nessuna frase dell’articolo.",
    "en": "“{name}” is in the headline, but in no sentence of the article.",
    "es": "«{name}» está en el titular, pero en ninguna frase del artículo.",
    "fr": "« {name} » est dans le titre, mais dans aucune phrase de l’article.",
}
_CONTRADICTED = {
    "it": "Nel titolo o nel sottotitolo si legge «{said}», nel testo un’altra cosa: «{quote}»",
    "en": "The headline or the subtitle says “{said}”, the text something else: “{quote}”",
}
_STEM = 6
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Misplaced:
    """«Soldati nordcoreani in Ucraina» above, «soldati nordcoreani in Russia» below."""

    part: Part
    said: str
    heading: Mention
    body: Mention
    fact: Fact


@dataclass(frozen=True, slots=True)
class Miscounted:
    """«300 deputati» above, «210 deputati» below, and 300 nowhere."""

    part: Part
    said: str
    heading: Quantity
    body: Quantity
    fact: Fact


def heading_flags(context: Context) -> list[dict[str, str]]:
    """Figures and names of the headings that no sentence has, and places that a sentence gives otherwise."""
    body = " ".join(fact.sentence.shade for fact in context.facts)
    flags = [
        _flag("headline-unsupported", heading, _UNSUPPORTED[context.lang].format(name=figure))
        for _part, heading in parts(context)
        for figure in dict.fromkeys(re.findall(r"(?<![\w-])\d+(?:[.,]\d+)*(?![\w-])", shadow(heading)))
        if not re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d])", body)
    ]
    flags += [
        _flag("headline-unsupported", heading, _UNSUPPORTED[context.lang].format(name=name))
        for name, heading in dict.fromkeys(unsupported_names(context))
    ]
    flags += [
        _flag(
            "headline-contradicted",
            each.said,
            _CONTRADICTED[context.lang].format(said=each.said, quote=each.fact.sentence.quote),
        )
        for each in misplaced(context)
    ]
    return flags


def _flag(code: str, quote: str, message: str) -> dict[str, str]:
    return {"code": code, "message": message, "quote": quote}


def parts(context: Context) -> list[tuple[Part, str]]:
    """The headings there are."""
    both: tuple[tuple[Part, str], ...] = (("title", context.title), ("subtitle", context.subtitle))
    return [(part, text) for part, text in both if text]


def misplaced(context: Context) -> Iterator[Misplaced]:
    """Whom a heading puts in one country and the body, in the same words, in another alone."""
    for part, text in parts(context) if context.lang in FULL else ():
        shade = shadow(text)
        for mention in mentions(shade, context.lang):
            who = _who(shade, mention, context.lang)
            if who is None:
                continue
            places = [(fact, each) for fact in context.facts for each in _placed(fact, who, context.lang)]
            if places and all(each.iso != mention.iso for _fact, each in places):
                fact, body = places[0]
                said = text[shade.index(who) : mention.end]
                yield Misplaced(part, said, mention, body, fact)


def _who(shade: str, mention: Mention, lang: str) -> str | None:
    """The two words that a heading puts into a country."""
    if mention.before.lower() not in _WAYS[lang] and not shade[: mention.start].endswith(" in "):
        return None
    before = shade[: mention.start]
    if lang == "it" and before.endswith(" in "):
        before = before[:-3]
    match = _INTO[lang].search(before)
    return match["who"] if match else None


def _placed(fact: Fact, who: str, lang: str) -> list[Mention]:
    """Countries into which a sentence puts the same two words."""
    found = []
    for mention in mentions(fact.sentence.shade, lang):
        said = _who(fact.sentence.shade, mention, lang)
        if said is not None and [word[:_STEM] for word in words(said)] == [word[:_STEM] for word in words(who)]:
            found.append(mention)
    return found


def miscounted(context: Context) -> Iterator[Miscounted]:
    """A figure of a heading that the body gives otherwise for the same thing, and nowhere as it is."""
    every = [(fact, each) for fact in context.facts for each in fact.quantities]
    for part, text in parts(context):
        shade = shadow(text)
        for figure in quantities(shade, context.lang, context.cues):
            alike = [
                (fact, each)
                for fact, each in every
                if each.unit == figure.unit and each.type == figure.type and _same_matter(context, fact, shade)
            ]
            if len({each.value for _fact, each in alike}) == 1 and not _stands(context, figure):
                fact, body = alike[0]
                yield Miscounted(part, text, figure, body, fact)


def _same_matter(context: Context, fact: Fact, heading: str) -> bool:
    stems = {word[:_STEM] for word in words(heading) if word not in context.cues.stop_words}
    return len(stems & fact.stems) >= _SHARED


def _stands(context: Context, figure: Quantity) -> bool:
    """Whether the body has the figure, in digits or in words, or one so near that it may be rounded."""
    spelt = {word for word, value in lexicon(context.lang).number_words.items() if value == figure.value}
    body = " ".join(fact.sentence.shade for fact in context.facts)
    if spelt & set(words(body)) or re.search(rf"(?<![\d.,]){re.escape(figure.text)}(?!\d)", body):
        return True
    near = [each for fact in context.facts for each in fact.quantities]
    return any(abs(each.value - figure.value) <= figure.value * type(figure.value)(str(_NEAR)) for each in near)


def unsupported_names(context: Context) -> Iterator[tuple[str, str]]:
    """Names of a heading that no sentence has under any name: (name, heading)."""
    body = " ".join(fact.sentence.shade for fact in context.facts)
    countries_below = related(body, context.lang)
    known = {
        each.usual for each in entities(body, context.lang, (), (), people_of(context.shade)) if each.type != "country"
    }
    for _part, text in parts(context):
        shade = shadow(text)
        for each in entities(shade, context.lang, (), (), people_of(context.shade)):
            if each.type == "country":
                code = lexicon(context.lang).country_names.get(shade[each.start : each.end])
                missing = code not in countries_below and code in countries(context.lang)
            else:
                surname = each.usual.split()[-1]
                missing = each.type in {"person", "organisation"} and each.usual not in known and surname not in body
            if missing:
                yield text[each.start : each.end], text
