"""Codes as RFC 6238 has them (appendix B, SHA-1), taken once and a step around the present one."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.totp import STEP_S, accepted, address_of, code_at, secret_of, step_of, written

RFC = b"12345678901234567890"


def at(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_codes_of_the_standard_are_made(seconds, code):
    assert code_at(RFC, step_of(at(seconds)), digits=8) == code
    assert accepted(RFC, code[2:], at(seconds), None) == seconds // STEP_S


@given(st.integers(10**6, 10**10), st.integers(-4, 4))
def test_a_code_is_taken_a_step_around_the_present_one(seconds, off):
    step = seconds // STEP_S + off
    found = accepted(RFC, code_at(RFC, step), at(seconds), None)
    assert (found is not None) == (abs(off) <= 1) or found != step  # another step may have the same six figures


@given(st.integers(10**6, 10**10), st.integers(-1, 1), st.integers(-1, 1))
def test_a_code_is_taken_only_after_the_last_one_used(seconds, off, last):
    now = seconds // STEP_S
    found = accepted(RFC, code_at(RFC, now + off), at(seconds), now + last)
    assert found is None or found > now + last


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "\uff11\uff12\uff13\uff14\uff15\uff16", "12 34 5"])
def test_what_is_no_six_figures_is_no_code(typed):
    assert accepted(RFC, typed, at(59), None) is None


def test_figures_may_be_typed_in_two_groups():
    code = code_at(RFC, 1)
    assert accepted(RFC, f" {code[:3]} {code[3:]} ", at(59), None) == 1


def test_a_secret_hangs_on_key_and_nonce_and_is_read_by_a_device():
    assert len({secret_of(key, nonce) for key in ("a", "b") for nonce in ("c", "d")}) == 4
    assert written(RFC) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    assert address_of(RFC, "Quotidia", "ada & co") == (
        "otpauth://totp/Quotidia%3Aada%20%26%20co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Quotidia"
    )
