"""Who said it: the clause after a verb of saying, in the article's words, to be given back to one who speaks there."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.eligibility import reason_against
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.families.asking import WHOSE_STATEMENT, WHOSE_WORDS, touchy, worded
from quizapp.extraction.families.claims import without_subject
from quizapp.extraction.families.voices import content_of
from quizapp.extraction.families.voicing import Voice, answered, everybody, speaking
from quizapp.extraction.framing import says_it, title_of
from quizapp.extraction.leaning import leans
from quizapp.extraction.saying import answering, inside_quotes

FAMILY = "speaker"
_STEMS = {
    "it": (
        "Secondo l’articolo{titled}, chi {verb} che {clause}?",
        "Secondo un articolo del {day}, chi {verb} che {clause}?",
    ),
    "en": (
        "According to the article{titled}, who {verb} that {clause}?",
        "According to an article of {day}, who {verb} that {clause}?",
    ),
}
_BARE = "said|says|claimed|claims|stated|states|added|adds|believes|argued|argues|insisted|insists"
_WITH_THAT = (
    rf"{_BARE}|warned|warns|denied|denies|alleged|alleges|confirmed|confirms|announced|announces|declared|declares|"
    "estimated|estimates|reported|reports|explained|explains|noted|notes|suggested|suggests|acknowledged|admitted|"
    "revealed|concluded|stressed|indicated|found"
)
_AFTER_HOLDER = r",?(?: also| later| then| further| previously| has| have| had){0,3}"
_ENGLISH = re.compile(
    rf"{_AFTER_HOLDER} (?:(?P<verb>{_WITH_THAT})(?: on \w+day)? that |(?P<bare>{_BARE}) )(?P<clause>.+)$"
)
_PLURAL = {
    "dicono": "dice", "dichiarano": "dichiara", "affermano": "afferma", "sostengono": "sostiene",
    "riferiscono": "riferisce", "spiegano": "spiega", "aggiungono": "aggiunge", "ribadiscono": "ribadisce",
    "precisano": "precisa", "confermano": "conferma", "smentiscono": "smentisce", "negano": "nega",
    "avvertono": "avverte", "ammettono": "ammette", "assicurano": "assicura", "sottolineano": "sottolinea",
    "ricordano": "ricorda", "denunciano": "denuncia", "annunciano": "annuncia", "rivelano": "rivela",
    "scrivono": "scrive", "segnalano": "segnala", "stimano": "stima", "ritengono": "ritiene",
}  # fmt: skip
_SAID = (
    "detto|dichiarato|affermato|sostenuto|riferito|spiegato|aggiunto|ribadito|precisato|confermato|smentito|negato|"
    "avvertito|ammesso|assicurato|sottolineato|ricordato|commentato|osservato|denunciato|annunciato|riconosciuto|"
    "replicato|risposto|rivelato|scritto|segnalato|comunicato|concluso|garantito|promesso|chiarito|stimato|calcolato"
)
_ITALIAN = re.compile(
    rf",? (?P<verb>(?:(?:ha|hanno|aveva|avevano) (?:anche |poi |inoltre |\w+mente )?(?:{_SAID}))|"
    rf"disse|dissero|dichiarò|affermò|sostenne|riferì|spiegò|aggiunse|ribadì|precisò|annunciò|rivelò|ammise|"
    rf"{'|'.join(_PLURAL)}|{'|'.join(_PLURAL.values())}) che (?P<clause>.+)$"
)
_BEFORE_PAST = re.compile(r"\b(?:hanno|avevano)\b")
_ADVERB = re.compile(r" (?:anche|poi|inoltre|\w+mente)(?= )")
_SHORTEST, _LONGEST = 6, 26
_ODD = re.compile(
    r"[\"“”«»?;:()\[\]]|\b(?:I|we|our|my|us|io|noi|nostr[oaie]|mi[oae]|voi|vostr[oaie])\b|, (?:and|ma|but) "
)
_ADDED = re.compile(
    r",? (?:added|adding|saying|ha aggiunto|aggiungendo|(?<=, )(?:while|mentre|although|sebbene)|and (?:said|that|added|urged|called|asked)|e (?:che|ha|hanno))\b"
)
_QUOTED = re.compile(r'"([^"]{25,240})"')
_LEAST_QUOTED = 7
_ONESELF = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|me|io|noi|nostr[oaie]|mi[oae]|ci|mi)\b")


def draft(context: Context) -> list[Draft]:
    """One draft per saying that can be read by itself: a clause after «che», a statement with «secondo …» taken out, or
    words between quotation marks."""
    spoken = speaking(context)
    voices = everybody(context, [voice for _fact, voice in spoken])
    found = [
        _ASKED[fact.reading.form or ""](context, fact, voice, voices)
        for fact, voice in spoken
        if _eligible(context, fact)
    ]
    return [each for each in found if each is not None]


def _eligible(context: Context, fact: Fact) -> bool:
    return fact.reason not in {"in-quote", "fragment", "question", "damaged"} and not touchy(context, fact)


def _saying(context: Context, fact: Fact) -> tuple[str, str] | None:
    """The verb, for one who speaks, and the clause said; None where the sentence is built in another way."""
    span = fact.reading.holder_span
    if span is None:
        return None
    pattern = _ITALIAN if context.lang == "it" else _ENGLISH
    match = pattern.match(fact.sentence.shade, span[1])
    if match is None:
        return None
    clause = fact.sentence.quote[slice(*match.span("clause"))].rstrip(" .")
    added = _ADDED.search(clause)
    clause = clause[: added.start()] if added else clause
    if context.lang == "en":
        return match["verb"] or match["bare"], clause
    verb = _ADVERB.sub("", match["verb"])
    verb = _BEFORE_PAST.sub(lambda had: "ha" if had[0] == "hanno" else "aveva", verb)
    return _PLURAL.get(verb, "disse" if verb == "dissero" else verb), clause


def _reads_alone(context: Context, fact: Fact, clause: str, heading: str, *, own_words: bool = False) -> bool:
    """Whether what is said has a subject and points at nothing outside it and the title shown above it; in one's own
    words the subject may be oneself."""
    sentence, cues = fact.sentence, context.cues
    text = f"{clause[:1].upper()}{clause[1:]}."
    shade = text.replace("’", "'")
    alone = replace(sentence, quote=text, shade=shade, lead="", skip=0, opened=False, cut=False)
    pseudo = replace(fact, sentence=alone, stems=stems_of(shade, cues))
    against = reason_against(alone, cues, stems_of(heading, cues))
    return (
        _SHORTEST <= len(clause.split()) <= _LONGEST
        and not _ODD.search(clause)
        and against in {None, "relative-time", "too-short", *(("no-subject",) if own_words else ())}
        and (own_words or (cues.finite_verb.search(shade) is not None and not without_subject(shade, context.lang)))
        and not cues.dependent_start.match(shade)
        and not cues.speech.search(shade)
        and not cues.linking.search(" ".join(shade.split()[:8]))
        and not leans(context, pseudo, heading)
    )


def _said(context: Context, fact: Fact, voice: Voice, voices: Sequence[Voice]) -> Draft | None:
    said = _saying(context, fact)
    if said is None or voice.key.lower() in said[1].lower():
        return None
    verb, clause = said
    heading = _heading_under(context, fact, voice, clause)
    if heading is None:
        return None
    stem = worded(context, _STEMS, heading, verb=verb, clause=inside_quotes(clause, context.lang))
    return _draft(context, fact, voice, voices, FAMILY, stem, clause)


def _according(context: Context, fact: Fact, voice: Voice, voices: Sequence[Voice]) -> Draft | None:
    content = content_of(context, fact)
    if content is None or voice.key.lower() in content.lower():
        return None
    heading = _heading_under(context, fact, voice, content.rstrip("."))
    if heading is None:
        return None
    stem = worded(context, WHOSE_STATEMENT, heading, words=inside_quotes(content, context.lang))
    return _draft(context, fact, voice, voices, "who-said", stem, content)


def _quoted(context: Context, fact: Fact, voice: Voice, voices: Sequence[Voice]) -> Draft | None:
    """Words between quotation marks, to be given back to who said them; «io» and «noi» are theirs."""
    spans = list(_QUOTED.finditer(fact.sentence.shade))
    if len(spans) != 1:
        return None
    words = fact.sentence.quote[spans[0].start(1) : spans[0].end(1)].strip(" ,.")
    plain = _ONESELF.sub("", words).strip()
    if len(words.split()) < _LEAST_QUOTED or voice.key.lower() in words.lower() or words.endswith("?"):
        return None
    heading = _heading_under(context, fact, voice, plain, own_words=True)
    if heading is None:
        return None
    stem = worded(context, WHOSE_WORDS, heading, words=inside_quotes(words, context.lang))
    return _draft(context, fact, voice, voices, "who-quoted", stem, words)


def _heading_under(context: Context, fact: Fact, voice: Voice, said: str, *, own_words: bool = False) -> str | None:
    """The heading under which what is said reads alone: the title, else none; None where neither will do."""
    for heading in dict.fromkeys((heading_for(context, voice, said), "")):
        if _reads_alone(context, fact, said, heading, own_words=own_words):
            return heading
    return None


def heading_for(context: Context, voice: Voice, said: str) -> str:
    """The title that may stand over a question for a voice: one that does not name it, nor, where the day tells which
    article it is, says what it said."""
    title = title_of(context)
    echoed = context.published is not None and says_it(context, title, said)
    return "" if voice.key in title or echoed else title


def _draft(
    context: Context, fact: Fact, voice: Voice, voices: Sequence[Voice], family: str, stem: str, shown: str
) -> Draft:
    kind, own = answered(context, fact, voice, voices, shown)
    return Draft(
        family=family,
        facts=(fact,),
        type=kind,
        stem=stem,
        own=own,
        explanation=answering(context, (fact,), voice.shown),
        focus=voice.key.lower(),
        kind=fact.reading.kind if not fact.reading.mixed else Kind.CLAIM,
        holder=fact.reading.holder,
        shows=shown.lower(),
    )


_ASKED: dict[str, Callable[[Context, Fact, Voice, Sequence[Voice]], Draft | None]] = {
    "said-that": _said,
    "said-quote": _quoted,
    "according": _according,
}
"""By the form of the reading; one whose holder stands in the next sentence is for `quoting`."""
