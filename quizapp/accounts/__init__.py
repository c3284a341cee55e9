"""People of a school: sign-in, sessions, roles."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.accounts import admin_views, own_views, second_views  # noqa: F401 - their routes are on the same blueprint
    from quizapp.accounts.views import accounts

    return accounts
