"""PDF through pypdf: lines back into paragraphs, without running heads. Only the child imports this."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError

from quizapp.intake.article import Extract, Unusable

_MOST_PAGES = 60
_LEAST_LETTERS = 20
_EDGE = 0.1  # of the page's height, above and below, where running heads stand
_OUTER_LINES = 2
_GAP = 1.4  # of the usual distance between lines, from which a paragraph ends
_FULL = 0.8  # of the column's width: a shorter line may end a paragraph
_NEIGHBOURS = 4  # lines before and after that tell how wide the column is
_INDENT = 0.7  # of the letter size
_LARGER = 1.15  # than the body: a title
_TITLE_WORDS = 30
_PAGE_NUMBER = re.compile(r"\W*(pag(ina|e)?\.?|p\.)?\s*#(\s*(/|di|of|de|sur|von|-)\s*#)?\W*")
_ENDED = re.compile(r"[.!?…:][»”\"’')\]]*$")
_HYPHEN = re.compile(r"(?P<word>[^\W\d_]+)[-\u2010\u00ad]$")
_BULLET = re.compile(r"(?:[-–•▪‣◦*]|\d{1,2}[.)])\s")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


@dataclass(slots=True)
class _Line:
    """A line as printed: what it says, where, how large, and whether bold."""

    said: str
    page: int
    x: float
    y: float
    size: float
    bold: bool
    edge: bool = False

    @property
    def key(self) -> str:
        """What a running head has in common from page to page."""
        return re.sub(r"\d+", "#", self.said.casefold())

    def looks_like(self, other: "_Line") -> bool:
        """Whether both are set in the same letters."""
        return self.bold == other.bold and abs(self.size - other.size) <= self.size / 20


def read(data: bytes) -> Extract:
    """The paragraphs of a document, its largest lines as title and subtitle."""
    pages = _pages(data)
    lines = _without_running_heads(pages)
    if sum(letter.isalpha() for line in lines for letter in line.said) < _LEAST_LETTERS:
        raise Unusable("pdf-without-text")
    grouped = list(_paragraphs(lines))
    known = frozenset(re.findall(r"\w+-\w+", " ".join(line.said for line in lines)))
    said = [_joined(group, known) for group in grouped]
    title, subtitle = _headings(grouped)
    above = {place for place in range(title or 0) if not _ENDED.search(said[place])}  # a kicker, a date, a menu
    below = [place for place in range(len(said)) if place not in above | {title, subtitle}]
    return Extract(
        paragraphs=tuple(said[place] for place in [*below, *sorted(above)]),
        title=None if title is None else said[title],
        subtitle=None if subtitle is None else said[subtitle],
    )


def _pages(data: bytes) -> list[list[_Line]]:
    reader = PdfReader(io.BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unusable("protected")
        if len(reader.pages) > _MOST_PAGES:
            raise Unusable("too-long")
        return [_lines(page, number) for number, page in enumerate(reader.pages)]
    except DependencyError:  # a cipher that pypdf leaves to another package
        raise Unusable("protected") from None


def _lines(page: PageObject, number: int) -> list[_Line]:
    """The lines of a page in the order in which they were written, which is that of reading."""
    lines: list[_Line] = []
    run: list[tuple[str, float, float, float, bool]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * tm[3] * cm[3]) or size
        bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
        for place, piece in enumerate(text.split("\n")):
            if place:
                lines.extend(_line(run, number))
                run.clear()
            if piece.strip() or run:
                run.append((piece, x, y, height, bold))

    page.extract_text(visitor_text=visit)
    lines.extend(_line(run, number))
    _mark_edges(lines, float(page.mediabox.bottom), float(page.mediabox.top))
    return lines


def _line(run: list[tuple[str, float, float, float, bool]], page: int) -> Iterator[_Line]:
    said = " ".join("".join(piece[0] for piece in run).translate(_LIGATURES).split())
    if said:
        _, x, y, size, bold = max(run, key=lambda piece: len(piece[0].strip()))
        yield _Line(said, page, run[0][1] if run[0][0].strip() else x, y, size, bold)


def _mark_edges(lines: list[_Line], bottom: float, top: float) -> None:
    low, high = bottom + _EDGE * (top - bottom), top - _EDGE * (top - bottom)
    for place, line in enumerate(lines):
        outer = place < _OUTER_LINES or place >= len(lines) - _OUTER_LINES
        line.edge = outer or not low <= line.y <= high


def _without_running_heads(pages: list[list[_Line]]) -> list[_Line]:
    """All lines but page numbers and what stands at the edge of at least half of the pages."""
    body = _body_size(line for page in pages for line in page)
    counted = Counter(key for page in pages for key in {line.key for line in page if line.edge})
    often = {key for key, count in counted.items() if count > 1 and 2 * count >= len(pages)}
    return [
        line
        for page in pages
        for line in page
        if not line.edge
        or not (line.key in often or _PAGE_NUMBER.fullmatch(line.key))
        or (line.page == 0 and line.size > _LARGER * body)
    ]


def _body_size(lines: Iterable[_Line]) -> float:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.said)
    return letters.most_common(1)[0][0] if letters else 0.0


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines that belong together: same letters, no gap, no indent, no short line before."""
    gaps = sorted(one.y - two.y for one, two in pairwise(lines) if _below(one, two) and one.looks_like(two))
    leading = gaps[len(gaps) // 4] if gaps else 0.0
    group = lines[:1]
    for place, (one, two) in enumerate(pairwise(lines)):
        around = lines[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 2]
        width = max(len(line.said) for line in around if line.looks_like(one))
        if _goes_on(one, two, leading, width):
            group.append(two)
        else:
            yield group
            group = [two]
    yield group


def _below(one: _Line, two: _Line) -> bool:
    return one.page == two.page and two.y < one.y


def _goes_on(one: _Line, two: _Line, leading: float, width: int) -> bool:
    if not one.looks_like(two) or _BULLET.match(two.said):
        return False
    if one.said[-1] in "-\u2010\u00ad,":
        return True
    ended = _ENDED.search(one.said) is not None
    if not _below(one, two):  # another column or page
        return not ended or two.said[0].islower()
    if one.y - two.y > _GAP * max(leading, two.size):
        return False
    short = len(one.said) + 1 + len(two.said.split(" ", 1)[0]) <= _FULL * width
    indented = two.x > one.x + _INDENT * two.size
    return not ((short and (ended or not two.said[0].islower())) or (ended and indented))


def _joined(group: list[_Line], known: frozenset[str]) -> str:
    """The lines as one, words put together again that a line end has divided."""
    said = group[0].said
    for line in group[1:]:
        said = _with(said, line.said, known)
    return said.replace("\u00ad", "")


def _with(said: str, following: str, known: frozenset[str]) -> str:
    divided = _HYPHEN.search(said)
    if divided is None:
        return f"{said} {following}"
    rest = re.match(r"\w*", following)
    whole = f"{divided['word']}-{rest[0] if rest else ''}"
    if not following[0].islower() or whole in known:
        return f"{said[:-1]}-{following}"
    return said[:-1] + following


def _headings(groups: list[list[_Line]]) -> tuple[int | None, int | None]:
    """Where the title stands, the largest letters of the first page, and the subtitle right after it."""
    body = _body_size(line for group in groups for line in group)
    first = [place for place, group in enumerate(groups) if group[0].page == 0]
    title = max(first, key=lambda place: groups[place][0].size)
    if groups[title][0].size < _LARGER * body or _length(groups[title]) > _TITLE_WORDS:
        return None, None
    after = title + 1
    if after < len(groups) and groups[after][0].size > body * (1 + _LARGER) / 2:
        return title, after
    return title, None


def _length(group: list[_Line]) -> int:
    return sum(len(line.said.split()) for line in group)
