"""Work that no request waits for: what is asked for, how far it is, and what became of it."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.jobs.views import jobs

    return jobs
