"""From an article to facts, drafts, discarded sentences and flags: the whole road, pure."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.core.items import Item, read_item
from quizapp.core.kinds import Kind
from quizapp.core.reading import Reader
from quizapp.core.shelf_life import proposed_review_by
from quizapp.extraction.assembly import assemble, proven_in
from quizapp.extraction.checks import flaws_of
from quizapp.extraction.cues import LANGUAGES, cues
from quizapp.extraction.doubts import doubts
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.entities import entities
from quizapp.extraction.facts import Fact, facts_of
from quizapp.extraction.families import families_of
from quizapp.extraction.framing import title_of
from quizapp.extraction.headings import heading_flags
from quizapp.extraction.phrases import PHRASES
from quizapp.extraction.phrases_romance import FRENCH, SPANISH
from quizapp.extraction.reaching import FLAW, rough
from quizapp.extraction.saying import bare
from quizapp.extraction.sentences import split
from quizapp.extraction.shadow import shadow
from quizapp.extraction.verifying.rules import flaws
from quizapp.extraction.verifying.scope import concerning, own_flaws
from quizapp.extraction.verifying.sets import duplicates
from quizapp.intake.article import Block

ENGINE = "rules-1"
_SAY = PHRASES | {"es": SPANISH, "fr": FRENCH}
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_FEW = 6


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the engine makes of one article."""

    context: Context
    subtitle: str
    facts: tuple[Fact, ...]
    drafts: tuple[Draft, ...]
    flags: tuple[dict[str, str], ...]
    notes: tuple[str, ...]


def draft_article(
    text: str,
    blocks: Sequence[Block],
    lang: str,
    *,
    title: str | None = None,
    published: datetime.date | None = None,
    proven: frozenset[str] | None = None,
) -> Drafted:
    """Facts and drafts of an article in a language of `LANGUAGES`; KeyError for any other.

    Ready are those of `proven` families, where it is said, else of those that are proven in the language.
    """
    tables = cues(lang)
    heading = title or _part(text, blocks, "title")
    subtitle = _part(text, blocks, "subtitle")
    sentences = split(text, blocks, tables)
    facts = facts_of(sentences, f"{heading} {subtitle}", lang, tables)
    context = Context(text, shadow(text), heading, lang, tables, _SAY[lang], tuple(facts), published, subtitle)
    drafts = _once(draft for family in families_of(lang) for draft in family(context))
    for draft in drafts:
        draft.flaws = _flaws_of(context, draft)
    for draft in (extra := rough(context, drafts)):
        draft.flaws = [*_flaws_of(context, draft), FLAW]
    drafts += extra
    for draft in drafts:
        draft.doubts = doubts(context, draft)
    ranked = assemble(drafts, proven_in(lang) if proven is None else proven)
    _mark_doubles(context, ranked)
    return Drafted(
        context, subtitle, context.key_facts, tuple(ranked), tuple(_flags(context)),
        tuple(_notes(context, ranked)),
    )  # fmt: skip


def _once(drafts: Iterable[Draft]) -> list[Draft]:
    """The first of those that ask the same in the same words."""
    found: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        found.setdefault((draft.family, draft.stem), draft)
    return list(found.values())


def _flaws_of(context: Context, draft: Draft) -> list[str]:
    found = [
        *concerning(draft, flaws_of(context, draft)),
        *own_flaws(draft, title_of(context)),
        *_flaws_of_item(context, draft),
    ]
    return list(dict.fromkeys(found))


def _flaws_of_item(context: Context, draft: Draft) -> list[str]:
    """What is wrong with the draft as anybody's item."""
    item = _item(context, draft)
    return concerning(draft, flaws(item, context.text)) if item else ["unreadable"]


def _item(context: Context, draft: Draft) -> Item | None:
    """The draft as anybody's item, read once: neither its place, its facts nor its dates matter to a rule."""
    if draft.item is None:
        draft.item = read_item(Reader(_undated(context, draft, 0, [])), context.lang)
    return draft.item


def _mark_doubles(context: Context, ranked: Sequence[Draft]) -> None:
    """Of two sound drafts that ask the same, the lower one is to check."""
    sound = [draft for draft in ranked if draft.sound]
    items = [item for draft in sound if (item := _item(context, draft))]
    for _first, again in duplicates(items):
        sound[again].flaws.append("duplicate")
        sound[again].sound, sound[again].drawer = False, "check"


def _part(text: str, blocks: Sequence[Block], role: str) -> str:
    return " ".join(text[block.start : block.end] for block in blocks if block.role == role)


def as_json(drafted: Drafted) -> dict[str, Any]:
    """The document of `draft --json`, as the contracts fix it."""
    context = drafted.context
    ids = {fact.sentence.index: f"f{place:02d}" for place, fact in enumerate(drafted.facts, 1)}
    return {
        "language": context.lang,
        "engine": ENGINE,
        "article": {
            "text": context.text,
            "title": context.title or None,
            "subtitle": drafted.subtitle or None,
            "sha256": hashlib.sha256(context.text.encode()).hexdigest(),
            "words": len(context.text.split()),
            "published": context.published.isoformat() if context.published else None,
        },
        "facts": [_fact_json(context, fact, ids) for fact in drafted.facts],
        "drafts": [_draft_json(context, draft, place, ids) for place, draft in enumerate(drafted.drafts, 1)],
        "discarded": [
            {"start": f.sentence.start, "end": f.sentence.end, "quote": f.sentence.quote, "reason": f.reason}
            for f in context.facts
            if f.reason is not None
        ],
        "flags": list(drafted.flags),
        "notes": list(drafted.notes),
    }


def _fact_json(context: Context, fact: Fact, ids: dict[int, str]) -> dict[str, Any]:
    sentence = fact.sentence
    named = entities(sentence.shade, context.lang, fact.quantities, fact.dates, context.people)
    return {
        "id": ids[sentence.index],
        "start": sentence.start,
        "end": sentence.end,
        "quote": sentence.quote,
        "kind": fact.reading.kind.value,
        "holder": bare(fact.reading.holder, context.lang) if fact.reading.holder else None,
        "statement": sentence.quote,
        "score": fact.score,
        "entities": [
            {
                "text": sentence.quote[each.start : each.end],
                "type": each.type,
                "start": sentence.start + each.start,
                "end": sentence.start + each.end,
            }
            for each in named
        ],
    }


def _draft_json(context: Context, draft: Draft, place: int, ids: dict[int, str]) -> dict[str, Any]:
    known = [ids[fact.sentence.index] for fact in draft.facts if fact.sentence.index in ids]
    return {
        "drawer": draft.drawer,
        "family": draft.family,
        "fact": known[0] if known else None,
        "item": item_data(context, draft, place, known),
        "flaws": list(dict.fromkeys([*draft.flaws, *(draft.doubts if draft.doubtful else ())])),
        "conflicts_with": draft.conflicts,
    }


def item_data(context: Context, draft: Draft, place: int, facts: list[str]) -> dict[str, Any]:
    """The item of a draft, key for key as in a bank file."""
    return _undated(context, draft, place, facts) | _dates(context, draft)


def _undated(context: Context, draft: Draft, place: int, facts: list[str]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": f"d{place:02d}",
        "type": draft.type,
        "lang": context.lang,
        "stem": draft.stem,
        **draft.own,
        "explanation": draft.explanation,
        "facts": facts,
        "evidence": [
            {"start": fact.sentence.start, "end": fact.sentence.end, "quote": fact.sentence.quote}
            for fact in draft.facts
        ],
        "status": "draft",
        "tags": ["bozza-automatica" if context.lang == "it" else "automatic-draft"],
    }
    if draft.kind is not None:
        data["kind"] = draft.kind.value
    if draft.holder is not None and draft.kind is not Kind.FACT:
        data["holder"] = bare(draft.holder, context.lang)
    return data


def _dates(context: Context, draft: Draft) -> dict[str, Any]:
    dated = _YEAR.search(draft.stem) is not None
    timing = {"timing": "dated" if dated else "current"}
    if context.published is None:
        return timing
    timing["as_of"] = context.published.isoformat()
    item = None if dated else _item(context, draft)
    if item is not None:
        timing["review_by"] = proposed_review_by(item, context.published).isoformat()
    return timing


def _flags(context: Context) -> list[dict[str, str]]:
    return [*heading_flags(context), *_one_voice(context)]


def _one_voice(context: Context) -> list[dict[str, str]]:
    """Claims by one holder alone."""
    named = {bare(f.reading.holder, context.lang) for f in context.facts if f.reading.holder and f.reading.form}
    if len(named) != 1:
        return []
    words = _ONE_VOICE[context.lang]
    quote = next(f.sentence.quote for f in context.facts if f.reading.holder)
    return [{"code": "one-sided", "message": words.format(name=named.pop()), "quote": quote}]


def _notes(context: Context, drafts: Sequence[Draft]) -> list[str]:
    if not context.facts:
        return [_NOTHING[context.lang]]
    ready = sum(each.drawer == "ready" for each in drafts)
    notes = []
    if ready < _FEW:
        notes.append(_TOO_FEW[context.lang][min(ready, 2)].format(ready=ready))
    if context.published is None:
        notes.append(_UNDATED[context.lang])
    return notes


_ONE_VOICE = {
    "it": "Una sola voce citata: {name}.",
    "en": "One quoted voice only: {name}.",
    "es": "Una sola voz citada: {name}.",
    "fr": "Une seule voix citée : {name}.",
}
_NOTHING = {
    "it": "Il testo non ha frasi da cui trarre domande.",
    "en": "The text has no sentences to draw questions from.",
    "es": "El texto no tiene frases de las que sacar preguntas.",
    "fr": "Le texte n’a pas de phrases d’où tirer des questions.",
}
_TOO_FEW = {
    "it": (
        "L’articolo non consente domande così affidabili da non doverle controllare.",
        "L’articolo consente una sola domanda affidabile.",
        "L’articolo consente solo {ready} domande affidabili.",
    ),
    "en": (
        "The article allows no question reliable enough to go unchecked.",
        "The article allows only one reliable question.",
        "The article allows only {ready} reliable questions.",
    ),
    "es": (
        "El artículo no permite ninguna pregunta tan fiable que no haya que revisarla.",
        "El artículo permite solo una pregunta fiable.",
        "El artículo permite solo {ready} preguntas fiables.",
    ),
    "fr": (
        "L’article ne permet aucune question assez fiable pour se passer de vérification.",
        "L’article ne permet qu’une question fiable.",
        "L’article ne permet que {ready} questions fiables.",
    ),
}
"""Of none, of one and of several."""
_UNDATED = {
    "it": "Senza la data di pubblicazione le domande non dicono quando valgono: aggiungila con --published.",
    "en": "Without the publication date the questions do not say when they hold: add it with --published.",
    "es": "Sin la fecha de publicación, las preguntas no dicen cuándo valen: añádela con --published.",
    "fr": "Sans la date de publication, les questions ne disent pas quand elles valent : ajoute-la avec --published.",
}
SUPPORTED = frozenset(LANGUAGES)
