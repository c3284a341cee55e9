"""Passwords that are tried first: by rule, beside the list of common ones."""

from collections.abc import Iterable, Iterator
from itertools import combinations

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz")
_LEAST_DIFFERENT = 4
_SHORTEST_NAME = 3
_ENDS = "0123456789!?.,_-@#*$ "


def is_weak(password: str, names: Iterable[str]) -> bool:
    """Whether a password is a run along the keyboard, of very few different signs, or a name with figures around it.

    `names` are those that go with the person: their own, the school's, the application's.
    """
    plain = "".join(password.casefold().split())
    if len(set(plain)) < _LEAST_DIFFERENT or _repeats(plain) or _runs(plain):
        return True
    core = plain.strip(_ENDS)
    return not core or core in {part for name in names for part in _parts(name) if len(part) >= _SHORTEST_NAME}


def _parts(name: str) -> Iterator[str]:
    """The words of a name, and any that follow each other written as one."""
    words = name.casefold().split()
    for first, last in combinations(range(len(words) + 1), 2):
        yield "".join(words[first:last])


def _repeats(text: str) -> bool:
    """`passpass`, `abcabcabc`."""
    return any(
        len(text) % size == 0 and text == text[:size] * (len(text) // size) for size in range(1, len(text) // 2 + 1)
    )


def _runs(text: str) -> bool:
    return any(text in row * 2 or text in row[::-1] * 2 for row in _ROWS)
