"""Marks out of ten against a table reckoned by hand, and what holds of every scale."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.tenths import Scale, mark_of, written

HALVES, WHOLES, QUARTERS = Scale(), Scale(steps=1), Scale(steps=4)
SHARES = st.fractions(min_value=-1, max_value=2)
SCALES = st.builds(
    Scale,
    passes=st.integers(1, 99).map(lambda percent: Fraction(percent, 100)),
    lowest=st.integers(0, 5),
    steps=st.sampled_from([1, 2, 4]),
)


@pytest.mark.parametrize(
    ("share", "scale", "mark"),
    [
        ("0", HALVES, "2"),
        ("1", HALVES, "10"),
        ("3/5", HALVES, "6"),
        ("3/10", HALVES, "4"),
        ("7/10", HALVES, "7"),
        ("3/4", HALVES, "7 1/2"),
        ("17/20", HALVES, "8 1/2"),
        ("59/100", HALVES, "5 1/2"),  # 5.93 and not passed
        ("1/2", HALVES, "5 1/2"),  # 5.33
        ("1/2", WHOLES, "5"),
        ("59/100", WHOLES, "5"),
        ("59/100", QUARTERS, "5 3/4"),
        ("13/20", WHOLES, "7"),  # 6.5 goes up
        ("13/16", QUARTERS, "8 1/4"),  # 8.125 goes up
        ("-1/4", HALVES, "2"),
        ("5/4", HALVES, "10"),
        ("1/2", Scale(Fraction(1, 2), 3), "6"),
        ("1/4", Scale(Fraction(1, 2), 3), "4 1/2"),
    ],
)
def test_the_mark_of_a_share(share, scale, mark):
    whole, _space, part = mark.partition(" ")
    assert mark_of(Fraction(share), scale) == Fraction(whole) + Fraction(part or 0)


@given(SHARES, SCALES)
def test_a_six_is_earned_by_the_share_that_passes_and_by_no_smaller_one(share, scale):
    assert (mark_of(share, scale) >= 6) == (share >= scale.passes)


@given(SHARES, SHARES, SCALES)
def test_who_knows_more_has_no_lower_mark(one, other, scale):
    low, high = sorted((one, other))
    assert mark_of(low, scale) <= mark_of(high, scale)


@given(SHARES, SCALES)
def test_marks_lie_on_the_steps_of_the_scale_and_can_be_written(share, scale):
    mark = mark_of(share, scale)
    assert scale.lowest <= mark <= 10
    assert (mark * scale.steps).denominator == 1
    assert written(mark)


def test_marks_are_written_as_teachers_do():
    assert [written(Fraction(quarters, 4)) for quarters in (28, 29, 30, 31)] == ["7", "7¼", "7½", "7¾"]
