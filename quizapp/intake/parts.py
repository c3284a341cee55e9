"""A text cut into its lines, with the lines of a hard-wrapped paragraph put together."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from quizapp.core.text import exchanged
from quizapp.intake.article import Role

_LINE = re.compile(r"[^\n\f\v\u2028\u2029]+")
_ENDED = re.compile(r"[.!?…][»”\"’')\]]*$")
_BULLET = re.compile(r"(?:[-–—•*·▪►‣◦✓]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_WIDTHS = range(30, 121)  # columns at which programs break lines
_WRAPPED = 0.4  # share of lines that go on in lower case, from which a text is taken to be wrapped
_LONGEST_WORD = 25  # on average
_BARE = 200  # signs of a line that tell what it is
_FULL = 0.8  # of the width: where the next word would not have fitted
_APOSTROPHES = (("’", "'"), ("‘", "'"), ("\u02bc", "'"))
_TELLING = frozenset("()%€$")


@dataclass(slots=True)
class Part:
    """A line or paragraph, `text[start:end]`; `said` is what it says, white space made single."""

    start: int
    end: int
    said: str
    role: Role | None = None
    _plain: str | None = field(default=None, init=False, repr=False, compare=False)
    _bare: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def words(self) -> int:
        """The number of words, separated by white space; more for what is too long to be words."""
        return max(self.said.count(" ") + 1, len(self.said) // _LONGEST_WORD)

    @property
    def plain(self) -> str:
        """What it says in lower case with straight apostrophes, to search for words in."""
        if self._plain is None:
            self._plain = exchanged(self.said.lower(), _APOSTROPHES)
        return self._plain

    @property
    def bare(self) -> str:
        """The same without the marks and little pictures around it."""
        if self._bare is None:
            self._bare = _without_edges(self.plain)
        return self._bare

    @property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDED.search(self.said) is not None

    @property
    def bullet(self) -> bool:
        """Whether it starts like an entry of a list."""
        return _BULLET.match(self.said) is not None


def _without_edges(plain: str) -> str:
    head = plain[:_BARE]
    first = next((place for place, sign in enumerate(head) if _tells(sign)), None)
    if first is None:
        return ""
    if len(plain) > _BARE:
        return plain[first:]
    return plain[first : next(place for place in range(len(head), 0, -1) if _tells(head[place - 1]))]


def _tells(sign: str) -> bool:
    return sign.isalnum() or sign in _TELLING


def cut(text: str) -> list[Part]:
    """The parts of a text in order; all its characters but white space lie in one of them."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if match[0].strip()]
    parts = [slice_of(text, start, end) for start, end in lines]
    width = _width(text, parts)
    if width is None:
        return parts
    joined = parts[:1]
    for part in parts[1:]:
        last = joined[-1]
        line = text[text.rfind("\n", 0, last.end) + 1 : last.end]
        if _next_line(text, last, part) and not part.bullet and _full(line, part, width):
            joined[-1] = slice_of(text, last.start, part.end)
        else:
            joined.append(part)
    return joined


def slice_of(text: str, start: int, end: int) -> Part:
    """The part between two places, less the white space at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Part(start, start + len(piece.strip()), " ".join(piece.split()))


def _width(text: str, parts: list[Part]) -> int | None:
    """The column at which the text is wrapped, None where each line is a paragraph of its own."""
    pairs = [(one, two) for one, two in pairwise(parts) if _next_line(text, one, two)]
    width = max((len(one.said) for one, _ in pairs), default=0)
    if width not in _WIDTHS:
        return None
    running = sum(two.said[0].islower() and not one.ended for one, two in pairs)
    return width if running >= _WRAPPED * len(pairs) else None


def _next_line(text: str, one: Part, two: Part) -> bool:
    return text[one.end : two.start].count("\n") == 1


def _full(line: str, following: Part, width: int) -> bool:
    return len(line.strip()) + 1 + len(following.said.split(" ", 1)[0]) > _FULL * width
