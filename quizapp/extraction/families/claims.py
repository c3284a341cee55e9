"""Whose claim it is, or whether the article vouches for it: the content alone, lifted out of «X ha detto che …»."""

import re

from quizapp.core.kinds import Kind
from quizapp.extraction.cues import Cues
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.families.voices import content_of, stands_alone
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.people import full_names
from quizapp.extraction.saying import bare, explained, harmful, inside_quotes, shortened

_LONGEST_NAME = 6
_SAME = 5
_BODY = re.compile(r"(?:[Tt]he )?[A-Z][\w.-]+(?: (?:of|for|and|the|[A-Z][\w.-]+))*")


def draft(context: Context) -> list[Draft]:
    """One draft per claim of a named voice whose content stands alone."""
    voices = [(name, fact) for fact in context.facts if (name := _named(context, fact)) is not None]
    found = [_status(context, fact, name, voices) for name, fact in voices if _pure(fact)]
    return [each for each in found if each is not None]


def _named(context: Context, fact: Fact) -> str | None:
    """The holder where it is a name: a person in full, or a body without what runs after it."""
    holder = fact.reading.holder
    if holder is None:
        return None
    plain = holder.replace("’", "'")
    persons = full_names(plain)
    if persons:
        return persons[0] if len(persons) == 1 else None
    if context.lang == "en" and 2 <= len(holder.split()) <= _LONGEST_NAME and _BODY.fullmatch(plain):
        return bare(holder, context.lang)
    return None


def _pure(fact: Fact) -> bool:
    reading = fact.reading
    return reading.kind is Kind.CLAIM and not reading.mixed and reading.form in {"said-that", "according"}


def _status(context: Context, fact: Fact, name: str, voices: list[tuple[str, Fact]]) -> Draft | None:
    content = content_of(context, fact)
    other = next((each for each in voices if _surname(each[0]) != _surname(name)), None)
    if content is None or harmful(context, fact) or not _standing(context, fact, content):
        return None
    if any(_surname(each) in content.lower() for each in (name, other[0] if other else name)):
        return None
    say = context.say
    certain, supposed = say.status_options[0], say.status_options[2]
    options = [
        option(say.claimed.format(holder=name), key=True),
        option(certain, say.kind_claim.format(holder=bare(fact.reading.holder or name, context.lang))),
        option(supposed, say.not_supposed),
    ]
    if other is not None:
        why = say.other_voice.format(quote=shortened(context, other[1]))
        options.append(option(say.claimed.format(holder=other[0]), why))
    context.chance("claim", fact.sentence.index).shuffle(options)
    said = inside_quotes(content, context.lang)
    day = say.day(context.published) if context.published else ""
    return Draft(
        family="claim-status",
        facts=(fact,),
        type="choice",
        stem=say.status_dated.format(day=day, sentence=said) if day else say.status.format(titled="", sentence=said),
        own={"options": options},
        explanation=explained(context, fact),
        focus=f"claim {fact.sentence.index}",
        kind=Kind.CLAIM,
        holder=fact.reading.holder,
        shows=content.lower(),
    )


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _standing(context: Context, fact: Fact, content: str) -> bool:
    """Whether the content has a subject, no modal and no possessive, and is not stated elsewhere as a fact."""
    shade, cues = content.replace("’", "'"), context.cues
    return (
        stands_alone(context, content)
        and not without_subject(shade, context.lang)
        and not _subjunctive(shade, context.lang)
        and not _tinged(shade, cues)
        and not any(
            other.reading.kind is Kind.FACT and len(other.stems & stems_of(shade, cues)) >= _SAME
            for other in context.facts
            if other is not fact
        )
    )


def without_subject(shade: str, lang: str) -> bool:
    """An Italian clause that opens with its verb: who does it stands outside."""
    words = shade.lower().replace("'", "' ").split()
    tables = lexicon(lang)
    first = words[1] if words[0] in {"non", "si", "ci", "vi"} else words[0]
    known = first in tables.finite_verbs or first in tables.auxiliaries
    return lang == "it" and known and first not in tables.noun_like


def _subjunctive(shade: str, lang: str) -> bool:
    """«Il voto dipenda …»: a clause that cannot stand as a sentence in Italian."""
    verbs = lexicon(lang).finite_verbs
    readings = (verbs.get(word.strip(".,;:"), ()) for word in shade.lower().split())
    return lang == "it" and any(found and all(each.tense == "subjunctive" for each in found) for found in readings)


def _tinged(shade: str, cues: Cues) -> bool:
    patterns = (cues.forecast, cues.weak_forecast, cues.opinion, cues.possessive, cues.linking, cues.speech)
    return any(pattern.search(shade) for pattern in patterns)
