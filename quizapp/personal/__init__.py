"""What is kept of a person, for that person to read and to take away."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.personal.views import personal

    return personal
