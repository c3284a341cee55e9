"""Stored text and the spans that stand on it, counted in Unicode code points, end exclusive."""

import hashlib
from dataclasses import dataclass

from quizapp.core.typed import whole_number


@dataclass(frozen=True, slots=True)
class Span:
    """A quote and where it stands: `text[start:end] == quote` for the text it was taken from."""

    start: int
    end: int
    quote: str

    def holds_in(self, text: str) -> bool:
        """Whether the text says exactly this at exactly this place."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.quote


class UnusableTextError(ValueError):
    """The text holds a NUL character and cannot be stored."""


def stored_text(text: str) -> str:
    """The text as it is stored: no byte-order mark, LF line ends, nothing else changed.

    Raises UnusableTextError for a text with NUL.
    """
    if "\0" in text:
        raise UnusableTextError
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def sha256_of(text: str) -> str:
    """Hexadecimal SHA-256 of the text's UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def locate(text: str, quote: str) -> Span | None:
    """The only place of `quote` in `text`, or None when it is absent or stands there twice."""
    start = text.find(quote)
    if not quote or start < 0 or text.find(quote, start + 1) >= 0:
        return None
    return Span(start, start + len(quote), quote)


def span_at(text: str, place: str) -> Span | None:
    """The span of `text` whose place is written `start-end`; None for a place that is not in it, or is none."""
    first, _dash, last = place.partition("-")
    start, end = whole_number(first), whole_number(last, len(text))
    return None if start is None or end is None or start >= end else Span(start, end, text[start:end])


def paragraphs(text: str) -> list[tuple[int, str]]:
    """The non-empty lines of the text, each with the offset of its first character."""
    found, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((offset, line))
        offset += len(line) + 1
    return found
