"""What is kept of a person: for that person to read and to take away, and its end."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.personal import erase_views, handing_views  # noqa: F401 - importing registers its routes
    from quizapp.personal.views import personal

    return personal
