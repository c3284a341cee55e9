"""Put in order: at least three events of the article, each with a full date that its text does not show."""

from quizapp.extraction.draft import Context, Draft
from quizapp.extraction.families.asking import span_of, worded
from quizapp.extraction.families.events import Event, distinct, events
from quizapp.extraction.saying import shortened

_FEWEST, _MOST = 3, 5
_STEMS = {
    "it": (
        "Metti in ordine di tempo questi fatti dell’articolo, dal primo all’ultimo.",
        "Metti in ordine di tempo questi fatti, letti in un articolo del {day}, dal primo all’ultimo.",
    ),
    "en": (
        "Put these events of the article in order of time, from the first to the last.",
        "Put these events, read in an article of {day}, in order of time, from the first to the last.",
    ),
}
_WHY = {"it": "È del {date}: «{quote}»", "en": "It is dated {date}: “{quote}”"}
_EXPLAINED = {"it": "Le date dell’articolo: {dates}.", "en": "The dates in the article: {dates}."}


def draft(context: Context) -> list[Draft]:
    """One item, where the article dates three events or more."""
    found = distinct(events(context))
    if len(found) < _FEWEST:
        return []
    best = sorted(found, key=lambda each: -each.fact.score)[:_MOST]
    chosen = [each for each in found if each in best]
    return [_order(context, chosen)]


def _order(context: Context, chosen: list[Event]) -> Draft:
    lang = context.lang
    entries = [
        {
            "text": each.text,
            "feedback": _WHY[lang].format(date=each.when.text, quote=shortened(context, each.fact)),
            "evidence": [span_of(each.fact)],
        }
        for each in chosen
    ]
    dates = "; ".join(each.when.text for each in chosen)
    return Draft(
        family="ordering",
        facts=tuple(each.fact for each in chosen),
        type="ordering",
        stem=worded(context, _STEMS),
        own={"order": entries},
        explanation=_EXPLAINED[lang].format(dates=dates),
        focus="order of events",
        kind=None,
        shows=" ".join(each.text for each in chosen).lower(),
    )
