"""Patterns that cost little: many words told apart by their first letter, words found without a pattern, and what the
library would forget and compile anew."""

import re
from collections.abc import Iterable, Iterator
from functools import cache


def alternatives(words: Iterable[str], *, apart_from: str = "") -> str:
    """A pattern for any of the words, which matches as `word|word|…` in the same order does, where no sign of the class
    `apart_from` stands before it."""
    return branching(((word[:1], re.escape(word[1:])) for word in words), apart_from=apart_from)


def branching(pieces: Iterable[tuple[str, str]], *, apart_from: str = "") -> str:
    """The same for patterns, each given as its first letter and the pattern of the rest, where no sign of the class
    `apart_from` stands before it.

    Such a sign is asked for behind the first letter: a pattern that begins with letters is tried where one of them
    stands, any other at every place of a text.
    """
    rests: dict[str, dict[str, None]] = {}
    for first, rest in pieces:
        rests.setdefault(first, {})[rest] = None
    heads = {
        first: re.escape(first) + (f"(?<!{apart_from}{re.escape(first)})" if apart_from else "") for first in rests
    }
    return "|".join(f"{heads[first]}(?:{'|'.join(each)})" for first, each in rests.items())


def whole(said: str, text: str) -> Iterator[int]:
    r"""Where `(?<![\w-])said(?![\w-])` matches in a text, without compiling a pattern for words that come once."""
    start = text.find(said) if said else -1
    while start >= 0:
        end = start + len(said)
        alone = not _joins(text[start - 1 : start]) and not _joins(text[end : end + 1])
        if alone:
            yield start
        start = text.find(said, end if alone else start + 1)


def said_in(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern that ignores case, written in small letters, is found in a text: most texts are told at once by
    their small letters, which many words are looked for in a tenth of the time."""
    return kept(pattern.pattern).search(text.lower()) is not None and pattern.search(text) is not None


def _joins(character: str) -> bool:
    return character.isalnum() or character in {"_", "-"}


@cache
def kept(pattern: str) -> re.Pattern[str]:
    """A pattern made of the tables of a language: compiled once. Never of the words of an article, which have no end."""
    return re.compile(pattern)
