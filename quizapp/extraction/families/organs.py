"""Which body: an institution, a company or a party of our tables taken out of its sentence, among others of its kind."""

import re
from collections.abc import Iterator
from itertools import islice

from quizapp.extraction.agreement import attach, with_article, with_preposition
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.entities import Entity, named_things
from quizapp.extraction.entries import Named, Organisation
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import touchy
from quizapp.extraction.families.bodies import kind_of
from quizapp.extraction.families.lands import free_after
from quizapp.extraction.families.options import Gap, Other, choice, said_elsewhere
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.places import FORMS

FAMILY = "gap-body"
_WRONG = 3
_DETERMINER = {
    "it": re.compile(
        r"(?:^|(?<= ))(?P<word>(?:[Dd]e|[Aa]|[Dd]a|[Ss]u)(?:l|llo|lla|ll'|i|gli|lle)|[Ii]l|[Ll]o|[Ll]a|[Ll]'|di|a|da|per) ?$"
    ),
    "en": re.compile(r"(?:^|(?<= ))(?P<word>[Tt]he) $"),
}
_GREAT = frozenset(
    "Onu|Nato|Unione europea|Unione africana|Lega araba|Oms|United Nations|NATO|European Union|African Union|Arab League|"
    "World Health Organization|Commissione europea|Parlamento europeo|Bce|European Commission|European Parliament|"
    "European Central Bank|International Monetary Fund|Fmi|World Bank|Banca mondiale".split("|")
)
"""Those that a reader of the news knows: no wrong option that nobody would take."""
_AFTER = re.compile(r"(?:[.,;]|$| (?:[a-zà-ÿ]|è))")
_NAME_BEFORE = re.compile(r"[A-ZÀ-Þ][\w-]+ (?:of |di |del |della )?$|-$")


def draft(context: Context) -> list[Draft]:
    """At most one body per sentence, crime and harm aside."""
    found = (_body(context, fact) for fact in context.datable() if not touchy(context, fact))
    return [each for each in found if each is not None]


def _body(context: Context, fact: Fact) -> Draft | None:
    shade = fact.sentence.shade
    named = [each for each in named_things(shade, context.lang) if each.type == "organisation"]
    if len({each.usual for each in named}) != 1 or len(named) != 1:
        return None
    each = named[0]
    own = lexicon(context.lang).organisations[each.usual]
    inside = shade[: each.start].count('"') % 2
    if inside or own.number == "p" or not _AFTER.match(shade, each.end) or not free_after(context, shade[each.end :]):
        return None
    determiner = _DETERMINER[context.lang].search(shade[: each.start])
    start = determiner.start("word") if determiner else each.start
    word = determiner["word"].lower() if determiner else ""
    hangs = context.lang == "it" and not determiner and own.article
    if hangs or _NAME_BEFORE.search(shade[:start]):
        return None
    others = [
        Other(_placed(word, other, context.lang), source)
        for other, source in islice(_others(context, fact, each, own, free=word in FORMS), _WRONG)
    ]
    if len(others) < _WRONG:
        return None
    key = fact.sentence.quote[start : each.end]
    return choice(
        context,
        fact,
        Gap(FAMILY, start, each.end, key[:1].lower() + key[1:] if word else key, each.usual),
        others,
    )


def _others(
    context: Context, fact: Fact, focus: Entity, own: Organisation, *, free: bool
) -> Iterator[tuple[Organisation, Fact | None]]:
    """Bodies of the same kind, those of the article first; as a subject each must agree as the right one does."""
    table, kind = lexicon(context.lang).organisations, kind_of(context.lang, focus.usual)
    if kind is None:
        return
    cited: dict[str, Fact] = {}
    for other in context.facts:
        for each in named_things(other.sentence.shade, context.lang):
            if each.type == "organisation" and other is not fact:
                cited.setdefault(each.usual, other)
    rest = [usual for usual in table if usual not in cited and table[usual].country == own.country]
    context.chance("organs", fact.sentence.index).shuffle(rest)
    rest.sort(key=lambda usual: usual not in _GREAT)
    for usual in [*cited, *rest]:
        each_one = table[usual]
        names = {each_one.name, *(alias.name for alias in each_one.aliases)}
        agrees = each_one.number == own.number and (free or each_one.gender == own.gender)
        apart = usual != focus.usual and not any(name in fact.sentence.shade for name in names)
        if apart and agrees and kind_of(context.lang, usual) == kind and not said_elsewhere(context, fact, usual):
            yield each_one, cited.get(usual)


def _placed(word: str, body: Organisation, lang: str) -> str:
    named = Named(body.name, body.article, body.gender, body.number)
    if lang == "en":
        return with_article(named) if word else body.name
    if word in FORMS:
        return with_preposition(FORMS[word], named, "’")
    return attach(word, body.name) if word == "per" else with_article(named, "’")
