r"""Moodle's embedded answers: `{1:SHORTANSWER:=Berlin#yes~%50%Bonn}` in a stem, as gaps `[[1]]`.

What is offered and told inside a code is HTML whose entities stand for the signs that divide it; a backslash keeps only
`}` and `#` from dividing, and the tilde, before which Moodle itself would show it.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from quizapp.core.wording import Wording
from quizapp.formats.markup import HTML, MARKDOWN, PLAIN, Marked
from quizapp.formats.shares import share_of

SAYS = {
    "moodle-cloze": Wording("una lacuna ha un codice sconosciuto: {value}", "a gap has an unknown code: {value}"),
    "moodle-open": Wording(
        "la lacuna che comincia con «{value}» non si chiude: manca «}}»",
        "the gap that begins with “{value}” is not closed: its “}}” is missing",
    ),
    "moodle-gap": Wording("la lacuna {value} non ha una risposta giusta", "gap {value} has no right answer"),
}
_CODES = {
    "SHORTANSWER": "text", "SA": "text", "MW": "text", "SHORTANSWER_C": "text", "SAC": "text", "MWC": "text",
    "NUMERICAL": "number", "NM": "number",
    **dict.fromkeys(
        ("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH",
         "MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"), "choice",
    ),
}  # fmt: skip
CASE = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_GAP = re.compile(r"\{(?P<weight>\d{0,4}):(?P<code>[A-Z_]+):(?P<answers>[^}]*(?:(?<=\\)\}[^}]*)*)\}")
_OPENS = re.compile(rf"\{{\d{{0,4}}:(?:{'|'.join(_CODES)}):[^}}~]{{0,20}}")
_BETWEEN = re.compile(r"(?<!\\)~")
_TOLD = re.compile(r"(?<![\\&])(?<!&amp;)#")
_SHARE = re.compile(r"%(-?\d+(?:[.,]\d*)?)%")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_DIVIDES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&~#}\\"})
_NUMBER = re.compile(r"[+-]?(?:\d{1,60}(?:[.,]\d{0,60})?|[.,]\d{1,60})(?:[eE][+-]?\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Filling:
    """An answer of a gap; `share` is None where its weight is unusable."""

    text: str
    share: Fraction | None
    feedback: str | None


@dataclass(frozen=True, slots=True)
class Coded:
    """A gap as its code has it; `type` is None for a code that is not known."""

    type: str | None
    code: str
    weight: Fraction
    fillings: tuple[Filling, ...]


def gaps_of(stem: str) -> tuple[str, list[Coded]]:
    """The stem with numbered markers, and its gaps in order."""
    found: list[Coded] = []
    text, end = "", 0
    for match in _GAP.finditer(stem):
        found.append(_coded(match))
        text += stem[end : match.start()].replace("[[", r"\[[") + f"[[{len(found)}]]"
        end = match.end()
    return text + stem[end:].replace("[[", r"\[["), found


def left_open(stem: str) -> str | None:
    """The beginning of a gap whose brace is not closed: it holds another gap, or stands as text; None where all are."""
    rest = _GAP.sub(lambda match: match["answers"], stem)
    found = _OPENS.search(rest)
    return found[0] if found else None


def _coded(match: re.Match[str]) -> Coded:
    code = match["code"]
    return Coded(_CODES.get(code), code, Fraction(match["weight"] or "1"), tuple(_fillings(match["answers"])))


def _fillings(answers: str) -> Iterator[Filling]:
    for part in _BETWEEN.split(answers):
        said = part.strip()
        share: Fraction | None = Fraction(0)
        if said.startswith("="):
            share, said = Fraction(1), said[1:]
        elif match := _SHARE.match(said):
            share, said = share_of(match[1]), said[match.end() :]
        text, told = _parted(said)
        if text:
            yield Filling(text, share, told or None)


def _parted(said: str) -> tuple[str, str]:
    text, *told = _TOLD.split(said, maxsplit=1)
    return _unescaped(text), _unescaped("".join(told))


def _unescaped(text: str) -> str:
    decoded = _ENTITY.sub(lambda match: html.unescape(match[0]), text.replace(r"\~", "~"))
    return decoded.replace(r"\}", "}").replace(r"\#", "#").strip()


def inside(text: str, form: str) -> Marked:
    """What a gap offers or tells, which is HTML whatever its stem is; without markup it can stand in a plain one."""
    lines = text.replace("<br>", "\n")
    return Marked(text, HTML) if form in {HTML, MARKDOWN} or "<" in lines else Marked(html.unescape(lines), PLAIN)


def guarded(text: str) -> str:
    """A text inside a code: its dividing signs as entities, and the backslash that Moodle takes away after them."""
    return text.replace(r"\}", r"\\}").replace(r"\#", r"\\#").translate(_DIVIDES)


def number_of(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and tolerance of `5.5:0.1`; None where one of them is no number."""
    value, _colon, slack = text.partition(":")
    pair = [part.strip().replace(",", ".") for part in (value, slack or "0")]
    if not all(_NUMBER.fullmatch(part) for part in pair):
        return None
    return Decimal(pair[0]), abs(Decimal(pair[1]))
