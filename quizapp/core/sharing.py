"""A bank as it may leave the teacher who made it: no text of its article, no long quote."""

from dataclasses import replace
from typing import Any

from quizapp.core.banks import Bank, Fact
from quizapp.core.items import Item, dump_item, read_item
from quizapp.core.reading import Reader
from quizapp.core.spans import Span

LONGEST_QUOTE = 300


def shared(bank: Bank) -> Bank:
    """The bank without its article's text; quotes end at a word within 300 characters, with offsets of their own."""
    article = bank.article and replace(bank.article, text=None)
    return replace(bank, article=article, facts=tuple(map(_fact, bank.facts)), items=tuple(map(_item, bank.items)))


def shortened(span: Span) -> Span:
    """The span, or its beginning up to a word where its quote is too long."""
    if len(span.quote) <= LONGEST_QUOTE:
        return span
    head = span.quote[:LONGEST_QUOTE]
    quote = head.rsplit(maxsplit=1)[0] if " " in head else head
    return Span(span.start, span.start + len(quote), quote)


def _fact(fact: Fact) -> Fact:
    span = shortened(fact.span)
    return replace(fact, span=span, statement=span.quote if fact.statement == fact.span.quote else fact.statement)


def _item(item: Item) -> Item:
    read = read_item(Reader(_short(dump_item(item, ids=True))), item.lang)
    if read is None:
        raise ValueError(item.type)
    return read


def _short(data: Any) -> Any:
    if isinstance(data, list):
        return [_short(each) for each in data]
    if not isinstance(data, dict):
        return data
    found = {key: _short(value) for key, value in data.items()}
    if isinstance(found.get("quote"), str) and isinstance(found.get("start"), int):
        span = shortened(Span(found["start"], found["end"], found["quote"]))
        found |= {"end": span.end, "quote": span.quote}
    return found
