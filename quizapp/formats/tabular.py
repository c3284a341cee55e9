"""Tables of questions, one row an item: the columns of our template, by Italian or English headings in any order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.core.text import strip_accents
from quizapp.core.wording import Wording
from quizapp.formats.csv_rows import Torn
from quizapp.formats.exchange import Gathering

SAYS = {
    "table-heading": Wording("manca la colonna «{name}»", "the column “{name}” is missing"),
    "table-column": Wording(
        "la colonna «{name}» non si conosce: si perde", "the column “{name}” is not known: it is lost"
    ),
    "table-type": Wording("il tipo «{value}» non si conosce", "the type “{value}” is not known"),
    "table-key": Wording(
        "la risposta giusta «{value}» non è fra le {number} risposte della riga",
        "the key “{value}” is not among the {number} answers of the row",
    ),
    "table-no-key": Wording("manca la risposta giusta", "the key is missing"),
    "table-truth": Wording("«{value}» non è né vero né falso", "“{value}” is neither true nor false"),
    "table-number": Wording("«{value}» non è un numero", "“{value}” is no number"),
    "table-weight": Wording(
        "il peso «{value}» non è una percentuale o una frazione", "the weight “{value}” is no percentage or fraction"
    ),
    "table-pair": Wording("in «{value}» manca « = » fra i due lati", "“{value}” lacks the “ = ” between its two sides"),
    "table-format": Wording(
        "il formato «{value}» non si conosce: i testi restano come sono scritti",
        "the format “{value}” is not known: the texts stay as they are written",
    ),
    "table-broken": Wording(
        "da questa riga in poi la tabella non si può leggere", "from this line on the table cannot be read"
    ),
    "table-cell": Wording(
        "una cella ha più di {most} caratteri: forse le sue virgolette non si chiudono",
        "a cell has more than {most} characters: perhaps its quotation marks are not closed",
    ),
    "table-unclosed": Wording(
        "le virgolette che si aprono alla riga {opens} non si chiudono: la domanda non si può leggere",
        "the quotation mark that opens on line {opens} is not closed: the question cannot be read",
    ),
    "table-unclosed-to": Wording(
        "le virgolette che si aprono alla riga {opens} non si chiudono: le righe fino alla {last} non si leggono",
        "the quotation mark that opens on line {opens} is not closed: the lines up to {last} cannot be read",
    ),
    "table-row-inside": Wording(
        "una cella comprende righe che sembrano altre domande: forse le sue virgolette si chiudono troppo tardi",
        "a cell holds lines that look like further questions: perhaps its quotation mark is closed too late",
    ),
    "table-empty-question": Wording("la riga non ha una domanda", "the row has no question"),
}
MOST = 26
SEVERAL = ("answer", "feedback", "weight", "tolerance")
"""Columns that are counted: answer 1, answer 2 …"""
HEADINGS = {
    "type": ("type", "tipo"),
    "title": ("title", "titolo"),
    "stem": ("question", "domanda"),
    "answer": ("answer", "risposta"),
    "correct": ("correct", "giusta"),
    "feedback": ("feedback", "commento"),
    "weight": ("weight", "peso"),
    "tolerance": ("tolerance", "tolleranza"),
    "unit": ("unit", "unità"),
    "rule": ("rule", "regola"),
    "correction": ("correction", "correzione"),
    "explanation": ("explanation", "spiegazione"),
    "tags": ("tags", "etichette"),
    "category": ("category", "categoria"),
    "difficulty": ("difficulty", "difficoltà"),
    "points": ("points", "punti"),
    "idnumber": ("code", "codice"),
    "lang": ("language", "lingua"),
    "text_format": ("format", "formato"),
}
"""Each column with its heading in English and in Italian, as it is written; `answer 1` and so on where counted."""
_ALSO = {
    "stem": ("stem", "testo", "testo della domanda"),
    "correct": ("correct answer", "risposta giusta", "risposte giuste", "giuste", "corretta", "key"),
    "idnumber": ("id", "idnumber"), "answer": ("option", "opzione"), "explanation": ("general feedback", "perché"),
    "tags": ("tag", "etichetta"), "feedback": ("rationale",), "lang": ("lang",),
}  # fmt: skip
TYPES = {
    "choice": ("choice", "scelta"),
    "multiple": ("multiple", "scelta multipla"),
    "true_false": ("true/false", "vero/falso"),
    "text": ("text", "testo"),
    "number": ("number", "numero"),
    "matching": ("matching", "abbinamento"),
    "ordering": ("ordering", "ordinamento"),
}
_TYPES_ALSO = {
    "choice": ("single choice", "scelta singola", "multiple choice"), "multiple": ("multiple response", "piu risposte"),
    "true_false": ("true_false", "vero falso", "true false"), "text": ("short answer", "risposta breve"),
}  # fmt: skip
TRUTH = {"true": ("true", "vero"), "false": ("false", "falso")}
_TRUTH_ALSO = {"true": ("t", "v", "sì", "si", "yes", "1"), "false": ("f", "no", "0")}
DIFFICULTIES = {"easy": ("easy", "facile"), "medium": ("medium", "media"), "hard": ("hard", "difficile")}
_COUNTED = re.compile(r"(?P<name>.+?)\s*(?P<number>\d{1,2})")
SEEN = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its line in the file; cells by column, counted ones as `answer 3`."""

    line: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        """A cell without white space around it; empty where there is none."""
        return self.cells.get(name, "").strip()

    def counted(self, name: str) -> list[str]:
        """The cells of a counted column up to the last that has something."""
        found = [self.get(f"{name} {number}") for number in range(1, MOST + 1)]
        while found and not found[-1]:
            found.pop()
        return found


def folded(text: str) -> str:
    """A heading or a word without case, accents and doubled spaces."""
    return " ".join(strip_accents(text.strip().casefold()).split())


def _named(words: Mapping[str, Sequence[str]], also: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {folded(word): key for key in words for word in (*words[key], *also.get(key, ()))}


_BY_HEADING = _named(HEADINGS, _ALSO)
BY_TYPE = _named(TYPES, _TYPES_ALSO)
BY_TRUTH = _named(TRUTH, _TRUTH_ALSO)
BY_DIFFICULTY = _named(DIFFICULTIES, {})


def column_of(heading: str) -> str | None:
    """The column of a heading: `stem`, `answer 3`; None for one that is not known."""
    plain = folded(heading)
    if plain in _BY_HEADING and _BY_HEADING[plain] not in SEVERAL:
        return _BY_HEADING[plain]
    if plain in _BY_HEADING:
        return f"{_BY_HEADING[plain]} 1"
    match = _COUNTED.fullmatch(plain)
    name = _BY_HEADING.get(match["name"]) if match else None
    return f"{name} {int(match['number'])}" if match and name in SEVERAL else None


Lines = Sequence[tuple[int, Sequence[str] | Torn]]


def sound(gathering: Gathering, lines: Lines) -> Iterator[tuple[int, Sequence[str]]]:
    """The lines that can be read and hold something; one that cannot is counted as a question, and refused."""
    for line, cells in lines:
        if isinstance(cells, Torn):
            gathering.index += 1
            _say_torn(gathering, cells)
        elif any(cell.strip() for cell in cells):
            yield line, cells


def headings_of(gathering: Gathering, lines: Lines) -> tuple[int, Sequence[str]] | None:
    """The first line; None with the reason noted where there is none, or it cannot be read."""
    if not lines:
        gathering.say("file-empty")
        return None
    line, cells = lines[0]
    if isinstance(cells, Torn):
        _say_torn(gathering, cells)
        return None
    return line, cells


def _say_torn(gathering: Gathering, torn: Torn) -> None:
    code = "table-unclosed" if torn.last == torn.opens else "table-unclosed-to"
    gathering.say(code, line=torn.opens, opens=torn.opens, last=torn.last)


def said_in(lines: Lines) -> Iterator[str]:
    """The words of the lines that can be read."""
    return (" ".join(cells) for _line, cells in lines if not isinstance(cells, Torn))


def rows_of(gathering: Gathering, lines: Lines) -> Iterator[Row]:
    """The rows below the first line, which names the columns; nothing where the question's column is missing."""
    top = headings_of(gathering, lines)
    if top is None:
        return
    first, headings = top
    columns = [column_of(heading) for heading in headings]
    if "stem" not in columns:
        gathering.say("table-heading", line=first, name=HEADINGS["stem"][1])
        return
    for heading, column in zip(headings, columns, strict=True):
        if column is None and heading.strip():
            gathering.warn("table-column", line=first, element=heading.strip()[:SEEN], name=heading.strip()[:SEEN])
    for line, cells in sound(gathering, lines[1:]):
        yield Row(line, {column: cell for column, cell in zip(columns, cells, strict=False) if column})
