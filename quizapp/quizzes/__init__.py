"""Quizzes and their assignment."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.quizzes.builder_views import quizzes

    return quizzes
