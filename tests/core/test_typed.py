"""Small numbers as they are sent: within their bounds, or none at all; no text of any kind breaks their reader."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.typed import MOST, short_decimal, whole_number

NO_NUMBERS = [
    None,
    "",
    " ",
    "7 ",
    " 7",
    "7\n",
    "+7",
    "-7",
    "\u22127",
    "7.0",
    "7,0",
    "1e3",
    "1_000",
    "0x7",
    "\u0667",
    "\u06f7",
    "\uff17",
    "\u00b2",
    "\u00bd",
    "\u2166",
    "\u096d",
    "7\0",
    "\0",
    "0" * 10,
    "9" * 10,
    "1" * 5_000,
    "seven",
]
ANY = (
    st.text()
    | st.text(alphabet="0123456789+-\u2212., \0_\u00b2\u0667\uff17e")
    | st.integers(-(10**12), 10**12).map(str)
)


@pytest.mark.parametrize("written", NO_NUMBERS)
def test_what_is_not_plain_figures_is_no_number(written):
    assert whole_number(written) is None


@given(ANY, st.integers(0, 10**10), st.integers(0, 10**3))
@example("1" * 5_000, 9, 0)
@example("\u0667", 9, 0)
@example("\u00b2", 9, 0)
def test_any_text_is_a_number_within_the_bounds_or_none(written, most, least):
    found = whole_number(written, most, least=least)
    if found is not None:
        assert least <= found <= most
        assert written.lstrip("0") == str(found).lstrip("0")


@given(st.integers(0, MOST), st.integers(0, MOST))
def test_a_number_as_we_write_it_is_read_just_where_it_is_within_the_bounds(number, most):
    assert whole_number(str(number), most) == (number if number <= most else None)
    assert whole_number(str(number), least=most) == (number if number >= most else None)


def test_a_list_without_lines_has_no_place():
    assert [whole_number(place, -1) for place in ("0", "1", "00")] == [None, None, None]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1", 1),
        ("0,5", Fraction(1, 2)),
        (" 1.25 ", Fraction(5, 4)),
        ("-3", -3),
        ("\u22120,5", Fraction(-1, 2)),
        ("999", 999),
    ],
)
def test_a_short_decimal_has_a_comma_or_a_point(typed, number):
    assert short_decimal(typed) == number


@pytest.mark.parametrize(
    "typed", [*NO_NUMBERS[:2], "1.234", "1000", "1/2", "+1", "1e2", "\u0667", "\u00bd", ".5", "1\0", "1" * 5_000]
)
def test_what_is_no_short_decimal_is_none(typed):
    assert short_decimal(typed) is None


@given(ANY)
def test_any_text_is_a_short_decimal_or_none(typed):
    found = short_decimal(typed)
    assert found is None or (abs(found) < 1000 and (found * 100).denominator == 1)
