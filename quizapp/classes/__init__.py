"""Classes and who is in them."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.classes.views import classes

    return classes
