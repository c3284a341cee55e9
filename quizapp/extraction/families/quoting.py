"""Words between quotation marks whose speaker stands beside them in ways that one sentence does not show:
«… – ha detto X – …», or «Lo ha detto X» right after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.core.kinds import Kind
from quizapp.extraction.doubts import doubts
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.facts import TOLD_AFTER, Fact
from quizapp.extraction.families.asking import WHOSE_STATEMENT, WHOSE_WORDS, touchy, worded
from quizapp.extraction.families.offices import offices
from quizapp.extraction.families.speakers import heading_for
from quizapp.extraction.families.voicing import Voice, to_be_typed, voice_named
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.patterns import kept
from quizapp.extraction.people import full_names
from quizapp.extraction.saying import answering, inside_quotes

FAMILY = "who-quoted"
_SAID = "who-said"
_WITHIN = r'^"?(?P<first>[^"]{{15,220}}?),? - {verb} (?P<holder>[^"]{{4,110}}?),? -[,.]? ?(?P<rest>[^"]*)"?[.]?$'
_AFTER = {
    "it": re.compile(
        r"^(?:Lo|Così|È quanto|E' quanto|A (?:dirlo|dichiararlo|affermarlo|annunciarlo|sostenerlo|sottolinearlo) (?:è|è stat[oa])"
        r"|Con queste parole|Queste le parole d(?:i|el|ella|ell'))"
        r"(?: (?:ha|hanno) (?:\w+mente )?\w+(?:to|tto|sto|so)| \w+(?:a|e))?(?: (?:oggi|ieri|stamattina|questa mattina|in una nota))?,? ?"
        r"(?P<holder>.+)$"
    ),
    "en": None,
}
_DATELINE = re.compile(r"^(?:\([A-Z][\w ]+\) )?[A-Z][\w ]+, \d{1,2} [\w.]+(?: \d{4})? ?(?:[-–—]|(?=[“«\"])) ?")
_SHORTEST, _LONGEST = 8, 34
_NAME_END = 90


@dataclass(frozen=True, slots=True)
class _Words:
    """What somebody said, the sentences that have it, and who said it."""

    text: str
    facts: tuple[Fact, ...]
    voice: Voice
    quoted: bool = True
    """Whether they stood between quotation marks."""


def draft(context: Context) -> list[Draft]:
    """At most one per speaker: of their words that can be read alone those that a strict reader doubts least."""
    best: dict[str, tuple[float, float, Draft]] = {}
    for said in (*_broken_off(context), *_closed(context), *_said_after(context), *_said_last(context)):
        made = _draft(context, said)
        worth = -sum(doubts(context, made).values()), said.facts[0].score
        held = best.get(said.voice.key)
        if held is None or worth > held[:2]:
            best[said.voice.key] = (*worth, made)
    return [made for _doubt, _score, made in best.values()]


def _broken_off(context: Context) -> Iterator[_Words]:
    """«… – ha detto X – …»: the words on both sides of who says them."""
    verb = context.cues.speech.pattern.removeprefix("\\b").removesuffix("\\b")
    pattern = kept(_WITHIN.format(verb=verb))
    for fact in context.facts:
        match = pattern.match(fact.sentence.shade) if '"' in fact.sentence.shade or fact.sentence.in_quote else None
        voice = _voice(context, match["holder"], fact) if match else None
        if match is None or voice is None:
            continue
        parts = (fact.sentence.quote[slice(*match.span(name))].strip(' .”»"') for name in ("first", "rest"))
        yield from _readable(context, " ".join(part for part in parts if part), (fact,), voice)


_CLOSED = {
    "it": r'^"?(?P<words>[^"]{{25,260}}?)[,.]?"[,.]? {verb} (?P<holder>[^"]{{4,110}})',
    "en": r'^"?(?P<words>[^"]{{25,260}}?)[,.]?"[,.]? (?:(?:said|says) (?P<holder>[^"]{{4,90}})|(?P<before>[^"]{{4,90}}?) (?:said|says)\b)',
}


def _closed(context: Context) -> Iterator[_Words]:
    """«…», ha detto X: words that end where their speaker is named, whole or the last of several sentences."""
    verb = context.cues.speech.pattern.removeprefix("\\b").removesuffix("\\b")
    pattern = re.compile(_CLOSED[context.lang].format(verb=verb))
    for place, fact in enumerate(context.facts):
        match = pattern.match(fact.sentence.shade)
        voice = _voice(context, next(filter(None, match.groups()[1:])), fact) if match else None
        if match is None or voice is None:
            continue
        words = fact.sentence.quote[slice(*match.span("words"))].strip(" ,.")
        yield from _readable(context, words, (fact,), voice)
        if not fact.sentence.shade.startswith('"'):
            for spoken in _run_before(context.facts, place):
                words = _DATELINE.sub("", spoken.sentence.quote).strip('"«»“” .')
                yield from _readable(context, words, (spoken, fact), voice)


def _said_after(context: Context) -> Iterator[_Words]:
    """Words, then «Lo ha detto X»."""
    pattern = _AFTER.get(context.lang)
    if pattern is None:
        return
    for place, fact in enumerate(context.facts):
        match = pattern.match(fact.sentence.shade) if '"' not in fact.sentence.shade else None
        voice = _voice(context, match["holder"][:_NAME_END], fact) if match else None
        if voice is None:
            continue
        if place and context.facts[place - 1].reading.form == TOLD_AFTER and not _run_before(context.facts, place):
            yield from _stated(context, context.facts[place - 1], fact, voice)
        else:
            for spoken in _run_before(context.facts, place):
                words = spoken.sentence.quote.strip('"«»“” .')
                yield from _readable(context, words, (spoken, fact), voice)


_LAST = {
    "it": r"^(?P<words>[^\"]{{40,260}}), {verb} (?P<holder>[^\",]{{4,90}}(?:, [^\",]{{4,60}})?)\.$",
    "en": r"^(?P<words>[^\"]{{40,260}}?), (?P<holder>[^\",]{{4,90}}?) (?:said|says|announced|confirmed|warned)"
    r"(?: (?:on|in|at|late) [^,\"]{{2,40}})?(?:, (?:joining|adding|citing|following|amid|after|as|in) [^\"]+)?\.$",
}


_WHOLE = frozenset({None, "relative-time", "points-elsewhere"})
"""Reasons that let the words before the speaker stand: what points elsewhere may be in the part left out."""


def _said_last(context: Context) -> Iterator[_Words]:
    """A statement, then «, ha detto X» or 'X said on Tuesday'."""
    verb = context.cues.speech.pattern.removeprefix("\\b").removesuffix("\\b")
    pattern = kept(_LAST[context.lang].format(verb=verb))
    for fact in context.facts:
        match = pattern.match(fact.sentence.shade)
        voice = _voice(context, match["holder"], fact) if match else None
        if match is not None and voice is not None and fact.reason in _WHOLE:
            words = fact.sentence.quote[slice(*match.span("words"))]
            yield from (replace(each, quoted=False) for each in _readable(context, words, (fact,), voice))


def _stated(context: Context, told: Fact, fact: Fact, voice: Voice) -> Iterator[_Words]:
    """A statement without quotation marks that the next sentence gives to somebody."""
    words = told.sentence.quote.rstrip(" .")
    if told.reason in {None, "relative-time", "too-short"} and '"' not in told.sentence.shade:
        yield from (replace(each, quoted=False) for each in _readable(context, words, (told, fact), voice))


def _run_before(facts: Sequence[Fact], place: int) -> list[Fact]:
    """The sentences inside one quotation that ends right before a place."""
    run = []
    for fact in reversed(facts[max(0, place - 4) : place]):
        marks = fact.sentence.shade.count('"')
        whole = marks == 2 and fact.sentence.shade.startswith('"') and fact.sentence.shade.rstrip(".").endswith('"')
        if not (fact.sentence.in_quote or whole):
            break
        run.append(fact)
    return run


def _voice(context: Context, holder: str, fact: Fact) -> Voice | None:
    names = full_names(holder)
    until = holder.find(names[0]) + len(names[0]) if names else len(holder)
    after = holder[until : until + 2]
    voice = voice_named(context, holder[:until], fact) if after[:1] in {"", " ", ",", "."} else None
    if voice is None or voice.form == "country":
        return None
    if voice.form == "body":
        return voice
    roles = lexicon(context.lang).role_nouns
    beside = [role for word in re.findall(r"[\w-]+", holder.lower()) for role in roles.get(word, ())]
    held = any(each.public for each in beside) or any(each.person == voice.shown for each in offices(context))
    return voice if held else None


def _readable(context: Context, words: str, facts: tuple[Fact, ...], voice: Voice) -> Iterator[_Words]:
    plain = words.replace("’", "'")
    cues = context.cues
    if (
        _SHORTEST <= len(words.split()) <= _LONGEST
        and not re.search(r"[\"«»“”?;()]|\.\.\.|…", plain)
        and voice.key.lower() not in words.lower()
        and not cues.anaphora.search(_own(plain))
        and not cues.dependent_start.match(plain[:1].upper() + plain[1:])
        and not _NO_SUBJECT.match(plain)
        and not any(touchy(context, fact) for fact in facts)
    ):
        yield _Words(words, facts, voice)


_NO_SUBJECT = re.compile(
    r"(?:Non |Si )?(?:[ÈE]'?|Era|Erano|Ha|Hanno|Sono un\w?|Sarà|Saranno|Fu|Va|Può|Deve|Serve|Resta) "
)
"""Words about nobody in particular, and Italian ones that leave out what they speak of."""
_OWN = re.compile(
    r"\b(?:nostr[oaie]|noi|abbiamo|stiamo|siamo|possiamo|dobbiamo|vogliamo|we|our|ours|us|I|my)\b", re.IGNORECASE
)


def _own(text: str) -> str:
    """«Noi» and «abbiamo» are the speaker's: they point nowhere else."""
    return _OWN.sub("-", text)


def _draft(context: Context, said: _Words) -> Draft:
    voice, shown = said.voice, inside_quotes(said.text, context.lang)
    return Draft(
        family=FAMILY if said.quoted else _SAID,
        facts=said.facts,
        type="text",
        stem=worded(
            context,
            WHOSE_WORDS if said.quoted else WHOSE_STATEMENT,
            heading_for(context, voice, said.text),
            words=shown,
        ),
        own=to_be_typed(context, voice),
        explanation=answering(context, said.facts, voice.shown),
        focus=voice.key.lower(),
        kind=Kind.CLAIM,
        holder=voice.shown,
        shows=said.text.lower(),
    )
