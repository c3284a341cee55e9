"""Passwords that are tried first are refused, and good ones are not."""

import pytest

from quizapp.accounts.passwords import is_common, make_password
from tests.lending import COSTLY

NAMES = ("Giulia De Santis", "giulia.d")


@pytest.mark.parametrize(
    "password",
    [
        "password", "PASSWORD", "12345678", "qwertyuiop", "iloveyou", "1q2w3e4r", "aaaaaaaa", "abababab", "ab12ab12",
        "lkjhgfdsa", "87654321", "giulia2026", "Giulia123!", "desantis99", "giuliadesantis", "quotidia1", "Quotidia!!",
        "11112222", "cdefghijk",
    ],
)  # fmt: skip
def test_what_is_tried_first_is_refused(password):
    assert is_common(password, NAMES)


@pytest.mark.parametrize(
    "password", ["bafi-lome-rudo-4821", "tre gatti sul tetto", "Giulia legge il giornale", "zQ8!kwp2xv", "gondola-1848"]
)
def test_a_sentence_or_something_odd_is_taken(password):
    assert not is_common(password, NAMES)


def test_what_is_made_for_people_is_never_among_them():
    assert not any(is_common(make_password(), NAMES) for _ in range(200))


def test_a_hash_costs_whoever_guesses_19_mib_and_two_passes():
    assert COSTLY.hash("ada-segreta").startswith("$argon2id$v=19$m=19456,t=2,p=1$")
