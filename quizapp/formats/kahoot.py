"""Kahoot's own spreadsheet: headings in row 8, up to four answers, the right ones as «1,3», and times."""

import re
from collections.abc import Mapping, Sequence

from quizapp.core.wording import Wording
from quizapp.formats import tabular, workbook_read
from quizapp.formats.exchange import Gathering, Imported, language_of
from quizapp.formats.tabular import BY_TRUTH, SEEN, folded
from quizapp.formats.workbook_read import Lines, head_of, sheet_of

NAME = "Kahoot"
SAYS = {
    **workbook_read.SAYS,
    "table-column": tabular.SAYS["table-column"],
    "kahoot-heading": Wording(
        "mancano le intestazioni del modello di Kahoot (domanda, risposte, risposta giusta)",
        "the headings of Kahoot’s template are missing (question, answers, correct answer)",
    ),
    "kahoot-no-question": Wording("la riga non ha una domanda", "the row has no question"),
    "kahoot-no-key": Wording("manca il numero della risposta giusta", "the number of the correct answer is missing"),
    "kahoot-key": Wording(
        "la risposta giusta «{value}» non è il numero di una risposta della riga",
        "the correct answer “{value}” is not the number of an answer of the row",
    ),
    "kahoot-time": Wording(
        "il tempo di {value} secondi si perde: qui il tempo si dà al compito intero",
        "the time of {value} seconds is lost: here a time is given to the whole assignment",
    ),
}  # fmt: skip
_HEADINGS = (
    (re.compile(r"(?:question|domanda|testo)\b"), "question"),
    (re.compile(r"(?:correct|right|rispost[ae] (?:corrett|giust))"), "correct"),
    (re.compile(r"(?:time|tempo|limite)\b"), "time"),
)
_ANSWER = re.compile(r"(?:answer|risposta) ?([1-4])\b")


def read_kahoot(data: bytes) -> Imported:
    """Every question of a Kahoot spreadsheet, or why it is refused."""
    gathering = Gathering(SAYS)
    lines = sheet_of(data, gathering)
    head = heading_of(lines)
    if head is None:
        if not gathering.problems:
            gathering.say("kahoot-heading")
        return gathering.done()
    number, columns = head
    _name_lost(gathering, number, lines, columns)
    rows = [(line, _named(columns, cells)) for line, cells in lines if line > number]
    gathering.lang = language_of(" ".join(row.values()) for _line, row in rows)
    for line, row in rows:
        if any(row.values()):
            gathering.index += 1
            _take(gathering, line, row)
    return gathering.done()


def _name_lost(gathering: Gathering, number: int, lines: Lines, columns: Sequence[str | None]) -> None:
    """Say which columns are lost: those with a heading that is not known, and something below it."""
    below = [cells for line, cells in lines if line > number]
    headings = next(cells for line, cells in lines if line == number)
    for place, (heading, column) in enumerate(zip(headings, columns, strict=True)):
        if column is None and heading.strip() and any("".join(cells[place : place + 1]).strip() for cells in below):
            name = heading.strip()[:SEEN]
            gathering.warn("table-column", line=number, element=name, name=name)


def heading_of(lines: Lines) -> tuple[int, list[str | None]] | None:
    """The row of the headings and what each column holds; None where a column that is needed is missing."""
    for number, cells in head_of(lines):
        columns = [_column(cell) for cell in cells]
        if {"question", "correct", "answer 1", "answer 2"} <= set(columns):
            return number, columns
    return None


def _column(heading: str) -> str | None:
    plain = folded(heading)
    answer = _ANSWER.match(plain)
    if answer:
        return f"answer {answer[1]}"
    return next((name for pattern, name in _HEADINGS if pattern.match(plain)), None)


def _named(columns: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column:
            found.setdefault(column, cell.strip())
    return found


def _take(gathering: Gathering, line: int, row: Mapping[str, str]) -> None:
    offered = {number: text for number in range(1, 5) if (text := row.get(f"answer {number}", ""))}
    if not row.get("question"):
        gathering.say("kahoot-no-question", line=line, element="question")
        return
    keys = _keys(gathering, line, row.get("correct", ""), set(offered))
    if keys is None:
        return
    if row.get("time"):
        gathering.warn("kahoot-time", line=line, element="time", value=row["time"][:SEEN])
    options = [{"text": text, "fraction": int(number in keys)} for number, text in offered.items()]
    truths = [BY_TRUTH.get(folded(text)) for text in offered.values()]
    if sorted(filter(None, truths)) == ["false", "true"] and len(truths) == 2 and len(keys) == 1:
        named = dict(zip(truths, options, strict=True))
        body = {"type": "true_false", "options": [{**named[key], "text": key} for key in ("true", "false")]}
    elif len(keys) > 1:
        body = {"type": "multiple", "options": options}
    else:
        body = {"type": "choice", "options": options}
    gathering.add({"stem": row["question"], **body}, line=line)


def _keys(gathering: Gathering, line: int, said: str, offered: set[int]) -> set[int] | None:
    """The numbers of the right answers: `2`, `1,3`, or 1.3 as a spreadsheet makes of the latter."""
    if not said:
        gathering.say("kahoot-no-key", line=line, element="correct")
        return None
    parts = [part for part in re.split(r"[,;.\s]+", said) if part]
    found = {int(part) for part in parts if re.fullmatch("[1-4]", part)}
    if len(found) < len(parts) or not found <= offered:
        gathering.say("kahoot-key", line=line, element="correct", value=said[:SEEN])
        return None
    return found
