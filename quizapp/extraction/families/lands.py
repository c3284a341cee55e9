"""A country taken out of its sentence, with the preposition and article that would betray it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.entries import Country
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.subjects import unique_to
from quizapp.extraction.framing import gap_stem
from quizapp.extraction.places import Mention, countries, mentions, neighbours, placed, region, related, told_by
from quizapp.extraction.saying import explained, feedback_of, harmful

_WRONG, _PAIR = 3, 2
_SIDE_BY_SIDE = re.compile(r",? ?(?:and |e |ed )?(?:the |in |i |il |la |l')?")
_MOST = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another country as it would stand in the gap; `source` is a sentence of the article that names it."""

    iso: str
    text: str
    source: Fact | None


def draft(context: Context) -> list[Draft]:
    """At most one country per sentence: one that the rest of the sentence does not give away."""
    found = []
    for fact in context.datable():
        drafts = [_gap(context, fact, each) for each in focusable(context, fact)]
        found.extend([each for each in drafts if each is not None][:1])
    return found


def focusable(context: Context, fact: Fact) -> list[Mention]:
    """Countries that the rest of their sentence gives away neither by name nor by their people or capital."""
    shade = fact.sentence.shade
    if harmful(context, fact) and context.cues.casualties.search(shade):
        return []
    named = mentions(shade, context.lang)
    return [
        mention
        for mention in named
        if sum(each.iso == mention.iso for each in named) == 1
        and not countries(context.lang)[mention.iso].disputed
        and mention.iso not in told_by(shade[: mention.start] + " " + shade[mention.end :], context.lang)
        and shade[: mention.start].count('"') % 2 == 0
        and mention.before.lower() not in {"a", "ad"}
        and (mention.before or context.lang == "en" or mention.start != 0)
        and not _part_of_a_name(shade, mention, context)
        and not shade[: mention.start].endswith("'")
        and not _one_of_a_list(shade, mention, named)
        and not (context.lang == "it" and _one_of_several(shade, mention))
    ]


_NAME_AFTER = re.compile(r" (?:dei|del|della|di|of) [A-ZÀ-Þ]| (?:[Vv]iva|[Dd]igitale|[Dd]omani|[Oo]ggi)\b|[-'$]")
_PLACE_BEFORE = re.compile(
    r"(?:State|Bank|Kingdom|Union|University|Church|Isle|Gulf|Bay|Stato|Banca|Chiesa|Golfo|Università) "
    r"(?:of|di|del|della|d') ?$|(?:Forza|Fratelli d'|Agenzia per l'|Poste|Banca d'|Nuova|Alleanza per l'|Azione per l') ?$|"
    r"[A-ZÀ-Þ][\w'-]+(?:,| in| a) ?$"
)
_LED_BY = re.compile(r",? (?:[A-ZÀ-Þ][\w'-]+ ){1,3}(?:[A-ZÀ-Þ]|has|is|was|said|ha|è)")
"""«il presidente della Costa d’Avorio, Laurent Gbagbo»: the name of its leader gives a country away."""
_FREE_AFTER = re.compile(r"\s*(?:[^\w\s]|$)|\s+(\w+)")


_ALSO_BEFORE = re.compile(r"\b(?:[Aa]nche|[Pp]ure|[Cc]ome|tra cui|fra cui|[Aa]d esempio) $")
_ALSO_AFTER = re.compile(r" (?:\w+ ){1,2}(?:anche|pure)\b")


def _one_of_several(shade: str, mention: Mention) -> bool:
    """«come anche in Svezia», «La Russia è anche un esportatore»: of another country it may be as true."""
    return bool(_ALSO_BEFORE.search(shade[: mention.start]) or _ALSO_AFTER.match(shade[mention.end :]))


def _one_of_a_list(shade: str, mention: Mention, named: Sequence[Mention]) -> bool:
    """One of three countries or more, side by side: which of them is left out says nothing."""
    return len(named) > _PAIR and any(
        mention in {one, other} and _SIDE_BY_SIDE.fullmatch(shade[one.end : other.start]) is not None
        for one, other in pairwise(named)
    )


def _part_of_a_name(shade: str, mention: Mention, context: Context) -> bool:
    """«Italia dei Valori», 'US columnist', 'Vienna, Austria': nothing that a country alone answers."""
    after = shade[mention.end :]
    if _NAME_AFTER.match(after) or _LED_BY.match(after) or _PLACE_BEFORE.search(shade[: mention.start]):
        return True
    return not free_after(context, after)


def free_after(context: Context, after: str) -> bool:
    """Whether what follows an English name makes it no part of a longer one: 'the AU commissioner'."""
    following = _FREE_AFTER.match(after)
    word = following[1] if following else None
    cues = context.cues
    return context.lang != "en" or word is None or word in cues.stop_words or bool(cues.finite_verb.match(word))


def _gap(context: Context, fact: Fact, focus: Mention) -> Draft | None:
    wrong = wrong_countries(context, fact, focus)
    near = [each for each in wrong if each.iso in region(focus.iso)]
    far = [each for each in wrong if each.source and each not in near]
    chosen = [*(each for each in near if each.source), *(each for each in near if not each.source), *far][:_WRONG]
    if len(chosen) < _WRONG:
        return None
    quote = fact.sentence.quote
    key = quote[focus.start : focus.end]
    texts = [_glyph(each.text, context, quote) for each in chosen]
    if focus.start == 0:
        texts = [text[:1].upper() + text[1:] for text in texts]
    options = [option(key, key=True)]
    options += [option(text, feedback_of(context, each.source)) for text, each in zip(texts, chosen, strict=True)]
    context.chance("land", fact.sentence.index, focus.start).shuffle(options)
    masked = fact.sentence.shown(f"{quote[: focus.start]}_____{quote[focus.end :]}")
    return Draft(
        family="gap-country",
        facts=(fact,),
        type="choice",
        stem=gap_stem(context, fact, masked, focus.name),
        own={"options": options},
        explanation=explained(context, fact),
        focus=focus.name.lower(),
        kind=None if fact.reading.mixed else fact.reading.kind,
        holder=fact.reading.holder,
        shows=masked.lower(),
    )


def wrong_countries(context: Context, fact: Fact, focus: Mention) -> list[Candidate]:
    """Other countries as they would stand in its place, those of the article first."""
    own = countries(context.lang)[focus.iso]
    excluded = related(fact.sentence.shade, context.lang)
    found = [*_cited(context, fact, focus, own), *_made(context, focus, own)]
    known: set[str] = set(excluded)
    kept = []
    for each in found:
        if each.iso not in known and not _true_elsewhere(context, fact, each.iso):
            known.add(each.iso)
            kept.append(each)
    return kept


def _cited(context: Context, fact: Fact, focus: Mention, own: Country) -> list[Candidate]:
    """Each once, where it is first named: in an article of one sentence again and again as in any."""
    table = countries(context.lang)
    found: dict[str, Candidate] = {}
    for other in context.facts:
        for each in mentions(other.sentence.shade, context.lang) if other is not fact else ():
            if each.iso not in found and _alike(table[each.iso], own, focus):
                found[each.iso] = Candidate(each.iso, placed(focus, table[each.iso], context.lang), other)
    return list(found.values())


def _made(context: Context, focus: Mention, own: Country) -> list[Candidate]:
    table, body = countries(context.lang), related(context.shade, context.lang)
    pool = [iso for iso in neighbours(focus.iso) if iso not in body and _alike(table[iso], own, focus)]
    head, tail = pool[:8], pool[8:]
    context.chance("pool", focus.iso).shuffle(head)
    return [Candidate(iso, placed(focus, table[iso], context.lang), None) for iso in head + tail]


def _alike(country: Country, own: Country, focus: Mention) -> bool:
    """As a subject a country must agree with the verb and the participles that follow."""
    if country.code == own.code or country.disputed or country.number != own.number:
        return False
    preposition = focus.before.lower() not in {"", "il", "lo", "l'", "la", "i", "gli", "le", "the"}
    return preposition or country.gender == own.gender


def _true_elsewhere(context: Context, fact: Fact, iso: str) -> bool:
    """Whether another sentence speaks of the same things and of that country."""
    return not unique_to(context, fact, lambda shade: iso in related(shade, context.lang))


def _glyph(text: str, context: Context, quote: str) -> str:
    """With the apostrophe that the sentence has, else the one of the article."""
    curly = "’" in quote or ("'" not in quote and "’" in context.text)
    return text.replace("'", "’") if curly else text
