"""Sentence-initial subjects that a question word can stand for: «La Cina, alleato di Pyongyang, osserva …»."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from quizapp.extraction.draft import Context
from quizapp.extraction.entries import Country, VerbForm
from quizapp.extraction.facts import Fact
from quizapp.extraction.lexicon import Lexicon, lexicon
from quizapp.extraction.patterns import kept
from quizapp.extraction.places import related

_LONGEST_APPOSITION = 9
_ON_A_DAY = r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?= \w)| (?:ieri|oggi)(?= \w))?"
"""«India on Monday signed …»: the day between subject and verb, which the article's own day stands for."""
_SHORTEST, _LONGEST = 6, 30
_ARTICLE = {"it": r"(?:(?:[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e) |[Ll]')?", "en": r"(?:[Tt]he )?"}
_CLAUSE = re.compile(r"[;:?!]|\b(?:ma|mentre|but|while|whereas|although|sebbene|anche se)\b|\(|\s-\s")
_RELATIVE = re.compile(r"\b(?:che|cui|quale|dove|which|who|whose|that|where)\b")
_AGREEING = re.compile(
    r"\b(?:stess[ao]|unic[ao]|prim[ao]|ultim[ao]|essa|esso|lei|lui|ella|egli|sola|solo|omolog[oa])\b|"
    r"\b(?:he|she|him|her|they|them|counterpart)\b"
)
_SECOND_SUBJECT = re.compile(
    r",? (?:e|ed|and|o|or) (?:(?:il|lo|la|i|gli|le|the|an?|un|una) |l'|un'|(?=[A-ZÀ-Þ]))[\w'-]+ "
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A sentence cut after its subject: `name` as written, what stands beside it, and the rest from the verb on."""

    fact: Fact
    name: str
    aside: str
    rest: str
    verb: tuple[str, ...]
    """The finite verb and what makes it whole: («ha», «firmato»)."""
    when: str = ""
    """The date that opens the sentence: «Nel 2019 »."""


def subject_of(context: Context, fact: Fact, name: str) -> Subject | None:
    """The subject of a sentence that opens with a name, where its verb follows at once."""
    shade, quote = fact.sentence.shade, fact.sentence.quote
    start = fronted(context, fact)
    if fact.sentence.lead or not _NAMED_THING.fullmatch(shade):
        return None
    article = kept(_ARTICLE[context.lang]).match(shade, start)
    at = article.end() if article and shade.startswith(name, article.end()) else start
    opening = _BESIDE.match(shade, at + len(name)) if shade.startswith(name, at) else None
    if opening is None:
        return None
    verb = _verb(shade[opening.end() :], lexicon(context.lang), context.lang)
    whole = shade.endswith(".") or fact.sentence.cut
    credit = _CREDIT.search(shade) if whole else None
    until = credit.start() if credit else len(shade)
    if verb is None or not whole or not _simple(context, shade[:until], opening.end()):
        return None
    aside = quote[slice(*opening.span("aside"))] if opening["aside"] else ""
    aside = "" if _LINK.fullmatch(aside) else aside
    if aside and (len(aside.split()) > _LONGEST_APPOSITION or _RELATIVE.search(aside)):
        return None
    rest = quote[opening.end() : until].rstrip(" .")
    left_out = _SAME_DAY.match(shade) or _ADJUNCT.match(shade)
    when = "" if left_out is not None and left_out.end() == start else quote[:start]
    rest = _THAT_DAY.sub(r"\1", rest) if context.published is not None else rest
    if not rest[:1].isalpha() or _LEFT_TO_ITS_DAY.search(rest):
        return None
    if credit:
        holder = next(quote[slice(*credit.span(group))] for group in ("who", "by") if credit[group])
        rest = f"{_ACCORDING[context.lang].format(holder=holder)} {rest}"
    return Subject(fact, quote[at : at + len(name)], aside, rest, verb, when)


_BESIDE = re.compile(rf"(?: \([^()]{{2,40}}\))?(?P<aside>, [^,]+,)?{_ON_A_DAY} ")
_NAMED_THING = re.compile(r'[^"]*(?:(?<=[a-z] )"(?:[A-ZÀ-Þ][^".!?]{3,120}|[\w-]+)"[^"]*)?')
"""At most one quotation, and one that reads like a title or is one word."""
_LINK = re.compile(r", (?:infatti|inoltre|intanto|invece|però|dunque|quindi|however|meanwhile|moreover|in fact),")
_SAME_DAY = re.compile(
    r"(?:Ieri|Oggi|Stamattina|Ieri sera|Questa mattina|Nella giornata di ieri|Yesterday|Today),? |"
    r"(?:Lunedì|Martedì|Mercoledì|Giovedì|Venerdì|Sabato|Domenica|On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),? "
)
"""The day of the article or of its week, which a dated question can do without."""
_CREDIT = re.compile(
    r", (?:(?:riferisce|riporta|scrive|rivela|riferiscono|scrivono) (?P<who>(?:l'|la |il |lo |i )?[A-ZÀ-Þ][\w' ]{1,40})"
    r"|(?P<by>(?:the )?[A-ZÀ-Þ][\w' ]{1,40}) (?:said|reported|reports))\.?$"
)
"""Who tells it, at the end of the sentence."""
_ACCORDING = {"it": ", secondo quanto scrive {holder},", "en": ", as {holder} reports,"}
_THAT_DAY = re.compile(
    r"^((?:[\w’']+ ){1,2})(?:ieri|oggi|stamattina|questa mattina|nella giornata di ieri|yesterday|today)"
    r"(?: (?:mattina|sera|pomeriggio|morning|evening))? "
)
_ADJUNCT = re.compile(
    r"(?:Con|Dopo|Durante|Su proposta|Nonostante|Al termine|In vista|In attesa|Nel corso|In occasione|A margine|"
    r"After|Following|During|Despite|Amid|Ahead of|In a (?:statement|speech|vote)) [^\":;()]{3,100}?, (?:ieri |oggi )?"
    r"(?=(?:[Ii]l|[Ll]o|[Ll]a|[Tt]he) [A-Za-z]|l'[A-Z]|[A-ZÀ-Þ])"
)
"""A circumstance before the subject that a question can leave to the article."""
_LEFT_TO_ITS_DAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|oggi|ieri|domani)\b|\band (?:his|her|its|their) [\w ]{3,40}?(?:was|were|is|are|has)\b"
)
"""A day that a question cannot keep, and a second clause about what is the subject's."""
_LISTED = re.compile(r"\b(?:including|such as|tra cui|compres[oaie]) [^,]+,[^,]+$")
"""A list that goes on after its comma."""
_TAIL = re.compile(
    r", (?:e )?(?:\w+(?:ando|endo|andosi|endosi|ing)\b|non senza |a seguito |in vista |nonostante |malgrado |pur |anche in |"
    r"in a (?:huge |major |big )?(?:boost|blow|move|bid|sign|step|setback)\b|which (?:means|meant|will|would|could|has|have)\b|"
    r"in seguito |in corso |in programma |dopo |after |despite |amid |as part of |in breach of |in line with )"
)
_LEAST_KEPT = 9


def shorter(context: Context, fact: Fact) -> Fact:
    """A sentence up to its last clause with a gerund («, temendo che …»), where that clause names no speaker."""
    sentence, cues = fact.sentence, context.cues
    match = _TAIL.search(sentence.shade)
    if match is None or sentence.in_quote:
        return fact
    kept, dropped = sentence.shade[: match.start()], sentence.shade[match.start() :]
    if (
        len(kept.split()) < _LEAST_KEPT
        or _LISTED.search(kept)
        or '"' in dropped
        or cues.according.search(dropped)
        or cues.speech.search(dropped)
    ):
        return fact
    end = len(kept)
    return replace(
        fact,
        sentence=replace(sentence, end=sentence.start + end, quote=sentence.quote[:end], shade=kept, cut=True),
        dates=tuple(each for each in fact.dates if each.end <= end),
        quantities=tuple(each for each in fact.quantities if each.end <= end),
    )


def fronted(context: Context, fact: Fact) -> int:
    """Where a date with its year ends that opens a sentence, its comma and space included; 0 without one."""
    same_day = _SAME_DAY.match(fact.sentence.shade)
    if same_day is not None and context.published is not None:
        return same_day.end()
    adjunct = _ADJUNCT.match(fact.sentence.shade)
    if adjunct is not None and not context.cues.finite_verb.search(adjunct[0]):
        return adjunct.end()
    when = fact.dates[0] if fact.dates else None
    if when is None or when.year is None or not _LEAD.fullmatch(fact.sentence.shade[: when.start]):
        return 0
    after = re.match(r",? ", fact.sentence.shade[when.end :])
    return when.end + after.end() if after else 0


_LEAD = re.compile(r"Nel |Il |L'|In |On ")


def _simple(context: Context, shade: str, start: int) -> bool:
    """One main clause, nothing in it that agrees with its subject or points back to it."""
    if not _SHORTEST <= len(shade[start:].split()) <= _LONGEST:
        return False
    rest = re.sub(r'"[^"]*"', lambda quoted: "-" * len(quoted[0]), shade[start:])
    if _CLAUSE.search(rest) or _AGREEING.search(rest):
        return False
    second = _SECOND_SUBJECT.search(rest)
    return second is None or not _finite_soon(rest[second.start() :], lexicon(context.lang))


def _finite_soon(text: str, table: Lexicon) -> bool:
    return any(word in table.finite_verbs and word not in table.noun_like for word in re.findall(r"[\w']+", text)[1:7])


def _verb(rest: str, table: Lexicon, lang: str) -> tuple[str, ...] | None:
    """The verb that opens the rest: a simple one, or an auxiliary with its participle; None where it may be no verb."""
    words = re.findall(r"[\wà-ÿ']+", rest)[:4]
    if len(words) < 4:
        return None
    if _ADVERB.fullmatch(words[1]):
        del words[1]
    first, second = words[0], words[1]
    if first in table.auxiliaries:
        return _compound(first, second, table) or (_owning(first, second) if lang == "en" else None)
    readings = [each for each in table.finite_verbs.get(first, ()) if each.number in {"s", ""}]
    if not readings or first in table.noun_like or (lang == "it" and first in table.participles):
        return None
    if lang == "en" and (words[1] in {"by", "in"} or not _past_or_third(readings)):
        return None  # «Japan based in …», «Russia accused by …» may be no verb at all
    return (first,)


def _compound(first: str, second: str, table: Lexicon) -> tuple[str, ...] | None:
    third_singular = any(
        each.person == 3 and each.number == "s" and each.tense in _TENSES for each in table.auxiliaries[first]
    )
    participle = second in table.participles
    return (first, second) if third_singular and participle else None


def _owning(first: str, second: str) -> tuple[str, ...] | None:
    """«Burundi had twelve years of war»: the verb to have by itself."""
    return (first,) if first in {"has", "had"} and re.fullmatch(r"an?|the|no|\d+", second) else None


_ADVERB = re.compile(r"(?:\w{3,}(?:ly|mente)|recently|since|già|anche|non|not|also|long|never|formally|now)")
_TENSES = frozenset({"present", "imperfect", "past"})


def _past_or_third(readings: list[VerbForm]) -> bool:
    return any(each.tense == "past" or (each.tense == "present" and each.number == "s") for each in readings)


def masculine(lang: str, subject: Subject) -> Subject | None:
    """The subject's sentence as it agrees with «Paese»; None where the right form is in doubt."""
    if lang == "en":
        return subject
    table = lexicon(lang)
    aside = _agreeing(subject.aside, table) if subject.aside else ""
    if aside is None:
        return None
    if table.auxiliaries.get(subject.verb[0]) and _is_essere(subject.verb[0]):
        rest = _predicate(subject, table)
        return replace(subject, aside=aside, rest=rest) if rest else None
    return replace(subject, aside=aside)


def _is_essere(form: str) -> bool:
    return any(each.lemma == "essere" for each in lexicon("it").auxiliaries.get(form, ()))


def _predicate(subject: Subject, table: Lexicon) -> str | None:
    """«è stata colpita» → «è stato colpito»: the participles after «essere», each to its masculine."""
    words = subject.rest.split(" ")
    for place in (1, 2):
        bare = words[place].strip(",.") if place < len(words) else ""
        if bare in table.participles:
            other = _masculine_of(bare, table)
            if other is None:
                return None
            words[place] = words[place].replace(bare, other)
        elif place == 1:
            return None
        else:
            break
    return " ".join(words)


def _agreeing(aside: str, table: Lexicon) -> str | None:
    """An apposition beside «Quale Paese»: a masculine or invariable head stays, a feminine participle changes."""
    words = aside[2:].split(" ")
    head = 1 if words[0] in {"pur", "già", "ancora", "appena"} and len(words) > 1 else 0
    bare = words[head].strip(",")
    if bare in table.participles and bare not in table.role_nouns:
        other = _masculine_of(bare, table)
        if other is None:
            return None
        words[head] = words[head].replace(bare, other)
        return ", " + " ".join(words)
    return aside if _FREE_HEAD.match(aside[2:]) else None


_FREE_HEAD = re.compile(
    r"(?:principale|grande|storico|tradizionale|stretto|membro|primo|secondo|terzo|maggiore|maggior|uno dei|Paese|paese|"
    r"leader|alleato|produttore|importatore|esportatore|partner|sede|teatro|patria|con|in|insieme|oltre)\b"
)


def _masculine_of(form: str, table: Lexicon) -> str | None:
    """The masculine singular of a participle in the singular."""
    readings = table.participles.get(form, ())
    if any(each.gender == "m" and each.number == "s" for each in readings):
        return form
    lemmas = {each.lemma for each in readings if each.gender == "f" and each.number == "s"}
    others = {other for lemma in lemmas for other in _participles("it").get(lemma, ())}
    return others.pop() if len(others) == 1 else None


@cache
def _participles(lang: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for form, readings in lexicon(lang).participles.items():
        for each in readings:
            if each.gender == "m" and each.number == "s":
                found.setdefault(each.lemma, set()).add(form)
    return found


def unique(context: Context, subject: Subject, names: Callable[[str], bool]) -> bool:
    """Whether no other sentence says like things of another one: then the question has one answer."""
    return unique_to(context, subject.fact, names)


def unique_to(context: Context, fact: Fact, names: Callable[[str], bool]) -> bool:
    """The same of a sentence."""
    return not any(names(other.sentence.shade) for other in context.others_like(fact))


def other_country(lang: str, own: str) -> Callable[[str], bool]:
    """Whether a text names a country that this sentence does not."""
    named = related(own, lang)
    return lambda shade: bool(related(shade, lang) - named)


_NO_STATES = frozenset("HK MO PR GL GI FO GF GP MQ RE YT NC PF AW CW BM KY GU VI EH TW PS XK".split())


def is_state(country: Country) -> bool:
    """Whether «quale Paese» asks for it without a doubt: no territory, nothing whose standing is contested."""
    return country.code not in _NO_STATES and not country.disputed


def clause_of(context: Context, shade: str, start: int) -> str | None:
    """The sentence from a place on, where it is one main clause that nothing ties to its subject."""
    return shade[start:] if shade.endswith(".") and _simple(context, shade, start) else None
