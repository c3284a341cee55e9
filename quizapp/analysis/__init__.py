"""The teacher's instruments: what the answers say of the questions."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.analysis import book_views, use_views  # noqa: F401 - their routes are on the same blueprint
    from quizapp.analysis.views import analysis

    return analysis
