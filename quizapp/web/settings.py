"""Settings that rooms ask for by name."""

from flask import current_app


def free_tries() -> int:
    """How many failed sign-ins of one name are free within a quarter of an hour."""
    return int(current_app.config["SIGN_IN_FREE_TRIES"])


def secret_key() -> str:
    """The key of this installation."""
    return str(current_app.config["SECRET_KEY"])


def may_fetch() -> bool:
    """Whether a teacher may have the server open the address of an article."""
    return current_app.config["FETCH"] is True
