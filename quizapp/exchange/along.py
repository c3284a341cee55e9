"""Everything of a teacher in one zip: each bank as its own file and in another format, and the plans of the quizzes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from quizapp.exchange.leaving import Leaving, file_name, written
from quizapp.exchange.problems import Told, told
from quizapp.formats.exchange import Found

OWN = "bank"
"""The format that every bank is in, whatever other is asked for."""
QUIZZES = "quiz.json"


@dataclass(frozen=True, slots=True)
class Packed:
    """What became of a bank: its files, and what the other format lost of how many questions."""

    title: str
    questions: int
    retired: int
    files: tuple[str, ...]
    refused: list[Told]
    losses: list[Told]


@dataclass(slots=True)
class Luggage:
    """A zip that is being filled; `where` says of a question, by its public id, where it is and under which id."""

    file: ZipFile
    other: str
    language: str
    packed: list[Packed] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def put(self, on: Leaving) -> None:
        """The questions of a bank; none where it has none."""
        if not on.items:
            return
        own, _problems = self._write(on, OWN)
        self.where |= {name: f"{own}#{item.id}" for name, item in zip(on.names, on.items, strict=True)}
        name, problems = self._write(on, self.other) if self.other else ("", ())
        files = tuple(filter(None, (own, name)))
        refused, losses = (told(problems, self.language, severity) for severity in ("error", "warning"))
        self.packed.append(Packed(on.title, len(on.items), on.retired, files, refused, losses))

    def put_plans(self, quizzes: Iterable[dict[str, Any]]) -> None:
        """The quizzes, each with its lines."""
        self.put_text(QUIZZES, json.dumps(list(quizzes), ensure_ascii=False, indent=1))

    def put_text(self, name: str, text: str) -> None:
        """A text under a name."""
        self.file.writestr(name, text.encode(), ZIP_DEFLATED)

    def _write(self, on: Leaving, name: str) -> tuple[str, tuple[Found, ...]]:
        made = written(on, name)
        place = self._free("quotidia" if name == OWN else name, file_name(on, name))
        self.file.writestr(place, made.data, ZIP_DEFLATED)
        return place, made.problems

    def _free(self, folder: str, name: str) -> str:
        stem, _dot, ending = name.partition(".")
        place, number = f"{folder}/{name}", 2
        while place in self._taken:
            place, number = f"{folder}/{stem}-{number}.{ending}", number + 1
        self._taken.add(place)
        return place
