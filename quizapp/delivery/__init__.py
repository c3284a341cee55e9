"""A quiz that a class has been given: its dates and rules, and what single students are granted."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.delivery.views import delivery

    return delivery
