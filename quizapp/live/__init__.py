"""A class at work: where everybody is, and one question at a time for the wall."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.live.views import live

    return live
