"""Who did it: the one person of a sentence taken out, with office and apposition, among the others of the article."""

import re

from quizapp.core.finding import bounded, names
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import touchy
from quizapp.extraction.families.offices import office_before
from quizapp.extraction.families.options import Gap, Other, choice, said_elsewhere
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.people import full_names

FAMILY = "gap-person"
_FEWEST, _MOST = 2, 3
_FREE_BEFORE = {
    "it": re.compile(r"(?:^|, |\b(?:da|di|a|con|per|tra|fra|secondo|Secondo) )$"),
    "en": re.compile(r"(?:^|, |\b(?:by|with|to|of|from|for|that|said|between|against|According to|according to) )$"),
}
_ARTICLE = {"it": re.compile(r"(?:^|(?<= ))(?:[Ii]l |[Ll]o |[Ll]a |[Ll]')$"), "en": re.compile(r"(?:^|(?<= ))[Tt]he $")}
_APPOSITION = re.compile(
    r", (?:(?:il|lo|la|l'|un|una|un'|già|the|an?|who|che|guidat\w+|presiedut\w+) ?)?(?P<head>[\w'-]+)[^,;:.\"()]{0,90},(?= )"
)
_AGREEING = {
    "it": re.compile(
        r"\b(?:è|era|fu|sarà|viene|venne|veniva|verrà|stat[oa]|essere) (?:stat[oa] )?\w+[oa]\b|\b(?:lui|lei|egli|ella|lo stesso|la stessa|"
        r"un[oa] dei|l'ex|nat[oa])\b"
    ),
    "en": re.compile(
        r"\b(?:he|she|him|her|his|hers|himself|herself|husband|wife|mother|father|son|daughter)\b", re.IGNORECASE
    ),
}
_FOLLOWED = re.compile(r"(?:'s?\b|-\w| (?:[A-ZÀ-Þ]|(?:e|and|&) [A-ZÀ-Þ]))")


def draft(context: Context) -> list[Draft]:
    """At most one person per sentence, crime and harm aside."""
    if context.grave:
        return []
    found = (_person(context, fact) for fact in context.datable() if not touchy(context, fact))
    return [each for each in found if each is not None]


def _person(context: Context, fact: Fact) -> Draft | None:
    shade = fact.sentence.shade
    named = [name for name in context.people if names(_surname(name), shade)]
    if len({_surname(name) for name in named}) != 1 or '"' in shade or fact.sentence.lead:
        return None
    name = named[0]
    at = shade.find(name)
    if at < 0 or sum(1 for _start in bounded(_surname(name), shade)) != 1:
        return None
    span = _whole(context, shade, at, at + len(name))
    others = _others(context, fact, name)
    if span is None or len(others) < _FEWEST:
        return None
    rest = shade[: span[0]] + " " + shade[span[1] :]
    if _AGREEING[context.lang].search(rest) or any(part in rest for part in name.split() if len(part) > _LEAST):
        return None
    return choice(context, fact, Gap(FAMILY, *span, fact.sentence.quote[at : at + len(name)], name), others[:_MOST])


_LEAST = 3


def _whole(context: Context, shade: str, start: int, end: int) -> tuple[int, int] | None:
    """The name with its office before it and what is said of the person after it; None where an article, or a name it
    belongs to, would be left hanging."""
    if _FOLLOWED.match(shade, end):
        return None
    if shade.startswith(", ", end):
        after = _APPOSITION.match(shade, end)
        if after is None or after["head"].lower() not in lexicon(context.lang).role_nouns:
            return None
        end = after.end()
    office = office_before(context, shade, start)
    if office is not None:
        start = office
        article = _ARTICLE[context.lang].search(shade[:start])
        start = article.start() if article else start
    if not _FREE_BEFORE[context.lang].search(shade[:start]):
        return None
    if office is not None and start and not shade[:start].endswith(", "):
        return None
    return start, end


def _others(context: Context, fact: Fact, name: str) -> list[Other]:
    """Persons of the article, each where another sentence first names them, of whom the same is not said elsewhere."""
    found: dict[str, Other] = {}
    for other in context.facts:
        for each in full_names(other.sentence.shade):
            surname = _surname(each)
            known = each in context.people and " di " not in each and surname != _surname(name) and not _kin(each, name)
            if other is not fact and known and surname not in found and not said_elsewhere(context, fact, surname):
                found[surname] = Other(each, other)
    return sorted(found.values(), key=lambda each: abs((each.source or fact).sentence.index - fact.sentence.index))


def _kin(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def _surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]
