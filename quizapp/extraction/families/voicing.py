"""Who speaks in an article: persons, bodies and countries by name, as answers and as each other's wrong options."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.core.finding import names
from quizapp.extraction.agreement import with_article
from quizapp.extraction.draft import Context, option
from quizapp.extraction.entities import named_things
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.answers import LOOSE, accepted, names_of, surnames
from quizapp.extraction.families.offices import offices
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.people import full_names
from quizapp.extraction.places import countries, mentions, related
from quizapp.extraction.saying import shortened

_SPOKEN = {
    "it": "Nell’articolo dice un’altra cosa: «{quote}»",
    "en": "In the article they say something else: “{quote}”",
}
_NAMED = {
    "it": "L’articolo ne parla, ma non come chi dice questo: «{quote}»",
    "en": "The article mentions them, but not as saying this: “{quote}”",
}
_FEWEST, _MOST = 2, 3
_TWO = r"[A-ZÀ-Þ][\w'-]+ (?:al-|el-|de |di |von |van )?[A-ZÀ-Þ][\w'-]+"
_ADVERB_AFTER = re.compile(r",? (?:further|also|later|then|has|have|had|infatti|inoltre|poi|anche|però|repeatedly| )+$")
_SEVERAL = re.compile(r"[A-ZÀ-Þ][\w'-]+,? (?:and|e|ed|o|or) (?:the |il |la |lo |l')?[A-ZÀ-Þ]")
_ON_BEHALF = re.compile(
    r"'s? [a-z]|\b(?:portavoce|staff|ufficio|fonti|legale|avvocato|difensore|spokes\w+|lawyer|aide|office|sources?)\b|"
    r"\b(?:di|del|della|dell'|da|for|of|to) (?=[A-ZÀ-Þ][\w'-]+ (?:(?:de|di|von|van|al|bin|der) ?)*[A-ZÀ-Þ][\w'-]+$)"
)
"""«il portavoce di Mario Rossi», "Mario Rossi's office": another than the one named."""
_NOT_ALONE = re.compile(r"\b(?:and|e|ed|MV|SS|HMS|USS) $")
"""Before a name: another one, or what makes it a ship's."""
_ACRONYM = re.compile(r"[A-Z]{2,6}|Bce|Onu|Nato|Ue|Istat|Fao|Oms|Inps|Confindustria|Bankitalia")
_BODY = re.compile(
    r"(?:(?:The|the|[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e) |[Ll]')?"
    r"(?P<name>[A-ZÀ-Þ][\w&.-]+(?: (?:of|for|and|the|on|di|del|della|dell'|dei|degli|delle|per|e|d') ?[A-ZÀ-Þ]?[\w-]+| [A-ZÀ-Þ][\w-]+){0,6})"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who can be an answer: a person, a body or a country, as an option shows them, and where the article has them."""

    form: str
    shown: str
    key: str
    """What two names of the same voice share: a surname, a code, a name without its article."""
    fact: Fact
    speaks: bool


def speaking(context: Context) -> list[tuple[Fact, Voice]]:
    """Every sentence in which one voice by name says something."""
    return [
        (fact, voice)
        for fact in context.facts
        if fact.reading.form is not None and (voice := voice_of(context, fact)) is not None
    ]


def voice_of(context: Context, fact: Fact) -> Voice | None:
    """Who speaks in a sentence, where it is one person, one country or one body by name."""
    holder = _ADVERB_AFTER.sub("", (fact.reading.holder or "").replace("’", "'").strip(" ,"))
    before = fact.sentence.shade[: (fact.reading.holder_span or (0, 0))[0]]
    return None if _NOT_ALONE.search(before) else voice_named(context, holder, fact)


def voice_named(context: Context, holder: str, fact: Fact) -> Voice | None:
    """The one person, country or body that a holder names; None where somebody speaks for them."""
    if _SEVERAL.search(holder) or _ON_BEHALF.search(holder):
        return None
    persons = _persons(context, holder) or _titled(context, holder)
    if len(persons) == 1:
        return Voice("person", persons[0], _surname(persons[0]), fact, speaks=True)
    if persons:
        return None
    by_surname = [name for name in context.people if holder == name.rsplit(" ", 1)[-1]]
    if len(by_surname) == 1:
        return Voice("person", by_surname[0], holder, fact, speaks=True)
    return _country(context, holder, fact) or _body(context, holder, fact)


def _persons(context: Context, holder: str) -> tuple[str, ...]:
    """The full names in a holder, organisations left out and without a «Secondo» before them."""
    names = (name.removeprefix("Secondo ") for name in full_names(holder))
    return tuple(name for name in names if name in context.people)


def _titled(context: Context, holder: str) -> tuple[str, ...]:
    """«president Okey Oramah», «Navi Pillay, the … Commissioner»: a name known by the office beside it."""
    offices_named = lexicon(context.lang).role_nouns
    before = re.fullmatch(rf"(?P<office>.*\b(?P<head>[\w-]+),?) (?P<name>{_TWO})", holder)
    if before and before["head"].lower() in offices_named:
        return (before["name"],)
    after = re.fullmatch(rf"(?P<name>{_TWO}), (?P<office>.+)", holder)
    if after and any(word.lower() in offices_named for word in re.findall(r"[\w-]+", after["office"])):
        return (after["name"],)
    return ()


def _country(context: Context, holder: str, fact: Fact) -> Voice | None:
    named = mentions(holder, context.lang)
    if len(named) != 1 or (named[0].start, named[0].end) != (0, len(holder)):
        return None
    country = countries(context.lang)[named[0].iso]
    return Voice("country", _capital(with_article(country)), country.code, fact, speaks=True)


def _body(context: Context, holder: str, fact: Fact) -> Voice | None:
    match = _BODY.fullmatch(holder)
    if match is None or (related(match["name"], context.lang) and not _known(context, match["name"])):
        return None
    words = match["name"].split()
    if len(words) == 1 and not (_known(context, match["name"]) or _ACRONYM.fullmatch(match["name"])):
        return None
    return Voice("body", _capital(holder), match["name"], fact, speaks=True)


def _known(context: Context, name: str) -> bool:
    return name in lexicon(context.lang).organisation_names


def everybody(context: Context, spoken: Sequence[Voice]) -> list[Voice]:
    """Everybody who may be an answer, each once: those who speak, persons in office, countries and bodies named."""
    found: dict[tuple[str, str], Voice] = {}
    held = (Voice("person", each.person, _surname(each.person), each.fact, speaks=False) for each in offices(context))
    for voice in (*spoken, *held, *_mentioned(context)):
        found.setdefault((voice.form, voice.key), voice)
    return list(found.values())


def _mentioned(context: Context) -> Iterator[Voice]:
    table = lexicon(context.lang)
    for fact in context.facts:
        for each in mentions(fact.sentence.shade, context.lang):
            country = countries(context.lang)[each.iso]
            yield Voice("country", _capital(with_article(country)), country.code, fact, speaks=False)
        for named in named_things(fact.sentence.shade, context.lang):
            if named.type == "organisation":
                body = table.organisations[named.usual]
                yield Voice("body", _capital(with_article(body)), body.name, fact, speaks=False)  # type: ignore[arg-type]


def _surname(person: str) -> str:
    return person.rsplit(" ", 1)[-1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def answered(
    context: Context, fact: Fact, voice: Voice, voices: Sequence[Voice], shown: str
) -> tuple[str, dict[str, Any]]:
    """The type of an item that asks for the voice, and its own keys: among like voices where the article has two more
    that what is shown does not name, else to be typed."""
    if voice.form == "body":  # a body and a part of it may both be said to speak
        return "text", to_be_typed(context, voice)
    others = [each for each in voices if each.form == voice.form and _may_be(context, each, voice, fact, shown)][:_MOST]
    if len(others) >= _FEWEST:
        return "choice", _among(context, fact, voice, others)
    return "text", _typed(context, voice, others)


def _may_be(context: Context, other: Voice, voice: Voice, fact: Fact, shown: str) -> bool:
    """Whether a voice can be a wrong option: neither in what is shown nor beside the speaker, not saying the like."""
    if (
        other.key in {voice.key, *voice.key.split()}
        or other.key.lower() in shown.lower()
        or names(other.key, fact.sentence.shade)
    ):
        return False
    if other.form == "country" and other.key in related(fact.sentence.shade, context.lang):
        return False
    return not (other.speaks and context.same_things(other.fact, fact))


def _why(context: Context, other: Voice) -> str:
    phrase = _SPOKEN if other.speaks else _NAMED
    return phrase[context.lang].format(quote=shortened(context, other.fact))


def _among(context: Context, fact: Fact, voice: Voice, others: list[Voice]) -> dict[str, Any]:
    options = [option(voice.shown, key=True), *(option(each.shown, _why(context, each)) for each in others)]
    context.chance("voice", fact.sentence.index).shuffle(options)
    return {"options": options}


def to_be_typed(context: Context, voice: Voice) -> dict[str, Any]:
    """The keys of an item that asks for the voice's name alone."""
    return _typed(context, voice, [])


def _typed(context: Context, voice: Voice, others: list[Voice]) -> dict[str, Any]:
    """The name to be typed, in full or for short, and why another voice of the article is not the one."""
    if voice.form == "person":
        held = [each.role for each in offices(context) if each.person == voice.shown]
        names = [voice.shown, *surnames(voice.shown), *(f"{role} {voice.key}" for role in held), *held]
    elif voice.form == "country":
        names = names_of(countries(context.lang)[voice.key], voice.shown)
    else:
        names = [voice.shown, voice.key, *_aliases(context, voice.key)]
    foreseen = [{"text": each.shown, "fraction": 0, "feedback": _why(context, each)} for each in others]
    return {"answers": [*accepted(names), *foreseen], "match": dict(LOOSE)}


def _aliases(context: Context, name: str) -> list[str]:
    """The other names of a body that the tables know."""
    table = lexicon(context.lang)
    usual = table.organisation_names.get(name)
    return [alias.name for alias in table.organisations[usual].aliases] + [usual] if usual else []
