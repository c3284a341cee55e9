"""What remains: history for students, results for teachers."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.progress import history_views, regrading_views  # noqa: F401 - their routes are on the same blueprint
    from quizapp.progress.views import progress

    return progress
