"""Codes that are read off a board and typed: no 0 O 1 I L, case and separators ignored."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
JOIN_LENGTH = 6  # about 30 bits; the server slows guessing down
RECOVERY_LENGTH = 12  # about 59 bits


def make_code(length: int) -> str:
    """A random code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def normal_code(typed: str) -> str:
    """A typed code as it is kept: capitals and figures alone."""
    return "".join(sign for sign in typed.upper() if sign.isascii() and sign.isalnum())


def shown_code(code: str, group: int = 3) -> str:
    """A code as it is written on a board, such as `K4M 7TR`."""
    return " ".join(code[place : place + group] for place in range(0, len(code), group))
