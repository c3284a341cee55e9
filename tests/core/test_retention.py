"""When a class ended, and when that is long enough ago."""

import datetime

import pytest

from quizapp.core.retention import ended_on, is_over

DAY = datetime.date


@pytest.mark.parametrize(
    ("archived", "year", "ended"),
    [
        (None, "2025/26", DAY(2026, 8, 31)),
        (None, "2025/2026", DAY(2026, 8, 31)),
        (None, " 2025-26 ", DAY(2026, 8, 31)),
        (None, "2026/2026", DAY(2026, 8, 31)),
        (None, "1999/00", None),
        (None, "2025/31", None),
        (None, "terza", None),
        (None, "", None),
        (DAY(2026, 1, 9), "2025/26", DAY(2026, 1, 9)),
        (DAY(2026, 1, 9), "", DAY(2026, 1, 9)),
    ],
)
def test_a_class_ends_when_it_is_archived_or_its_year_is_over(archived, year, ended):
    assert ended_on(archived, year) == ended


def test_a_year_later_is_the_day_after_the_last_one_kept():
    ended = DAY(2025, 8, 31)
    assert [is_over(ended, 365, DAY(2026, 8, day)) for day in (30, 31)] == [False, False]
    assert is_over(ended, 365, DAY(2026, 9, 1))
    assert not is_over(None, 90, DAY(2999, 1, 1))
