"""Who says so: a claim without its holder, to be given back to whom the article attributes it."""

import re
from collections.abc import Mapping

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.entries import Country
from quizapp.extraction.facts import Fact
from quizapp.extraction.framing import headed, title_over
from quizapp.extraction.places import countries, neighbours, related
from quizapp.extraction.saying import bare, explained, harmful, inside_quotes, shortened

_WRONG = 3
_OPENING = re.compile(r"(?:[Ss]econdo|[Ss]tando|[Aa] detta|[Aa]ccording to)\b")
_INSIDE = re.compile(r",? (?:secondo|stando a\w*|a detta d\w+|according to) ?(?:the |il |la |lo |i |gli |le |l')?$")
_WHO_IS = re.compile(r", (?:who|whom|whose|which|che|cui|il quale|la quale)\b")
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


def draft(context: Context) -> list[Draft]:
    """One draft per claim of a source without a name whose content stands alone: «fonti ucraine» among those of other
    countries."""
    found = [_attributed(context, fact) for fact in context.facts if _eligible(context, fact)]
    return [each for each in found if each is not None]


def _eligible(context: Context, fact: Fact) -> bool:
    reading = fact.reading
    return (
        reading.form in {"according", "said-that"}
        and reading.holder is not None
        and reading.kind in {Kind.CLAIM, Kind.FORECAST}
        and fact.reason not in {"in-quote", "fragment", "question", "damaged", "too-long", "relative-time"}
        and not harmful(context, fact)
    )


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
    """The sentence without «Secondo …,» at its start, or «, secondo …» at its end or between commas."""
    if _OPENING.match(shade):
        return quote[span[1] :].lstrip(" ,")
    before = _INSIDE.search(shade[: span[0]])
    if before is None:
        return None
    if shade[span[1] :] in {".", ""}:
        return f"{quote[: before.start()]}."
    if before[0].startswith(",") and _WHO_IS.match(shade, span[1]):
        return None
    if before[0].startswith(",") and shade[span[1]] == ",":
        return f"{quote[: before.start()]} {quote[span[1] + 1 :].lstrip()}"
    return None


def _attributed(context: Context, fact: Fact) -> Draft | None:
    content, holder = content_of(context, fact), fact.reading.holder or ""
    if content is None or not stands_alone(context, content):
        return None
    options = _collective(context, holder, content)
    if options is None or any(part.lower() in content.lower() for part in _NAME.findall(holder)):
        return None
    context.chance("voice", fact.sentence.index).shuffle(options)
    said, say = inside_quotes(content, context.lang), context.say
    place = headed(context, title_over(context, fact, content, holder))
    return Draft(
        family="who-said",
        facts=(fact,),
        type="choice",
        stem=(say.who_dated if place["day"] else say.who).format(**place, content=said),
        own={"options": options},
        explanation=explained(context, fact),
        focus=holder.lower(),
        kind=fact.reading.kind,
        holder=holder,
        shows=content.lower(),
    )


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
