"""Forms that speak the reader's language, and what their fields offer and say, as plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field, FieldList, Form, FormField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined] # stubs lag behind

_NOT_OFFERED = _l("Choose from what is on offer.")
_WORDS = {
    "Not a valid choice.": _NOT_OFFERED,
    "Invalid Choice: could not coerce.": _NOT_OFFERED,
    "Invalid choice(s): one or more data inputs could not be coerced.": _NOT_OFFERED,
    "'%(value)s' is not a valid choice for this field.": _NOT_OFFERED,
    "Not a valid integer value.": _l("Write a whole number."),
    "Not a valid date value.": _l("Write a day, such as 2026-11-24."),
    "Not a valid datetime value.": _l("Write a day and an hour, such as 2026-11-24 09:30."),
}


_FIRST_YEAR, _LAST_YEAR = 2000, 2199


def near_in_time(_form: Form, field: Field) -> None:
    """A validator: the moment lies in a year that every time zone can reckon with."""
    if field.data is not None and not _FIRST_YEAR <= field.data.year <= _LAST_YEAR:
        raise ValidationError(_l("Choose a year from 2000 to 2199."))


class _Words:
    """What WTForms says of its own, in our words: its catalogues are not in our hands."""

    def gettext(self, text: str) -> str:
        """One message."""
        return str(_WORDS.get(text, text))

    def ngettext(self, one: str, _many: str, _number: int) -> str:
        """One message about some of them."""
        return self.gettext(one)


class PageForm(FlaskForm):
    """The form of a page; every form descends from it."""

    class Meta(FlaskForm.Meta):
        """Where its fields find their words, and what they never hold."""

        def wrap_formdata(self, form: Form, formdata: Any) -> Any:
            """What was sent, without NUL, which PostgreSQL cannot store."""
            sent = super().wrap_formdata(form, formdata)
            return sent and MultiDict(
                (name, value.replace("\0", "") if isinstance(value, str) else value)
                for name, value in sent.items(multi=True)
            )

        def get_translations(self, _form: Form) -> _Words:
            """Ours."""
            return _Words()


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
