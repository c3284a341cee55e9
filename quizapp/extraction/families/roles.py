"""Which role the article gives somebody: public offices only, never who holds them today."""

import re
from dataclasses import dataclass

from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.facts import Fact
from quizapp.extraction.framing import headed, title_of
from quizapp.extraction.lexicon import lexicon
from quizapp.extraction.patterns import kept
from quizapp.extraction.saying import explained, harmful, shortened

_PERSON = r"(?P<person>[A-ZÀ-Þ][\w'-]+(?: (?:de |di |von |van |al-|bin |el-)?[A-ZÀ-Þ][\w'.-]+){1,2})"
_HEADS = {
    "it": r"(?:(?:vice)?(?:president[ei](?:ssa)?|premier|ministr[oa]|segretari[oa]|cancellier[ea]|commissari[oa]|governatore|governatrice|sindac[oa]|ambasciator[ei]|ambasciatrice|portavoce|direttor[ei]|direttrice|amministrator[ei] delegat[oa]|capo|primo ministro|prima ministra|alto rappresentante|leader))",
    "en": r"(?:(?:Vice |Deputy |Prime |Foreign |Defen[cs]e |Finance |Interior |Former |former )*(?:[Pp]resident|[Mm]inister|[Ss]ecretary(?:-[Gg]eneral| of [A-Z]\w+)?|[Cc]hancellor|[Cc]ommissioner|[Gg]overnor|[Mm]ayor|[Aa]mbassador|[Ss]pokes(?:man|woman|person)|[Dd]irector(?:-[Gg]eneral)?|[Cc]hief [Ee]xecutive|[Cc]hairman|[Cc]hairwoman|[Ll]eader))",
}
_TAIL = {
    "it": r"(?:(?: (?:generale|statunitense|europe[oa]|italian[oa]|frances[ei]|russ[oa]|tedesc[oa]|britannic[oa]|cinese|ucrain[oa]|israelian[oa]|federale|uscente|\w+an[oa]|\w+es[ei]))*(?: (?:del|dello|della|dell'|dei|degli|delle|di|d'|alla|agli|allo) ?[A-ZÀ-Þ][\w'-]+(?: (?:del|della|dell'|dei|degli|di|e|d') ?[A-ZÀ-Þ]?[\w'-]+| [A-ZÀ-Þ][\w'-]+| \w+an[oa]| \w+es[ei]| europe[oa])*)?)",
    "en": r"(?: (?:of|for|to) (?:the )?[A-Z][\w'-]+(?: (?:and |of |the )*[A-Z][\w'-]+)*)?",
}
_FEWEST, _MOST = 2, 3
_HALF = re.compile(
    r"minist(?:er|r[oa])|secretary|segretari[oa]|leader|direct(?:or)|diret(?:tore|trice)|commissioner|commissari[oa]|capo|"
    r"spokes(?:man|woman|person)|portavoce|ambasciat(?:ore|rice)|ambassador",
    re.IGNORECASE,
)
"""An office that does not say which: no like of «ministro degli Esteri»."""


@dataclass(frozen=True, slots=True)
class Held:
    """A person with the role that one sentence gives them."""

    person: str
    role: str
    fact: Fact


def draft(context: Context) -> list[Draft]:
    """One draft per person with a role of their own, where the article names two other roles."""
    held = roles_of(context)
    found = [_role(context, each, held) for each in held]
    return [each for each in found if each is not None]


def roles_of(context: Context) -> list[Held]:
    """Every person with a public role, once."""
    found: dict[str, Held] = {}
    for fact in context.facts:
        for held in _held(context, fact):
            surname = held.person.split()[-1].lower()
            found.setdefault(surname, held)
    return list(found.values())


def _held(context: Context, fact: Fact) -> list[Held]:
    head, tail, shade, quote = _HEADS[context.lang], _TAIL[context.lang], fact.sentence.shade, fact.sentence.quote
    before = rf"\b(?P<role>{head}{tail}),? {_PERSON}"
    after = rf"{_PERSON}, (?:il |la |l'|lo |the )?(?P<role>{head}{tail})(?=[,.;])"
    return [
        Held(quote[slice(*match.span("person"))], quote[slice(*match.span("role"))].strip(), fact)
        for pattern in (before, after)
        for match in kept(pattern).finditer(shade)
        if not shade[: match.start()].endswith(("ex ", "former ", "ex-")) and match["person"] in context.people
    ]


def _role(context: Context, each: Held, held: list[Held]) -> Draft | None:
    if harmful(context, each.fact) or each.fact.reason in {"fragment", "in-quote", "damaged"}:
        return None
    others = [
        other
        for other in held
        if other.person != each.person
        and not _overlap(other.role, each.role)
        and not _HALF.fullmatch(other.role)
        and gender_of(context.lang, other.role) == gender_of(context.lang, each.role)
    ]
    if len(others) < _FEWEST or len(each.role.split()) < 2:
        return None
    wrong = [
        option(_shown(other.role), context.say.other_role.format(quote=shortened(context, other.fact)))
        for other in others[:_MOST]
    ]
    options = [option(_shown(each.role), key=True), *wrong]
    if len({choice["text"].lower() for choice in options}) < len(options):
        return None
    context.chance("role", each.person).shuffle(options)
    return Draft(
        family="role",
        facts=(each.fact,),
        type="choice",
        stem=_stem(context, each.person),
        own={"options": options},
        explanation=explained(context, each.fact),
        focus=each.person.lower(),
        kind=each.fact.reading.kind,
        holder=each.fact.reading.holder,
        shows=each.person.lower(),
    )


def gender_of(lang: str, role: str) -> str:
    """The gender that an Italian role shows, `m` or `f`; nothing where its words are of both, or in English."""
    if lang != "it":
        return ""
    table = lexicon("it")
    for word in re.findall(r"[\w-]+", role.lower()):
        shown = [each.gender for each in table.role_nouns.get(word, ())]
        shown += [each.gender for each in table.demonyms.get(word, ())]
        genders = {gender for gender in shown if gender}
        if len(genders) == 1:
            return genders.pop()
    return ""


def _stem(context: Context, person: str) -> str:
    title = title_of(context)
    place = headed(context, "" if person.rsplit(maxsplit=1)[-1] in title else title)
    return (context.say.role_dated if place["day"] else context.say.role).format(**place, person=person)


def _overlap(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _shown(role: str) -> str:
    return role[:1].upper() + role[1:]
