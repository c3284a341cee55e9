"""Questions in and out: files that teachers have already, shown before anything is stored, and files to take along."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.exchange import along_views, export_views, import_views  # noqa: F401 - importing adds their routes
    from quizapp.exchange.room import exchange

    return exchange
