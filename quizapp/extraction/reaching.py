"""Stage 9, for the teacher's hand: a draft for every key fact that no family reached, and types that are missing.

All are rough by name: their sentence leans on its context, mixes kinds, or the part taken out is not its point.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.extraction.cues import FULL
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import Fact
from quizapp.extraction.families import families_of
from quizapp.extraction.families.numbers import typed
from quizapp.extraction.families.parts import Part, askable_parts, taken_out, two_taken_out
from quizapp.extraction.families.statements import stated

FLAW = "rough"
_TYPES, _MOST = 4, 8
"""How many types of question an article should give, and how many rough drafts at most."""
_UNWORKABLE = frozenset({"fragment", "question", "damaged", "in-quote"})
_MOST_WORDS = 60
_ORDER = ("organisation", "place", "country", "person", "date", "percent", "money", "number")
"""Which part of a sentence is asked for first: what carries it, before its figures."""


def rough(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """At most one draft per key fact and eight in all, each of a type that the article has least; none where a family
    has been. The sentence word for word is the last resort."""
    used = Counter(draft.type for draft in drafts)
    reached = {fact.sentence.index for draft in drafts for fact in draft.facts}
    wanted = [
        fact
        for fact in context.key_facts
        if _workable(fact) and (fact.sentence.index not in reached or len(used) < _TYPES)
    ]
    loose = _loosened(context, wanted) if wanted else {}
    found: list[Draft] = []
    for fact in wanted:
        if fact.sentence.index in reached and len(used) >= _TYPES:
            continue
        made = [*loose.get(fact.sentence.index, ()), *_from_parts(context, fact)]
        made = [draft for draft in made if draft.type != "true_false"] or [*made, *stated(context, fact)]
        if fact.sentence.index in reached:
            made = [draft for draft in made if draft.type not in used]
        if made and len(found) < _MOST:
            best = min(made, key=lambda draft: used[draft.type])
            used[best.type] += 1
            found.append(best)
    return found


def _workable(fact: Fact) -> bool:
    return fact.reason not in _UNWORKABLE and fact.sentence.words <= _MOST_WORDS


def _loosened(context: Context, wanted: Sequence[Fact]) -> dict[int, list[Draft]]:
    """What the families make when no sentence is put aside for leaning on its context, by sentence."""
    own = {fact.sentence.index: fact for fact in context.facts}
    free = context.loosened(
        tuple(replace(fact, reason=None) if _workable(fact) else fact for fact in context.facts),
        frozenset(fact.sentence.index for fact in wanted),
    )
    found: dict[int, list[Draft]] = {}
    for family in families_of(context.lang):
        for draft in family(free):
            if len(draft.facts) == 1:
                draft.facts = (own[draft.facts[0].sentence.index],)
                found.setdefault(draft.facts[0].sentence.index, []).append(draft)
    return found


def _from_parts(context: Context, fact: Fact) -> Iterator[Draft]:
    if context.lang not in FULL:
        return
    parts = sorted(askable_parts(context, fact), key=lambda part: _ORDER.index(part.type))
    for part in parts[:1]:
        yield from taken_out(context, fact, part.start, part.end)
    both = two_taken_out(context, fact, parts)
    if both is not None:
        yield both
    yield from _figure(context, fact, parts)


def _figure(context: Context, fact: Fact, parts: Sequence[Part]) -> Iterator[Draft]:
    starts = {part.start for part in parts}
    for focus in fact.quantities:
        if focus.start in starts:
            yield typed(context, fact, focus)
            return
