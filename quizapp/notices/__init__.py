"""What a person must be told, in one place."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.notices.views import notices

    return notices
