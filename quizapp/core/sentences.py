"""A first cut of a text into sentences, for choosing evidence; the engine brings the full one."""

import re

from quizapp.core.spans import Span, paragraphs

_END = re.compile(r"(?<![.!?…])[.!?…]+[»”\"’)]*(?=\s+[«“\"‘(]?[A-ZÀ-Ý0-9])")
_ABBREVIATED = re.compile(r"(?:\b(?:art|artt|dott|sig|prof|n|nn|pag|Mr|Mrs|Dr|St|No|U\.S|U\.K)|\b[A-Z])\.$")


def sentences(text: str) -> list[Span]:
    """The sentences of a text with their offsets; no sentence crosses a line."""
    found = []
    for offset, line in paragraphs(text):
        start = 0
        for end in [match.end() for match in _END.finditer(line)] + [len(line)]:
            if end < len(line) and _ABBREVIATED.search(line[start:end]):
                continue
            piece = line[start:end]
            lead = len(piece) - len(piece.lstrip())
            quote = piece.strip()
            if quote:
                found.append(Span(offset + start + lead, offset + start + lead + len(quote), quote))
            start = end
    return found
