"""Taking a quiz: slots, responses, outcomes."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.attempts.views import attempts

    return attempts
