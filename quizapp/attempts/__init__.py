"""Taking a quiz: slots, responses, outcomes."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.attempts import answering_views, ending_views, outcome_views, starting_views  # noqa: F401 - their routes
    from quizapp.attempts.views import attempts

    return attempts
