"""Who said it: the clause after a verb of saying, in the article's words, to be given back to one who speaks there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from quizapp.core.kinds import Kind
from quizapp.extraction.agreement import with_article
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.eligibility import reason_against
from quizapp.extraction.entities import named_things
from quizapp.extraction.facts import Fact, stems_of
from quizapp.extraction.families.answers import LOOSE, accepted, names_of, surnames
from quizapp.extraction.families.asking import touchy, worded
from quizapp.extraction.families.claims import without_subject
from quizapp.extraction.families.offices import offices
from quizapp.extraction.framing import headed, title_of
from quizapp.extraction.leaning import leans
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.people import full_names
from quizapp.extraction.places import countries, mentions, related
from quizapp.extraction.saying import explained, inside_quotes, shortened

FAMILY = "speaker"
_STEMS = {
    "it": (
        "Secondo l’articolo, chi {verb} che {clause}?",
        "Secondo un articolo del {day}, chi {verb} che {clause}?",
    ),
    "en": (
        "According to the article, who {verb} that {clause}?",
        "According to an article of {day}, who {verb} that {clause}?",
    ),
}
_SPOKEN = {
    "it": "Nell’articolo dice un’altra cosa: «{quote}»",
    "en": "In the article they say something else: “{quote}”",
}
_NAMED = {
    "it": "L’articolo ne parla, ma non come chi dice questo: «{quote}»",
    "en": "The article mentions them, but not as saying this: “{quote}”",
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
_FEWEST, _MOST = 2, 3
_ODD = re.compile(r"[\"“”«»?;:()\[\]]|\b(?:I|we|our|my|us|io|noi|nostr[oaie]|mi[oae]|vo[is]\w*)\b|, (?:and|ma|but) ")
_ADDED = re.compile(
    r",? (?:added|adding|saying|ha aggiunto|aggiungendo|while|mentre|although|sebbene|and (?:said|that|added|urged|called|asked)|e (?:che|ha|hanno))\b"
)
_TWO = r"[A-ZÀ-Þ][\w'-]+ (?:al-|el-|de |di |von |van )?[A-ZÀ-Þ][\w'-]+"
_ADVERB_AFTER = re.compile(r",? (?:further|also|later|then|has|have|had|infatti|inoltre|poi|anche|però|repeatedly| )+$")
_SEVERAL = re.compile(r"[A-ZÀ-Þ][\w'-]+,? (?:and|e|ed|o|or) (?:the |il |la |lo |l')?[A-ZÀ-Þ]")
_ACRONYM = re.compile(r"[A-Z]{2,6}|Bce|Onu|Nato|Ue|Istat|Fao|Oms|Inps|Confindustria|Bankitalia")
_BODY = re.compile(
    r"(?:(?:The|the|[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e) |[Ll]')?"
    r"(?P<name>[A-ZÀ-Þ][\w&.-]+(?: (?:of|for|and|the|on|di|del|della|dell'|dei|degli|delle|per|e|d') ?[A-ZÀ-Þ]?[\w-]+| [A-ZÀ-Þ][\w-]+){0,6})"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who can be an answer: a person, a body or a country, as an option shows them, and where the article has them."""

    form: str
    shown: str
    key: str
    """What two names of the same voice share: a surname, a code, a name without its article."""
    fact: Fact
    speaks: bool


def draft(context: Context) -> list[Draft]:
    """One draft per saying whose clause can be read by itself: among like voices of the article, or the name typed."""
    spoken = [
        (fact, voice)
        for fact in context.facts
        if fact.reading.form == "said-that" and (voice := _holder(context, fact)) is not None
    ]
    everybody = _voices(context, [voice for _fact, voice in spoken])
    found = [_draft(context, fact, voice, everybody) for fact, voice in spoken if _eligible(context, fact)]
    return [each for each in found if each is not None]


def _eligible(context: Context, fact: Fact) -> bool:
    return fact.reason not in {"in-quote", "fragment", "question", "damaged"} and not touchy(context, fact)


def _holder(context: Context, fact: Fact) -> Voice | None:
    """Who speaks in a sentence, where it is one person, one country or one body by name."""
    holder = _ADVERB_AFTER.sub("", (fact.reading.holder or "").replace("’", "'").strip(" ,"))
    if _SEVERAL.search(holder):
        return None
    persons = full_names(holder) or _titled(context, holder)
    if len(persons) == 1:
        return Voice("person", persons[0], _surname(persons[0]), fact, speaks=True)
    if persons:
        return None
    by_surname = [name for name in context.people if holder == name.rsplit(" ", 1)[-1]]
    if len(by_surname) == 1:
        return Voice("person", by_surname[0], holder, fact, speaks=True)
    return _country(context, holder, fact) or _body(context, holder, fact)


def _titled(context: Context, holder: str) -> tuple[str, ...]:
    """«president Okey Oramah», «Navi Pillay, the … Commissioner»: a name known by the office beside it."""
    offices_named = lexicon(context.lang).role_nouns
    before = re.fullmatch(rf"(?P<office>.*\b(?P<head>[\w-]+),?) (?P<name>{_TWO})", holder)
    if before and before["head"].lower() in offices_named:
        return (before["name"],)
    after = re.fullmatch(rf"(?P<name>{_TWO}), (?P<office>.+)", holder)
    if after and any(word.lower() in offices_named for word in re.findall(r"[\w-]+", after["office"])):
        return (after["name"],)
    return ()


def _country(context: Context, holder: str, fact: Fact) -> Voice | None:
    named = mentions(holder, context.lang)
    if len(named) != 1 or (named[0].start, named[0].end) != (0, len(holder)):
        return None
    country = countries(context.lang)[named[0].iso]
    return Voice("country", _capital(with_article(country)), country.code, fact, speaks=True)


def _body(context: Context, holder: str, fact: Fact) -> Voice | None:
    match = _BODY.fullmatch(holder)
    if match is None or (related(match["name"], context.lang) and not _known(context, match["name"])):
        return None
    words = match["name"].split()
    if len(words) == 1 and not (_known(context, match["name"]) or _ACRONYM.fullmatch(match["name"])):
        return None
    return Voice("body", _capital(holder), match["name"], fact, speaks=True)


def _known(context: Context, name: str) -> bool:
    return name in lexicon(context.lang).organisation_names


def _voices(context: Context, spoken: list[Voice]) -> list[Voice]:
    """Everybody who may be an answer, each once: those who speak, persons in office, countries and bodies named."""
    found: dict[tuple[str, str], Voice] = {}
    held = (Voice("person", each.person, _surname(each.person), each.fact, speaks=False) for each in offices(context))
    for voice in (*spoken, *held, *_mentioned(context)):
        found.setdefault((voice.form, voice.key), voice)
    return list(found.values())


def _mentioned(context: Context) -> Iterator[Voice]:
    table = lexicon(context.lang)
    for fact in context.facts:
        for each in mentions(fact.sentence.shade, context.lang):
            country = countries(context.lang)[each.iso]
            yield Voice("country", _capital(with_article(country)), country.code, fact, speaks=False)
        for named in named_things(fact.sentence.shade, context.lang):
            if named.type == "organisation":
                body = table.organisations[named.usual]
                yield Voice("body", _capital(with_article(body)), body.name, fact, speaks=False)  # type: ignore[arg-type]


def _surname(person: str) -> str:
    return person.rsplit(" ", 1)[-1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


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


def _reads_alone(context: Context, fact: Fact, clause: str, heading: str) -> bool:
    """Whether the clause has a subject and points at nothing outside it and the title shown above it."""
    sentence, cues = fact.sentence, context.cues
    text = f"{_capital(clause)}."
    shade = text.replace("’", "'")
    alone = replace(sentence, quote=text, shade=shade, lead="", skip=0, opened=False, cut=False)
    pseudo = replace(fact, sentence=alone, stems=stems_of(shade, cues))
    against = reason_against(alone, cues, stems_of(heading, cues))
    return (
        _SHORTEST <= len(clause.split()) <= _LONGEST
        and not _ODD.search(clause)
        and against in {None, "relative-time", "too-short"}
        and cues.finite_verb.search(shade) is not None
        and not without_subject(shade, context.lang)
        and not cues.speech.search(shade)
        and not cues.linking.search(" ".join(shade.split()[:8]))
        and not leans(context, pseudo, heading)
    )


def _draft(context: Context, fact: Fact, voice: Voice, everybody: list[Voice]) -> Draft | None:
    said = _saying(context, fact)
    if said is None:
        return None
    verb, clause = said
    heading = title_of(context)
    titled = bool(heading) and voice.key not in heading
    others = [
        each
        for each in everybody
        if each.form == voice.form and each.key != voice.key and _may_be(context, each, fact, clause)
    ][:_MOST]
    if voice.key.lower() in clause.lower():
        return None
    if not _reads_alone(context, fact, clause, heading if titled else ""):
        return None
    return Draft(
        family=FAMILY,
        facts=(fact,),
        type="choice" if len(others) >= _FEWEST else "text",
        stem=worded(
            context, _STEMS, headed(context) if titled else None, verb=verb, clause=inside_quotes(clause, context.lang)
        ),
        own=_among(context, fact, voice, others) if len(others) >= _FEWEST else _typed(context, voice, others),
        explanation=explained(context, fact),
        focus=voice.key.lower(),
        kind=fact.reading.kind if not fact.reading.mixed else Kind.CLAIM,
        holder=fact.reading.holder,
        shows=clause.lower(),
    )


def _may_be(context: Context, other: Voice, fact: Fact, clause: str) -> bool:
    """Whether a voice can be a wrong option: neither in the clause nor beside the speaker, and not saying the like."""
    if other.key.lower() in clause.lower() or re.search(rf"\b{re.escape(other.key)}\b", fact.sentence.shade):
        return False
    if other.form == "country" and other.key in related(fact.sentence.shade, context.lang):
        return False
    return not (other.speaks and context.same_things(other.fact, fact))


def _why(context: Context, other: Voice) -> str:
    phrase = _SPOKEN if other.speaks else _NAMED
    return phrase[context.lang].format(quote=shortened(context, other.fact))


def _among(context: Context, fact: Fact, voice: Voice, others: list[Voice]) -> dict[str, Any]:
    options = [option(voice.shown, key=True), *(option(each.shown, _why(context, each)) for each in others)]
    context.chance(FAMILY, fact.sentence.index).shuffle(options)
    return {"options": options}


def _typed(context: Context, voice: Voice, others: list[Voice]) -> dict[str, Any]:
    """The name to be typed, in full or for short, and why another voice of the article is not the one."""
    if voice.form == "person":
        names = [voice.shown, *surnames(voice.shown)]
    elif voice.form == "country":
        names = names_of(countries(context.lang)[voice.key], voice.shown)
    else:
        names = [voice.shown, voice.key]
    foreseen = [{"text": each.shown, "fraction": 0, "feedback": _why(context, each)} for each in others]
    return {"answers": [*accepted(names), *foreseen], "match": dict(LOOSE)}
