"""Classes: who is in them, and how students come in."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room, those of its three groups of pages."""
    from quizapp.classes import cards, joining  # noqa: F401 - they add their routes
    from quizapp.classes.views import classes

    return classes
