"""Stage 12: what a strict reader may hold against a draft, weighed."""

import re
from collections.abc import Iterator

from quizapp.core.finding import names
from quizapp.core.kinds import Kind
from quizapp.extraction.cues import FULL
from quizapp.extraction.doubting import MILD, doubting
from quizapp.extraction.draft import OPENING, Context, Draft
from quizapp.extraction.facts import TOLD_AFTER, stems_of
from quizapp.extraction.framing import title_of
from quizapp.extraction.leaning import anchors, opens_bare
from quizapp.extraction.naming import NAME, QUOTES, unexplained
from quizapp.extraction.opposites import opposite_in

_HARD, _HALF, _SOFT = 1.0, 0.5, 0.25
_LONG, _TOO_LONG, _SHORT = 28, 34, 7
_COMMAS, _TOO_MANY_COMMAS = 3, 5
_VERBS = 3
_SHARED = 2
_STATED = frozenset(
    {
        "true-false-verbatim",
        "true-false-lead",
        "true-false-first",
        "true-false-voiced",
        "true-false-dated",
        "true-false-swap",
        "true-false-turned",
    }
)
_FOR_ANOTHER = re.compile(r"\b(?:spokes(?:man|woman|person)|portavoce)\b", re.IGNORECASE)
"""Who speaks for others: a name that nobody keeps."""
_QUOTED_WHOLE = frozenset({"who-quoted", "who-told"})
_SPOKEN = frozenset({"who-quoted", "who-said", "who-told", "speaker"})


def doubts(context: Context, draft: Draft) -> dict[str, float]:
    """Each doubt by code with its weight, 1 for what alone is too much; none where the tables know no names and verbs
    of the language."""
    if context.lang not in FULL:
        return {}
    shown = asked(context, draft)
    found: dict[str, float] = {}
    for code, weight in (
        *_of_worth(context, draft, shown),
        *_of_context(context, draft, shown),
        *_of_wording(context, shown),
        *_of_standing(context, draft, shown),
        *_of_answers(context, draft, shown),
    ):
        found[code] = min(_HARD, found.get(code, 0.0) + weight)
    return found


def asked(context: Context, draft: Draft) -> str:
    """What the question takes from the article, without its day and title, on the shadow of the text."""
    mark = "“" if context.lang == "en" else "«"
    bare = doubting(context.lang).opening.sub("", draft.stem)
    inner = bare[bare.rfind(mark) + 1 :].rstrip("»”\u00a0") if bare.endswith(("»", "”")) else bare
    return inner.replace("’", "'").replace("‘", "'")


def _of_worth(context: Context, draft: Draft, shown: str) -> Iterator[tuple[str, float]]:
    """A sentence opens the article or says what its title says; words are worth what their speaker is in the title."""
    fact = draft.facts[0]
    heading = context.headed
    if draft.family not in _SPOKEN:
        if fact.sentence.index > OPENING and len(fact.stems & heading) < _SHARED:
            yield "not-central", _HARD
        return
    told = " ".join(word for word in shown.split() if word not in doubting(context.lang).everyday)
    shared = len(stems_of(told, context.cues) & heading)
    fewest = 1 if _headed_by(context, draft) else _SHARED
    worth = shared >= fewest and (anchors(told) > 0 or shared >= _SHARED)
    aside = _FOR_ANOTHER.search(fact.sentence.shade) or doubting(context.lang).idle.search(shown)
    if not worth or aside:
        yield "not-central", _HARD


def _headed_by(context: Context, draft: Draft) -> bool:
    """Whether the title names who speaks."""
    surname = (draft.holder or "-").rsplit(" ", 1)[-1]
    return names(surname, f"{context.title} {context.subtitle}")


def _of_context(context: Context, draft: Draft, shown: str) -> Iterator[tuple[str, float]]:
    heading = title_of(context) if title_of(context) in draft.stem else ""
    if _which_one(context, draft, shown) - stems_of(heading, context.cues):
        yield "dangling", _HALF if heading and draft.family not in _STATED else _HARD
    if heading and draft.family not in _SPOKEN and any(opens_bare(context, fact, heading) for fact in draft.facts):
        yield "dangling", _HARD if draft.family in _STATED else _HALF
    for weight in unexplained(context, shown, heading):
        yield "unexplained-name", weight / 2
    if draft.family not in _QUOTED_WHOLE:
        if doubting(context.lang).pointing.search(shown):
            yield "linked", _HARD
        for match in doubting(context.lang).compared.finditer(shown):
            yield "linked", _SOFT if match[0].lower() in MILD else _HALF
    possessive = context.cues.possessive.search(shown)
    asks = draft.family in {"short-answer", "speaker"}
    if possessive and not asks and not NAME.search(shown[: possessive.start()]):
        yield "linked", _HALF


def _which_one(context: Context, draft: Draft, shown: str) -> set[str]:
    """Stems of definite nouns that do not say which one they mean."""
    many = doubting(context.lang).one_of_many
    found = {match["noun"].lower() for match in context.cues.definite.finditer(shown)}
    return {noun[:6] for noun in found & many} | _again(context, draft, shown)


_BROKEN = re.compile(r"[;:(\[]|\s[-–—]\s")
_THE = re.compile(
    r"\b[Tt]he (?:[a-z]+(?:ed|ing|al|ic|ent|ous|an|ish|ese) |new |last |first )?(?P<noun>[a-z]{4,})\b(?! (?:of|for|that|which|who|to [a-z]+|between|in [A-Z]|on [A-Z]|[A-Z]))"
)


def _again(context: Context, draft: Draft, shown: str) -> set[str]:
    """Stems of definite English nouns that an earlier sentence brought in, whatever follows them."""
    if context.lang != "en" or draft.family in _SPOKEN:
        return set()
    first = draft.facts[0].sentence.index
    nouns = {match["noun"][:6] for match in _THE.finditer(shown)}
    return {noun for noun in nouns if context.first_said.get(noun, first) < first}


def _of_wording(context: Context, shown: str) -> Iterator[tuple[str, float]]:
    """One main clause of sensible length, no list, no scrap of a quotation, no side remark."""
    count, outside = len(shown.split()), QUOTES.sub("", shown)
    if count > _TOO_LONG or count < _SHORT:
        yield "heavy", _HARD
    elif count > _LONG:
        yield "heavy", _HALF
    commas = outside.count(", ")
    if commas >= _COMMAS:
        yield "heavy", _HARD if commas >= _TOO_MANY_COMMAS else _HALF
    if _BROKEN.search(outside):
        yield "heavy", _HALF
    if any(not each[0][1].isupper() for each in QUOTES.finditer(shown)):
        yield "vague", _HALF
    if doubting(context.lang).vague.search(outside) or context.cues.opinion.search(outside):
        yield "vague", _HALF
    if len(context.cues.finite_verb.findall(outside)) > _VERBS:
        yield "heavy", _HALF


def _of_standing(context: Context, draft: Draft, shown: str) -> Iterator[tuple[str, float]]:
    """What nobody has found out yet, a match of a sport left unsaid, and what a text says in its own cause."""
    words = doubting(context.lang)
    if draft.family not in _SPOKEN and words.unsettled.search(QUOTES.sub("", shown)):
        yield "vague", _HARD
    if words.match_talk.search(shown) and not words.sports.search(shown):
        yield from (("unexplained-name", _HARD), ("vague", _HARD))
    if words.released.search(context.title) and draft.family not in {*_SPOKEN, "true-false-voiced"}:
        yield "attribution-lost", _HARD


_NAMED = re.compile(r"(?<=[a-zà-ÿ,'] )[A-ZÀ-Þ]|(?<=')[A-ZÀ-Þ]|\d|[“\"]")
"""A name, a figure or a title: what makes a question one of this article alone."""
_ARGUED = re.compile(
    r"\b(?:because|due to|since|in order to|so that|after|following|amid|over concerns|as part of|poiché|perché|a causa|"
    r"in quanto|dopo|a seguito|grazie a|per (?:via|effetto)|visto che|dato che)\b|\b\w+(?:ando|endo)\b|, \w+ing\b"
)
"""A sentence that gives a reason reads oddly once its outcome is turned round: the oddity tells the key."""
_RANKS = frozenset(
    "prima primo seconda secondo first second largest biggest highest lowest oldest youngest longest".split()
)


def _of_answers(context: Context, draft: Draft, shown: str) -> Iterator[tuple[str, float]]:
    """Wrong options that are not the article's, a statement turned round that argues, a figure or a rank exchanged."""
    if draft.family == "who-said" and any(
        e.get("feedback") == context.say.absent for e in draft.own.get("options", ())
    ):
        yield "far-options", _HARD
    if draft.facts[0].reading.form == TOLD_AFTER and draft.family not in _SPOKEN:
        yield "attribution-lost", _HARD
    if draft.family.startswith("gap") and draft.facts[0].reading.kind is Kind.FORECAST and draft.holder is None:
        yield "attribution-lost", _HALF
    if draft.family == "short-answer" and (not _NAMED.search(shown) or doubting(context.lang).reaction.search(shown)):
        yield "not-central", _HARD
    if draft.family == "true-false-turned":
        shade = draft.facts[0].sentence.shade
        turned = opposite_in(shade, context.lang)
        word = shade[turned.start : turned.end].split()[-1] if turned else ""
        if turned is None or word in _RANKS or draft.focus.split()[-1] != word.lower() or _ARGUED.search(shade):
            yield "weak-turn", _HARD
