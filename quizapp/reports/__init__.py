"""Problems that students report in a question, and what their teachers answer."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.reports.views import reports

    return reports
