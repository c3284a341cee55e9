"""Failed sign-ins by account and place, in the memory of this process alone: no address is ever stored.

A place is a browser in which the account has signed in before, or else an address. Keys are digests under a key that
ends with the process.
"""

import datetime
import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import cast

from flask import Flask, current_app

MOST = 10_000
"""How many places are remembered; beyond, the ones tried longest ago are forgotten."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody tries to sign in; `known` where their account has signed in there before."""

    name: str
    known: bool


def init_app(app: Flask) -> None:
    """Remember nothing yet."""
    app.extensions["guesses"] = Guesses()


def guesses() -> "Guesses":
    """What this process remembers."""
    return cast("Guesses", current_app.extensions["guesses"])


class Guesses:
    """How often an account was tried in vain at a place within a window of time."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._found: OrderedDict[bytes, tuple[int, datetime.datetime]] = OrderedDict()
        self._lock = Lock()

    def count(self, account: str, place: Place, since: datetime.datetime) -> int:
        """The failures of an account at a place, where the first of them was later than that."""
        failures, first = self._found.get(self._digest(account, place), (0, since))
        return failures if first > since else 0

    def add(self, account: str, place: Place, now: datetime.datetime, since: datetime.datetime) -> None:
        """Count one more, and none that began before `since`."""
        with self._lock:
            digest = self._digest(account, place)
            failures, first = self._found.pop(digest, (0, now))
            self._found[digest] = (failures + 1, first) if first > since else (1, now)
            if len(self._found) > MOST:
                self._found.popitem(last=False)

    def forget(self, account: str, place: Place) -> None:
        """Whoever signs in begins anew."""
        with self._lock:
            self._found.pop(self._digest(account, place), None)

    def _digest(self, account: str, place: Place) -> bytes:
        return hmac.digest(self._key, f"{account}\n{place.known}\n{place.name}".encode(), "sha256")
