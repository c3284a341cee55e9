"""Numbers in plain data: exact, and never larger than the text they come from."""

from fractions import Fraction

import pytest

from quizapp.core.reading import LONGEST, Reader


@pytest.mark.parametrize(
    ("written", "share"),
    [("1/3", Fraction(1, 3)), ("0.1", Fraction(1, 10)), (0.1, Fraction(1, 10)), (1e-05, Fraction(1, 100000)), (1, 1)],
)
def test_a_share_is_exact(written, share):
    reader = Reader({"fraction": written})
    assert reader.fraction("fraction") == share
    assert reader.problems == []


@pytest.mark.parametrize("written", ["1e999999999", "-1E+99999999", "1e-999999999", "1/0", "1e9_99999999"])
def test_a_short_text_that_means_a_huge_number_is_refused_without_writing_it_out(written):
    reader = Reader({"fraction": written, "value": written})
    reader.fraction("fraction")
    reader.decimal("value")
    assert [problem.code for problem in reader.problems] == ["field-not-number", "field-not-decimal"]


@pytest.mark.parametrize("length", [LONGEST, LONGEST + 1])
def test_a_text_longer_than_any_question_needs_is_refused_by_its_length(length):
    reader = Reader({"stem": "a" * length, "title": "b" * length})
    wanted = "" if length > LONGEST else "a" * length
    assert reader.text("stem") == wanted
    assert reader.optional_text("title", most=length) == "b" * length
    assert [(each.code, each.path) for each in reader.problems] == [("text-too-long", ("stem",))] * (length > LONGEST)
