"""What a form field says, as plain text."""

from wtforms import Field


def said(field: Field) -> str:
    """The text of a field without outer white space, empty when nothing was sent."""
    return str(field.data or "").strip()
