"""To which source: a statement to be given back to one of at least three sources of one form in the article."""

import re
from dataclasses import dataclass

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import touchy, worded
from quizapp.extraction.families.voices import content_of, stands_alone
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.patterns import kept
from quizapp.extraction.saying import bare, explained, inside_quotes, shortened

FAMILY = "source"
_STEMS = {
    "it": (
        "A quale fonte attribuisce l’articolo questa informazione? «{content}»",
        "A quale fonte attribuisce un articolo del {day} questa informazione? «{content}»",
    ),
    "en": (
        "To which source does the article attribute this information? “{content}”",
        "To which source does an article of {day} attribute this information? “{content}”",
    ),
}
_OTHER = {
    "it": "L’articolo le attribuisce un’altra cosa: «{quote}»",
    "en": "The article attributes something else to it: “{quote}”",
}
_FORMS = {
    "it": {
        "agency": r"(?:l')?agenzia\b",
        "ministry": r"(?:il )?(?:ministero|dicastero)\b",
        "government": r"(?:il )?governo\b",
        "sources": r"(?:le |alcune )?fonti\b",
        "officials": r"(?:i )?funzionari\b|(?:le )?autorità\b",
        "experts": r"(?:gli |alcuni )?(?:esperti|analisti|scienziati|ricercatori)\b",
    },
    "en": {
        "agency": r"(?:the )?[\w ]*\bnews agency\b",
        "ministry": r"(?:the )?[\w' ]*\b[Mm]inistry\b",
        "government": r"(?:the )?[\w' ]*\bgovernment\b",
        "sources": r"[\w ]*\bsources\b",
        "officials": r"[\w ]*\b(?:officials|authorities)\b",
        "experts": r"[\w ]*\b(?:experts|analysts|scientists|researchers)\b",
    },
}
_FEWEST, _MOST = 3, 4


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something, and of which form their name is."""

    name: str
    form: str
    fact: Fact


def draft(context: Context) -> list[Draft]:
    """One item per form of source, for the statement that carries the article most."""
    found = []
    named = sources(context)
    for form in dict.fromkeys(each.form for each in named):
        alike = [each for each in named if each.form == form]
        if len(alike) >= _FEWEST and (made := _best(context, alike)):
            found.append(made)
    return found


def sources(context: Context) -> list[Source]:
    """Every source that is no person, once, with the first sentence that quotes it."""
    found: dict[str, Source] = {}
    for fact in context.facts:
        holder = fact.reading.holder
        if holder is None or fact.reading.form is None or fact.reading.kind not in {Kind.CLAIM, Kind.FORECAST}:
            continue
        name = bare(holder, context.lang)
        form = form_of(name, context.lang)
        if form and not any(_same(name, other) for other in found):
            found[name] = Source(name, form, fact)
    return list(found.values())


def form_of(name: str, lang: str) -> str | None:
    """What a source is: one of the forms of the language, `house` for an organisation of the tables, or None."""
    plain = name.replace("’", "'")
    for form, pattern in _FORMS[lang].items():
        if kept(pattern).match(plain):
            return form
    known = lexicon(lang).organisation_names
    bare_name = re.sub(r"^(?:the |il |lo |la |i |gli |le |l')", "", plain)
    return "house" if bare_name in known else None


def _same(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _best(context: Context, alike: list[Source]) -> Draft | None:
    for each in sorted(alike, key=lambda source: -source.fact.score):
        content = content_of(context, each.fact)
        if content is None or touchy(context, each.fact) or not stands_alone(context, content):
            continue
        if each.fact.reason in {None, "relative-time"} and each.name.lower() not in content.lower():
            return _draft(context, each, [other for other in alike if other is not each], content)
    return None


def _draft(context: Context, key: Source, others: list[Source], content: str) -> Draft:
    options = [option(_capital(key.name), key=True)]
    options += [
        option(_capital(each.name), _OTHER[context.lang].format(quote=shortened(context, each.fact)))
        for each in others[: _MOST - 1]
    ]
    context.chance(FAMILY, key.fact.sentence.index).shuffle(options)
    return Draft(
        family=FAMILY,
        facts=(key.fact,),
        type="choice",
        stem=worded(context, _STEMS, content=inside_quotes(content, context.lang)),
        own={"options": options},
        explanation=explained(context, key.fact),
        focus=key.name.lower(),
        kind=key.fact.reading.kind,
        holder=key.fact.reading.holder,
        shows=content.lower(),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
