"""Searching items by their words: what is indexed, what a query asks for, and where it hit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizapp.core.proof import Piece
from quizapp.core.text import strip_accents, unify

MOST_TERMS, LONGEST = 12, 40
"""Terms of a query that are looked at, and characters of a word."""
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_SAID = frozenset(
    {"stem", "title", "text", "left", "right", "explanation", "quote", "holder", "correction", "category"}
)
_LISTED = frozenset({"tags", "extra_rights"})
_TAG = re.compile(r"<[^<>]*>")


def folded_words(text: str) -> list[str]:
    """The words of a text as they are indexed: small letters, no accents, at most `LONGEST` characters."""
    plain = strip_accents(unify(text).casefold())
    return [word[:LONGEST] for word in re.findall(r"[^\W_]+", plain)]


def searchable(content: Mapping[str, Any]) -> str:
    """Every word a teacher may look an item up by, once each, between single spaces."""
    html = content.get("text_format") == "html"
    texts = (_TAG.sub(" ", text) if html else text for text in _texts(content))
    return " ".join(dict.fromkeys(word for text in texts for word in folded_words(text)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if isinstance(inner, str) and key in _SAID:
                yield inner
            elif isinstance(inner, list) and key in _LISTED:
                yield from (str(each) for each in inner)
            elif isinstance(inner, list | dict):
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def terms(query: str) -> tuple[str, ...]:
    """The words of a query, each the beginning of a word to be found; nothing else of it has a meaning."""
    return tuple(dict.fromkeys(folded_words(query)))[:MOST_TERMS]


def hits(text: str, wanted: Sequence[str]) -> list[Piece]:
    """The text in pieces, each with whether a word in it begins with one of the terms."""
    pieces: list[Piece] = []
    end = 0
    for found in _WORD.finditer(text):
        if any(word.startswith(term) for word in folded_words(found[0]) for term in wanted):
            pieces += [(text[end : found.start()], False), (found[0], True)]
            end = found.end()
    return [piece for piece in (*pieces, (text[end:], False)) if piece[0]]
