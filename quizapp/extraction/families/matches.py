"""Match: persons and their roles, statements and who makes them, events and their dates; three clean pairs at least."""

import re
from dataclasses import dataclass

from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.asking import span_of, worded
from quizapp.extraction.families.events import distinct, events
from quizapp.extraction.families.offices import offices
from quizapp.extraction.families.roles import gender_of
from quizapp.extraction.families.voices import content_of, stands_alone
from quizapp.extraction.saying import bare, harmful, shortened

_FEWEST, _MOST = 3, 5
_STEMS = {
    "role": {
        "it": (
            "Abbina a ogni persona la carica che le attribuisce l’articolo.",
            "Abbina a ogni persona la carica che le attribuisce un articolo del {day}.",
        ),
        "en": (
            "Match each person with the role that the article gives them.",
            "Match each person with the role that an article of {day} gives them.",
        ),
    },
    "claim": {
        "it": (
            "Abbina a ogni affermazione la fonte a cui la attribuisce l’articolo.",
            "Abbina a ogni affermazione la fonte a cui la attribuisce un articolo del {day}.",
        ),
        "en": (
            "Match each statement with the source to which the article attributes it.",
            "Match each statement with the source to which an article of {day} attributes it.",
        ),
    },
    "date": {
        "it": ("Abbina a ogni fatto la sua data, secondo l’articolo.", "Abbina a ogni fatto la sua data, secondo un articolo del {day}."),
        "en": ("Match each event with its date, according to the article.", "Match each event with its date, according to an article of {day}."),
    },
}  # fmt: skip
_WHY = {"it": "L’articolo dice: «{quote}»", "en": "The article says: “{quote}”"}
_LONGEST_RIGHT = 110


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side, the right side that fits it alone, and the sentence that says so."""

    left: str
    right: str
    fact: Fact


def draft(context: Context) -> list[Draft]:
    """One item of each kind that finds its pairs; dates are left to the order where they are days of one month."""
    found = []
    for kind, pairs in (("role", _roles(context)), ("claim", _claims(context)), ("date", _dates(context))):
        clean = fitting(pairs)[:_MOST]
        if len(clean) >= _FEWEST:
            found.append(_matching(context, kind, clean))
    return found


def fitting(pairs: list[Pair]) -> list[Pair]:
    """Pairs no two of which share or contain a side, nor show their right side in a left one."""
    kept: list[Pair] = []
    for pair in pairs:
        sides = [(each.left.lower(), each.right.lower()) for each in kept]
        left, right = pair.left.lower(), pair.right.lower()
        clear = all(
            left not in one and one not in left and right not in other and other not in right for one, other in sides
        )
        if clear and not _shows(pair.left, pair.right):
            kept.append(pair)
    return [pair for pair in kept if not any(_shows(other.left, pair.right) for other in kept if other is not pair)]


def _shows(left: str, right: str) -> bool:
    """Whether a left side names its right one: a word of four letters or more, with a capital or figures."""
    words = {word.lower() for word in re.findall(r"[\w-]{4,}", right) if word[:1].isupper() or word[:1].isdigit()}
    return any(word in left.lower() for word in words)


def _roles(context: Context) -> list[Pair]:
    """Persons with a public office, crime and harm aside; in Italian nobody whom the gender of the office alone tells."""
    held = [each for each in offices(context) if not harmful(context, each.fact)]
    genders = [gender_of(context.lang, each.role) for each in held]
    held = [each for each, gender in zip(held, genders, strict=True) if not gender or genders.count(gender) > 1]
    return [Pair(each.person, _capital(each.role), each.fact) for each in held]


def _claims(context: Context) -> list[Pair]:
    found = []
    for fact in context.datable():
        holder = fact.reading.holder
        if holder is None or fact.reading.form not in {"according", "said-that"} or harmful(context, fact):
            continue
        content = content_of(context, fact)
        if content and stands_alone(context, content) and len(content) <= _LONGEST_RIGHT * 2:
            found.append(Pair(content.rstrip(" ."), _capital(bare(holder, context.lang)), fact))
    return found


def _dates(context: Context) -> list[Pair]:
    """Events with dates of one form, so that the form tells nothing."""
    found = distinct(events(context))
    grains = [each.when.grain for each in found]
    most = max(set(grains), key=lambda grain: (grains.count(grain), grain)) if grains else ""
    return [Pair(each.text, each.when.text, each.fact) for each in found if each.when.grain == most]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _matching(context: Context, kind: str, pairs: list[Pair]) -> Draft:
    entries = [
        {
            "left": pair.left,
            "right": pair.right,
            "feedback": _WHY[context.lang].format(quote=shortened(context, pair.fact)),
            "evidence": [span_of(pair.fact)],
        }
        for pair in pairs
    ]
    facts = tuple(dict.fromkeys(pair.fact for pair in pairs))
    return Draft(
        family="matching",
        facts=facts,
        type="matching",
        stem=worded(context, _STEMS[kind]),
        own={"pairs": entries},
        explanation=" ".join(dict.fromkeys(_WHY[context.lang].format(quote=shortened(context, f)) for f in facts)),
        focus=f"matching {kind}",
        kind=None,
        shows=" ".join(f"{pair.left} {pair.right}" for pair in pairs).lower(),
    )
