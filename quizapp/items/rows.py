"""The rows of the editor: adding, taking away and moving one, and telling the empty ones."""

from typing import Any

from wtforms import Field, FieldList
from wtforms import Form as PlainForm
from wtforms.fields.choices import SelectFieldBase

from quizapp.core.types.cloze import markers
from quizapp.items.forms import MOST_ROWS, ItemForm
from quizapp.web.forms import said

_DEFAULTED = frozenset({"fraction", "weight", "tolerance"})


def filled(rows: "FieldList[Any]") -> list[Any]:
    """The entries of a list in which something is written."""
    return [entry for entry in rows.entries if _written(entry.form)]


def place_of(rows: "FieldList[Any]", number: str) -> int | None:
    """The place among the filled rows of the row with this number."""
    names = [entry.name.rsplit("-", 1)[1] for entry in filled(rows)]
    return names.index(number) if number in names else None


def change(form: ItemForm, wish: str) -> str | None:
    """Do what a button asks, `add:options`, `remove:options:2`, `up:order:1`; the id of what to look at next.

    None where the wish names no list or row of this form.
    """
    verb, _colon, where = wish.partition(":")
    name, _colon, number = where.partition(":")
    rows = form[name] if name in form else None  # noqa: SIM401 - no mapping
    if not isinstance(rows, FieldList):
        return None
    if verb == "add":
        return _add(rows)
    place = next((at for at, entry in enumerate(rows.entries) if entry.name == f"{name}-{number}"), None)
    if place is None:
        return None
    if verb == "remove":
        rows.entries.pop(place)
        return f"{name}-add"
    if verb in {"up", "down"}:
        return _move(rows, place, -1 if verb == "up" else 1)
    return None


def for_gaps(form: Any) -> str | None:
    """A row for every gap that the text of a cloze marks, so that nobody has to add them one by one; the id of the
    first field that this adds."""
    if "gaps" not in form:
        return None
    there = len(form.gaps.entries)
    for _missing in range(there, min(max(markers(said(form.stem)), default=0), MOST_ROWS)):
        form.gaps.append_entry()
    return next((str(entry.form.type.id) for entry in form.gaps.entries[there:]), None)


def _add(rows: "FieldList[Any]") -> str:
    if len(rows.entries) < MOST_ROWS:
        rows.append_entry()
        return str(next(iter(rows.entries[-1].form)).id)
    return f"{rows.name}-add"


def _move(rows: "FieldList[Any]", place: int, by: int) -> str:
    """Change two rows over; the id of the button that moves this one on, at either end the one that moves it back."""
    target = place + by
    if 0 <= target < len(rows.entries):
        one, other = rows.entries[place].form, rows.entries[target].form
        for field in one:
            twin = other[field.short_name]
            field.data, twin.data = twin.data, field.data
        place = target
    on = {0: "down", len(rows.entries) - 1: "up"}.get(place, "up" if by < 0 else "down")
    return f"{rows.entries[place].name}-{on}"


def _written(row: PlainForm) -> bool:
    return any(said(field) for field in row if _counts(field))


def _counts(field: Field) -> bool:
    if field.short_name == "sentence":
        return True
    return (
        not isinstance(field, SelectFieldBase) and field.type != "BooleanField" and field.short_name not in _DEFAULTED
    )
