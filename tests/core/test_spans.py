"""Stored text and the spans that stand on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.spans import Span, UnusableTextError, locate, paragraphs, sha256_of, span_at, stored_text


def test_offsets_count_code_points_not_bytes_or_utf16():
    assert locate("è 😀 qui", "qui") == Span(4, 7, "qui")


@pytest.mark.parametrize("quote", ["", "mai", "na", "aa"])
def test_a_quote_that_is_absent_or_stands_twice_has_no_place(quote):
    assert locate("banana aaa", quote) is None


@pytest.mark.parametrize(
    ("span", "holds"),
    [
        (Span(0, 2, "ab"), True),
        (Span(1, 3, "bc"), True),
        (Span(1, 3, "ab"), False),
        (Span(2, 9, "c"), False),
        (Span(-1, 3, "c"), False),
        (Span(1, 1, ""), False),
    ],
)
def test_a_span_holds_only_where_the_text_says_exactly_this(span, holds):
    assert span.holds_in("abc") is holds


def test_a_text_is_stored_with_plain_line_ends_and_nothing_else_changed():
    assert stored_text("\ufeffa\r\nb\rc e\u0301 ") == "a\nb\nc e\u0301 "


def test_a_text_with_nul_is_not_stored():
    with pytest.raises(UnusableTextError):
        stored_text("a\0b")


def test_the_checksum_is_that_of_the_utf8_bytes():
    # printf 'è' | sha256sum
    assert sha256_of("è") == "97c916cd94785d7b9b52ae7013c267854f275691ddaae212bc1c07f639b8a0c7"


@given(st.text())
def test_every_paragraph_stands_at_its_offset(text):
    assert all(text[start : start + len(line)] == line for start, line in paragraphs(text))


@given(st.text(max_size=20), st.integers(0, 25), st.integers(0, 25))
def test_a_written_place_is_a_span_just_where_it_lies_in_the_text(text, start, end):
    found = span_at(text, f"{start}-{end}")
    assert found == (Span(start, end, text[start:end]) if start < end <= len(text) else None)


@pytest.mark.parametrize(
    "place",
    ["", "-", "1", "1-", "-1", "1-1", "2-1", "0-9", "a-b", "\u0660-\u0662", "0-\u00b2", "1-2-3", "1" * 5_000 + "-2"],
)
def test_a_place_that_is_none_has_no_span(place):
    assert span_at("abc", place) is None
