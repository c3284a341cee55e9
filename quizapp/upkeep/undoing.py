"""What was last done on the list of what is due, kept in the session to be undone."""

from collections.abc import Sequence

from flask import session

from quizapp.upkeep.service import Look

_KEY = "looked"


def keep(made: Sequence[Look]) -> None:
    """Remember the versions that were made, in place of those before."""
    session[_KEY] = [[look.name, look.number] for look in made]


def kept() -> list[Look]:
    """The versions last made."""
    return [Look(name, number) for name, number in session.get(_KEY) or []]


def forget() -> None:
    """Nothing is left to undo."""
    session.pop(_KEY, None)
