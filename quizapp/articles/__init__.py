"""Articles, their versions and facts."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.articles.views import articles

    return articles
