"""Banks of items and their versions."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.banks.bank_views import banks

    return banks
