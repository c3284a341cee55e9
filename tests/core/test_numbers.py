"""Numbers typed in Italian or in English: one reading, two, or none."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.core.numbers import plain, readings, written_number

ONE = [
    ("5", "5"),
    ("007", "7"),
    ("3,5", "3.5"),
    ("3.5", "3.5"),
    (",5", "0.5"),
    (".25", "0.25"),
    ("0,125", "0.125"),
    ("0.125", "0.125"),
    ("1.2345", "1.2345"),
    ("12345", "12345"),
    ("1234,567", "1234.567"),
    ("1.234,5", "1234.5"),
    ("1,234.5", "1234.5"),
    ("1.234,567", "1234.567"),
    ("1.234.567", "1234567"),
    ("1,234,567", "1234567"),
    ("12.345.678,9", "12345678.9"),
    ("1 234", "1234"),
    ("1\u00a0234", "1234"),
    ("1\u2009234", "1234"),
    ("1\u202f234\u202f567,8", "1234567.8"),
    ("1 234.567", "1234.567"),
    ("1'234", "1234"),
    ("1’234,5", "1234.5"),
    ("-3", "-3"),
    ("\u22123", "-3"),
    ("\u20133,5", "-3.5"),
    ("- 3", "-3"),
    ("+3", "3"),
    ("  3 ", "3"),
]
TWO = [
    ("1.234", "1234", "1.234"),
    ("1,234", "1234", "1.234"),
    ("12.500", "12500", "12.5"),
    ("100.000", "100000", "100"),
    ("-1.234", "-1234", "-1.234"),
    ("1.000", "1000", "1"),
]
NONE = [
    "",
    "circa 3",
    "tre",
    "3-4",
    "1.2.3",
    "1.23.456",
    "1.234.56",
    "1,234,56",
    "1.234 567",
    "12 34",
    "1 2345",
    "1.234,5,6",
    "5.",
    "-",
    ".",
    "1e3",
    "0x10",
    "1_000",
    "1/3",
    "½",
    "10²",
    "٣",
    "\uff13",
    "inf",
    "nan",
    "--3",
]
UNITS = [
    ("5 km", "km", "5"),
    ("5km", "km", "5"),
    ("5\u202fKM", "km", "5"),
    ("km 5", "km", "5"),
    ("€5", "€", "5"),
    ("5 %", "%", "5"),
    ("3,5 milioni  di euro", "milioni di euro", "3.5"),
    ("-3 °C", "°C", "-3"),
    ("5000", "000", "5000"),
    ("5", "km", "5"),
    ("5", " ", "5"),
]


def _decimals(*texts):
    return tuple(Decimal(text) for text in texts)


@pytest.mark.parametrize(("typed", "value"), ONE)
def test_a_number_is_read_as_italians_and_english_write_it(typed, value):
    assert readings(typed) == _decimals(value)


@pytest.mark.parametrize(("typed", "whole", "divided"), TWO)
def test_a_number_that_could_be_two_has_both_readings(typed, whole, divided):
    assert readings(typed) == _decimals(whole, divided)


@pytest.mark.parametrize("typed", NONE)
def test_what_is_no_number_has_no_reading(typed):
    assert readings(typed) == ()


@pytest.mark.parametrize(("typed", "unit", "value"), UNITS)
def test_the_unit_may_stand_beside_the_number(typed, unit, value):
    assert readings(typed, unit) == _decimals(value)


def test_a_number_with_its_unit_stays_ambiguous():
    assert readings("1.234 km", "km") == _decimals("1234", "1.234")


@pytest.mark.parametrize(("typed", "unit"), [("5 m", "km"), ("5 km", None), ("km", "km"), ("5 kmh", "km")])
def test_another_unit_is_not_guessed(typed, unit):
    assert readings(typed, unit) == ()


@given(
    st.integers(0, 10**15),
    st.text("0123456789", max_size=6),
    st.sampled_from([("", ","), ("", "."), (".", ","), (",", "."), (" ", ","), ("\u202f", "."), ("’", ",")]),
    st.sampled_from(["", "-", "−"]),
)
def test_every_way_of_writing_a_number_has_it_among_its_readings(whole, decimals, signs, minus):
    between, point = signs
    written = f"{whole:,}".replace(",", between) + (point + decimals if decimals else "")
    value = Decimal(f"{'-' if minus else ''}{whole}.{decimals or '0'}")
    found = readings(minus + written)
    assert value in found
    twofold = re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", written)
    assert len(found) == (2 if twofold else 1)


@given(st.decimals(-(10**12), 10**12, places=4) | st.decimals(-(10**12), 10**12, places=3))
def test_plain_figures_have_one_reading_and_it_is_the_number(value):
    assert readings(plain(value)) == (value,)


@pytest.mark.parametrize(("typed", "figures"), [("1.234", ("1234", "1.2340")), ("-12,500", ("-12500", "-12.5000"))])
def test_both_readings_can_be_written_apart(typed, figures):
    assert tuple(plain(value) for value in readings(typed)) == figures


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_survives_being_written(value):
    assume(abs(value.adjusted()) < 100)
    written = written_number(value)
    assert Decimal(written) == value
    assert isinstance(written, int) or "." in written


@given(st.text(), st.none() | st.text(max_size=5))
def test_no_text_makes_the_reader_fail(typed, unit):
    assert len(readings(typed, unit)) <= 2
