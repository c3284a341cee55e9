"""Finding a quote again in another version of its text, and an item with its quotes where they stand now."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from quizapp.core.items import Item, dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.core.sentences import sentences
from quizapp.core.spans import Span


def found_again(span: Span, text: str) -> Span | None:
    """The same words in another text, exactly; of several places the one nearest to where they stood (of two as near,
    the first); None where they are gone."""
    starts = list(_places(span.quote, text))
    if not starts:
        return None
    start = min(starts, key=lambda each: abs(each - span.start))
    return Span(start, start + len(span.quote), span.quote)


def nearest_sentence(quote: str, text: str) -> Span | None:
    """The sentence of a text that is most like a quote; None where none shares a third of its words."""
    wanted = quote.casefold().split()

    def likeness(span: Span) -> float:
        return SequenceMatcher(None, wanted, span.quote.casefold().split(), autojunk=False).ratio()

    best = max(sentences(text), key=likeness, default=None)
    return best if best is not None and likeness(best) >= _ALIKE else None


_ALIKE = 1 / 3


def moved(item: Item, places: Mapping[int, Span]) -> Item:
    """The item with those of its quotes, counted as in `spans`, where they stand now; the quotes themselves stay."""
    now = [places.get(number, span) for number, span in enumerate(item.spans)]
    if tuple(now) == item.spans:
        return item
    data = dump_item(item, ids=True)
    rest = iter(now)
    for entry in [data, *_entries(data)]:
        if entry.get("evidence"):
            entry["evidence"] = [{"start": each.start, "end": each.end, "quote": each.quote} for each in
                                 (next(rest) for _former in entry["evidence"])]  # fmt: skip
    again = read_item(Reader(data), item.lang)
    return item if again is None else replace(again, status=item.status)


def _places(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote) if quote else -1
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _entries(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The entries of a body that have evidence of their own, in the order of `Body.spans`."""
    for name in ("pairs", "order", "statements"):
        yield from data.get(name, ())
