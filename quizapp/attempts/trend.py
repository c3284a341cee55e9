"""The line of a student's results."""

import datetime
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Point:
    """One finished graded attempt in the line; `share` of its marks, from -1 to 1."""

    attempt_id: int
    title: str
    lang: str
    day: datetime.datetime
    right: int
    size: int
    share: float


def point_of(attempt: Any, title: str, lang: str) -> Point:
    """The point of an attempt that is handed in, or of a row with its columns."""
    return Point(attempt.id, title, lang, attempt.finished_at, attempt.right, attempt.size, attempt.share)
