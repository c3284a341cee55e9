"""Memory that a process gives back once it is free."""

import ctypes

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""The numbers that glibc has for them in malloc.h."""
_LARGE = 128 * 1024


def give_back() -> None:
    """Let large blocks go back to the system when they are freed, and all threads share one heap.

    Else glibc keeps room of the largest size it ever met, for each thread apart: 19 MiB after a password was hashed.
    Where the C library is another one nothing happens.
    """
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError, TypeError):  # pragma: no cover - macOS, musl, Windows
        return
    for option, value in ((_ARENA_MAX, 1), (_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _LARGE)):
        mallopt(option, value)
