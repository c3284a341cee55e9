"""Heading against body: where a heading names another country or figure than the article below it."""

from quizapp.core.kinds import Kind
from quizapp.extraction.draft import Context, Draft, option
from quizapp.extraction.families.asking import quoted
from quizapp.extraction.headings import Miscounted, Misplaced, miscounted, misplaced
from quizapp.extraction.places import countries, mentions, placed, related
from quizapp.extraction.saying import explained, harmful, shortened, touches_casualties
from quizapp.extraction.swaps import number_swaps

FAMILY = "headline"
_FEWEST = 3
_ABOVE = {
    "it": {"title": "titolo", "subtitle": "sottotitolo"},
    "en": {"title": "headline", "subtitle": "subheading"},
}
_PLACE = {
    "it": "Nel {part} di un articolo{day} si legge «{said}». Secondo il testo dell’articolo, dove si trovano?",
    "en": "The {part} of an article{day} reads “{said}”. According to the text of the article, where are they?",
}
_NUMBER = {
    "it": "Nel {part} di un articolo{day} si legge «{said}». Quale numero dà il testo dell’articolo?",
    "en": "The {part} of an article{day} reads “{said}”. Which number does the text of the article give?",
}
_DAY = {"it": " del {day}", "en": " of {day}"}
_ABOVE_ONLY = {
    "it": "Lo dice il {part}; il testo, invece: «{quote}»",
    "en": "The {part} says so; the text, however: “{quote}”",
}
_OTHER = {
    "it": "L’articolo ne parla, ma per altro: «{quote}»",
    "en": "The article mentions it, but for something else: “{quote}”",
}
_DISAGREE = {"it": " Il {part} dice un’altra cosa.", "en": " The {part} says something else."}


def draft(context: Context) -> list[Draft]:
    """One item per contradiction, in neutral words."""
    places = [_place(context, each) for each in misplaced(context) if not _touchy(context, each)]
    numbers = [_number(context, each) for each in miscounted(context) if not _touchy(context, each)]
    return [each for each in (*places, *numbers) if each is not None][:1]


def _touchy(context: Context, each: Misplaced | Miscounted) -> bool:
    return (
        touches_casualties(context, each.fact)
        or harmful(context, each.fact)
        or context.cues.casualties.search(each.said) is not None
        or each.fact.reason in {"in-quote", "damaged"}
    )


def _place(context: Context, each: Misplaced) -> Draft | None:
    table, part = countries(context.lang), _ABOVE[context.lang][each.part]
    if table[each.body.iso].disputed or table[each.heading.iso].disputed:
        return None
    quote = shortened(context, each.fact)
    options = [
        option(_into(context, each, each.body.iso), key=True),
        option(_into(context, each, each.heading.iso), _ABOVE_ONLY[context.lang].format(part=part, quote=quote)),
    ]
    taken = {each.body.iso, each.heading.iso} | related(each.fact.sentence.shade, context.lang)
    for other in context.facts:
        for named in mentions(other.sentence.shade, context.lang):
            if named.iso not in taken and not table[named.iso].disputed:
                taken.add(named.iso)
                said = _OTHER[context.lang].format(quote=shortened(context, other))
                options.append(option(_into(context, each, named.iso), said))
    if len(options) < _FEWEST:
        return None
    return _draft(context, each, _PLACE, options[: _FEWEST + 1], each.body.name)


def _into(context: Context, each: Misplaced, iso: str) -> str:
    text = placed(each.body, countries(context.lang)[iso], context.lang)
    if context.lang == "en":
        text = f"in {text}"
    return (text[:1].upper() + text[1:]).replace("'", "’" if "’" in context.text else "'")


def _number(context: Context, each: Miscounted) -> Draft | None:
    part = _ABOVE[context.lang][each.part]
    quote = shortened(context, each.fact)
    options = [
        option(each.body.text, key=True),
        option(each.heading.text, _ABOVE_ONLY[context.lang].format(part=part, quote=quote)),
    ]
    made = [swap for swap in number_swaps(context, each.fact, each.body) if swap.value != each.heading.value]
    options += [option(swap.text, context.say.absent) for swap in made if swap.source is None][: _FEWEST - 1]
    return _draft(context, each, _NUMBER, options, each.body.text) if len(options) > _FEWEST else None


def _draft(
    context: Context,
    each: Misplaced | Miscounted,
    stems: dict[str, str],
    options: list[dict[str, object]],
    focus: str,
) -> Draft:
    part = _ABOVE[context.lang][each.part]
    day = _DAY[context.lang].format(day=context.say.day(context.published)) if context.published else ""
    context.chance(FAMILY, each.fact.sentence.index).shuffle(options)
    stem = stems[context.lang].format(part=part, day=day, said=quoted(context, each.said))
    return Draft(
        family=FAMILY,
        facts=(each.fact,),
        type="choice",
        stem=stem,
        own={"options": options},
        explanation=explained(context, each.fact) + _DISAGREE[context.lang].format(part=part),
        focus=f"heading {focus.lower()}",
        kind=Kind.FACT if each.fact.reading.kind is Kind.FACT else None,
        shows=stem.lower(),
    )
