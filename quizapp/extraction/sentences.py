"""Stage 1: blocks into sentences with exact offsets and flags."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.extraction.cues import Cues
from quizapp.extraction.shadow import shadow
from quizapp.intake.article import Block

_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)")
_SENTENCE_START = re.compile(r"\s*[\"'(\[]*[A-ZÀ-Þ0-9]")
_INITIAL = re.compile(r"(?:^|[\s(\"'.])[A-Z]$")
_WORD_BEFORE = re.compile(r"([\w.]+)$")
_ROMAN_OR_NUMBER = re.compile(r"^\d+$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, `text[start:end] == quote`; `paragraph` counts blocks of prose from 1."""

    start: int
    end: int
    quote: str
    shade: str
    paragraph: int
    index: int
    in_quote: bool
    opened: bool = False
    """Whether an opening connective was left out."""

    cut: bool = False
    """Whether a last clause was left out."""

    lead: str = ""
    """A name that stands for the opening pronoun in questions."""
    skip: int = 0
    """The length of that pronoun."""

    @property
    def capital(self) -> str:
        """The sentence as a question shows it."""
        return self.shown(self.quote)

    def shown(self, text: str) -> str:
        """The quote, or the quote with a gap or a swap in it, with its own start and end: a name for the pronoun,
        a capital, a stop."""
        whole = self.lead + text[self.skip :]
        return f"{whole[:1].upper()}{whole[1:]}{'.' if self.cut else ''}"

    @property
    def words(self) -> int:
        """Words separated by white space."""
        return len(self.quote.split())


def split(text: str, blocks: Sequence[Block], cues: Cues) -> list[Sentence]:
    """The sentences of the body blocks in order; one inside an open quotation is flagged."""
    shade = shadow(text)
    found: list[Sentence] = []
    for paragraph, block in enumerate((each for each in blocks if each.role == "body"), 1):
        open_quote = False
        for start, end in _cuts(shade, block.start, block.end, cues):
            inside = open_quote
            if shade.count('"', start, end) % 2:
                open_quote = not open_quote
            found.append(
                Sentence(start, end, text[start:end], shade[start:end], paragraph, len(found), inside or open_quote)
            )
    return found


def _cuts(shade: str, start: int, end: int, cues: Cues) -> list[tuple[int, int]]:
    cuts, here = [], start
    for match in _END.finditer(shade, start, end):
        if match.start() >= here and _ends(shade, match, end, cues):
            cuts.append((here, match.end()))
            here = match.end()
    cuts.append((here, end))
    return [trimmed for one in cuts if (trimmed := _trim(shade, *one)) is not None]


def _ends(shade: str, match: re.Match[str], end: int, cues: Cues) -> bool:
    if match.end() >= end:
        return True
    if not _SENTENCE_START.match(shade, match.end()):
        return False
    if match[0] != ".":
        return True
    before = _WORD_BEFORE.search(shade[max(0, match.start() - 20) : match.start()])
    word = before[1].lower() if before else ""
    if word in cues.abbreviations or _INITIAL.search(shade[max(0, match.start() - 3) : match.start()]):
        return bool(_ROMAN_OR_NUMBER.match(word))
    return True


def _trim(shade: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and shade[start].isspace():
        start += 1
    while end > start and shade[end - 1].isspace():
        end -= 1
    return (start, end) if end - start > 1 else None
