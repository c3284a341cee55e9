"""People of a school: sign-in, sessions, roles."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    # Their routes are on the same blueprint.
    from quizapp.accounts import admin_views, ending_views, own_views, second_views  # noqa: F401
    from quizapp.accounts.views import accounts

    return accounts
