"""The article's words around the evidence, cut into marked and unmarked pieces."""

from collections.abc import Sequence

from quizapp.core.spans import Span, paragraphs

Piece = tuple[str, bool]


def marked_paragraphs(text: str, spans: Sequence[Span], *, around: int | None = None) -> list[list[Piece]]:
    """The paragraphs of a text with the spans marked; `around` keeps that many neighbours of a marked one.

    Spans that overlap count as one. Without a span in the text every paragraph is unmarked.
    """
    lines = paragraphs(text)
    pieces = [_pieces(line, start, spans) for start, line in lines]
    if around is None:
        return pieces
    hits = [index for index, line in enumerate(pieces) if any(mark for _text, mark in line)]
    near = {place for hit in hits for place in range(hit - around, hit + around + 1)}
    return [line for index, line in enumerate(pieces) if index in near]


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
