"""What a sentence leaves to the article around it, and how much of it the title makes good."""

import re

from quizapp.core.finding import names
from quizapp.extraction.draft import Context
from quizapp.extraction.eligibility import bare_definite, definite_nouns
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.people import full_names

_ANCHOR = re.compile(
    r"(?<=[a-zà-ÿ0-9,;:»'’] )(?:[A-ZÀ-Þ][\w'’-]+)|(?<=[’'])[A-ZÀ-Þ][\w-]+|\b(?:1[5-9]|20)\d\d\b|^[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]\w+"
)


def leans(context: Context, fact: Fact, heading: str = "") -> bool:
    """Whether the sentence needs more than itself and a heading shown above it."""
    return dangling(context, fact, heading) or opens_bare(context, fact, heading) or short_named(context, fact, heading)


def dangling(context: Context, fact: Fact, heading: str = "") -> bool:
    """Whether a definite noun of the sentence refers back to an earlier one, or to the title that is not shown."""
    told = stems_of(heading, context.cues)
    nouns = {match["noun"][:6].lower() for match in context.cues.definite.finditer(fact.sentence.shade)}
    place, first = fact.sentence.index, context.first_said
    before = {noun for noun in nouns if first.get(noun, place) < place}
    excused = definite_nouns(fact.sentence.shade, context.cues) & stems_of(context.title, context.cues)
    return bool((before | excused) - told)


def opens_bare(context: Context, fact: Fact, heading: str = "") -> bool:
    """Whether it opens with a definite noun, «Il progetto …», that neither it nor the heading names."""
    shade = fact.sentence.shade
    match = context.cues.definite_start.match(shade)
    if match is None or not bare_definite(shade, context.lang, context.cues):
        return False
    return not stems_of(match[0], context.cues) & stems_of(heading, context.cues)


def short_named(context: Context, fact: Fact, heading: str = "") -> bool:
    """Whether it calls by surname somebody whom the article, but not the heading, names in full."""
    shade = fact.sentence.lead + fact.sentence.shade[fact.sentence.skip :]
    return any(_by_surname(shade, name) and name not in heading for name in full_names(context.shade))


def _by_surname(shade: str, name: str) -> bool:
    rest = name.split(" ", 1)[1]
    return names(rest, shade) and not names(f" {rest}", shade)


def anchors(text: str) -> int:
    """How many names and years a text has by which its subject can be known."""
    return len(set(_ANCHOR.findall(text)))
