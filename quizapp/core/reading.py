"""Reading plain data (YAML or JSON) field by field, collecting every problem instead of the first."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from quizapp.core.problems import Path, Problem
from quizapp.core.wording import Wording

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_SAYS = {
    "field-missing": Wording("manca il campo «{name}»", "the field “{name}” is missing"),
    "field-unknown": Wording("campo sconosciuto «{name}»", "unknown field “{name}”"),
    "field-not-text": Wording("«{name}» deve essere un testo", "“{name}” must be a text"),
    "field-not-flag": Wording("«{name}» deve essere true o false", "“{name}” must be true or false"),
    "field-not-list": Wording("«{name}» deve essere un elenco", "“{name}” must be a list"),
    "field-not-map": Wording("qui serve un blocco di campi", "a block of fields is needed here"),
    "field-not-date": Wording(
        "«{name}» deve essere una data come 2024-10-14, non «{value}»",
        "“{name}” must be a date like 2024-10-14, not “{value}”",
    ),
    "field-not-whole": Wording("«{name}» deve essere un numero intero", "“{name}” must be a whole number"),
    "field-not-number": Wording(
        "«{name}» deve essere un numero o una frazione come 1/3, non «{value}»",
        "“{name}” must be a number or a fraction like 1/3, not “{value}”",
    ),
    "field-not-decimal": Wording(
        "«{name}» deve essere un numero come 3.5, non «{value}»", "“{name}” must be a number like 3.5, not “{value}”"
    ),
    "field-negative": Wording("«{name}» non può essere negativo", "“{name}” cannot be negative"),
    "field-out-of-range": Wording(
        "«{name}» deve stare fra {low} e {high}", "“{name}” must lie between {low} and {high}"
    ),
    "field-not-one-of": Wording(
        "«{value}» non è ammesso in «{name}»: scegli fra {allowed}",
        "“{value}” is not allowed in “{name}”: choose from {allowed}",
    ),
    "text-too-long": Wording(
        "«{name}» ha {length} caratteri: al massimo {most}", "“{name}” has {length} characters: at most {most}"
    ),
    "text-with-nul": Wording("il testo contiene un carattere NUL", "the text holds a NUL character"),
}
LONGEST = 100_000
"""Characters that a text of a question may have, where nothing else is said."""
# Bounded, so that no short text becomes a number of a million figures.
_HUGE = re.compile(r"[eE][+-]?[0-9_]{3}")
_DECIMAL = re.compile(r"[+-]?(?=[.]?[0-9])[0-9]{0,60}(?:[.][0-9]{0,60})?(?:[eE][+-]?[0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value that its source wrote as something other than text, with the text as written."""

    value: object
    raw: str


class Reader:
    """One mapping of the data; every accessor returns a usable value and notes what was wrong."""

    def __init__(self, data: object, path: Path = (), problems: list[Problem] | None = None) -> None:
        self.path = path
        self.problems: list[Problem] = [] if problems is None else problems
        self._seen: set[str] = set()
        if isinstance(data, Mapping):
            self._data: Mapping[str, object] = data
        else:
            self._data = {}
            self.note("field-not-map")

    def note(self, code: str, *at: str | int, **values: object) -> None:
        """Record a problem at a place below this mapping."""
        self.problems.append(Problem(code, (*self.path, *at), _SAYS[code], values))

    def has(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self._get(name) is not None

    def text(self, name: str, default: str | None = None, *, most: int = LONGEST) -> str:
        """A text of at most so many characters, required unless a default is given."""
        value = self.optional_text(name, most=most)
        if value is None:
            if default is None and self._get(name) is None:
                self.note("field-missing", name=name)
            return default or ""
        return value

    def optional_text(self, name: str, *, most: int = LONGEST) -> str | None:
        """A text of at most so many characters, or None."""
        self._seen.add(name)
        value = self._data.get(name)
        if type(value) is str and "\0" not in value and len(value) <= most:
            return value
        value = self._get(name)
        if isinstance(value, Scalar):
            value = value.raw
        elif isinstance(value, bool):
            value = "true" if value else "false"
        elif isinstance(value, int | float):
            value = str(value)
        if value is not None and not isinstance(value, str):
            self.note("field-not-text", name, name=name)
            return None
        if value is not None and "\0" in value:
            self.note("text-with-nul", name)
            return None
        if value is not None and len(value) > most:
            self.note("text-too-long", name, name=name, length=len(value), most=most)
            return None
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """A boolean, strictly: the text `no` is not false."""
        value = _plain(self._get(name))
        if value is None:
            return default
        if not isinstance(value, bool):
            self.note("field-not-flag", name, name=name)
            return default
        return value

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number, required unless a default is given."""
        value = _plain(self._get(name))
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int):
            self.note("field-missing" if value is None else "field-not-whole", name, name=name)
            return default or 0
        return value

    def fraction(self, name: str, default: Fraction | None = None, *, low: int = -1, high: int = 1) -> Fraction:
        """An exact share: a number or a text like `1/3`, within `low` and `high`."""
        value = self._get(name)
        if type(value) is int and low <= value <= high:
            return _share(str(value))
        written = self.optional_text(name)
        if written is None:
            if default is None:
                self.note("field-missing", name=name)
            return default or Fraction(0)
        try:
            share = _share(written)
        except (ValueError, ZeroDivisionError):
            self.note("field-not-number", name, name=name, value=written)
            return default or Fraction(0)
        if not low <= share <= high:
            self.note("field-out-of-range", name, name=name, low=low, high=high)
        return share

    def decimal(self, name: str) -> Decimal:
        """An exact decimal, never by way of a binary float; 0 when absent."""
        written = self.optional_text(name)
        if written is None:
            return Decimal(0)
        if not _DECIMAL.fullmatch(written.strip()):
            self.note("field-not-decimal", name, name=name, value=written[:60])
            return Decimal(0)
        return Decimal(written.strip())

    def amount(self, name: str) -> Decimal:
        """A decimal of nothing or more, 0 when absent."""
        value = self.decimal(name)
        if value < 0:
            self.note("field-negative", name, name=name)
            return Decimal(0)
        return value

    def date(self, name: str) -> date | None:
        """An ISO date or None."""
        value = self._get(name)
        if isinstance(value, date):
            return value
        written = self.optional_text(name)
        if written is None:
            return None
        try:
            return date.fromisoformat(written)
        except ValueError:
            self.note("field-not-date", name, name=name, value=written)
            return None

    def one_of(self, name: str, allowed: type[E], default: E | None = None) -> E:
        """A member of `allowed`, required unless a default is given."""
        found = self.optional_one_of(name, allowed)
        if found is None:
            if default is None and not self.has(name):
                self.note("field-missing", name=name)
            return default or next(iter(allowed))
        return found

    def optional_one_of(self, name: str, allowed: type[E]) -> E | None:
        """A member of `allowed` or None."""
        written = self.optional_text(name)
        if written is None:
            return None
        try:
            return allowed(written)
        except ValueError:
            self.note("field-not-one-of", name, name=name, value=written, allowed=", ".join(allowed))
            return None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts of at most `LONGEST` characters each, empty when absent."""
        found: list[str] = []
        for index, value in enumerate(self._list(name)):
            written = value.raw if isinstance(value, Scalar) else value
            if not isinstance(written, str):
                self.note("field-not-text", name, index, name=name)
            elif "\0" in written:
                self.note("text-with-nul", name, index)
            elif len(written) > LONGEST:
                self.note("text-too-long", name, index, name=name, length=len(written), most=LONGEST)
            else:
                found.append(written)
        return tuple(found)

    def each(self, name: str, read: Callable[["Reader"], T]) -> tuple[T, ...]:
        """Every mapping of a list, read by `read`; empty when absent."""
        return tuple(
            read(Reader(value, (*self.path, name, index), self.problems))
            for index, value in enumerate(self._list(name))
        )

    def given(self, fields: Mapping[str, Callable[["Reader"], Any]]) -> dict[str, Any]:
        """What these read, in their order, of the fields that are there."""
        return {name: read(self) for name, read in fields.items() if name in self._data}

    def inner(self, name: str, read: Callable[["Reader"], T]) -> T | None:
        """A mapping below this one, or None."""
        value = self._get(name)
        return None if value is None else read(Reader(value, (*self.path, name), self.problems))

    def finish(self) -> None:
        """Note every field that nobody asked for."""
        for name in self._data:
            if name not in self._seen:
                self.note("field-unknown", name, name=name)

    def _get(self, name: str) -> object:
        self._seen.add(name)
        value = self._data.get(name)
        return None if isinstance(value, Scalar) and value.value is None else value

    def _list(self, name: str) -> Sequence[object]:
        value = self._get(name)
        if value is None:
            return ()
        if isinstance(value, str) or not isinstance(value, Sequence):
            self.note("field-not-list", name, name=name)
            return ()
        return value


@lru_cache(maxsize=256)
def _share(written: str) -> Fraction:
    return Fraction("" if _HUGE.search(written) else written.strip())


def _plain(value: object) -> object:
    return value.value if isinstance(value, Scalar) else value
