"""Failed sign-ins by account and place, in the memory of this process alone: no address is ever stored.

A place is a browser in which the account has signed in before, or else an address. Keys are digests under a key that
ends with the process.
"""

import datetime
import hmac
import secrets
from collections import Counter, OrderedDict
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
    """How often an account was tried at a place within a window of time, in vain or not yet known to be right."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._found: OrderedDict[bytes, tuple[int, datetime.datetime]] = OrderedDict()
        self._under_way: Counter[str] = Counter()
        self._lock = Lock()

    def take(self, account: str, place: Place, *, most: int, now: datetime.datetime, since: datetime.datetime) -> bool:
        """Count one more try, and none that began before `since`; False, counting none, where there were `most`.

        Who finds that the try was none gives it back: a hash takes long, and many may ask at once.
        """
        with self._lock:
            digest = self._digest(account, place)
            tries, first = self._found.get(digest, (0, now))
            if first <= since:
                tries, first = 0, now
            if tries >= most:
                return False
            self._found.pop(digest, None)
            self._found[digest] = tries + 1, first
            if len(self._found) > MOST:
                self._found.popitem(last=False)
            return True

    def give_back(self, account: str, place: Place) -> None:
        """One try less."""
        with self._lock:
            digest = self._digest(account, place)
            tries, first = self._found.get(digest, (0, None))
            if first is not None and tries > 1:
                self._found[digest] = tries - 1, first
            else:
                self._found.pop(digest, None)

    def begin(self, account: str) -> int:
        """How many tries of an account are under way in this process, with this one."""
        with self._lock:
            self._under_way[account] += 1
            return self._under_way[account]

    def end(self, account: str) -> None:
        """This one has been counted, or was none."""
        with self._lock:
            self._under_way[account] -= 1
            if not self._under_way[account]:
                del self._under_way[account]

    def forget(self, account: str, place: Place) -> None:
        """Whoever signs in begins anew."""
        with self._lock:
            self._found.pop(self._digest(account, place), None)

    def _digest(self, account: str, place: Place) -> bytes:
        return hmac.digest(self._key, f"{account}\n{place.known}\n{place.name}".encode(), "sha256")
