"""Folding text for comparison: apostrophes, hyphens, case, accents, punctuation and spaces."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_TYPED = tuple([(mark, "'") for mark in "’‘ʼ`´′ʹ"] + [(mark, "-") for mark in "‐‑‒–—−"])
_JOINERS = frozenset("'-/")
_FIRST_MARK = "\u0300"
"""The first of the combining marks."""
_LETTER_JOINERS = frozenset("\u200c\u200d")
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters, marks and a symbol that are drawn as nothing."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """Which differences matter between a typed answer and an accepted one (default: accents)."""

    case: bool = False
    accents: bool = True
    punctuation: bool = False
    spaces: bool = False


USUAL = Match()
LOOSE = Match(accents=False)


def unify(text: str) -> str:
    """NFC, with one apostrophe and one hyphen, so that keyboards do not decide a mark."""
    return exchanged(unicodedata.normalize("NFC", text), _TYPED)


def exchanged(text: str, signs: Iterable[tuple[str, str]]) -> str:
    """The text with each of these signs in place of the other: most texts have few of them, and `str.translate` asks
    of every character."""
    for sign, other in signs:
        if sign in text:
            text = text.replace(sign, other)
    return text


def fold(text: str, match: Match = USUAL) -> str:
    """The text with every difference removed that `match` says does not matter.

    Without punctuation, apostrophes, hyphens and slashes count as spaces; without spaces, all
    white space goes. White space at the ends never matters.
    """
    text = unify(text)
    if not match.case:
        text = unicodedata.normalize("NFC", text.casefold())
    if not match.accents:
        text = strip_accents(text)
    if not match.punctuation:
        text = "".join(" " if c in _JOINERS else c for c in text if c in _JOINERS or not _is_mark(c))
    return re.sub(r"\s+", "", text) if not match.spaces else text.strip()


def strip_accents(text: str) -> str:
    """The text without its combining marks."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    for sign in set(apart):
        if sign >= _FIRST_MARK and unicodedata.category(sign) == "Mn":
            apart = apart.replace(sign, "")
    return unicodedata.normalize("NFC", apart)


def without_nul(names: Iterable[str]) -> list[str]:
    """Those of some names that a database can be asked for."""
    return [name for name in names if "\0" not in name]


def legible(text: str) -> str:
    """The text on one line, without signs that nobody sees and signs that turn the way it is read; those that join
    letters stay."""
    return "".join(c for c in " ".join(text.split()) if c in _LETTER_JOINERS or not _is_unseen(c)).strip()


def as_read(text: str) -> str:
    """A text as two of them are compared that must not look alike: no sign that is not seen, and letters of one width.

    Letters of two alphabets that are drawn alike stay apart.
    """
    return "".join(c for c in unicodedata.normalize("NFKC", legible(text)) if c not in _LETTER_JOINERS)


def _is_unseen(character: str) -> bool:
    return character in BLANK or unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}


def words(text: str) -> list[str]:
    """Lower-case words without accents, apostrophes and punctuation apart, in order."""
    return list(_words(text))


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(strip_accents(unify(text).casefold())))


def matches(pattern: str, typed: str, match: Match) -> bool:
    r"""Whether `typed` is the accepted answer `pattern`, where `*` stands for any text and `\*` for itself.

    Each piece between two stars is looked for behind the one before it, once: an expression that tried every place
    would take minutes over a thousand characters and four stars.
    """
    first, *rest = [fold(piece.replace(r"\*", "*"), match) for piece in re.split(r"(?<!\\)\*", pattern)]
    text = fold(typed, match)
    if not rest or not text.startswith(first):
        return text == first
    end = len(first)
    for piece in rest[:-1]:
        found = text.find(piece, end)
        if found < 0:
            return False
        end = found + len(piece)
    return text[end:].endswith(rest[-1])


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("P")
