"""What a reader or a writer says of a file, gathered for a page: each sentence once, with the questions it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.formats.exchange import Found

_LOST = {"field-not-carried": "field", "type-not-carried": "type"}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, and where: the numbers of the questions in runs (`1, 4–6`), or line and element.

    `lost` is the field that a format does not carry, or the type of question, for whom a page has words of its own.
    """

    message: str
    lost: str | None
    questions: str
    size: int
    line: int | None
    element: str | None


def told(problems: Iterable[Found], language: str, severity: str) -> list[Told]:
    """Those of one severity, the same sentence about several questions once, in the order of the file."""
    groups: dict[str, list[Found]] = {}
    for each in problems:
        if each.severity == severity:
            groups.setdefault(each.problem.say(language), []).append(each)
    return [_told(message, found) for message, found in groups.items()]


def _told(message: str, found: Sequence[Found]) -> Told:
    numbers = sorted({each.index for each in found if each.index})
    alone = len(found) == 1
    first = found[0]
    lost = first.problem.values.get(_LOST.get(first.problem.code, ""))
    where = (first.line, first.element) if alone and lost is None else (None, None)
    return Told(message, None if lost is None else str(lost), runs(numbers), len(numbers), *where)


def runs(numbers: Sequence[int]) -> str:
    """Sorted numbers, neighbours joined: `1, 4–6`."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(str(each[0]) if len(each) == 1 else f"{each[0]}–{each[-1]}" for each in found)
