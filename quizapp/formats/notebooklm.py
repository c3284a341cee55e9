"""The quiz of NotebookLM as its exporters write it: a CSV of question, options A to D, correct answer and reasons."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from quizapp.core.wording import Wording
from quizapp.formats import tabular
from quizapp.formats.csvfile import lines_of
from quizapp.formats.exchange import Gathering, Imported, language_of, text_in
from quizapp.formats.tabular import SEEN, folded, headings_of, said_in, sound

NAME = "NotebookLM"
SAYS = {
    **tabular.SAYS,
    "notebooklm-heading": Wording(
        "mancano le colonne di NotebookLM (Question, Option A, Correct Answer)",
        "the columns of NotebookLM are missing (Question, Option A, Correct Answer)",
    ),
    "notebooklm-key": Wording(
        "la risposta giusta «{value}» non è fra le opzioni", "the correct answer “{value}” is not among the options"
    ),
}  # fmt: skip
_NAMES = {
    "#": "number", "no": "number", "n": "number", "number": "number", "numero": "number", "n.": "number",
    "question": "question", "domanda": "question",
    "correct answer": "correct", "answer": "correct", "correct": "correct", "risposta corretta": "correct",
    "risposta giusta": "correct",
    "rationale": "rationale", "explanation": "rationale", "motivazione": "rationale", "spiegazione": "rationale",
    "hint": "hint", "suggerimento": "hint",
}  # fmt: skip
_OPTION = re.compile(r"(?:option|opzione|choice|scelta) ?([a-f1-6])")
_REASON = re.compile(r"(?:rationale|motivazione|reason|explanation) ?(?:option )?([a-f1-6])")
_LETTERED = re.compile(r"([A-Fa-f])(?:[.):]\s*(.*))?", re.DOTALL)


def read_notebooklm(data: bytes) -> Imported:
    """Every question of a quiz of NotebookLM, or why it is refused."""
    gathering = Gathering(SAYS)
    text = text_in(data, gathering)
    if text is None:
        return gathering.done()
    lines = lines_of(text, gathering)
    top = None if lines is None else headings_of(gathering, lines)
    if lines is None or top is None:
        return gathering.done()
    first, headings = top
    columns = columns_of(headings)
    if not is_quiz(columns):
        gathering.say("notebooklm-heading", line=1)
        return gathering.done()
    for heading, column in zip(headings, columns, strict=True):
        if column is None and heading.strip():
            gathering.warn("table-column", line=first, element=heading[:SEEN], name=heading.strip()[:SEEN])
    gathering.lang = language_of(said_in(lines[1:]))
    for line, cells in sound(gathering, lines[1:]):
        gathering.index += 1
        _take(gathering, line, _named(columns, cells))
    return gathering.done()


def columns_of(headings: Sequence[str]) -> list[str | None]:
    """What each column holds: `option a`, `reason a`, `question` …; None for one that is not known."""
    return [_column(folded(heading)) for heading in headings]


def is_quiz(columns: Sequence[str | None]) -> bool:
    """Whether these are the columns of a quiz of NotebookLM."""
    return {"question", "correct", "option a", "option b"} <= set(columns)


def looks_like(text: str) -> bool:
    """Whether a text's first line names them."""
    gathering = Gathering(SAYS)
    top = headings_of(gathering, lines_of(text.lstrip("\ufeff\n").split("\n", 1)[0], gathering) or [])
    return top is not None and is_quiz(columns_of(top[1]))


def _column(heading: str) -> str | None:
    for pattern, name in ((_OPTION, "option"), (_REASON, "reason")):
        match = pattern.fullmatch(heading)
        if match:
            return f"{name} {_letter(match[1])}"
    return _NAMES.get(heading)


def _letter(said: str) -> str:
    return "abcdef"[int(said) - 1] if said.isdecimal() else said


def _named(columns: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    return {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}


def _take(gathering: Gathering, line: int, row: Mapping[str, str]) -> None:
    if not row.get("question"):
        gathering.say("table-empty-question", line=line, element="question")
        return
    if not row.get("correct"):
        gathering.say("table-no-key", line=line, element="correct")
        return
    offered = {letter: text for letter in "abcdef" if (text := row.get(f"option {letter}", ""))}
    key = _key(row["correct"], offered)
    if key is None:
        gathering.say("notebooklm-key", line=line, element="correct", value=row["correct"][:SEEN])
        return
    options: list[dict[str, Any]] = [
        {"text": text, "fraction": int(letter == key), "feedback": row.get(f"reason {letter}") or None}
        for letter, text in offered.items()
    ]
    kept = [{name: value for name, value in option.items() if value is not None} for option in options]
    hints = [{"text": row["hint"]}] if row.get("hint") else []
    data = {"type": "choice", "stem": row["question"], "options": kept, "hints": hints}
    gathering.add({**data, "explanation": row.get("rationale")}, line=line)


def _key(said: str, offered: Mapping[str, str]) -> str | None:
    """The letter of the right option: by its text, as «B», or as «B. text»."""
    plain = folded(said)
    for letter, text in offered.items():
        if plain == folded(text):
            return letter
    match = _LETTERED.fullmatch(said)
    if match is None or match[1].lower() not in offered:
        return None
    letter = match[1].lower()
    return letter if not match[2] or folded(match[2]) == folded(offered[letter]) else None
