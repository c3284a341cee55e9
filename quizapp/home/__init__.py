"""The first page of each role, and the pages about Quotidia itself."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.home.views import home

    return home
