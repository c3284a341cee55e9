"""A student who is in a class twice: the second account becomes the first, with all it had."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.doubles.views import doubles

    return doubles
