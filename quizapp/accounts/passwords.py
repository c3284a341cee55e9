"""Hashing and making passwords."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_DUMMY = _hasher.hash("no such person")
_SYLLABLES = [consonant + vowel for consonant in "bdfglmnprstv" for vowel in "aeiou"]
MIN_LENGTH = 8


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


def make_password() -> str:
    """Three pronounceable words and four digits, such as `bafi-lome-rudo-4821`: about 46 bits."""
    words = ["".join(secrets.choice(_SYLLABLES) for _ in range(2)) for _ in range(3)]
    return f"{'-'.join(words)}-{secrets.randbelow(9000) + 1000}"
