"""Who says so: a claim without its holder, to be given back to whom the article attributes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.entries import Country
from quizapp.extraction.facts import Fact
from quizapp.extraction.families.roles import roles_of
from quizapp.extraction.people import full_names, given_names
from quizapp.extraction.places import countries, neighbours, related
from quizapp.extraction.saying import bare, explained, harmful, inside_quotes, shortened

_WRONG = 3
_SHORTEST, _LONGEST = 6, 32
_THAT = {"it": re.compile(r"\bche\s+"), "en": re.compile(r"\bthat\s+")}
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: (?:di |de |del |della |dei |of |von |van |al |bin |el )?[A-ZÀ-Þ][\w'’-]+)*")
_COLLECTIVE = {
    "it": re.compile(
        r"^(?P<head>(?:(?:le|alcune|diverse|molte) )?(?:fonti|autorità|agenzie)|(?:il|la|i|gli|le|l['’])\s?(?:governo|stampa|esercito|intelligence|media|funzionari|forze armate|ministero)) (?P<form>\w+)$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?P<head>(?:the )?)(?P<form>(?:[A-Z]\w+)(?: Korean| African| Arabian)?) (?P<noun>government|officials|sources|authorities|military|media|police|army|intelligence|state media)$"
    ),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can be quoted: a person by full name, with the sentence that names them."""

    name: str
    fact: Fact


def draft(context: Context) -> list[Draft]:
    """One draft per claim whose content stands alone, where the article or its countries offer like voices."""
    people = _people(context)
    found = [_attributed(context, fact, people) for fact in context.facts if _eligible(context, fact)]
    found += [_quoted(context, fact, people) for fact in context.facts if fact.reading.form == "said-quote"]
    return [each for each in found if each is not None]


def _quoted(context: Context, fact: Fact, people: list[Voice]) -> Draft | None:
    """Words between quotation marks, to be given back to the person who said them."""
    holder, shade = fact.reading.holder or "", fact.sentence.shade
    person = _person_of(holder, people)
    spans = list(re.finditer(r'"([^"]{25,240})"', shade))
    if (
        person is None
        or len(spans) != 1
        or harmful(context, fact)
        or fact.reason in {"fragment", "damaged", "in-quote"}
    ):
        return None
    words = fact.sentence.quote[spans[0].start(1) : spans[0].end(1)].strip(" ,")
    options = _persons(context, person, words, people)
    if options is None or len(words.split()) < _SHORTEST or person.split()[-1].lower() in words.lower():
        return None
    context.chance("quoted", fact.sentence.index).shuffle(options)
    say = context.say
    day = say.day(context.published) if context.published else ""
    stem = say.quoted_dated.format(day=day, words=words) if day else say.quoted.format(words=words)
    return Draft(
        family="who-quoted",
        facts=(fact,),
        type="choice",
        stem=stem,
        own={"options": options},
        explanation=explained(context, fact),
        focus=person.lower(),
        kind=Kind.CLAIM,
        holder=holder,
        shows=words.lower(),
    )


def _eligible(context: Context, fact: Fact) -> bool:
    reading = fact.reading
    return (
        reading.form in {"according", "said-that"}
        and reading.holder is not None
        and reading.kind in {Kind.CLAIM, Kind.FORECAST}
        and fact.reason not in {"in-quote", "fragment", "question", "damaged", "too-long", "relative-time"}
        and not harmful(context, fact)
    )


def _people(context: Context) -> list[Voice]:
    """Persons with a role or a voice in the article, by full name, no two with the same surname."""
    held = [Voice(each.person, each.fact) for each in roles_of(context)]
    for fact in context.facts:
        name = _person_of(fact.reading.holder or "", held)
        names = [*([name] if name else ()), *full_names(fact.sentence.shade)]
        for each in names:
            if not any(other.name.split()[-1] == each.split()[-1] for other in held):
                held.append(Voice(each, fact))
    return held


def _person_of(holder: str, known: list[Voice]) -> str | None:
    """The full name in a holder, given name first; a surname alone counts where the article gives the full name."""
    names = list(_NAME.findall(re.sub(r"^(?:The|Il|La|Lo|I|Gli|Le|As|A|An) ", "", holder)))
    full: str | None = next(
        (name for name in reversed(names) if name.split()[0].lower() in given_names() and 2 <= len(name.split()) <= 4),
        None,
    )
    if full and not re.search(rf"{re.escape(full)}['’]s", holder) and holder.rstrip().endswith(full):
        return full
    if len(names) == 1 and names[0] == holder.strip():
        return next((each.name for each in known if each.name.split()[-1] == names[0]), None)
    return None


def content_of(context: Context, fact: Fact) -> str | None:
    """What is said, without who says it; None where it cannot be cut out cleanly."""
    quote, shade, span = fact.sentence.quote, fact.sentence.shade, fact.reading.holder_span
    if span is None:
        return None
    if fact.reading.form == "said-that":
        that = _THAT[context.lang].search(shade, span[1])
        content = quote[that.end() :] if that and that.start() - span[1] < 40 else None
    else:
        content = _without_according(quote, shade, span)
    content = f"{content}{'.' if fact.sentence.cut else ''}".strip(" ,;") if content else ""
    return content[:1].upper() + content[1:] if content else None


def _without_according(quote: str, shade: str, span: tuple[int, int]) -> str | None:
    """The sentence without its opening «Secondo …,»; one in the middle is left alone."""
    if re.match(r"(?:[Ss]econdo|[Ss]tando|[Aa] detta|[Aa]ccording to)\b", shade):
        return quote[span[1] :].lstrip(" ,")
    return None


def _attributed(context: Context, fact: Fact, people: list[Voice]) -> Draft | None:
    content, holder = content_of(context, fact), fact.reading.holder or ""
    if content is None or not stands_alone(context, content):
        return None
    person = _person_of(holder, people)
    options = _persons(context, person, content, people) if person else _collective(context, holder, content)
    if options is None or any(part.lower() in content.lower() for part in _NAME.findall(holder)):
        return None
    context.chance("voice", fact.sentence.index).shuffle(options)
    said, say = inside_quotes(content, context.lang), context.say
    day = say.day(context.published) if context.published else ""
    return Draft(
        family="who-said",
        facts=(fact,),
        type="choice",
        stem=say.who_dated.format(day=day, content=said) if day else say.who.format(content=said),
        own={"options": options},
        explanation=explained(context, fact),
        focus=(person or holder).lower(),
        kind=fact.reading.kind,
        holder=holder,
        shows=content.lower(),
    )


def _persons(context: Context, person: str, content: str, people: list[Voice]) -> list[dict[str, object]] | None:
    surname = person.rsplit(maxsplit=1)[-1]
    others = [
        each
        for each in people
        if each.name.split()[-1] != surname and each.name.split()[-1].lower() not in content.lower()
    ]
    if len(others) < 2:
        return None
    wrong = [
        option(each.name, context.say.other_voice.format(quote=shortened(context, each.fact)))
        for each in others[:_WRONG]
    ]
    return [option(person, key=True), *wrong]


def _collective(context: Context, holder: str, content: str) -> list[dict[str, object]] | None:
    """«Fonti ucraine» among the same sources of other countries, those of the article first."""
    match = _COLLECTIVE[context.lang].match(bare(holder, context.lang))
    table = countries(context.lang)
    found = _adjective(match["form"], table) if match else None
    if match is None or found is None:
        return None
    iso, place = found
    body = [code for code in sorted(related(context.shade, context.lang)) if code != iso]
    named = related(content.replace("’", "'"), context.lang)
    others = [
        code for code in [*body, *neighbours(iso)] if code not in named and code != iso and table[code].adjectives
    ]
    others = list(dict.fromkeys(others))[:_WRONG]
    if len(others) < _WRONG:
        return None
    wrong = [option(_shown(match, _form(table[code].adjectives[0], place)), _absent(context, code)) for code in others]
    return [option(_shown(match, match["form"]), key=True), *wrong]


def _adjective(form: str, table: Mapping[str, Country]) -> tuple[str, int] | None:
    for iso, country in table.items():
        for forms in country.adjectives:
            if form.lower() in [each.lower() for each in forms]:
                places = [each.lower() for each in forms]
                return iso, len(places) - 1 - places[::-1].index(form.lower())
    return None


def _form(forms: tuple[str, ...], place: int) -> str:
    return forms[min(place, len(forms) - 1)]


def _shown(match: re.Match[str], form: str) -> str:
    noun = match.groupdict().get("noun")
    text = f"{match['head']} {form} {noun}" if noun else f"{match['head']} {form}"
    text = re.sub(r"\s+", " ", text).strip()
    return text[:1].upper() + text[1:]


def _absent(context: Context, iso: str) -> str:
    cited = next((fact for fact in context.facts if iso in related(fact.sentence.shade, context.lang)), None)
    if cited is None:
        return context.say.absent
    return context.say.other_voice.format(quote=shortened(context, cited))


def stands_alone(context: Context, content: str) -> bool:
    """Whether what is said can be understood without who says it and what stood before."""
    shade = content.replace("’", "'")
    cues = context.cues
    return (
        _SHORTEST <= len(content.split()) <= _LONGEST
        and content.endswith(".")
        and not re.search(r'["«“]', shade)
        and not cues.anaphora.search(shade)
        and not cues.deictic.search(shade)
        and not cues.dependent_start.match(shade)
        and not cues.subjectless_start.match(shade)
    )
