"""The bench: a teacher's article, the drafts made from it, and what she decides on each."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.bench import approval_views, article_views, phrase_views, views, voices_views  # noqa: F401 - importing adds their routes
    from quizapp.bench.room import bench

    return bench
