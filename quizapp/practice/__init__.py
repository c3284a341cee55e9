"""Practice across quizzes: what is due today, what went wrong, and the banks that are open to a class."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.practice import bank_views  # noqa: F401 - its routes are on the same blueprint
    from quizapp.practice.views import practice

    return practice
