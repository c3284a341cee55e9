"""The paragraphs of a tree of HTML, or of the TEI that trafilatura makes of it. Only the child imports this."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_HEADINGS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
_ENTRIES = frozenset({"item", "li", "row", "tr"})
_LEAVES = _HEADINGS | _ENTRIES | {"p", "quote", "blockquote", "code", "pre"}
_BREAKS = frozenset({"lb", "br"})
_CELLS = frozenset({"cell", "td", "th"})
AMONG_FIRST = 4  # places where a title and subtitle may stand


class Piece(NamedTuple):
    """One paragraph: its tag, what the tag says of it, its text on one line."""

    tag: str
    traits: str
    said: str


def pieces(element: Any) -> Iterator[Piece]:
    """The paragraphs below an element in order; entries of lists and rows of tables start with a dash."""
    if element.tag not in _LEAVES or _holds_paragraphs(element):
        for child in element:
            yield from pieces(child)
        return
    traits = f"{element.get('rend', '')} {element.get('class', '')}"
    for line in "".join(_words(element)).split("\n"):
        if said := re.sub(r"[ \t\r\f\v]+", " ", line).strip():
            yield Piece(element.tag, traits, f"- {said}" if element.tag in _ENTRIES else said)


def heading(found: list[Piece]) -> str | None:
    """The text of a heading of the first rank near the top."""
    ranked = (piece for piece in found[:AMONG_FIRST] if piece.tag == "h1" or piece.traits.startswith("h1"))
    return next((piece.said for piece in ranked), None)


def near_top(found: list[Piece], traits: re.Pattern[str], said: str | None = None) -> str | None:
    """A paragraph near the top with such traits, or that says just this."""
    wanted = " ".join((said or "").split()).casefold()
    return next(
        (each.said for each in found[:AMONG_FIRST] if traits.search(each.traits) or each.said.casefold() == wanted),
        None,
    )


def _holds_paragraphs(element: Any) -> bool:
    """Whether a quotation or list entry is only the frame of paragraphs."""
    if element.tag in {"p", "row", "tr"} or (element.text or "").strip():
        return False
    return any(child.tag in _LEAVES for child in element)


def _words(element: Any) -> Iterator[str]:
    """The text of an element, where only a forced line end is one."""
    if element.tag in _BREAKS:
        yield "\n"
    elif element.tag in _CELLS or element.tag == "p":
        yield " "
    yield re.sub(r"\s*\n\s*", " ", element.text or "")
    for child in element:
        yield from _words(child)
        yield re.sub(r"\s*\n\s*", " ", child.tail or "")
