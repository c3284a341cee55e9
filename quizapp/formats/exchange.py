"""What every foreign format shares: items found, what was refused or lost and where, bytes written."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizapp.core.items import Item, dump_item, read_item
from quizapp.core.problems import Path, Problem, Severity
from quizapp.core.reading import Reader
from quizapp.core.wording import Wording
from quizapp.intake.language import UNKNOWN, detect_language

MOST_BYTES = 20 * 1024 * 1024
FALLBACK = "it"
"""The language of items that nothing in the file tells."""

SAYS = {
    "file-empty": Wording("il file è vuoto", "the file is empty"),
    "file-too-large": Wording("il file supera i 20 MiB", "the file is larger than 20 MiB"),
    "file-windows-1252": Wording(
        "il file è in windows-1252 (lo salvano così vecchi programmi per Windows): salvalo di nuovo come UTF-8",
        "the file is in windows-1252 (old Windows programs save like that): save it again as UTF-8",
    ),
    "file-not-utf8": Wording("il file non è in UTF-8", "the file is not UTF-8"),
    "file-binary": Wording("questo non è un file di testo", "this is no text file"),
    "file-not-this": Wording("questo non è un file {format}", "this is no {format} file"),
    "points-lost": Wording(
        "i punti «{value}» non si possono leggere: la domanda ne vale 1",
        "the points “{value}” cannot be read: the question is worth 1",
    ),
    "nothing-found": Wording("nel file non c’è nessuna domanda", "there is no question in the file"),
    "field-not-carried": Wording(
        "{format} non ha posto per «{field}»: si perde", "{format} has no place for “{field}”: it is lost"
    ),
    "type-not-carried": Wording(
        "{format} non ha domande di questo tipo ({type})", "{format} has no questions of this type ({type})"
    ),
    "file-is-unknown": Wording(
        "il formato non si riconosce dal contenuto: indicalo con --from",
        "the format cannot be told from the content: name it with --from",
    ),
}
_NO_TEXT = re.compile("[\0\ufdd0-\ufdef]")
"""NUL, and characters that Unicode gives to nobody: readers may use them as marks of their own."""
BEARABLE = frozenset(
    {
        "option-doubled", "spelling-only", "key-doubled", "key-everything", "correction-missing", "anything-right",
        "number-unreached", "fraction-not-for-rule", "rights-too-few",
    }
)  # fmt: skip
"""Faults of an item that a teacher can mend afterwards: a warning, the item is kept."""


@dataclass(frozen=True, slots=True)
class Found:
    """A problem of a file: `index` counts its questions from 1; where it stands, as far as it is known."""

    problem: Problem
    index: int | None = None
    line: int | None = None
    column: int | None = None
    element: str | None = None
    item: str | None = None

    @property
    def severity(self) -> Severity:
        """`error` where a question was refused, `warning` where something of it was lost."""
        return self.problem.severity

    def as_json(self, language: str) -> dict[str, Any]:
        """The entry of `convert --json`."""
        return {
            "index": self.index,
            "line": self.line,
            "column": self.column,
            "element": self.element,
            "item": self.item,
            "severity": self.severity,
            "message": self.problem.say(language),
        }


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gave: every question is in `items` or named by an error."""

    items: tuple[Item, ...]
    problems: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file in a foreign format, and what of the items it could not carry."""

    data: bytes
    problems: tuple[Found, ...]


@dataclass(slots=True)
class Gathering:
    """The questions of a file as they are read, and all that is wrong with them."""

    says: Mapping[str, Wording]
    lang: str = FALLBACK
    items: list[Item] = field(default_factory=list)
    problems: list[Found] = field(default_factory=list)
    index: int = 0

    def say(
        self, code: str, *, line: int | None = None, column: int | None = None, element: str | None = None,
        **values: object,
    ) -> None:  # fmt: skip
        """Refuse the question being read, or the file before the first."""
        problem = Problem(code, (), {**SAYS, **self.says}[code], values)
        self.problems.append(Found(problem, self.index or None, line, column, element))

    def warn(self, code: str, *, line: int | None = None, element: str | None = None, **values: object) -> None:
        """Note something lost, the question kept."""
        problem = Problem(code, (), {**SAYS, **self.says}[code], values, "warning")
        self.problems.append(Found(problem, self.index or None, line, None, element))

    def add(self, data: Mapping[str, Any], *, line: int | None = None, element: str | None = None) -> None:
        """Take the question being read from plain data; where it is unusable it is refused by name."""
        kept = {key: value for key, value in data.items() if value not in (None, [], {}, "")}
        reader = Reader({"id": f"q{self.index}", "lang": self.lang, "stem": "", **kept})
        item = read_item(reader, self.lang)
        found = list(reader.problems)
        if item is not None and not found:
            found = [_bearable(fault) for fault in item.body.faults()]
        self.problems += [
            Found(problem, self.index, line, None, element or _element(problem.path), f"q{self.index}")
            for problem in found
        ]
        if item is not None and not any(problem.severity == "error" for problem in found):
            self.items.append(item)

    def done(self) -> Imported:
        """Everything read; a file without a question says so."""
        if not self.items and not self.problems:
            self.say("nothing-found")
        return Imported(tuple(self.items), tuple(self.problems))


def _bearable(problem: Problem) -> Problem:
    if problem.code not in BEARABLE:
        return problem
    return Problem(problem.code, problem.path, problem.wording, problem.values, "warning")


def _element(path: Path) -> str | None:
    return ".".join(str(part) for part in path) or None


def text_in(data: bytes, gathering: Gathering) -> str | None:
    """The text of a file's bytes, line ends made one; None with the reason noted."""
    if len(data) > MOST_BYTES:
        gathering.say("file-too-large")
        return None
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        gathering.say(_why_not(data), line=None if wide else line)
        return None
    odd = _NO_TEXT.search(text)
    if odd is not None:
        gathering.say("file-binary", line=text[: odd.start()].count("\n") + 1)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        gathering.say("file-empty")
        return None
    return text


def _why_not(data: bytes) -> str:
    if b"\0" in data or sum(byte < 9 or 13 < byte < 27 for byte in data[:4096]) > 2:
        return "file-binary"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "file-not-utf8"
    return "file-windows-1252"


def language_of(texts: Iterable[str]) -> str:
    """The language of a file's questions, by their words."""
    found = detect_language(" ".join(texts)[:20000])
    return FALLBACK if found == UNKNOWN else found


def losses(
    items: Sequence[Item], carried: Mapping[str, frozenset[str]], common: frozenset[str], name: str
) -> list[Found]:
    """A warning for every field that an item has and the format has no place for.

    `carried` holds the fields of each type, `common` those of all; a type outside `carried` is an error.
    """
    found = []
    for index, item in enumerate(items, 1):
        if item.type not in carried:
            problem = Problem("type-not-carried", (), SAYS["type-not-carried"], {"format": name, "type": item.type})
            found.append(Found(problem, index, item=item.id))
            continue
        known = common | carried[item.type] | {"type", "stem"}
        found += [
            Found(_not_carried(field_, name), index, element=field_, item=item.id)
            for field_ in dict.fromkeys(_fields(dump_item(item)))
            if field_ not in known
        ]
    return found


def _not_carried(field_: str, name: str) -> Problem:
    return Problem("field-not-carried", (), SAYS["field-not-carried"], {"format": name, "field": field_}, "warning")


def _fields(data: Mapping[str, Any]) -> Iterable[str]:
    """The fields of an item, those of its entries as `options.feedback`."""
    for key, value in data.items():
        entries = value if isinstance(value, list) else []
        inner = [each for each in entries if isinstance(each, dict)]
        if inner and key not in {"evidence", "files", "sources", "corroboration", "hints"}:
            yield from (f"{key}.{name}" for each in inner for name in each)
        else:
            yield key


Read = Callable[[bytes], Imported]
Write = Callable[[Sequence[Item]], Written]
