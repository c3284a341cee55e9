"""Who speaks in an article, as its sentences call them: persons with their office, bodies, officials of a country."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from quizapp.extraction.draft import Context
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.offices import offices
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.patterns import kept
from quizapp.extraction.people import full_names

_LONGEST = 9
_ONE = {
    "en": frozenset(
        "government ministry department police agency authority council commission committee administration army military "
        "navy force parliament company bank broadcaster newspaper institute university court embassy office party union "
        "organisation organization association centre center service spokesman spokeswoman spokesperson observatory".split()
    ),
    "it": frozenset(
        "governo ministero polizia agenzia autorità consiglio commissione comitato amministrazione esercito marina parlamento "
        "azienda società banca emittente quotidiano giornale istituto università tribunale corte ambasciata ufficio partito "
        "unione organizzazione associazione centro servizio portavoce osservatorio comune regione procura ministro ministra "
        "presidente sindaco sindaca premier segretario segretaria direttore direttrice".split()
    ),
}
"""What a body, or one who speaks for it, is called."""
_MANY = {
    "en": frozenset(
        "officials authorities sources analysts experts scientists researchers police economists lawmakers prosecutors "
        "astronomers organisers organizers diplomats observers doctors".split()
    ),
    "it": frozenset(
        "funzionari autorità fonti analisti esperti scienziati ricercatori economisti astronomi organizzatori diplomatici "
        "osservatori medici inquirenti vigili carabinieri sindacati".split()
    ),
}
"""The same of several."""
_ARTICLE = {
    "en": r"(?:[Tt]he |[Aa]n? )?",
    "it": r"(?:(?:[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e|[Uu]n|[Uu]na) |[Ll]'|[Uu]n')?",
}
_INNER = {
    "en": r"[\w'.&-]+(?: (?:of|for|from|in|and|the|on)(?= ))?",
    "it": r"[\w'.&-]+(?: (?:di|del|della|dello|dei|degli|delle|dell'|per|in|e|d')(?= ?))?",
}
_NO_NOUN = re.compile(
    r"\b(?:which|who|whom|that|where|while|when|as|but|he|she|it|they|his|her|its|their|this|these|those|such|other|another|"
    r"said|says|told|is|was|are|were|has|have|che|cui|mentre|quando|ma|lui|lei|suo|sua|suoi|loro|quest[oaei]|stess[oaie]|"
    r"altr[oaie]|è|era|sono|ha|hanno|some|several|many|alcun[ie]|molt[ie]|divers[ie]|reports?|media|press|projections?|polls?|surveys?|data|figures|documents?|plan|sondaggi?o?|dati|documenti?)\b",
)
_ON = {
    "en": re.compile(r"(?:(?:On|In|At|During|After|Before|By|Since|Following|Speaking|Meanwhile|Earlier)\b[^,\"]{0,60}, )?$"),
    "it": re.compile(r"(?:(?:Nel|Nella|Nei|Il|In|A|Al|Alla|Dopo|Durante|Ieri|Oggi|Intanto|Domenica|Lunedì|Martedì|Mercoledì|Giovedì|Venerdì|Sabato)\b[^,\"]{0,60}, )?$"),
}  # fmt: skip
_AFTER_WORDS = re.compile(r"[,\"] (?:(?:has|had|ha|hanno|aveva) )?(?P<verb>\w+) $")
_ADVERB = re.compile(
    r"(?:Initially|Meanwhile|Earlier|Later|Also|Both|Intanto|Inizialmente|Infine|Inoltre|Anche|Poi|Però|Ma|But|And|E),? ",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r",? (?:on|last|this|in|at|during|nel|nella|in|durante|lo|la|a) (?:\w+day|\w+dì|domenica|\d+|[a-z]+|statement)\b.*$"
)
_TOGETHER = re.compile(r"\b(?:and|e|ed|with|con)\b")
"""Somebody beside the one named."""
_APPOSITION = re.compile(r", (?P<what>[^,.;:\"()]{3,80})(?=[,.])")
_LEADING = re.compile(r"^(?:the |a |an |il |lo |la |l['’]|un |una )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caller:
    """One who speaks, or holds an office, as an option shows them; `name` is without the office, `start` and `end` are their place in the sentence."""

    shown: str
    name: str
    start: int
    end: int
    fact: Fact
    person: bool
    plural: bool
    speaks: bool


def callers(context: Context) -> list[Caller]:
    """Everybody who speaks in the article by a name of their own or of their office, then who holds an office there;
    nobody twice under the same words."""
    found: dict[str, Caller] = {}
    speaking = list(_speaking(context))
    for each in (*speaking, *_in_office(context)):
        found.setdefault(each.shown.lower(), each)
    spoken = {each.fact.sentence.index for each in found.values() if each.speaks}
    again = [each for each in speaking if each.fact.sentence.index not in spoken]
    return [*found.values(), *again]


def _speaking(context: Context) -> Iterator[Caller]:
    for fact in context.facts:
        span = fact.reading.holder_span
        if span is None or fact.reading.form is None or fact.sentence.in_quote:
            continue
        found = _caller(context, fact, *span)
        if found is not None:
            yield found


def _caller(context: Context, fact: Fact, start: int, end: int) -> Caller | None:
    shade = fact.sentence.shade
    if fact.reading.form != "according" and not _at_its_place(context, shade, start):
        return None
    opening = _ADVERB.match(shade, start, end)
    start = opening.end() if opening else start
    when = _WHEN.search(shade, start, end)
    end = when.start() if when and not full_names(when[0]) else _with_apposition(context, shade, end)
    holder = shade[start:end]
    if re.search(r"\d", holder) or re.match(r",? \d", shade[end:]):
        return None
    names = [name for name in full_names(holder) if name in context.people]
    if (
        len(names) > 1
        or (names and _TOGETHER.search(holder))
        or _NO_NOUN.search(holder)
        or len(holder.split()) > _LONGEST
    ):
        return None
    person = names[0] if names else _surname(context, holder)
    if person:
        shown = _in_words(context, fact.sentence.quote[start:end], person)
        return (
            Caller(_capital(shown), person, start, end, fact, person=True, plural=False, speaks=True) if shown else None
        )
    plural = _body(context, holder)
    if plural is None:
        return None
    shown = _capital(fact.sentence.quote[start:end])
    return Caller(shown, shown, start, end, fact, person=False, plural=plural, speaks=True)


def _at_its_place(context: Context, shade: str, start: int) -> bool:
    """Whether a holder opens its sentence, alone or after a day or a place, or stands beside words in quotation marks."""
    before = shade[:start]
    if _ON[context.lang].match(before) is not None or before.endswith(('" ', '", ', '," ')):
        return True
    after = _AFTER_WORDS.search(before)
    return after is not None and context.cues.speech.fullmatch(after["verb"]) is not None


def _with_apposition(context: Context, shade: str, end: int) -> int:
    """«…, Managing Director of the IMF» belongs to the name before it."""
    match = _APPOSITION.match(shade, end)
    heads = lexicon(context.lang).role_nouns
    if match and any(word.lower() in heads for word in match["what"].split()):
        return match.end()
    return end


def _in_words(context: Context, said: str, person: str) -> str:
    """A person with the office that the sentence or the article gives them; "" where it gives none: a name that nobody
    keeps."""
    heads = lexicon(context.lang).role_nouns
    role = _LEADING.sub("", said.replace(person, "").strip(" ,")) if person in said else ""
    if any(word in heads for word in re.findall(r"[\w-]+", role.lower())):
        return f"{person}, {role}"
    held = [each.role for each in offices(context) if each.person == person]
    return f"{person}, {held[0]}" if held else ""


def _surname(context: Context, holder: str) -> str:
    """The full name of one whom the sentence calls by surname."""
    named = [name for name in context.people if name.rsplit(" ", 1)[-1] == holder]
    return named[0] if len(named) == 1 else ""


def _body(context: Context, holder: str) -> bool | None:
    """Whether a body or its people are several; None where the words name neither."""
    lang, one, many = context.lang, _ONE[context.lang], _MANY[context.lang]
    pattern = rf"{_ARTICLE[lang]}(?P<name>{_INNER[lang]}(?: ?{_INNER[lang]}){{0,8}})"
    match = kept(pattern).fullmatch(holder)
    if match is None:
        return None
    words = [word.lower() for word in re.findall(r"[\w-]+", match["name"])]
    named = match["name"] in lexicon(lang).organisation_names
    if _several(words, one, many):
        return True
    if named or any(word in one for word in words):
        return False if named or len(words) > 1 else None
    capitals = [word for word in match["name"].split() if word[:1].isupper()]
    return False if len(capitals) > 1 and capitals[0] == match["name"].split()[0] else None


def _several(words: Sequence[str], one: Set[str], many: Set[str]) -> bool:
    """Whether the first of such nouns is one of several: «fonti del governo», not 'the union of officials'."""
    first = next((word for word in words if word in many or word in one), "")
    return first in many


def _in_office(context: Context) -> Iterator[Caller]:
    for each in offices(context):
        shown = f"{each.person}, {each.role}"
        yield Caller(shown, each.person, 0, 0, each.fact, person=True, plural=False, speaks=False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
