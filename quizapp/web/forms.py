"""What a form field offers and what it says, as plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wtforms import Field, FieldList, Form, FormField
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


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One message of a form, with the field to jump to and its label."""

    id: str
    label: str
    message: str


def faults(form: Form) -> list[FieldFault]:
    """Every message of a form in the order of its fields, nested ones included."""
    return [fault for field in form for fault in _faults_of(field)]


def _faults_of(field: Field) -> Iterator[FieldFault]:
    if isinstance(field, FieldList):
        for place, entry in enumerate(field.entries, 1):
            for fault in _faults_of(entry):
                yield FieldFault(fault.id, f"{fault.label} {place}", fault.message)
    elif isinstance(field, FormField):
        yield from faults(field.form)
    else:
        for message in field.errors:
            yield FieldFault(field.id, str(field.label.text), str(message))
