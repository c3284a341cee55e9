"""How long what students did is kept: until so many days after their class has ended."""

import datetime
import re
from dataclasses import dataclass

DAYS = (90, 180, 365, 730, 1095)
"""What a school may choose from."""
_YEAR = re.compile(r"(\d{4})\s*[/–-]\s*(\d{2}|\d{4})")
_CENTURY = 100
_LAST_DAY = (8, 31)
"""The month and day on which a school year ends."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Whether a school erases by itself what it needs no longer, and how many days after the end of a class."""

    on: bool = False
    days: int = 365


def ended_on(archived: datetime.date | None, school_year: str) -> datetime.date | None:
    """The day on which a class ended: when it was archived, or its school year, as `2025/26`, was over."""
    found = _YEAR.fullmatch(school_year.strip())
    if archived is not None or found is None:
        return archived
    first, last = int(found[1]), int(found[2])
    year = last if last >= _CENTURY else first - first % _CENTURY + last
    return datetime.date(year, *_LAST_DAY) if year in {first, first + 1} else None


def is_over(ended: datetime.date | None, days: int, today: datetime.date) -> bool:
    """Whether a class ended more than so many days ago."""
    return ended is not None and ended + datetime.timedelta(days=days) < today
