"""People of a school: sign-in, sessions, roles."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.accounts.views import accounts

    return accounts
