"""What a form field offers and what it says, as plain values."""

from collections.abc import Iterable
from typing import Any

from wtforms import Field
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined] # stubs lag behind


def said(field: Field) -> str:
    """The text of a field without outer white space, empty when nothing was sent."""
    return str(field.data or "").strip()


def choices(*pairs: tuple[Any, Any]) -> list[SelectChoice]:
    """The options of a select or of radios, from pairs of value and label."""
    return [SelectChoice(value, label) for value, label in pairs]


def choices_of(pairs: Iterable[tuple[Any, Any]]) -> list[SelectChoice]:
    """As `choices`, from an iterable."""
    return choices(*pairs)
