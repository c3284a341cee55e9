"""People and answers for trying Quotidia without an account."""

from flask import Blueprint


def blueprint() -> Blueprint:
    """The routes of this room."""
    from quizapp.demo.views import demo

    return demo
