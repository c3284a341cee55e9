"""Quizzes and their assignment."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.quizzes.views import quizzes

    return quizzes
