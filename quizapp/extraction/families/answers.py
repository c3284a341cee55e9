"""Short answers: a country, a person in a public role or an institution, asked for with «Quale Paese …?», «Chi …?»."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from quizapp.core.finding import names
from quizapp.extraction.agreement import attach, definite, with_article
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.entries import Country
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import asked_in, central, touchy
from quizapp.extraction.families.bodies import Body, body_at, lexicon_heads
from quizapp.extraction.families.subjects import (
    Subject,
    fronted,
    is_state,
    masculine,
    other_country,
    shorter,
    subject_of,
    unique,
)
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.places import countries, mentions, related
from quizapp.extraction.saying import answering, shortened

FAMILY = "short-answer"
_COUNTRY = {"it": "quale Paese{aside} {rest}?", "en": "which country{aside} {rest}?"}
_WHO = {"it": "chi {rest}?", "en": "who {rest}?"}
_BODY = {"it": "quale {noun} {rest}?", "en": "which {noun} {rest}?"}
_CAPITAL = {
    "it": "{capital} è la capitale: qui serve il nome del Paese.",
    "en": "{capital} is the capital: the name of the country is wanted.",
}
_MENTIONED = {
    "it": "L’articolo ne parla, ma per altro: «{quote}»",
    "en": "The article mentions it, but for something else: “{quote}”",
}
_NOT_IN_OFFICE = re.compile(
    r"\b(?:ex|former|già|moglie|marito|figli[oa]|padre|madre|wife|husband|son|daughter|father|mother|couple)\b",
    re.IGNORECASE,
)
_NEAR_START = 70
_LONGEST_ROLE = 12
_MOST_FORESEEN = 2
LOOSE = {"case": False, "accents": False, "punctuation": False, "spaces": False}


def draft(context: Context) -> list[Draft]:
    """At most one question per sentence, and only where its grammar is sure."""
    found = []
    for fact in context.datable():
        if central(context, fact) and not touchy(context, fact):
            short = shorter(context, fact)
            made = _country(context, short) or _person(context, short) or _institution(context, short)
            found.extend([made] if made else [])
    return found


def _country(context: Context, fact: Fact) -> Draft | None:
    table = countries(context.lang)
    named = mentions(fact.sentence.shade, context.lang)[:1]
    if not named or table[named[0].iso].disputed:
        return None
    country, name = table[named[0].iso], named[0].name
    subject = subject_of(context, fact, name)
    if subject is None or country.number != "s" or not is_state(country) or not _hidden(context, subject, country):
        return None
    turned = masculine(context.lang, subject)
    if turned is None or not unique(context, subject, other_country(context.lang, fact.sentence.shade)):
        return None
    question = _COUNTRY[context.lang].format(aside=turned.aside, rest=turned.rest)
    answers = [*accepted(names_of(country, name)), *foreseen(context, fact, country)]
    return _draft(context, subject, question, answers, country.name)


def _hidden(context: Context, subject: Subject, country: Country) -> bool:
    """Whether the rest of the sentence shows neither the country nor its capital nor its people."""
    shown = f"{subject.aside} {subject.rest}".replace("’", "'")
    return country.code not in related(shown, context.lang)


def names_of(country: Country, written: str) -> list[str]:
    """Every name of a country, with and without its article, the one of the article first."""
    named = [with_article(country), *(with_article(alias) for alias in country.aliases)]
    return [written, country.name, *(alias.name for alias in country.aliases), *named]


def foreseen(context: Context, fact: Fact, country: Country) -> list[dict[str, Any]]:
    """The capital, and countries of the article that the question may be taken to be about."""
    table, found = countries(context.lang), []
    shown = related(fact.sentence.shade, context.lang)
    if country.capital and country.capital != country.name:
        said = _CAPITAL[context.lang].format(capital=country.capital)
        found.append({"text": country.capital, "fraction": 0, "feedback": said})
    for other in context.facts:
        for each in mentions(other.sentence.shade, context.lang) if other.reason is None else ():
            if each.iso not in shown and not any(one["text"] == table[each.iso].name for one in found):
                said = _MENTIONED[context.lang].format(quote=shortened(context, other))
                found.append({"text": table[each.iso].name, "fraction": 0, "feedback": said})
    return found[: _MOST_FORESEEN + 1]


def _person(context: Context, fact: Fact) -> Draft | None:
    """Somebody in a public role, named first: «Il ministro russo Sergej Lavrov ha chiesto …»."""
    shade = fact.sentence.shade
    person = next((name for name in context.people if 0 <= shade.find(name) < _NEAR_START), None)
    if person is None:
        return None
    before = shade[fronted(context, fact) : shade.index(person)]
    opening = f"{before}{person}{',' if before.rstrip().endswith(',') else ''}"
    subject = subject_of(context, fact, opening)
    if subject is None or not _public(context, before or subject.aside) or _is_passive(context, subject):
        return None
    short = surnames(person)
    if any(names(name, subject.rest) for name in short) or _WITH_ANOTHER.search(before):
        return None
    question = _WHO[context.lang].format(rest=subject.rest)
    return _draft(context, subject, question, accepted([person, *short, *_with_office(subject.name, before)]), person)


_CIRCUMSTANCE = re.compile(
    r"(?:Late|Early|Earlier|During|After|Before|Following|On|In|At|Dopo|Durante|Nel|Nella|Ieri|Oggi|A)\b"
)
_SHORTEST_OFFICE = 2


def _with_office(name: str, before: str) -> list[str]:
    """The office with the name and alone, without the circumstance that opens the sentence."""
    if _CIRCUMSTANCE.match(name):
        return []
    office = before.strip().rstrip(",")
    return [name.rstrip(","), *([office] if len(office.split()) >= _SHORTEST_OFFICE else [])]


_WITH_ANOTHER = re.compile(r"[A-ZÀ-Þ][\w'-]+,? (?:and|e|ed) ")
_FAMILY_FIRST = frozenset(
    "Kim Xi Li Wang Zhang Lee Park Choi Moon Yoon Chen Liu Wu Zhao Hu Wen Deng Mao Nguyen Tran Pham Ban".split()
)
_NUMERAL = re.compile(r"[IVX]+")
_PARTICLES = frozenset("von van de di del della bin al".split())
_SHORTEST_SURNAME = 3


def surnames(person: str) -> list[str]:
    """What a person may be called by for short: the last name, or the first where family names come first."""
    words = person.split()
    if _NUMERAL.fullmatch(words[-1]):
        return words[:1]
    found = [words[0]] if words[0] in _FAMILY_FIRST else []
    family_alone = bool(found) and len(words) > 2
    particle = next((place for place, word in enumerate(words[1:], 1) if word in _PARTICLES), None)
    found += [" ".join(words[particle:])] if particle else []
    return found if family_alone or len(words[-1]) < _SHORTEST_SURNAME else [*found, words[-1]]


def _public(context: Context, role: str) -> bool:
    """Whether the words beside a name say a public office, with nothing but it."""
    table = lexicon(context.lang).role_nouns
    words = re.findall(r"[\w-]+", role.lower())
    held = [word for word in words if any(each.public for each in table.get(word, ()))]
    return bool(held) and not _NOT_IN_OFFICE.search(role) and len(words) <= _LONGEST_ROLE


def _is_passive(context: Context, subject: Subject) -> bool:
    """«è stata eletta» would have to agree with «chi»."""
    return context.lang == "it" and any(
        each.lemma == "essere" for each in lexicon("it").auxiliaries.get(subject.verb[0], ())
    )


def _institution(context: Context, fact: Fact) -> Draft | None:
    body = body_at(context, fronted(context, fact), fact.sentence.shade)
    subject = subject_of(context, fact, body.written) if body else None
    if body is None or subject is None or subject.aside or _disagrees(context, subject, body):
        return None
    if any(names(name, subject.rest) for name in body.names) or _echoed(context, subject, body):
        return None
    question = _BODY[context.lang].format(noun=body.noun, rest=subject.rest)
    of_a_land = body.noun.startswith("country’s")
    called = [*body.names, body.written] if of_a_land else [body.written, *body.names]
    return _draft(context, subject, question, accepted([*called, *_articled(context, called, body)]), body.names[0])


def _articled(context: Context, names: Sequence[str], body: Body) -> list[str]:
    """The same names after their article: «l’Unione africana» is as right as «Unione africana»."""
    if context.lang != "it":
        return [f"the {name}" for name in names if not name.startswith("the ")]
    organisation = lexicon("it").organisations.get(body.names[0])
    gender = organisation.gender if organisation else body.gender
    return [attach(definite(name, gender, "s"), name, "’") for name in names if name[:1].isupper()]


_ROOT = 5


def _echoed(context: Context, subject: Subject, body: Body) -> bool:
    """Whether the rest has a word of the same root as the name: «laghi lombardi» tells «Lombardia»."""
    said = {word[:_ROOT].lower() for word in re.findall(r"[\w-]{5,}", subject.rest)}
    own = {word[:_ROOT].lower() for word in re.findall(r"[A-ZÀ-Þ][\w-]{4,}", body.written)} - {
        body.noun[:_ROOT].lower()
    }
    return body.noun in lexicon_heads(context.lang) and bool(said & own)


def _disagrees(context: Context, subject: Subject, body: Body) -> bool:
    """«La Nasa è stata …» keeps its ending only beside a noun of its own gender."""
    organisation = lexicon(context.lang).organisations.get(body.names[0])
    return _is_passive(context, subject) and (organisation is not None and organisation.gender != body.gender)


def accepted(names: Iterable[str]) -> list[dict[str, Any]]:
    """Each spelling once; case, accents and punctuation do not matter."""
    seen: dict[str, str] = {}
    for name in names:
        plain = name.strip()
        seen.setdefault(re.sub(r"[^\w]+", " ", plain.lower()).strip(), plain)
    return [{"text": text, "fraction": 1} for text in seen.values()]


def _draft(context: Context, subject: Subject, question: str, answers: list[dict[str, Any]], focus: str) -> Draft:
    fact = subject.fact
    stem = asked_in(context, fact, subject.when + question.replace(" ,", ","), focus)
    return Draft(
        family=FAMILY,
        facts=(fact,),
        type="text",
        stem=stem,
        own={"answers": answers, "match": dict(LOOSE)},
        explanation=answering(context, (fact,), answers[0]["text"]),
        focus=focus.lower(),
        kind=None if fact.reading.mixed else fact.reading.kind,
        holder=fact.reading.holder,
        shows=stem.lower(),
    )
