"""Acts on an item: corrected, superseded, withdrawn; what they do to answers, and whom they are told."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.corrections import article_views, copy_views  # noqa: F401 - their routes are on the same blueprint
    from quizapp.corrections.views import corrections

    return corrections
