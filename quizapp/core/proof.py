"""The article's words around the evidence, cut into marked and unmarked pieces."""

from collections.abc import Sequence
from functools import lru_cache

from quizapp.core.sentences import sentences
from quizapp.core.spans import Span, paragraphs

Piece = tuple[str, bool]

_CUT = "…"


def marked_passages(text: str, spans: Sequence[Span]) -> list[list[Piece]]:
    """The paragraphs that hold a span, with the spans marked; of the rest, the one sentence next to each mark.

    What is left out of a paragraph is said with «…». Spans that overlap count as one.
    """
    return _passages(text, tuple(spans))


@lru_cache(maxsize=512)
def _passages(text: str, spans: tuple[Span, ...]) -> list[list[Piece]]:
    return [_near(_pieces(line, start, spans)) for start, line in paragraphs(text) if _holds_any(line, start, spans)]


def _holds_any(line: str, offset: int, spans: Sequence[Span]) -> bool:
    return any(max(span.start, offset) < min(span.end, offset + len(line)) for span in spans)


def _near(pieces: list[Piece]) -> list[Piece]:
    last = len(pieces) - 1
    return [
        piece if piece[1] else (_cut(piece[0], first=place == 0, last=place == last), False)
        for place, piece in enumerate(pieces)
    ]


def _cut(text: str, *, first: bool, last: bool) -> str:
    """A run between marks, or before the first or after the last one, with no more than one sentence a side."""
    found = sentences(text)
    if len(found) <= (1 if first or last else 2):
        return text
    after_mark = text[: found[0].end]
    before_mark = text[found[-1].start :]
    if first:
        return f"{_CUT} {before_mark}"
    return f"{after_mark} {_CUT}" if last else f"{after_mark} {_CUT} {before_mark}"


def _pieces(line: str, offset: int, spans: Sequence[Span]) -> list[Piece]:
    marks = [False] * len(line)
    for span in spans:
        for place in range(max(span.start - offset, 0), min(span.end - offset, len(line))):
            marks[place] = True
    pieces: list[Piece] = []
    start = 0
    for place in range(1, len(line) + 1):
        if place == len(line) or marks[place] != marks[start]:
            pieces.append((line[start:place], marks[start]))
            start = place
    return pieces
