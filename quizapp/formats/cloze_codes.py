r"""Moodle's embedded answers: `{1:SHORTANSWER:=Berlin#yes~%50%Bonn}` in a stem, as gaps `[[1]]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from quizapp.formats.shares import share_of

_CODES = {
    "SHORTANSWER": "text", "SA": "text", "MW": "text", "SHORTANSWER_C": "text", "SAC": "text", "MWC": "text",
    "NUMERICAL": "number", "NM": "number",
    **dict.fromkeys(
        ("MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH",
         "MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"), "choice",
    ),
}  # fmt: skip
CASE = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_GAP = re.compile(r"\{(?P<weight>\d{0,4}):(?P<code>[A-Z_]+):(?P<answers>(?:\\.|[^\\}])*)\}")
_PARTS = {sign: re.compile(rf"((?:\\.|[^{sign}\\]|\\$)*)(?:{sign}|$)", re.DOTALL) for sign in "~#"}
_SHARE = re.compile(r"%(-?\d+(?:\.\d+)?)%")
_NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d{1,3})?")


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


def _coded(match: re.Match[str]) -> Coded:
    code = match["code"]
    return Coded(_CODES.get(code), code, Fraction(match["weight"] or "1"), tuple(_fillings(match["answers"])))


def _fillings(answers: str) -> Iterator[Filling]:
    for part in _split(answers, "~"):
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
    text, *told = _split(said, "#")
    return _unescaped(text), _unescaped("#".join(told))


def _split(text: str, sign: str) -> list[str]:
    r"""The parts between a sign; after a backslash it is no end, unless the backslash belongs to one before it."""
    found, place = [], 0
    while place <= len(text):
        match = _PARTS[sign].match(text, place)
        if match is None:
            break
        found.append(match[1])
        place = match.end() if match.end() > match.end(1) else len(text) + 1
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"\\([~=#}/\\\"])", r"\1", text).strip()


def number_of(text: str) -> tuple[Decimal, Decimal] | None:
    """Value and tolerance of `5.5:0.1`; None where one of them is no number."""
    value, _colon, slack = text.partition(":")
    pair = [part.strip().replace(",", ".") for part in (value, slack or "0")]
    if not all(_NUMBER.fullmatch(part) for part in pair):
        return None
    return Decimal(pair[0]), abs(Decimal(pair[1]))
