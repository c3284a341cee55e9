"""Hashing and making passwords."""

import hashlib
import hmac
import random
import secrets
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from quizapp.core.weak import is_weak

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_DUMMY = _hasher.hash("no such person")
_SYLLABLES = [consonant + vowel for consonant in "bdfglmnprstv" for vowel in "aeiou"]
MIN_LENGTH = 8
_LIST = Path(__file__).with_name("wordlist") / "passwords.txt"
_DIGITS = 12


def hash_password(password: str) -> str:
    """An argon2id hash (19 MiB, two passes, one lane)."""
    return _hasher.hash(password)


def verify_password(stored: str | None, password: str) -> bool:
    """Whether the password is the stored one; takes as long when nothing is stored."""
    try:
        _hasher.verify(stored or _DUMMY, password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Whether a hash was made as it would not be made today."""
    return _hasher.check_needs_rehash(stored)


def is_common(password: str, names: Iterable[str] = ()) -> bool:
    """Whether a password is among those tried first: the 3,000 most used, a run of keys, or a name of the person."""
    mark = hashlib.sha256(password.casefold().encode()).hexdigest()[:_DIGITS]
    return mark in _common() or is_weak(password, (*names, "Quotidia"))


@cache
def _common() -> frozenset[str]:
    return frozenset(_LIST.read_text(encoding="ascii").split())


def make_password() -> str:
    """Three pronounceable words and four digits, such as `bafi-lome-rudo-4821`: about 46 bits."""
    return _spoken(secrets.SystemRandom())


def derived_password(key: str, nonce: str, person: str) -> str:
    """The password of a person on a card: made again from the server's key and the card's nonce, stored nowhere."""
    digest = hmac.new(key.encode(), f"card|{nonce}|{person}".encode(), hashlib.sha256).digest()
    return _spoken(random.Random(digest))  # noqa: S311 - as unforeseeable as the digest that seeds it


def _spoken(chance: random.Random) -> str:
    words = ["".join(chance.choice(_SYLLABLES) for _ in range(2)) for _ in range(3)]
    return f"{'-'.join(words)}-{chance.randrange(1000, 10000)}"
